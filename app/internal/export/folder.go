package export

import (
	"errors"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"

	"raadwijzer/app/internal/domain"
	"raadwijzer/app/internal/temp"
)

// AtomicFolder makes a folder whole or not at all: build fills a hidden folder
// beside the target, which is renamed at the end. On any error nothing is left
// behind. A target that exists is an error, because a folder of the user is
// never replaced; only an empty one is taken over. It returns the size of all
// files in bytes. Errors: CodeFolderExists, CodeTargetExists for a file,
// CodeTargetUnwritable, CodeFileNameTooLong, CodeDiskFull, CodeTargetTooLarge,
// each with the path, and those of build as they are.
func AtomicFolder(path string, build func(dir string) error) (bytes int64, err error) {
	target := filepath.Clean(path)
	if err := checkFolder(path, target); err != nil {
		return 0, err
	}
	hidden, err := os.MkdirTemp(filepath.Dir(target), temp.Pattern()) // mode 0700
	if err != nil {
		return 0, targetError(path, err)
	}
	done := false
	defer func() {
		if !done {
			_ = os.RemoveAll(hidden)
		}
	}()
	if err := build(hidden); err != nil {
		return 0, err
	}
	if bytes, err = folderSize(hidden); err != nil {
		return 0, targetError(path, err)
	}
	syncFolder(hidden)
	if _, err := os.Lstat(target); err == nil {
		if err := os.Remove(target); err != nil { // refuses unless it is empty
			return 0, domain.Wrap(domain.CodeFolderExists, path, err)
		}
	}
	if err := os.Rename(hidden, target); err != nil {
		return 0, targetError(path, err)
	}
	done = true
	syncFolder(filepath.Dir(target))
	return bytes, nil
}

func checkFolder(path, target string) error {
	if path == "" {
		return domain.Fail(domain.CodeTargetUnwritable, path)
	}
	info, err := os.Lstat(target)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return targetError(path, err)
	case !info.IsDir():
		return domain.Fail(domain.CodeTargetExists, path)
	}
	entries, err := os.ReadDir(target)
	switch {
	case err != nil:
		return targetError(path, err)
	case len(entries) > 0 || filepath.Dir(target) == target || target == ".":
		return domain.Fail(domain.CodeFolderExists, path)
	}
	return nil
}

func folderSize(dir string) (int64, error) {
	var sum int64
	err := filepath.WalkDir(dir, func(_ string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		info, err := entry.Info()
		if err == nil {
			sum += info.Size()
		}
		return err
	})
	return sum, err
}

// WriteNoteFolder writes each note to a Markdown file of its own in a new
// folder. An error among the notes ends it. It returns the size of all files
// in bytes. Errors are those of AtomicFolder and of notes.
func WriteNoteFolder(path string, notes iter.Seq2[Note, error]) (bytes int64, err error) {
	return AtomicFolder(path, func(dir string) (err error) {
		var names Names
		flush := newFlusher()
		defer func() {
			if flushed := flush.wait(); err == nil && flushed != nil {
				err = targetError(path, flushed)
			}
		}()
		for n, err := range notes {
			if err != nil {
				return err
			}
			if err := writeNoteFile(dir, path, &names, flush, n); err != nil {
				return err
			}
		}
		return nil
	})
}

// writeNoteFile writes one note under the first name that is free. The folder
// itself decides what is free: some take é in two spellings for one name.
func writeNoteFile(dir, path string, names *Names, flush *flusher, n Note) error {
	for {
		name := filepath.Join(dir, names.Next(n.Title, "md"))
		f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err != nil {
			return targetError(path, err)
		}
		_, err = fill(f, path, func(w io.Writer) error { return WriteMarkdownNote(w, n) })
		flush.finish(f)
		return err
	}
}

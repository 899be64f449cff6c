package app

import (
	"archive/zip"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
	"unicode/utf8"

	"raadwijzer/app/internal/domain"
	"raadwijzer/app/internal/markdown"
	"raadwijzer/app/internal/store"
)

// ImportResult says what an import did. Imported counts new and changed notes.
type ImportResult struct {
	Imported  int            `json:"imported"`
	Unchanged int            `json:"unchanged"`
	Failed    []ImportFailed `json:"failed"`
}

// ImportFailed is a file that was not imported, with the reason in Dutch.
type ImportFailed struct {
	Path   string `json:"path"`
	Reason string `json:"reason"`
}

// ReadText reads a text. Errors: CodeNotUTF8, CodeFileTooLarge,
// CodeFileUnreadable, each with the name.
func ReadText(r io.Reader, name string) (string, error) {
	content, err := io.ReadAll(io.LimitReader(r, domain.MaxNoteBytes+1))
	switch {
	case err != nil:
		return "", domain.Wrap(domain.CodeFileUnreadable, name, err)
	case len(content) > domain.MaxNoteBytes:
		return "", domain.Fail(domain.CodeFileTooLarge, name)
	case !utf8.Valid(content):
		return "", domain.Fail(domain.CodeNotUTF8, name)
	}
	return string(content), nil
}

// ReadTextFile is ReadText for a file. Only a regular file is read: a device
// or a pipe might never end.
func ReadTextFile(path string) (text string, err error) {
	info, err := os.Stat(path)
	if err != nil {
		return "", domain.Wrap(domain.CodeFileUnreadable, path, err)
	}
	if !info.Mode().IsRegular() {
		return "", domain.Fail(domain.CodeFileUnreadable, path)
	}
	f, err := os.Open(path)
	if err != nil {
		return "", domain.Wrap(domain.CodeFileUnreadable, path, err)
	}
	text, err = ReadText(f, path)
	return text, errors.Join(err, f.Close())
}

// Import reads Markdown files, folders of them and zip files of them. A file
// that fails is named with its reason and the rest goes on. The error is for
// what makes going on useless: the store refuses to write.
func (a *App) Import(paths []string) (ImportResult, error) {
	in := importer{app: a, result: ImportResult{Failed: []ImportFailed{}}}
	for _, path := range paths {
		if err := in.path(path); err != nil {
			return in.result, err
		}
	}
	return in.result, nil
}

type importer struct {
	app    *App
	result ImportResult
}

func (in *importer) path(path string) error {
	info, err := os.Stat(path)
	if err != nil {
		in.fail(path, domain.Wrap(domain.CodeFileUnreadable, path, err))
		return nil
	}
	switch {
	case info.IsDir():
		return in.folder(path)
	case strings.EqualFold(filepath.Ext(path), ".zip"):
		return in.archive(path)
	}
	return in.file(path, info.ModTime())
}

// folder reads every text file below a folder. It follows no links and leaves
// hidden folders alone: those hold the settings of other programs.
func (in *importer) folder(root string) error {
	return filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			in.fail(path, domain.Wrap(domain.CodeFileUnreadable, path, err))
			return nil
		case entry.IsDir() && path != root && strings.HasPrefix(entry.Name(), "."):
			return filepath.SkipDir
		case !entry.Type().IsRegular() || !isText(path):
			return nil
		}
		info, err := entry.Info()
		if err != nil {
			in.fail(path, domain.Wrap(domain.CodeFileUnreadable, path, err))
			return nil
		}
		return in.file(path, info.ModTime())
	})
}

func isText(path string) bool {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".md", ".markdown", ".txt":
		return true
	}
	return false
}

func (in *importer) file(path string, changed time.Time) error {
	text, err := ReadTextFile(path)
	if err != nil {
		in.fail(path, err)
		return nil
	}
	return in.text(path, text, changed)
}

// archive reads the texts in a zip. Nothing is unpacked to disk, so a name in
// it cannot lead anywhere.
func (in *importer) archive(path string) error {
	r, err := zip.OpenReader(path)
	if err != nil {
		in.fail(path, domain.Wrap(domain.CodeArchiveDamaged, path, err))
		return nil
	}
	defer func() { _ = r.Close() }() // only read from
	for _, f := range r.File {
		if !f.Mode().IsRegular() || !isText(f.Name) || hidden(f.Name) {
			continue
		}
		name := path + ": " + f.Name
		text, err := readZipped(f, name)
		if err != nil {
			in.fail(name, err)
			continue
		}
		if err := in.text(name, text, f.Modified); err != nil {
			return err
		}
	}
	return nil
}

func hidden(name string) bool {
	for _, part := range strings.Split(name, "/") {
		if strings.HasPrefix(part, ".") || part == "__MACOSX" {
			return true
		}
	}
	return false
}

func readZipped(f *zip.File, name string) (string, error) {
	r, err := f.Open()
	if err != nil {
		return "", domain.Wrap(domain.CodeArchiveDamaged, name, err)
	}
	text, err := ReadText(r, name)
	return text, errors.Join(err, r.Close())
}

// text stores one file. Only a failure of the store itself ends the import.
func (in *importer) text(name, text string, changed time.Time) error {
	note, err := in.app.noteFrom(text, name, changed)
	if err != nil {
		in.fail(name, err)
		return nil
	}
	sum := sha256.Sum256([]byte(text))
	what, _, err := in.app.store.ImportNote(in.app.ctx, note, hex.EncodeToString(sum[:]))
	switch {
	case err != nil:
		return err
	case what == store.ImportedUnchanged:
		in.result.Unchanged++
	default:
		in.result.Imported++
	}
	return nil
}

// noteFrom makes a note of a file. A front matter gives the properties; what
// it hangs on counts only when it is there, because a note must not be refused
// for a run that lives in another data folder. Without a title anywhere the
// name of the file is the title.
func (a *App) noteFrom(text, name string, changed time.Time) (domain.Note, error) {
	meta, body, err := markdown.FrontMatter(text)
	if err != nil {
		return domain.Note{}, err
	}
	note := domain.Note{ID: meta.ID, Title: meta.Title, Body: body, Tags: meta.Tags,
		Item: meta.Item, Run: meta.Run, Step: meta.Step, Confidential: meta.Confidential, Pinned: meta.Pinned,
		Created: meta.Created, Updated: meta.Updated}
	if note.Created.IsZero() {
		note.Created = changed
	}
	if note.Updated.IsZero() {
		note.Updated = changed
	}
	if _, err := a.contextOf(note); err != nil {
		note.Item, note.Run, note.Step = "", "", ""
	}
	derived := markdown.Title(body)
	if note.Title == derived {
		note.Title = "" // it was derived before the export, and goes on following the text
	}
	if strings.TrimSpace(note.Title) == "" && derived == "" {
		base := filepath.Base(filepath.FromSlash(name))
		note.Title = strings.TrimSuffix(base, filepath.Ext(base))
	}
	return note, check(&note)
}

func (in *importer) fail(path string, err error) {
	_, reason := Describe(in.app, nil, err)
	in.result.Failed = append(in.result.Failed, ImportFailed{Path: path, Reason: reason})
}

package export

import (
	"bufio"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"syscall"

	"raadwijzer/app/internal/domain"
	"raadwijzer/app/internal/temp"
)

// Atomic writes a file whole or not at all: beside the target first, then
// flushed to disk and renamed. On any error nothing is left behind and an
// existing file is as it was. It returns the size in bytes. Without force an
// existing target is an error. Errors: CodeTargetExists, CodeTargetUnwritable
// (also when the target is no regular file), CodeDiskFull, CodeTargetTooLarge,
// CodeFileNameTooLong, each with the path, and those of write as they are.
func Atomic(path string, force bool, write func(io.Writer) error) (bytes int64, err error) {
	target, mode, err := checkTarget(path, force)
	if err != nil {
		return 0, err
	}
	f, err := os.CreateTemp(filepath.Dir(target), temp.Pattern()) // mode 0600
	if err != nil {
		return 0, targetError(path, err)
	}
	done := false
	defer func() { // also when write panics
		if !done {
			_ = f.Close()
			_ = os.Remove(f.Name())
		}
	}()
	if bytes, err = fill(f, path, write); err != nil {
		return 0, err
	}
	if mode != 0 {
		_ = f.Chmod(mode) // some file systems have no modes
	}
	if err := finish(f); err != nil {
		return 0, targetError(path, err)
	}
	// The target may have come while we wrote.
	if _, err := os.Lstat(target); err == nil && !force {
		return 0, domain.Fail(domain.CodeTargetExists, path)
	}
	if err := os.Rename(f.Name(), target); err != nil {
		return 0, targetError(path, err)
	}
	done = true
	syncFolder(filepath.Dir(target))
	return bytes, nil
}

// checkTarget returns the file that a path means, through links, and the mode
// of an existing one, 0 for a new one.
func checkTarget(path string, force bool) (target string, mode fs.FileMode, err error) {
	if path == "" {
		return "", 0, domain.Fail(domain.CodeTargetUnwritable, path)
	}
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if _, err := os.Lstat(path); err == nil { // a link to nowhere
			return "", 0, domain.Fail(domain.CodeTargetUnwritable, path)
		}
		return path, 0, nil
	case err != nil:
		return "", 0, targetError(path, err)
	case !info.Mode().IsRegular():
		return "", 0, domain.Fail(domain.CodeTargetUnwritable, path)
	case !force:
		return "", 0, domain.Fail(domain.CodeTargetExists, path)
	}
	target, err = filepath.EvalSymlinks(path)
	if err != nil {
		return "", 0, targetError(path, err)
	}
	return target, info.Mode().Perm(), nil
}

// Stream writes to a stream that is open, such as standard output; name is
// what the user calls it. Errors: CodeTargetUnwritable, CodeDiskFull,
// CodeTargetTooLarge, and those of write as they are.
func Stream(w io.Writer, name string, write func(io.Writer) error) error {
	_, err := fill(w, name, write)
	return err
}

// fill lets write fill the file and tells a full disk from an error of write.
func fill(f io.Writer, path string, write func(io.Writer) error) (int64, error) {
	out := &keeper{w: f}
	buffer := bufio.NewWriterSize(out, 64<<10)
	err := write(buffer)
	if flush := buffer.Flush(); err == nil {
		err = flush
	}
	if out.err != nil {
		return 0, targetError(path, out.err)
	}
	return out.bytes, err
}

// keeper counts bytes and keeps the first error of the file itself.
type keeper struct {
	w     io.Writer
	bytes int64
	err   error
}

// Write passes on to the file.
func (k *keeper) Write(p []byte) (int, error) {
	n, err := k.w.Write(p)
	k.bytes += int64(n)
	if k.err == nil {
		k.err = err
	}
	return n, err
}

// finish brings a file to disk and closes it.
func finish(f *os.File) error {
	err := f.Sync()
	if closed := f.Close(); err == nil {
		err = closed
	}
	return err
}

// syncFolder brings the name of a file to disk. The file is whole whatever
// comes of it, and some systems cannot do this, so its error is dropped.
func syncFolder(path string) {
	if f, err := os.Open(path); err == nil {
		_ = f.Sync()
		_ = f.Close()
	}
}

// targetError gives an error of the file system its code.
func targetError(path string, err error) error {
	switch {
	case isFull(err):
		return domain.Wrap(domain.CodeDiskFull, path, err)
	case isTooLong(err):
		return domain.Wrap(domain.CodeFileNameTooLong, path, err)
	case isTooLarge(err):
		return domain.Wrap(domain.CodeTargetTooLarge, path, err)
	}
	return domain.Wrap(domain.CodeTargetUnwritable, path, err)
}

func isTooLong(err error) bool {
	if runtime.GOOS == "windows" {
		const nameTooLong = syscall.Errno(206)
		return errors.Is(err, nameTooLong)
	}
	return errors.Is(err, syscall.ENAMETOOLONG)
}

// isTooLarge reports whether a place takes no file of this size, as on a stick
// that is formatted as FAT.
func isTooLarge(err error) bool {
	if runtime.GOOS == "windows" {
		const fileTooLarge = syscall.Errno(223)
		return errors.Is(err, fileTooLarge)
	}
	return errors.Is(err, syscall.EFBIG)
}

func isFull(err error) bool {
	if runtime.GOOS == "windows" {
		const diskFull, handleDiskFull = syscall.Errno(112), syscall.Errno(39)
		return errors.Is(err, diskFull) || errors.Is(err, handleDiskFull)
	}
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT)
}

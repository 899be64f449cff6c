package app

import (
	"errors"
	"io"
	"os"
	"path/filepath"

	"raadwijzer/app/internal/domain"
)

// BackupTo writes a verified backup to a stream. Errors: those of Backup, and
// those of w.
func (a *App) BackupTo(w io.Writer) (view BackupView, err error) {
	dir, err := privateFolder(a.folder)
	if err != nil {
		return view, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	path := filepath.Join(dir, "kopie.db")
	info, err := a.store.Backup(a.ctx, path, false)
	if err != nil {
		return view, err
	}
	f, err := os.Open(path)
	if err != nil {
		return view, domain.Wrap(domain.CodeFileUnreadable, "-", err)
	}
	_, err = io.Copy(w, f)
	if err = errors.Join(err, f.Close()); err != nil {
		return view, domain.Wrap(domain.CodeTargetUnwritable, "-", err)
	}
	view = backupView(info)
	view.Path = "-"
	return view, a.backedUp()
}

// FromStream puts what comes from a stream in a private file inside the data
// folder and calls f with its path. What f says about the file is told about
// "-". The file is gone afterwards.
func FromStream(config Config, r io.Reader, f func(path string) error) (err error) {
	folder, err := DataFolder(config.DataDir)
	if err == nil {
		err = os.MkdirAll(folder, 0o700)
	}
	if err != nil {
		return domain.Wrap(domain.CodeDataUnwritable, config.DataDir, err)
	}
	dir, err := privateFolder(folder)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	path := filepath.Join(dir, "kopie.db")
	file, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return domain.Wrap(domain.CodeDataUnwritable, folder, err)
	}
	_, err = io.Copy(file, r)
	if err = errors.Join(err, file.Close()); err != nil {
		return domain.Wrap(domain.CodeFileUnreadable, "-", err)
	}
	if err = f(path); domain.FieldOf(err) == path {
		err = domain.Wrap(domain.CodeOf(err), "-", err)
	}
	return err
}

// privateFolder makes a folder for what must not stay and others must not see.
func privateFolder(inside string) (string, error) {
	dir, err := os.MkdirTemp(inside, ".raadwijzer-*.tmp") // mode 0700
	if err != nil {
		return "", domain.Wrap(domain.CodeDataUnwritable, inside, err)
	}
	return dir, nil
}

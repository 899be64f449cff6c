package app

import (
	"errors"
	"io"
	"os"
	"path/filepath"

	"raadwijzer/app/internal/domain"
)

// BackupTo writes a verified backup to a stream, sealed when there is a
// password. Errors: those of Backup and BackupSealed, and those of w.
func (a *App) BackupTo(w io.Writer, password string) (view BackupView, err error) {
	defer a.beginWriting(filepath.Join(a.folder, "kopie"))()
	err = inTemp(a.folder, func(private string) error {
		var path string
		if path, view, err = a.backupIn(private, password); err != nil {
			return err
		}
		if err := copyTo(w, path); err != nil {
			return domain.Wrap(domain.CodeTargetUnwritable, "-", err)
		}
		return a.noteBackup()
	})
	view.Path = "-"
	return view, err
}

// FromStream puts what comes from a stream in a private file inside the data
// folder and calls f with its path. What f says about the file is told about
// "-". The file is gone afterwards.
func FromStream(config Config, r io.Reader, f func(path string) error) error {
	folder, err := DataFolder(config.DataDir)
	if err == nil {
		err = os.MkdirAll(folder, 0o700)
	}
	if err != nil {
		return domain.Wrap(domain.CodeDataUnwritable, config.DataDir, err)
	}
	return inTemp(folder, func(private string) error {
		path := filepath.Join(private, "kopie.db")
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
	})
}

package app

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"

	"raadwijzer/app/internal/domain"
	"raadwijzer/app/internal/store"
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

// LookAtBackup tells what is in a backup, also beside data that cannot be
// opened. Nothing is changed. Errors: those of Backups.Look.
func LookAtBackup(config Config, path, password string) (BackupView, error) {
	folder, err := madeFolder(config)
	if err != nil {
		return BackupView{}, err
	}
	defer writingIn(folder, filepath.Join(folder, "kopie"))()
	return lookAt(context.Background(), folder, path, password)
}

func lookAt(ctx context.Context, folder, path, password string) (view BackupView, err error) {
	err = unsealed(folder, path, password, func(plain string) error {
		info, err := store.Inspect(ctx, plain)
		if err != nil {
			return err
		}
		view = backupView(info)
		view.Path = path
		file, err := os.Stat(path) // a sealed one was unpacked just now
		view.Made = moment(file.ModTime())
		return err
	})
	return view, err
}

// madeFolder returns the data folder, which may be there for the first time:
// what is unpacked on the way is kept in it.
func madeFolder(config Config) (string, error) {
	folder, err := DataFolder(config.DataDir)
	if err == nil {
		err = os.MkdirAll(folder, 0o700)
	}
	if err != nil {
		return "", domain.Wrap(domain.CodeDataUnwritable, config.DataDir, err)
	}
	return folder, nil
}

// FromStream puts what comes from a stream in a private file inside the data
// folder and calls f with its path. What f says about the file is told about
// "-". The file is gone afterwards.
func FromStream(config Config, r io.Reader, f func(path string) error) error {
	folder, err := madeFolder(config)
	if err != nil {
		return err
	}
	defer writingIn(folder, filepath.Join(folder, "kopie"))()
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

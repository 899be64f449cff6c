package app

import (
	"context"
	"path/filepath"
	"time"

	"raadwijzer/app/internal/domain"
	"raadwijzer/app/internal/export"
	"raadwijzer/app/internal/store"
)

// Rescue writes every note that can still be read from a damaged data folder
// to a new folder of Markdown files, and returns how many that are. The
// damaged file is only read. No folder is made when nothing can be read.
// Errors: CodeDataUnwritable, CodeFolderExists, CodeTargetUnwritable,
// CodeDiskFull.
func Rescue(config Config, target string) (count int, err error) {
	folder, err := DataFolder(config.DataDir)
	if err != nil {
		return 0, domain.Wrap(domain.CodeDataUnwritable, config.DataDir, err)
	}
	return rescueTo(folder, target)
}

func rescueTo(folder, target string) (int, error) {
	defer writingIn(folder, filepath.Join(folder, "kopie"), target)()
	var notes []domain.Note
	err := store.Rescue(context.Background(), folder, func(n domain.Note) error {
		notes = append(notes, n)
		return nil
	})
	if err != nil || len(notes) == 0 {
		return 0, err
	}
	_, err = export.WriteNoteFolder(target, func(yield func(export.Note, error) bool) {
		for _, n := range notes {
			if !yield(export.Note{Note: n}, nil) {
				return
			}
		}
	})
	return len(notes), err
}

// Damage is what can be done about a database that cannot be opened.
type Damage struct {
	folder string
	// Backup is the newest sound copy; its Path is "" when there is none.
	Backup BackupView
	// Rescued is how many notes could still be read, Folder where they are.
	Rescued int
	Folder  string
}

// LookAtDamage saves what can be read from a damaged data folder and looks for
// the newest sound copy. The damaged file is only read. Errors: those of
// Rescue.
func LookAtDamage(folder string) (Damage, error) {
	d := Damage{folder: folder}
	target := filepath.Join(folder, store.RescuedPrefix+time.Now().Format("2006-01-02-150405"))
	count, err := rescueTo(folder, target)
	if err != nil {
		return d, err
	}
	if count > 0 {
		d.Rescued, d.Folder = count, target
	}
	info, err := store.NewestSound(context.Background(), folder)
	if err != nil && domain.CodeOf(err) != domain.CodeBackupInvalid {
		return d, err
	}
	if err == nil {
		d.Backup = backupView(info)
	}
	return d, nil
}

// Restore puts the newest sound copy in the place of the damaged file, which
// is kept beside it. The caller holds the lock of the folder. Errors: those of
// RestoreDamaged.
func (d Damage) Restore() error {
	defer writingIn(d.folder, filepath.Join(d.folder, "kopie"))()
	_, err := replaceDamaged(d.folder, d.Backup.Path, "")
	return err
}

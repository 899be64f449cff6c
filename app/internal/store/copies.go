package store

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"raadwijzer/app/internal/domain"
)

// KeptCopies is how many copies of a kind the program keeps of its own accord.
const KeptCopies = 10

// How the copies in the data folder are called, by why they were made. A date
// follows, so that names sort as time does.
const (
	dailyPrefix   = "dagelijks-"
	migratePrefix = "voor-versie-"
	restorePrefix = "voor-terugzetten-"
	erasePrefix   = "voor-verwijderen-"
)

// What beside the copies may hold the text of notes in the data folder, after
// damage: the database as it was, and a folder of the notes that were rescued.
const (
	damagedPrefix = "beschadigd-"
	RescuedPrefix = "geredde-notities-"
)

// DailyBackup makes the verified copy of a day when it is not there yet, and
// removes the oldest daily ones. Made is false when there was nothing to do.
// Errors: those of Backup; no older copy is removed then.
func (s *Store) DailyBackup(ctx context.Context, day domain.Date) (info BackupInfo, made bool, err error) {
	path := filepath.Join(s.config.Folder, BackupFolder, dailyPrefix+day.String()+".db")
	if _, err := os.Stat(path); err == nil {
		return BackupInfo{Path: path}, false, nil
	}
	if info, err = s.Backup(ctx, path, false); err != nil {
		return info, false, err
	}
	return info, true, prune(path, dailyPrefix)
}

// CopyBackup puts a copy of a backup in another folder, verified, and removes
// the oldest there whose names begin with prefix. A copy that is there already
// is left as it is, and made is false. Errors: CodeTargetUnwritable when the
// folder is not there or cannot be written, CodeDiskFull, CodeBackupInvalid;
// nothing is removed then.
func CopyBackup(ctx context.Context, from, folder, prefix string, day domain.Date) (made bool, err error) {
	path := filepath.Join(folder, prefix+day.String()+".db")
	if _, err := os.Stat(path); err == nil {
		return false, nil
	}
	half, err := tempBeside(path)
	if err != nil {
		return false, wrap(domain.CodeTargetUnwritable, folder, err)
	}
	defer removeDatabase(half)
	if err := copyFile(from, half); err != nil {
		return false, wrap(domain.CodeTargetUnwritable, folder, err)
	}
	if _, err := Inspect(ctx, half); err != nil {
		return false, err
	}
	if err := moveSynced(half, path); err != nil {
		return false, wrap(domain.CodeTargetUnwritable, folder, err)
	}
	return true, prune(path, prefix)
}

func copyFile(from, to string) (err error) {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, in.Close()) }()
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_TRUNC, 0)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Close())
}

// prune removes the oldest copies of a kind beside a copy that was just made.
// That one always stays, also when the clock was set back and its name is the
// oldest, so that there is never no copy.
func prune(kept, prefix string) error {
	copies, err := copiesIn(filepath.Dir(kept), prefix)
	if err != nil {
		return wrap(domain.CodeTargetUnwritable, kept, err)
	}
	copies = slices.DeleteFunc(copies, func(path string) bool { return path == kept })
	for _, path := range copies[:max(0, len(copies)-(KeptCopies-1))] {
		if err := os.Remove(path); err != nil {
			return wrap(domain.CodeTargetUnwritable, path, err)
		}
	}
	return nil
}

// copiesIn returns the copies in a folder whose names begin with prefix, the
// oldest name first. A folder that is not there has none.
func copiesIn(folder, prefix string) ([]string, error) {
	entries, err := os.ReadDir(folder)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, err
	}
	var paths []string
	for _, entry := range entries { // sorted by name
		name := entry.Name()
		if entry.Type().IsRegular() && strings.HasPrefix(name, prefix) && strings.HasSuffix(name, ".db") {
			paths = append(paths, filepath.Join(folder, name))
		}
	}
	return paths, nil
}

// Copies returns the copies in a data folder, the newest first, after a quick
// look at each: Inspect tells whether one is sound. What is no copy of ours is
// left out. Errors: CodeDataUnwritable when the folder cannot be read.
func Copies(ctx context.Context, folder string) ([]BackupInfo, error) {
	paths, err := copiesIn(filepath.Join(folder, BackupFolder), "")
	if err != nil {
		return nil, wrap(domain.CodeDataUnwritable, folder, err)
	}
	copies := []BackupInfo{}
	for _, path := range paths {
		if info, err := look(ctx, path, false); err == nil {
			copies = append(copies, info)
		}
	}
	slices.SortStableFunc(copies, func(a, b BackupInfo) int { return b.Made.Compare(a.Made) })
	return copies, failure(ctx.Err())
}

// NewestSound returns the newest copy in a data folder that is sound. The
// error has CodeBackupInvalid when there is none.
func NewestSound(ctx context.Context, folder string) (BackupInfo, error) {
	copies, err := Copies(ctx, folder)
	if err != nil {
		return BackupInfo{}, err
	}
	for _, found := range copies {
		if info, err := Inspect(ctx, found.Path); err == nil {
			return info, nil
		}
	}
	return BackupInfo{}, domain.Fail(domain.CodeBackupInvalid, filepath.Join(folder, BackupFolder))
}

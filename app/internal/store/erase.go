package store

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"raadwijzer/app/internal/domain"
)

// settingErasing stands in a database that took the place of one with data,
// until what FinishErase does is done. It comes with the empty database in one
// transaction, so a kill leaves either all data or this word.
const settingErasing = "erasing"

// What FinishErase has to do: clean the files of the database, or remove the
// copies as well.
const (
	eraseData   = "data"
	eraseCopies = "copies"
)

// Erase puts an empty database in the place of the data: notes with their
// older texts, the trash, runs with their log, checklists, recesses and
// settings. Call FinishErase then. Without copies the data are kept as a copy
// first, and aside tells where; with copies nothing is kept. It works beside an
// open window. Errors: those of Backup, CodeDataBusy; nothing is removed then.
func (s *Store) Erase(ctx context.Context, copies bool) (aside string, err error) {
	defer s.writing(filepath.Join(s.config.Folder, FileName))()
	what := eraseData
	if copies {
		what = eraseCopies
	}
	empty := func(string) error { return nil }
	ready, err := makeReady(ctx, s.config, empty, func(ctx context.Context, tx *sql.Tx) error {
		return putSetting(ctx, tx, settingErasing, what)
	})
	if err != nil {
		return "", err
	}
	defer removeDatabase(ready)
	if !copies {
		if aside, err = s.putAside(ctx, erasePrefix); err != nil {
			return "", err
		}
	}
	if err := s.copyFrom(ctx, ready); err != nil {
		return "", err
	}
	if !copies {
		_ = prune(aside, erasePrefix) // an old copy that cannot be removed costs space and no more
	}
	return aside, nil
}

// notErasing takes the word of Erase out of a backup: what somebody else wrote
// there must not remove copies here.
func notErasing(ctx context.Context, tx *sql.Tx) error {
	_, err := tx.ExecContext(ctx, "DELETE FROM settings WHERE name = ?", settingErasing)
	return err
}

// Erasing reports whether there is work for FinishErase.
func (s *Store) Erasing(ctx context.Context) (bool, error) {
	what, err := s.Setting(ctx, settingErasing)
	return what != "", err
}

// FinishErase removes what an Erase left in files: the old pages of the
// database and of its log, and the copies when they were to go too. When there
// is nothing to do it does nothing, so it can be called at each start. Errors:
// CodeEraseUnfinished with the file that could not be removed yet.
func (s *Store) FinishErase(ctx context.Context) error {
	what, err := s.Setting(ctx, settingErasing)
	if err != nil || what == "" {
		return err
	}
	if err := s.emptyLog(ctx); err != nil {
		return domain.Wrap(domain.CodeEraseUnfinished, s.path, err)
	}
	if what == eraseCopies {
		if err := removeKept(s.config.Folder); err != nil {
			return err
		}
	}
	return s.write(ctx, func(tx *sql.Tx) error { return notErasing(ctx, tx) })
}

// emptyLog writes the log into the database file, which cuts off the pages
// that are no longer part of it, and empties the log.
func (s *Store) emptyLog(ctx context.Context) error {
	var busy, pages, moved int
	err := s.writer.QueryRowContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)").Scan(&busy, &pages, &moved)
	if err == nil && busy != 0 { // another program reads
		err = domain.Fail(domain.CodeDataBusy, "")
	}
	return failure(err)
}

// Kept returns what in the data folder holds data beside the database, made by
// the program or put among its copies: copies, damaged databases that were set
// aside, and folders of rescued notes. Errors: CodeDataUnwritable.
func Kept(folder string) ([]string, error) {
	var paths []string
	for _, place := range []struct {
		folder string
		ours   func(entry os.DirEntry) bool
	}{
		{filepath.Join(folder, BackupFolder), isCopy},
		{folder, isAside},
	} {
		entries, err := os.ReadDir(place.folder)
		if err != nil && !errors.Is(err, os.ErrNotExist) {
			return nil, wrap(domain.CodeDataUnwritable, folder, err)
		}
		for _, entry := range entries {
			if place.ours(entry) {
				path := filepath.Join(place.folder, entry.Name())
				paths = append(paths, strings.TrimSuffix(strings.TrimSuffix(path, "-wal"), "-shm"))
			}
		}
	}
	return slices.Compact(paths), nil // sorted by name, so a database stands beside its log
}

func isCopy(entry os.DirEntry) bool {
	extension := filepath.Ext(entry.Name())
	return entry.Type().IsRegular() && (extension == ".db" || extension == ".age")
}

func isAside(entry os.DirEntry) bool {
	name := entry.Name()
	return strings.HasPrefix(name, damagedPrefix) && entry.Type().IsRegular() || strings.HasPrefix(name, RescuedPrefix) && entry.IsDir()
}

// removeKept removes everything that Kept returns.
func removeKept(folder string) error {
	paths, err := Kept(folder)
	if err != nil {
		return err
	}
	for _, path := range paths {
		for _, suffix := range []string{"-wal", "-shm", ""} {
			if err := os.RemoveAll(path + suffix); err != nil {
				return domain.Wrap(domain.CodeEraseUnfinished, path, err)
			}
		}
	}
	_ = os.Remove(filepath.Join(folder, BackupFolder)) // refuses while somebody else's file is there
	return nil
}

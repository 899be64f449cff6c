package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	sqlite3 "github.com/mattn/go-sqlite3"

	"raadwijzer/app/internal/domain"
	"raadwijzer/app/internal/temp"
)

// BackupFolder is the folder inside the data folder where the program keeps
// copies of its own accord.
const BackupFolder = "reservekopieen"

// BackupInfo says what is in a backup.
type BackupInfo struct {
	Path   string
	Made   time.Time // when the file was last written
	Schema int
	Counts Counts
}

// Backup writes a whole, verified copy of the data to path while the program
// goes on. The file is there complete or not at all. Errors:
// CodeTargetExists without replace, CodeTargetUnwritable, CodeDiskFull, and
// CodeDataDamaged when the data are not sound.
func (s *Store) Backup(ctx context.Context, path string, replace bool) (BackupInfo, error) {
	info, err := os.Stat(path)
	switch {
	case err == nil && (!info.Mode().IsRegular() || s.Holds(path)):
		return BackupInfo{}, domain.Fail(domain.CodeTargetUnwritable, path)
	case err == nil && !replace:
		return BackupInfo{}, domain.Fail(domain.CodeTargetExists, path)
	}
	if filepath.Base(filepath.Dir(path)) == BackupFolder {
		// A data folder that is gone must not come back with nothing but copies.
		if err := os.Mkdir(filepath.Dir(path), 0o700); err != nil && !errors.Is(err, os.ErrExist) {
			return BackupInfo{}, wrap(domain.CodeTargetUnwritable, path, err)
		}
	}
	half, err := tempBeside(path)
	if err != nil {
		return BackupInfo{}, wrap(domain.CodeTargetUnwritable, path, err)
	}
	defer removeDatabase(half)
	source := s.aside()
	_, err = source.ExecContext(ctx, "VACUUM INTO ?", half)
	if err = errors.Join(err, source.Close()); err != nil {
		return BackupInfo{}, targetFailure(path, err)
	}
	made, err := Inspect(ctx, half)
	if domain.CodeOf(err) == domain.CodeBackupInvalid {
		return BackupInfo{}, domain.Wrap(domain.CodeDataDamaged, "", err) // a true copy of what is not sound
	}
	if err != nil {
		return BackupInfo{}, err
	}
	if err := moveSynced(half, path); err != nil {
		return BackupInfo{}, wrap(domain.CodeTargetUnwritable, path, err)
	}
	made.Path, made.Made = path, s.now()
	return made, nil
}

// Holds reports whether path is a file of the database itself, by whatever
// name or link: nothing else may be written there.
func (s *Store) Holds(path string) bool {
	target, err := os.Stat(path)
	if err != nil {
		return false
	}
	for _, suffix := range []string{"", "-wal", "-shm"} {
		own, err := os.Stat(filepath.Join(s.config.Folder, FileName+suffix))
		if err == nil && os.SameFile(own, target) {
			return true
		}
	}
	return false
}

// tempBeside makes an empty private file in the folder of path. VACUUM INTO
// accepts an empty file and keeps its mode.
func tempBeside(path string) (string, error) {
	f, err := os.CreateTemp(filepath.Dir(path), temp.Pattern())
	if err != nil {
		return "", err
	}
	return f.Name(), f.Close()
}

// targetFailure tells the target from the data folder where SQLite cannot.
func targetFailure(path string, err error) error {
	if code := codeOf(err); code != domain.CodeDataUnwritable {
		return failure(err)
	}
	return domain.Wrap(domain.CodeTargetUnwritable, path, err)
}

// moveSynced puts a finished file in its place and makes the move last.
func moveSynced(temp, path string) (err error) {
	f, err := os.OpenFile(temp, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	if err := errors.Join(f.Sync(), f.Close()); err != nil {
		return err
	}
	if err := os.Rename(temp, path); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(path))
}

// removeDatabase removes a temporary database. What is left of it is only
// waste, so a failure is not worth a message.
func removeDatabase(path string) {
	for _, suffix := range []string{"", "-wal", "-shm", "-journal"} {
		_ = os.Remove(path + suffix)
	}
}

// Inspect opens a backup for reading, checks it whole and says what is in it.
// Errors: CodeFileUnreadable, CodeBackupInvalid for a file that is not a sound
// database of this program, CodeDataNewer.
func Inspect(ctx context.Context, path string) (info BackupInfo, err error) {
	return look(ctx, path, true)
}

// look is Inspect; without whole it takes the pages for sound, which makes it
// quick for a large file.
func look(ctx context.Context, path string, whole bool) (info BackupInfo, err error) {
	file, err := os.Stat(path)
	if err != nil {
		return info, domain.Wrap(domain.CodeFileUnreadable, path, err)
	}
	if !file.Mode().IsRegular() {
		return info, domain.Fail(domain.CodeFileUnreadable, path)
	}
	db, err := sql.Open("sqlite3", dsnToRead(path))
	if err != nil {
		return info, domain.Wrap(domain.CodeBackupInvalid, path, err)
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	info = BackupInfo{Path: path, Made: file.ModTime().UTC()}
	if info.Schema, err = schemaOf(ctx, db); err != nil || info.Schema == 0 {
		return info, domain.Wrap(domain.CodeBackupInvalid, path, err)
	}
	if info.Schema > SchemaVersion() {
		return info, domain.Fail(domain.CodeDataNewer, path)
	}
	if whole {
		findings, err := schemaFaults(ctx, db, info.Schema) // first: what is asked below must be a table
		if err == nil && len(findings) == 0 {
			findings, err = integrity(ctx, db)
		}
		if err != nil || len(findings) > 0 {
			return info, domain.Wrap(domain.CodeBackupInvalid, path, errors.Join(err, fmt.Errorf("%v", findings)))
		}
	}
	if info.Counts, err = (&Store{db: db}).Counts(ctx); err != nil {
		return info, domain.Wrap(domain.CodeBackupInvalid, path, err)
	}
	return info, nil
}

// Restore replaces all data by those of a backup and returns where the present
// data were kept. It works beside an open window. Errors: those of Inspect and
// Backup; nothing is changed then.
func (s *Store) Restore(ctx context.Context, path string) (info BackupInfo, aside string, err error) {
	if info, err = Inspect(ctx, path); err != nil {
		return info, "", err
	}
	defer s.writing(filepath.Join(s.config.Folder, FileName))()
	ready, err := prepare(ctx, s.config, path)
	if err != nil {
		return info, "", err
	}
	defer removeDatabase(ready)
	if aside, err = s.putAside(ctx, restorePrefix); err != nil {
		return info, "", err
	}
	if err := s.copyFrom(ctx, ready); err != nil {
		return info, aside, err
	}
	_ = prune(aside, restorePrefix) // an old copy that cannot be removed costs space and no more
	return info, aside, nil
}

// putAside keeps the present data before others come in their place, as a copy
// of the kind that the prefix names, and returns where.
func (s *Store) putAside(ctx context.Context, prefix string) (aside string, err error) {
	aside = filepath.Join(s.config.Folder, BackupFolder, prefix+stamp(s.now())+".db")
	defer s.writing(aside)()
	_, err = s.Backup(ctx, aside, false)
	if domain.CodeOf(err) == domain.CodeDataDamaged {
		return s.keepDamaged(ctx)
	}
	return aside, err
}

// keepDamaged puts a copy of a database that opens but is not sound where
// Replace puts one that does not, as it is.
func (s *Store) keepDamaged(ctx context.Context) (aside string, err error) {
	// What still stands in the log goes along when that can be.
	_, _ = s.writer.ExecContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)")
	aside = damagedPath(s.config.Folder)
	half, err := tempBeside(aside)
	if err != nil {
		return "", wrap(domain.CodeDataUnwritable, s.config.Folder, err)
	}
	defer removeDatabase(half)
	if err := errors.Join(copyFile(s.path, half), moveSynced(half, aside)); err != nil {
		return "", wrap(domain.CodeDataUnwritable, s.config.Folder, err)
	}
	return aside, nil
}

func damagedPath(folder string) string {
	return filepath.Join(folder, damagedPrefix+stamp(time.Now())+".db")
}

// Replace puts a backup in the place of a database that cannot be opened and
// returns where the damaged file was kept. No window may have the folder open.
// Errors: those of Inspect; nothing is changed then.
func Replace(ctx context.Context, config Config, path string) (info BackupInfo, aside string, err error) {
	if info, err = Inspect(ctx, path); err != nil {
		return info, "", err
	}
	ready, err := prepare(ctx, config, path)
	if err != nil {
		return info, "", err
	}
	defer removeDatabase(ready)
	own := filepath.Join(config.Folder, FileName)
	aside = damagedPath(config.Folder)
	if err := setAside(own, aside); err != nil {
		return info, "", wrap(domain.CodeDataUnwritable, config.Folder, err)
	}
	if err := moveSynced(ready, own); err != nil {
		return info, aside, wrap(domain.CodeDataUnwritable, config.Folder, err)
	}
	return info, aside, nil
}

// setAside gives a damaged database and its log another name. The database
// keeps its own name too where the system can do that, so that a kill at this
// moment does not leave a folder that looks new.
func setAside(own, aside string) error {
	for _, suffix := range []string{"-wal", "-shm"} {
		if err := os.Rename(own+suffix, aside+suffix); err != nil && !errors.Is(err, os.ErrNotExist) {
			return err
		}
	}
	if os.Link(own, aside) == nil {
		return nil
	}
	err := os.Rename(own, aside)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	return err
}

// prepare makes a copy of a backup inside the data folder and brings it to the
// present schema, so that what follows can no longer fail for a reason that
// lies in the backup. On an error the copy is gone.
func prepare(ctx context.Context, config Config, path string) (ready string, err error) {
	fill := func(half string) error { return vacuumInto(ctx, dsnToRead(path), half) }
	return makeReady(ctx, config, fill, notErasing)
}

// makeReady makes a database inside the data folder: fill puts in the empty
// file what it begins with, then it is brought to the present schema, and last
// is its last change. On an error it is gone.
func makeReady(ctx context.Context, config Config, fill func(path string) error, last func(context.Context, *sql.Tx) error) (ready string, err error) {
	if err := os.MkdirAll(config.Folder, 0o700); err != nil {
		return "", wrap(domain.CodeDataUnwritable, config.Folder, err)
	}
	if ready, err = tempBeside(filepath.Join(config.Folder, FileName)); err != nil {
		return "", wrap(domain.CodeDataUnwritable, config.Folder, err)
	}
	defer func() {
		if err != nil {
			removeDatabase(ready)
			err = failure(err)
		}
	}()
	if err := fill(ready); err != nil {
		return ready, err
	}
	temporary, err := connect(ready, config)
	if err != nil {
		return ready, err
	}
	version, err := schemaOf(ctx, temporary.writer)
	for v := version + 1; err == nil && v <= SchemaVersion(); v++ {
		err = temporary.apply(ctx, v)
	}
	if err == nil {
		err = temporary.write(ctx, func(tx *sql.Tx) error { return last(ctx, tx) })
	}
	return ready, errors.Join(err, temporary.Close())
}

func vacuumInto(ctx context.Context, source, target string) error {
	db, err := sql.Open("sqlite3", source)
	if err != nil {
		return err
	}
	_, err = db.ExecContext(ctx, "VACUUM INTO ?", target)
	return errors.Join(err, db.Close())
}

// copyFrom copies all pages of another database over this one, as one
// transaction. See https://www.sqlite.org/backup.html.
func (s *Store) copyFrom(ctx context.Context, path string) (err error) {
	if err := s.inPlace(); err != nil {
		return err
	}
	source, err := sql.Open("sqlite3", dsn(path))
	if err != nil {
		return failure(err)
	}
	defer func() { err = errors.Join(err, source.Close(), s.inPlace()) }()
	from, err := source.Conn(ctx)
	if err != nil {
		return failure(err)
	}
	defer func() { err = errors.Join(err, from.Close()) }()
	to, err := s.writer.Conn(ctx)
	if err != nil {
		return failure(err)
	}
	defer func() { err = errors.Join(err, to.Close()) }()
	return failure(to.Raw(func(target any) error {
		return from.Raw(func(origin any) error {
			return copyPages(target.(*sqlite3.SQLiteConn), origin.(*sqlite3.SQLiteConn))
		})
	}))
}

func copyPages(target, origin *sqlite3.SQLiteConn) error {
	backup, err := target.Backup("main", origin, "main")
	if err != nil {
		return err
	}
	for tries := 0; ; tries++ {
		done, err := backup.Step(-1)
		switch {
		case done:
			return backup.Finish()
		case err != nil && (codeOf(err) != domain.CodeDataBusy || tries > 50):
			return errors.Join(err, backup.Finish())
		}
		time.Sleep(100 * time.Millisecond) // another program reads or writes
	}
}

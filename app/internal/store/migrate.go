package store

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"io/fs"
	"path/filepath"
	"time"

	"raadwijzer/app/internal/domain"
)

//go:embed migrations/*.sql
var embedded embed.FS

// migrations holds one file for each version of the schema. Tests add those of
// the future.
var migrations fs.FS = embedded

// applicationID marks the file as ours ("RAAD"), so that another SQLite file
// that is put in its place is refused instead of changed.
// See https://www.sqlite.org/pragma.html#pragma_application_id.
const applicationID = 0x52414144

// SchemaVersion is the newest schema that this program knows.
func SchemaVersion() int {
	files, err := fs.Glob(migrations, "migrations/*.sql")
	if err != nil {
		panic(err) // the pattern is a constant
	}
	return len(files)
}

// migrate brings the database to the present schema, one transaction for each
// step, after a copy of the file as it was.
func (s *Store) migrate(ctx context.Context) error {
	version, err := schemaOf(ctx, s.writer)
	if err != nil {
		return err
	}
	newest := SchemaVersion()
	switch {
	case version > newest:
		return domain.Fail(domain.CodeDataNewer, s.config.Folder)
	case version == newest:
		return nil
	case version > 0:
		if err := s.keepBefore(ctx, newest); err != nil {
			return err
		}
	}
	for v := version + 1; v <= newest; v++ {
		if err := s.apply(ctx, v); err != nil {
			return err
		}
	}
	return nil
}

// keepBefore makes the copy from before a migration, and removes the oldest.
func (s *Store) keepBefore(ctx context.Context, newest int) error {
	name := fmt.Sprintf(migratePrefix+"%d-%s.db", newest, stamp(s.now()))
	path := filepath.Join(s.config.Folder, BackupFolder, name)
	defer s.writing(path)()
	if _, err := s.Backup(ctx, path, false); err != nil {
		return err
	}
	_ = prune(path, migratePrefix) // an old copy that cannot be removed costs space and no more
	return nil
}

// apply looks at the version again inside the transaction: a second process
// may have done the work while this one waited.
func (s *Store) apply(ctx context.Context, version int) error {
	files, err := fs.Glob(migrations, fmt.Sprintf("migrations/%04d_*.sql", version))
	if err != nil || len(files) != 1 {
		return fmt.Errorf("migration %d: %v %w", version, files, err)
	}
	script, err := fs.ReadFile(migrations, files[0])
	if err != nil {
		return err
	}
	return s.write(ctx, func(tx *sql.Tx) error {
		var have int
		if err := tx.QueryRowContext(ctx, "PRAGMA user_version").Scan(&have); err != nil {
			return err
		}
		if have >= version {
			return nil
		}
		if _, err := tx.ExecContext(ctx, string(script)); err != nil {
			return err
		}
		_, err := tx.ExecContext(ctx, fmt.Sprintf("PRAGMA user_version = %d; PRAGMA application_id = %d", version, applicationID))
		return err
	})
}

// schemaOf returns the schema version of an own database, 0 for an empty
// file. A foreign SQLite file gives CodeDataDamaged: what is in it is not ours.
func schemaOf(ctx context.Context, db *sql.DB) (int, error) {
	var version, owner, tables int
	if err := db.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil {
		return 0, failure(err)
	}
	if err := db.QueryRowContext(ctx, "PRAGMA application_id").Scan(&owner); err != nil {
		return 0, failure(err)
	}
	if err := db.QueryRowContext(ctx, "SELECT count(*) FROM sqlite_schema").Scan(&tables); err != nil {
		return 0, failure(err)
	}
	if version < 0 || owner != applicationID && (version != 0 || tables != 0) {
		return 0, domain.Fail(domain.CodeDataDamaged, "")
	}
	return version, nil
}

// stamp names files in the order of time.
func stamp(t time.Time) string { return t.UTC().Format("20060102-150405.000") }

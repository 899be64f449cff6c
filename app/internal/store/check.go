package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"slices"

	"raadwijzer/app/internal/domain"
)

// Check returns what is wrong with the data, nothing when all is well.
func (s *Store) Check(ctx context.Context) ([]string, error) {
	findings, err := integrity(ctx, s.db)
	if err != nil {
		return nil, failure(err)
	}
	faults, err := schemaFaults(ctx, s.db, SchemaVersion())
	if err != nil || len(faults) > 0 { // what is not there cannot be looked at
		return append(findings, faults...), failure(err)
	}
	_, err = s.writer.ExecContext(ctx, "INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
	if err != nil {
		if code := codeOf(err); code != domain.CodeDataDamaged {
			return nil, failure(err)
		}
		findings = append(findings, "search index: "+err.Error())
	}
	return findings, nil
}

// QuickCheck reports whether the pages of the database are sound, beside
// other work and without the comparison of indexes with tables that Check makes.
func (s *Store) QuickCheck(ctx context.Context) (bool, error) {
	db := s.aside()
	lines, err := texts(ctx, db, "PRAGMA quick_check(1)")
	return len(lines) == 1 && lines[0] == "ok", failure(errors.Join(err, db.Close()))
}

func integrity(ctx context.Context, db *sql.DB) ([]string, error) {
	lines, err := texts(ctx, db, "PRAGMA integrity_check")
	if err != nil {
		return nil, err
	}
	if len(lines) == 1 && lines[0] == "ok" {
		lines = nil
	}
	err = each(ctx, db, "PRAGMA foreign_key_check", nil, func(rows *sql.Rows) error {
		lines = append(lines, "a row refers to nothing")
		return nil
	})
	return lines, err
}

const schemaNames = "SELECT type || ' ' || name FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY name"

// schemaFaults names the tables, indexes and triggers that a database of this
// version should have and has not, and those that are not ours: SQLite itself
// finds both in order, and another's trigger would act on every save.
func schemaFaults(ctx context.Context, db *sql.DB, version int) (findings []string, err error) {
	whole, err := sql.Open("sqlite3", ":memory:")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, whole.Close()) }()
	whole.SetMaxOpenConns(1) // each connection would be a database of its own
	files, err := fs.Glob(migrations, "migrations/*.sql")
	if err != nil {
		return nil, err
	}
	for _, name := range files[:version] {
		script, err := fs.ReadFile(migrations, name)
		if err != nil {
			return nil, err
		}
		if _, err := whole.ExecContext(ctx, string(script)); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	want, err := texts(ctx, whole, schemaNames)
	if err != nil {
		return nil, err
	}
	have, err := texts(ctx, db, schemaNames)
	for _, name := range want {
		if !slices.Contains(have, name) {
			findings = append(findings, name+" is missing")
		}
	}
	for _, name := range have {
		if !slices.Contains(want, name) {
			findings = append(findings, name+" does not belong here")
		}
	}
	return findings, err
}

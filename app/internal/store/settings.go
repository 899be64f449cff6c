package store

import (
	"context"
	"database/sql"
	"errors"
)

// settingItems holds the digest of the items that are in the search index.
const settingItems = "items-digest"

// Setting returns a setting, "" when it was never set.
func (s *Store) Setting(ctx context.Context, name string) (value string, err error) {
	err = s.db.QueryRowContext(ctx, "SELECT value FROM settings WHERE name = ?", name).Scan(&value)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	return value, failure(err)
}

// Settings returns every setting that was set.
func (s *Store) Settings(ctx context.Context) (map[string]string, error) {
	values := map[string]string{}
	err := each(ctx, s.db, "SELECT name, value FROM settings", nil, func(rows *sql.Rows) error {
		var name, value string
		err := rows.Scan(&name, &value)
		values[name] = value
		return err
	})
	return values, failure(err)
}

// SetSettings stores settings in one transaction.
func (s *Store) SetSettings(ctx context.Context, values map[string]string) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		for name, value := range values {
			if err := putSetting(ctx, tx, name, value); err != nil {
				return err
			}
		}
		return nil
	})
}

func putSetting(ctx context.Context, tx *sql.Tx, name, value string) error {
	_, err := tx.ExecContext(ctx, `INSERT INTO settings (name, value) VALUES (?, ?)
		ON CONFLICT (name) DO UPDATE SET value = excluded.value`, name, value)
	return err
}

// ReadItems returns the ids of the items that were marked as read.
func (s *Store) ReadItems(ctx context.Context) (map[string]bool, error) {
	ids, err := texts(ctx, s.db, "SELECT item FROM read_items")
	if err != nil {
		return nil, failure(err)
	}
	read := make(map[string]bool, len(ids))
	for _, id := range ids {
		read[id] = true
	}
	return read, nil
}

// MarkItem marks an item as read or not read.
func (s *Store) MarkItem(ctx context.Context, item string, read bool) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		if !read {
			_, err := tx.ExecContext(ctx, "DELETE FROM read_items WHERE item = ?", item)
			return err
		}
		_, err := tx.ExecContext(ctx, "INSERT INTO read_items (item, at) VALUES (?, ?) ON CONFLICT (item) DO NOTHING", item, moment(s.now()))
		return err
	})
}

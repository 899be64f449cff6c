package store

import (
	"context"
	"database/sql"
	"errors"
	"net/url"
	"os"
	"path/filepath"

	"raadwijzer/app/internal/domain"
	"raadwijzer/app/internal/temp"
)

// maxGap is how many keys in a row may be unreadable before a table is taken
// to have ended, when the database cannot tell its last key.
const maxGap = 20000

// Rescue reads from a damaged database every note that can still be read, row
// by row, and gives it to keep. Of a note that cannot be read its newest
// readable version is given, with the moment it was kept as Updated. The
// database itself is not touched: a copy of it is read. A database of which
// nothing can be read gives no notes and no error. Errors: those of keep, and
// CodeDataUnwritable or CodeDiskFull when no copy can be made.
func Rescue(ctx context.Context, folder string, keep func(domain.Note) error) (err error) {
	half, err := os.MkdirTemp(folder, temp.Pattern())
	if err != nil {
		return wrap(domain.CodeDataUnwritable, folder, err)
	}
	defer func() { _ = os.RemoveAll(half) }()
	path := filepath.Join(half, FileName)
	for _, suffix := range []string{"", "-wal"} { // the -shm is made anew from the log
		err := rescueFile(filepath.Join(folder, FileName+suffix), path+suffix)
		if err != nil && !errors.Is(err, os.ErrNotExist) {
			return wrap(domain.CodeDataUnwritable, folder, err)
		}
	}
	db, err := sql.Open("sqlite3", fileURI(path, url.Values{"mode": {"rw"}, "_writable_schema": {"on"}}))
	if err != nil {
		return failure(err)
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	if db.PingContext(ctx) != nil {
		return nil // not a database at all; asking for each row would take minutes
	}
	return (&rescue{db: db, keep: keep, seen: map[string]bool{}}).run(ctx)
}

func rescueFile(from, to string) error {
	f, err := os.OpenFile(to, os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	return copyFile(from, to)
}

type rescue struct {
	db   *sql.DB
	keep func(domain.Note) error
	seen map[string]bool // ids of the notes that were given
}

func (r *rescue) run(ctx context.Context) error {
	err := r.rows(ctx, "notes", "key", func(key int64) (bool, error) {
		var extra, body string
		row, err := scanNote(r.db.QueryRowContext(ctx,
			"SELECT "+noteColumns+", extra, body FROM notes NOT INDEXED WHERE key = ?", key), &extra, &body)
		if err != nil || row.ID == "" || !row.Trashed.IsZero() {
			return err == nil, nil //nolint:nilerr // what cannot be read is passed over
		}
		n := row.Note
		n.Extra, n.Body = extra, body
		n.Tags, _ = tagsOf(ctx, r.db, n.ID) // a note without its tags is better than none
		r.seen[n.ID] = true
		return true, r.keep(n)
	})
	if err != nil {
		return err
	}
	versions, err := r.versions(ctx)
	if err != nil {
		return err
	}
	for _, n := range versions {
		if err := r.keep(n); err != nil {
			return err
		}
	}
	return nil
}

// versions returns the newest readable version of each note that was not read.
func (r *rescue) versions(ctx context.Context) (map[string]domain.Note, error) {
	newest := map[string]domain.Note{}
	err := r.rows(ctx, "note_versions", "rowid", func(key int64) (bool, error) {
		var n domain.Note
		var saved string
		err := r.db.QueryRowContext(ctx, "SELECT note, title, title_given, body, saved FROM note_versions NOT INDEXED WHERE rowid = ?", key).
			Scan(&n.ID, &n.Title, &n.TitleGiven, &n.Body, &saved)
		if err != nil || setMoment(&n.Updated, saved) != nil {
			return false, nil //nolint:nilerr // as above
		}
		if old, has := newest[n.ID]; !r.seen[n.ID] && (!has || old.Updated.Before(n.Updated)) {
			newest[n.ID] = n
		}
		return true, nil
	})
	return newest, err
}

// rows calls read for every key that a table may have. Read reports whether
// there was a row that could be read.
func (r *rescue) rows(ctx context.Context, table, key string, read func(key int64) (bool, error)) error {
	var last int64
	known := r.db.QueryRowContext(ctx, "SELECT max("+key+") FROM "+table).Scan(&last) == nil
	gap := int64(0)
	for k := int64(1); ctx.Err() == nil; k++ {
		if known && k > last || !known && gap > maxGap {
			return nil
		}
		found, err := read(k)
		if err != nil {
			return err
		}
		if gap++; found {
			gap = 0
		}
	}
	return failure(ctx.Err())
}

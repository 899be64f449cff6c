package store

import (
	"context"
	"database/sql"
	"errors"
	"slices"

	"raadwijzer/app/internal/domain"
)

// Imported says what importing a note did.
type Imported string

// What importing a note may do.
const (
	ImportedNew       Imported = "new"
	ImportedChanged   Imported = "changed"
	ImportedUnchanged Imported = "unchanged"
)

// ImportNote stores a note that came from a file, so that importing the same
// file again changes nothing. A note with an id is the note with that id: a
// text that it has or once had changes nothing, another text is saved on top
// and the old one becomes a version. A note without an id is recognised by
// digest, which must stand for the whole file.
func (s *Store) ImportNote(ctx context.Context, n domain.Note, digest string) (what Imported, id string, err error) {
	err = s.write(ctx, func(tx *sql.Tx) error {
		if n.ID == "" {
			what, id, err = s.importNew(ctx, tx, n, digest)
			return err
		}
		id = n.ID
		old, err := noteByID(ctx, tx, n.ID)
		if domain.CodeOf(err) == domain.CodeNoteUnknown {
			what = ImportedNew
			_, err = s.insertNote(ctx, tx, n)
			return err
		}
		if err != nil {
			return err
		}
		what, err = s.importChange(ctx, tx, old, n)
		return err
	})
	return what, id, err
}

func (s *Store) importNew(ctx context.Context, tx *sql.Tx, n domain.Note, digest string) (Imported, string, error) {
	var id string
	err := tx.QueryRowContext(ctx, "SELECT note FROM imports WHERE digest = ?", digest).Scan(&id)
	if err == nil {
		return ImportedUnchanged, id, nil
	}
	if !errors.Is(err, sql.ErrNoRows) {
		return "", "", err
	}
	if n, err = s.insertNote(ctx, tx, n); err != nil {
		return "", "", err
	}
	_, err = tx.ExecContext(ctx, "INSERT INTO imports (digest, note) VALUES (?, ?)", digest, n.ID)
	return ImportedNew, n.ID, err
}

func (s *Store) importChange(ctx context.Context, tx *sql.Tx, old, n domain.Note) (Imported, error) {
	changed := old
	if old.Body == n.Body && old.Title == n.Title {
		if slices.Equal(old.Tags, n.Tags) {
			return ImportedUnchanged, nil
		}
	} else {
		var older bool
		err := tx.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM note_versions WHERE note = ? AND body = ? AND title = ?)",
			n.ID, n.Body, n.Title).Scan(&older)
		if err != nil || older {
			return ImportedUnchanged, err
		}
		if err := s.keepVersion(ctx, tx, old, true); err != nil {
			return "", err
		}
		changed.Title, changed.TitleGiven, changed.Body, changed.Rev = n.Title, n.TitleGiven, n.Body, old.Rev+1
	}
	changed.Tags, changed.Updated = n.Tags, s.now()
	if err := putTags(ctx, tx, n.ID, n.Tags); err != nil {
		return "", err
	}
	return ImportedChanged, s.updateNote(ctx, tx, changed)
}

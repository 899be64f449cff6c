package store

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"raadwijzer/app/internal/domain"
)

// keepVersion copies the text of a note to its versions when the newest one is
// old enough, or always. A note without text has nothing to keep. The newest is
// the one of the highest revision: a clock that is set back gives others a
// later moment.
func (s *Store) keepVersion(ctx context.Context, tx executor, n domain.Note, always bool) error {
	if n.Body == "" && !n.TitleGiven {
		return nil
	}
	var saved string
	err := tx.QueryRowContext(ctx, "SELECT saved FROM note_versions WHERE note = ? ORDER BY rev DESC, id DESC LIMIT 1", n.ID).Scan(&saved)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return err
	}
	last, err := parseMoment(saved)
	if err != nil {
		return err
	}
	if last.IsZero() {
		last = n.Created
	}
	if !always && !domain.NeedsVersion(last, s.now()) {
		return nil
	}
	return s.insertVersion(ctx, tx, n)
}

func (s *Store) insertVersion(ctx context.Context, tx executor, n domain.Note) error {
	_, err := tx.ExecContext(ctx, `INSERT INTO note_versions (id, note, rev, title, title_given, body, saved)
		VALUES (?, ?, ?, ?, ?, ?, ?)`, NewID(), n.ID, n.Rev, n.Title, n.TitleGiven, n.Body, moment(s.now()))
	return err
}

// Versions returns the older texts of a note, newest first. Errors:
// CodeNoteUnknown.
func (s *Store) Versions(ctx context.Context, note string) (list []domain.Version, err error) {
	if _, err := s.Note(ctx, note); err != nil {
		return nil, err
	}
	err = each(ctx, s.db, `SELECT id, note, rev, title, body, saved FROM note_versions WHERE note = ?
		ORDER BY rev DESC, saved DESC`, []any{note}, func(rows *sql.Rows) error {
		var v domain.Version
		var saved string
		if err := rows.Scan(&v.ID, &v.NoteID, &v.Rev, &v.Title, &v.Body, &saved); err != nil {
			return err
		}
		var err error
		v.Saved, err = parseMoment(saved)
		list = append(list, v)
		return err
	})
	return list, failure(err)
}

// RestoreVersion makes the text of a version the text of the note again. The
// text that was there becomes a version itself, so nothing is overwritten.
// Errors: CodeNoteUnknown, CodeVersionUnknown.
func (s *Store) RestoreVersion(ctx context.Context, note, version string) (domain.Note, error) {
	return s.changeNote(ctx, note, func(tx *sql.Tx, n *domain.Note) error {
		if err := s.insertVersion(ctx, tx, *n); err != nil {
			return err
		}
		err := tx.QueryRowContext(ctx, "SELECT title, title_given, body FROM note_versions WHERE note = ? AND id = ?", note, version).
			Scan(&n.Title, &n.TitleGiven, &n.Body)
		if errors.Is(err, sql.ErrNoRows) {
			return domain.Fail(domain.CodeVersionUnknown, version)
		}
		n.Rev, n.Updated = n.Rev+1, s.now()
		return err
	})
}

// PurgeTrash deletes for good what has been in the trash for the whole of
// domain.TrashDays.
func (s *Store) PurgeTrash(ctx context.Context) (int, error) {
	until := s.now().Add(-domain.TrashDays * 24 * time.Hour)
	return s.deleteTrashed(ctx, "trashed <> '' AND trashed <= ?", moment(until))
}

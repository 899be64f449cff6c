package store

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"raadwijzer/app/internal/domain"
)

// OwnChecklist is a checklist of the user, as the Markdown it is written in.
type OwnChecklist struct {
	ID      string
	Version int
	Title   string
	Updated time.Time
	Body    string
}

// OwnChecklists returns the checklists of the user by title.
func (s *Store) OwnChecklists(ctx context.Context) (list []OwnChecklist, err error) {
	err = each(ctx, s.db, "SELECT id, version, title, updated, body FROM checklists ORDER BY title COLLATE NOCASE, id", nil,
		func(rows *sql.Rows) error {
			var c OwnChecklist
			var updated string
			err := rows.Scan(&c.ID, &c.Version, &c.Title, &updated, &c.Body)
			list = append(list, c)
			return errors.Join(err, setMoment(&list[len(list)-1].Updated, updated))
		})
	return list, failure(err)
}

// SaveChecklist stores a checklist of the user. One with the same title is
// replaced, keeps its id and gets the next version; the same text changes
// nothing. newID is for one that was not there.
func (s *Store) SaveChecklist(ctx context.Context, newID, title, body string) (saved OwnChecklist, err error) {
	saved = OwnChecklist{ID: newID, Version: 1, Title: title, Updated: s.now(), Body: body}
	err = s.write(ctx, func(tx *sql.Tx) error {
		var old string
		var version int
		err := tx.QueryRowContext(ctx, "SELECT id, version, body FROM checklists WHERE title = ? COLLATE NOCASE", title).
			Scan(&saved.ID, &version, &old)
		switch {
		case errors.Is(err, sql.ErrNoRows):
		case err != nil:
			return err
		case old == body:
			saved.Version = version
			return nil
		default:
			saved.Version = version + 1
		}
		_, err = tx.ExecContext(ctx, `INSERT INTO checklists (id, version, title, updated, body) VALUES (?, ?, ?, ?, ?)
			ON CONFLICT (id) DO UPDATE SET version = excluded.version, title = excluded.title, updated = excluded.updated, body = excluded.body`,
			saved.ID, saved.Version, saved.Title, moment(saved.Updated), saved.Body)
		return err
	})
	return saved, err
}

// RemoveChecklist removes a checklist of the user. Runs are copies, so they
// stay. Errors: CodeTemplateUnknown.
func (s *Store) RemoveChecklist(ctx context.Context, id string) error {
	return s.removeRow(ctx, "DELETE FROM checklists WHERE id = ?", id, domain.CodeTemplateUnknown)
}

// Recesses returns the periods without meetings, in the order of time.
func (s *Store) Recesses(ctx context.Context) (list []domain.Recess, err error) {
	err = each(ctx, s.db, "SELECT id, name, first_day, last_day FROM recesses ORDER BY first_day, id", nil, func(rows *sql.Rows) error {
		var r domain.Recess
		var first, last string
		err := errors.Join(rows.Scan(&r.ID, &r.Name, &first, &last), setDate(&r.First, first), setDate(&r.Last, last))
		list = append(list, r)
		return err
	})
	return list, failure(err)
}

// AddRecess stores a period without meetings.
func (s *Store) AddRecess(ctx context.Context, r domain.Recess) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, "INSERT INTO recesses (id, name, first_day, last_day) VALUES (?, ?, ?, ?)",
			r.ID, r.Name, r.First.String(), r.Last.String())
		return err
	})
}

// RemoveRecess removes a period without meetings. Errors: CodeRecessUnknown.
func (s *Store) RemoveRecess(ctx context.Context, id string) error {
	return s.removeRow(ctx, "DELETE FROM recesses WHERE id = ?", id, domain.CodeRecessUnknown)
}

// removeRow removes what has this id; code is for when there is no such row.
func (s *Store) removeRow(ctx context.Context, statement, id string, code domain.Code) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		result, err := tx.ExecContext(ctx, statement, id)
		if err != nil {
			return err
		}
		if n, err := result.RowsAffected(); err != nil || n > 0 {
			return err
		}
		return domain.Fail(code, id)
	})
}

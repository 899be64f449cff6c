package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"slices"
	"time"

	"raadwijzer/app/internal/domain"
)

// noteColumns is every column of a note but its texts, in the order of
// scanNote.
const noteColumns = `id, rev, title, title_given, excerpt, item, part, run, step, meeting, meeting_date,
	confidential, pinned, created, updated, trashed`

// NoteRow is a note in a list: without its body, with its first words.
type NoteRow struct {
	domain.Note
	Excerpt string
}

// CreateNote stores a new note. An absent id or moment is filled in; a given
// one is kept, so that an imported note stays the same note. The note must be
// valid. Errors: CodeConflict when the id exists.
func (s *Store) CreateNote(ctx context.Context, n domain.Note) (domain.Note, error) {
	err := s.write(ctx, func(tx *sql.Tx) error {
		text := s.config.Read(n)
		var err error
		if n, err = s.insertNote(ctx, tx, n, text); err != nil {
			return err
		}
		return putDoc(ctx, tx, noteDoc(n, text))
	})
	return n, err
}

// filled returns a new note with everything that it lacks.
func (s *Store) filled(n domain.Note) domain.Note {
	now := s.now()
	if n.ID == "" {
		n.ID = NewID()
	}
	if n.Created.IsZero() {
		n.Created = now
	}
	if n.Updated.IsZero() {
		n.Updated = now
	}
	n.Rev = 1
	return n
}

// insertNote stores the row of a new note, its tags and its references; making
// it findable is left to the caller.
func (s *Store) insertNote(ctx context.Context, tx executor, n domain.Note, text NoteText) (domain.Note, error) {
	n = s.filled(n)
	result, err := tx.ExecContext(ctx, `INSERT INTO notes
		(id, rev, title, title_key, title_given, body, excerpt, item, part, run, step, meeting, meeting_date, confidential, pinned, created, updated, extra)
		VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`,
		n.ID, n.Title, titleKey(n.Title), n.TitleGiven, n.Body, text.Excerpt, n.Item, n.Part, n.Run, n.Step, n.Meeting, n.MeetingDate.String(),
		n.Confidential, n.Pinned, moment(n.Created), moment(n.Updated), n.Extra)
	if err != nil {
		return n, err
	}
	if rows, err := result.RowsAffected(); err != nil || rows == 0 {
		return n, errors.Join(err, domain.Fail(domain.CodeConflict, n.ID))
	}
	if err := addTags(ctx, tx, n.ID, n.Tags); err != nil {
		return n, err
	}
	if err := putTitles(ctx, tx, n.ID, n.Former); err != nil {
		return n, err
	}
	return n, putLinks(ctx, tx, n.ID, text.Refs)
}

// Note returns a note, also one in the trash. Errors: CodeNoteUnknown.
func (s *Store) Note(ctx context.Context, id string) (domain.Note, error) {
	n, err := noteByID(ctx, s.db, id)
	return n, failure(err)
}

// querier is what reading needs of a database or a transaction.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

func noteByID(ctx context.Context, q querier, id string) (domain.Note, error) {
	var extra, body, titles string
	row, err := scanNote(q.QueryRowContext(ctx, "SELECT "+noteColumns+", extra, body, "+former+" FROM notes WHERE id = ?", id), &extra, &body, &titles)
	if errors.Is(err, sql.ErrNoRows) {
		return domain.Note{}, domain.Fail(domain.CodeNoteUnknown, id)
	}
	if err != nil {
		return domain.Note{}, err
	}
	n := row.Note
	n.Extra, n.Body = extra, body
	if err := json.Unmarshal([]byte(titles), &n.Former); err != nil {
		return n, unread(err)
	}
	n.Tags, err = tagsOf(ctx, q, id)
	return n, err
}

type scanner interface{ Scan(dest ...any) error }

func scanNote(row scanner, more ...any) (NoteRow, error) {
	var n NoteRow
	var created, updated, trashed, meetingDate string
	dest := []any{&n.ID, &n.Rev, &n.Title, &n.TitleGiven, &n.Excerpt, &n.Item, &n.Part, &n.Run, &n.Step, &n.Meeting, &meetingDate,
		&n.Confidential, &n.Pinned, &created, &updated, &trashed}
	if err := row.Scan(append(dest, more...)...); err != nil {
		return n, unread(err)
	}
	return n, unread(errors.Join(setMoment(&n.Created, created), setMoment(&n.Updated, updated), setMoment(&n.Trashed, trashed),
		setDate(&n.MeetingDate, meetingDate)))
}

func setMoment(t *time.Time, s string) (err error) {
	*t, err = parseMoment(s)
	return err
}

// NoteEdit is a new text for a note. Rev is the revision that was edited.
type NoteEdit struct {
	ID         string
	Rev        int
	Title      string
	TitleGiven bool
	Body       string
	// KeepOld keeps the old text as a version even within ten minutes of the
	// last one: for changes that replace a text as a whole.
	KeepOld bool
}

// SaveNote stores a new text and returns the note with its new revision. When
// the newest version is older than ten minutes, the old text becomes a version
// first. Errors: CodeConflict when Rev is not the stored revision (nothing is
// changed), CodeNoteTrashed when the text would change in the trash,
// CodeNoteUnknown.
func (s *Store) SaveNote(ctx context.Context, edit NoteEdit) (domain.Note, error) {
	var n domain.Note
	err := s.write(ctx, func(tx *sql.Tx) error {
		old, err := noteByID(ctx, tx, edit.ID)
		if err != nil {
			return err
		}
		if old.Rev != edit.Rev {
			return domain.Fail(domain.CodeConflict, edit.ID)
		}
		n = old
		if old.Title == edit.Title && old.TitleGiven == edit.TitleGiven && old.Body == edit.Body {
			return nil
		}
		if !old.Trashed.IsZero() {
			return domain.Fail(domain.CodeNoteTrashed, edit.ID)
		}
		n.Title, n.TitleGiven, n.Body = edit.Title, edit.TitleGiven, edit.Body
		n.Rev, n.Updated = old.Rev+1, s.now()
		if err := s.keepVersion(ctx, tx, old, edit.KeepOld); err != nil {
			return err
		}
		return s.updateNote(ctx, tx, n)
	})
	return n, err
}

// updateNote stores every part of a note but its tags, and makes its text
// findable.
func (s *Store) updateNote(ctx context.Context, tx executor, n domain.Note) error {
	text := s.config.Read(n)
	if err := keepTitle(ctx, tx, n); err != nil {
		return err
	}
	if err := updateRow(ctx, tx, n, text.Excerpt); err != nil {
		return err
	}
	if err := putLinks(ctx, tx, n.ID, text.Refs); err != nil {
		return err
	}
	return indexNote(ctx, tx, n, text)
}

func updateRow(ctx context.Context, tx executor, n domain.Note, excerpt string) error {
	_, err := tx.ExecContext(ctx, `UPDATE notes SET rev = ?, title = ?, title_key = ?, title_given = ?, body = ?, excerpt = ?,
		item = ?, part = ?, run = ?, step = ?, meeting = ?, meeting_date = ?,
		confidential = ?, pinned = ?, updated = ?, trashed = ?, extra = ? WHERE id = ?`,
		n.Rev, n.Title, titleKey(n.Title), n.TitleGiven, n.Body, excerpt,
		n.Item, n.Part, n.Run, n.Step, n.Meeting, n.MeetingDate.String(),
		n.Confidential, n.Pinned, moment(n.Updated), moment(n.Trashed), n.Extra, n.ID)
	return err
}

// changeNote reads a note, lets f change its properties and stores it. The
// revision stays: it guards the text, and a tag must not cost a writer a
// conflict.
func (s *Store) changeNote(ctx context.Context, id string, f func(tx *sql.Tx, n *domain.Note) error) (domain.Note, error) {
	var n domain.Note
	err := s.write(ctx, func(tx *sql.Tx) error {
		var err error
		if n, err = noteByID(ctx, tx, id); err != nil {
			return err
		}
		old := n
		if err := f(tx, &n); err != nil {
			return err
		}
		if old.Rev == n.Rev && old.Trashed.Equal(n.Trashed) {
			return updateRow(ctx, tx, n, s.config.Read(n).Excerpt) // the index knows the text
		}
		return s.updateNote(ctx, tx, n)
	})
	return n, err
}

// SetNoteProperties replaces the tags and marks of a note. The tags must be
// normal. Errors: CodeNoteUnknown.
func (s *Store) SetNoteProperties(ctx context.Context, id string, tags []string, pinned, confidential bool) (domain.Note, error) {
	return s.changeNote(ctx, id, func(tx *sql.Tx, n *domain.Note) error {
		n.Tags, n.Pinned, n.Confidential = tags, pinned, confidential
		return putTags(ctx, tx, id, tags)
	})
}

// SetNotePlace replaces what a note hangs on. The place must be normal. Errors:
// CodeNoteUnknown.
func (s *Store) SetNotePlace(ctx context.Context, id string, place domain.Place) (domain.Note, error) {
	return s.changeNote(ctx, id, func(_ *sql.Tx, n *domain.Note) error {
		n.Place = place
		return nil
	})
}

// TrashNote puts a note in the trash; one that is there already stays as it
// is. Its time in the trash begins no earlier than its own last change, so that
// a clock that is set back and later put right does not end it at once.
// Errors: CodeNoteUnknown.
func (s *Store) TrashNote(ctx context.Context, id string) (domain.Note, error) {
	return s.changeNote(ctx, id, func(_ *sql.Tx, n *domain.Note) error {
		if n.Trashed.IsZero() {
			n.Trashed = latest(s.now(), n.Created, n.Updated)
		}
		return nil
	})
}

func latest(moments ...time.Time) time.Time { return slices.MaxFunc(moments, time.Time.Compare) }

// RestoreNote takes a note out of the trash. Errors: CodeNoteUnknown.
func (s *Store) RestoreNote(ctx context.Context, id string) (domain.Note, error) {
	return s.changeNote(ctx, id, func(_ *sql.Tx, n *domain.Note) error {
		n.Trashed = time.Time{}
		return nil
	})
}

// EmptyTrash deletes for good what is in the trash, with its versions, and
// returns how many notes that were.
func (s *Store) EmptyTrash(ctx context.Context) (int, error) {
	return s.deleteTrashed(ctx, "trashed <> ''")
}

func (s *Store) deleteTrashed(ctx context.Context, which string, args ...any) (int, error) {
	var count int64
	err := s.write(ctx, func(tx *sql.Tx) error {
		result, err := tx.ExecContext(ctx, "DELETE FROM notes WHERE "+which, args...)
		if err != nil {
			return err
		}
		count, err = result.RowsAffected()
		return err
	})
	return int(count), err
}

func putTags(ctx context.Context, tx executor, note string, tags []string) error {
	if _, err := tx.ExecContext(ctx, "DELETE FROM note_tags WHERE note = ?", note); err != nil {
		return err
	}
	return addTags(ctx, tx, note, tags)
}

func addTags(ctx context.Context, tx executor, note string, tags []string) error {
	for _, tag := range tags {
		if _, err := tx.ExecContext(ctx, "INSERT INTO note_tags (note, tag) VALUES (?, ?)", note, tag); err != nil {
			return err
		}
	}
	return nil
}

func tagsOf(ctx context.Context, q querier, note string) ([]string, error) {
	return texts(ctx, q, "SELECT tag FROM note_tags WHERE note = ? ORDER BY tag", note)
}

// texts reads one column of text.
func texts(ctx context.Context, q querier, query string, args ...any) (list []string, err error) {
	err = each(ctx, q, query, args, func(rows *sql.Rows) error {
		var s string
		if err := rows.Scan(&s); err != nil {
			return err
		}
		list = append(list, s)
		return nil
	})
	return list, err
}

// each calls f, which reads a row and no more, for every row and closes them.
func each(ctx context.Context, q querier, query string, args []any, f func(*sql.Rows) error) (err error) {
	rows, err := q.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		if err := f(rows); err != nil {
			return unread(err)
		}
	}
	return rows.Err()
}

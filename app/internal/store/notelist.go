package store

import (
	"context"
	"database/sql"
	"strings"

	"raadwijzer/app/internal/domain"
)

// NoteFilter chooses notes. An empty field does not filter; Trashed false
// means: not in the trash.
type NoteFilter struct {
	Query   Query // what must be in title or text
	Tag     string
	Item    string
	Part    string
	Run     string
	Step    string
	Meeting string      // subject
	On      domain.Date // day of the meeting
	Pinned  bool
	Trashed bool
	Sort    NoteSort
	Offset  int
	Limit   int // 0 or less: all
}

// NoteSort is the order of a list. Pinned notes come first in each.
type NoteSort string

// The orders.
const (
	SortUpdated NoteSort = "updated"
	SortCreated NoteSort = "created"
	SortTitle   NoteSort = "title"
)

const outsideTrash = "trashed = ''"

// where returns the conditions, with AND between them, and words as another.
func (f NoteFilter) where(words condition) (string, []any) {
	where, args := []string{outsideTrash}, []any{}
	if f.Trashed {
		where[0] = "trashed <> ''"
	}
	add := func(condition string, values ...any) {
		where = append(where, condition)
		args = append(args, values...)
	}
	if f.Pinned {
		add("pinned = 1")
	}
	for _, c := range []struct{ column, value string }{{"item", f.Item}, {"part", f.Part}, {"run", f.Run}, {"step", f.Step},
		{"meeting", f.Meeting}, {"meeting_date", f.On.String()}} {
		if c.value != "" {
			add(c.column+" = ? AND "+c.column+" <> ''", c.value) // both, to fit the index
		}
	}
	if f.Tag != "" {
		add("id IN (SELECT note FROM note_tags WHERE tag = ?)", f.Tag)
	}
	if words.sql != "" {
		add(words.sql, words.args...)
	}
	return strings.Join(where, " AND "), args
}

// condition is a condition in SQL; "" is none.
type condition struct {
	sql  string
	args []any
}

// words returns what finds a query, as a condition on search_docs.
func (s *Store) words(ctx context.Context, q Query) (c condition, err error) {
	if q.Empty() {
		return c, nil
	}
	if len(q.terms) == 0 {
		c.sql = "kind = 'note'"
		for _, symbol := range q.symbols {
			c.sql += " AND key IN (SELECT key FROM search_texts WHERE instr(title, ?) > 0 OR instr(text, ?) > 0)"
			c.args = append(c.args, symbol, symbol)
		}
		return c, nil
	}
	m, err := s.match(ctx, q, levelParts)
	return condition{"key IN (SELECT rowid FROM search WHERE search MATCH ? AND rowid >= ?)", []any{m.String(), firstKey[KindNote]}}, err
}

// onNotes returns a condition on search_docs as the one on notes that is quick
// when it finds so many. Few are looked up one by one; where there are many,
// the list goes through the notes in its own order and soon has enough.
func (c condition) onNotes(total int) condition {
	switch {
	case c.sql == "":
		return c
	case total > window:
		return condition{"EXISTS (SELECT 1 FROM search_docs WHERE kind = 'note' AND run = '' AND ref = notes.id AND " + c.sql + ")", c.args}
	}
	return condition{"id IN (SELECT ref FROM search_docs WHERE " + c.sql + ")", c.args}
}

func (f NoteFilter) order() string {
	switch f.Sort {
	case SortCreated:
		return "pinned DESC, created DESC, key DESC"
	case SortTitle:
		return "pinned DESC, title COLLATE NOCASE, key"
	}
	return "pinned DESC, updated DESC, key DESC"
}

// Notes returns a page of notes and the number of all that match.
func (s *Store) Notes(ctx context.Context, f NoteFilter) (list []NoteRow, total int, err error) {
	words, err := s.words(ctx, f.Query)
	if err != nil {
		return nil, 0, failure(err)
	}
	if total, err = s.count(ctx, f, words); err != nil {
		return nil, 0, failure(err)
	}
	where, args := f.where(words.onNotes(total))
	limit := f.Limit
	if limit <= 0 {
		limit = -1
	}
	query := "SELECT " + noteColumns + " FROM notes WHERE " + where + " ORDER BY " + f.order() + " LIMIT ? OFFSET ?"
	err = each(ctx, s.db, query, append(args, limit, max(f.Offset, 0)), func(rows *sql.Rows) error {
		n, err := scanNote(rows)
		list = append(list, n)
		return err
	})
	if err == nil {
		err = s.readTags(ctx, list)
	}
	return list, total, failure(err)
}

// count counts the notes that match.
func (s *Store) count(ctx context.Context, f NoteFilter, words condition) (total int, err error) {
	where, args := f.where(words.onNotes(0))
	query := "SELECT count(*) FROM notes WHERE " + where
	// The index holds just the notes outside the trash, so with words alone it
	// knows the number.
	if rest, _ := f.where(condition{}); words.sql != "" && rest == outsideTrash {
		query, args = "SELECT count(*) FROM search_docs WHERE "+words.sql, words.args
	}
	err = s.db.QueryRowContext(ctx, query, args...).Scan(&total)
	return total, err
}

func (s *Store) readTags(ctx context.Context, list []NoteRow) error {
	at := make(map[string]int, len(list))
	for i, n := range list {
		at[n.ID] = i
	}
	query, args := "SELECT note, tag FROM note_tags ORDER BY note, tag", []any(nil)
	if len(list) <= 200 {
		query = "SELECT note, tag FROM note_tags WHERE note IN (" + marks(len(list)) + ") ORDER BY note, tag"
		for _, n := range list {
			args = append(args, n.ID)
		}
	}
	return each(ctx, s.db, query, args, func(rows *sql.Rows) error {
		var note, tag string
		if err := rows.Scan(&note, &tag); err != nil {
			return err
		}
		if i, ok := at[note]; ok {
			list[i].Tags = append(list[i].Tags, tag)
		}
		return nil
	})
}

// marks returns n question marks for an IN list.
func marks(n int) string { return strings.TrimSuffix(strings.Repeat("?,", n), ",") }

// TagCount is a tag with the number of notes outside the trash that have it.
type TagCount struct {
	Tag   string
	Count int
}

// Tags returns every tag in use, in alphabetical order.
func (s *Store) Tags(ctx context.Context) (list []TagCount, err error) {
	// Counting all and taking off the trash reads one index and few notes.
	err = each(ctx, s.db, `WITH gone AS (SELECT tag, count(*) AS n FROM notes JOIN note_tags ON note_tags.note = notes.id
			WHERE trashed <> '' GROUP BY tag),
		every AS (SELECT tag, count(*) AS n FROM note_tags GROUP BY tag)
		SELECT every.tag, every.n - coalesce(gone.n, 0) AS count FROM every LEFT JOIN gone ON gone.tag = every.tag
		WHERE count > 0 ORDER BY every.tag`, nil, func(rows *sql.Rows) error {
		var t TagCount
		err := rows.Scan(&t.Tag, &t.Count)
		list = append(list, t)
		return err
	})
	return list, failure(err)
}

// MeetingCount is a meeting with the number of notes outside the trash that
// hang on it.
type MeetingCount struct {
	Subject string
	Date    domain.Date
	Count   int
}

// Meetings returns every meeting that a note hangs on, the latest first; those
// without a date stand last.
func (s *Store) Meetings(ctx context.Context) (list []MeetingCount, err error) {
	err = each(ctx, s.db, `SELECT meeting, meeting_date, count(*) FROM notes WHERE trashed = '' AND (meeting <> '' OR meeting_date <> '')
		GROUP BY meeting, meeting_date ORDER BY meeting_date DESC, meeting`, nil, func(rows *sql.Rows) error {
		var m MeetingCount
		var day string
		if err := rows.Scan(&m.Subject, &day, &m.Count); err != nil {
			return err
		}
		list = append(list, m)
		return setDate(&list[len(list)-1].Date, day)
	})
	return list, failure(err)
}

// Counts are the numbers of what is stored.
type Counts struct{ Notes, Trashed, Runs int }

// Counts counts the notes outside and inside the trash, and the runs.
func (s *Store) Counts(ctx context.Context) (c Counts, err error) {
	err = s.db.QueryRowContext(ctx, `SELECT (SELECT count(*) FROM notes WHERE trashed = ''),
		(SELECT count(*) FROM notes WHERE trashed <> ''), (SELECT count(*) FROM runs)`).Scan(&c.Notes, &c.Trashed, &c.Runs)
	return c, failure(err)
}

package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"slices"
	"strings"

	"raadwijzer/app/internal/domain"
)

// Link is a reference in the text of a note, and the note that it leads to.
type Link struct {
	Target  string // as it was typed: a title, perhaps with a heading, or an id
	ID      string // of the note that is meant, or "" when there is none
	Title   string // of that note
	Trashed bool   // it is in the trash
	Same    int    // how many notes could be meant; the newest is
}

// titleKey is a title as references are compared with it.
func titleKey(title string) string { return Fold(strings.Join(strings.Fields(title), " ")) }

// putLinks makes these the references of a note.
func putLinks(ctx context.Context, tx executor, note string, refs []string) error {
	if _, err := tx.ExecContext(ctx, "DELETE FROM note_links WHERE note = ?", note); err != nil {
		return err
	}
	for i, target := range refs {
		ref := domain.ParseRef(target)
		_, err := tx.ExecContext(ctx, "INSERT INTO note_links (note, position, target, whole, head) VALUES (?, ?, ?, ?, ?)",
			note, i, target, titleKey(ref.Whole), titleKey(ref.Title))
		if err != nil {
			return err
		}
	}
	return nil
}

// keepTitle remembers the title that a note is about to lose when something
// refers to it. Those references go on leading here: nobody's text is changed.
func keepTitle(ctx context.Context, tx executor, n domain.Note) error {
	_, err := tx.ExecContext(ctx, `INSERT INTO note_titles (note, title_key, title) SELECT id, title_key, title FROM notes
		WHERE id = ? AND title_key <> ? AND (EXISTS (SELECT 1 FROM note_links WHERE whole = notes.title_key)
			OR EXISTS (SELECT 1 FROM note_links WHERE head = notes.title_key AND head <> ''))
		ON CONFLICT DO NOTHING`, n.ID, titleKey(n.Title))
	return err
}

// putTitles adds titles that a note had elsewhere.
func putTitles(ctx context.Context, tx executor, note string, titles []string) error {
	for _, title := range titles {
		if _, err := tx.ExecContext(ctx, "INSERT INTO note_titles (note, title_key, title) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
			note, titleKey(title), title); err != nil {
			return err
		}
	}
	return nil
}

// hadTitles reports whether a note has or had all these titles.
func hadTitles(n domain.Note, titles []string) bool {
	keys := map[string]bool{titleKey(n.Title): true}
	for _, title := range n.Former {
		keys[titleKey(title)] = true
	}
	return !slices.ContainsFunc(titles, func(title string) bool { return !keys[titleKey(title)] })
}

// former selects the titles that a note had, as a JSON list.
const former = `(SELECT json_group_array(title) FROM (SELECT title FROM note_titles
	WHERE note = notes.id AND note_titles.title_key <> notes.title_key ORDER BY note_titles.title_key))`

// Resolve finds the note that a reference means: by id, by title, by a title
// that it had, and then the same for what stands before "#". A note outside
// the trash comes first, then the newest. Without one ID is "".
func (s *Store) Resolve(ctx context.Context, target string) (Link, error) {
	link, err := resolve(ctx, s.db, target)
	return link, failure(err)
}

// meant lists the notes that a reference may mean. Its arguments are the
// whole reference, its key, the part before "#" and the key of that.
const meant = `SELECT id, title, trashed <> '', rank FROM (
	SELECT id, title, trashed, created, key, 0 AS rank FROM notes WHERE id = ?1
	UNION ALL SELECT id, title, trashed, created, key, 1 FROM notes WHERE title_key = ?2
	UNION ALL SELECT id, notes.title, trashed, created, key, 2 FROM note_titles JOIN notes ON id = note WHERE note_titles.title_key = ?2
	UNION ALL SELECT id, title, trashed, created, key, 3 FROM notes WHERE id = ?3
	UNION ALL SELECT id, title, trashed, created, key, 4 FROM notes WHERE title_key = ?4 AND ?4 <> ''
	UNION ALL SELECT id, notes.title, trashed, created, key, 5 FROM note_titles JOIN notes ON id = note WHERE note_titles.title_key = ?4 AND ?4 <> '')
	ORDER BY trashed <> '', rank, created DESC, key DESC`

func resolve(ctx context.Context, q querier, target string) (Link, error) {
	link, ref := Link{Target: target}, domain.ParseRef(target)
	best := 0
	err := each(ctx, q, meant, []any{ref.Whole, titleKey(ref.Whole), ref.Title, titleKey(ref.Title)}, func(rows *sql.Rows) error {
		var id, title string
		var trashed bool
		var rank int
		if err := rows.Scan(&id, &title, &trashed, &rank); err != nil {
			return err
		}
		if link.ID == "" {
			link.ID, link.Title, link.Trashed, best = id, title, trashed, rank
		}
		if rank == best && trashed == link.Trashed {
			link.Same++
		}
		return nil
	})
	return link, err
}

// Links returns the references in the text of a note, in the order of the
// text, each once. Errors: CodeNoteUnknown.
func (s *Store) Links(ctx context.Context, note string) ([]Link, error) {
	if _, err := s.Note(ctx, note); err != nil {
		return nil, err
	}
	targets, err := texts(ctx, s.db, "SELECT target FROM note_links WHERE note = ? ORDER BY position", note)
	if err != nil {
		return nil, failure(err)
	}
	var list []Link
	for _, target := range targets {
		link, err := resolve(ctx, s.db, target)
		if err != nil {
			return nil, failure(err)
		}
		list = append(list, link)
	}
	return list, nil
}

// Backlinks returns the other notes outside the trash that refer to a note,
// the last changed first. Errors: CodeNoteUnknown.
func (s *Store) Backlinks(ctx context.Context, note string) ([]NoteRow, error) {
	n, err := s.Note(ctx, note)
	if err != nil {
		return nil, err
	}
	ids, err := s.referring(ctx, n)
	if err != nil || len(ids) == 0 {
		return nil, failure(err)
	}
	list, err := json.Marshal(ids)
	if err != nil {
		return nil, err
	}
	var rows []NoteRow
	err = each(ctx, s.db, "SELECT "+noteColumns+` FROM notes WHERE trashed = '' AND id IN (SELECT value FROM json_each(?))
		ORDER BY updated DESC, key DESC`, []any{string(list)}, func(r *sql.Rows) error {
		row, err := scanNote(r)
		rows = append(rows, row)
		return err
	})
	if err == nil {
		err = s.readTags(ctx, rows)
	}
	return rows, failure(err)
}

// referring returns the ids of notes with a reference that could mean the note
// and does: another with the same title may be newer.
func (s *Store) referring(ctx context.Context, n domain.Note) ([]string, error) {
	leads := map[string]bool{}
	var ids []string
	type pair struct{ note, target string }
	var found []pair
	err := each(ctx, s.db, `WITH keys (k) AS (SELECT ?1 UNION SELECT ?2 UNION SELECT title_key FROM note_titles WHERE note = ?3)
		SELECT DISTINCT note, target FROM note_links WHERE note <> ?3 AND (whole IN (SELECT k FROM keys) OR head <> '' AND head IN (SELECT k FROM keys))`,
		[]any{titleKey(n.Title), titleKey(n.ID), n.ID}, func(rows *sql.Rows) error {
			var p pair
			err := rows.Scan(&p.note, &p.target)
			found = append(found, p)
			return err
		})
	if err != nil {
		return nil, err
	}
	for _, p := range found {
		is, known := leads[p.target]
		if !known {
			link, err := resolve(ctx, s.db, p.target)
			if err != nil {
				return nil, err
			}
			is = link.ID == n.ID
			leads[p.target] = is
		}
		if is {
			ids = append(ids, p.note)
		}
	}
	return ids, nil
}

// FindTitles returns the notes outside the trash whose title holds every word,
// whatever its case and diacritics: those whose title begins so first, then
// the last changed. Without words it returns the last changed.
func (s *Store) FindTitles(ctx context.Context, words string, limit int) ([]NoteRow, error) {
	where, args := "trashed = ''", []any{}
	key := titleKey(words)
	for word := range strings.FieldsSeq(key) {
		where += " AND instr(title_key, ?) > 0"
		args = append(args, word)
	}
	var list []NoteRow
	err := each(ctx, s.db, "SELECT "+noteColumns+" FROM notes WHERE "+where+
		" ORDER BY substr(title_key, 1, length(?)) <> ?, updated DESC, key DESC LIMIT ?", append(args, key, key, limit), func(rows *sql.Rows) error {
		row, err := scanNote(rows)
		list = append(list, row)
		return err
	})
	return list, failure(err)
}

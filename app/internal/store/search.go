package store

import (
	"context"
	"database/sql"
	"strings"
	"time"
)

// Kind is what a search result is.
type Kind string

// The kinds of results.
const (
	KindNote Kind = "note"
	KindItem Kind = "item"
	KindStep Kind = "step"
)

// Kinds returns every kind.
func Kinds() []Kind { return []Kind{KindNote, KindItem, KindStep} }

// Hit is one search result.
type Hit struct {
	Kind    Kind
	ID      string
	Run     string // run of a step
	Title   string
	Snippet string // plain text around the best match
	Marks   []int  // begin and end of each match in Snippet, in UTF-16 units
	// Of a note: the moment of its last change, and whether it is confidential.
	Updated      time.Time
	Confidential bool
}

// SearchFilter chooses among what is found.
type SearchFilter struct {
	Kinds []Kind    // none finds nothing
	Tag   string    // with a tag only notes are found; "" is any
	From  time.Time // last changed at or after this moment; zero is any
	Until time.Time // last changed before this moment; zero is any
	Limit int
}

// Search returns the best matches: first what holds the words as they were
// typed, in a row before elsewhere, then what holds words that begin so or mean the same, then what holds
// them as a part of a word. Within each a match in the title counts more than
// one in the text, and of equals the last changed comes first. An empty query
// finds nothing.
func (s *Store) Search(ctx context.Context, q Query, f SearchFilter) ([]Hit, error) {
	if q.Empty() || len(f.Kinds) == 0 || f.Limit <= 0 {
		return nil, nil
	}
	found := finder{store: s, filter: f, seen: map[int64]bool{}}
	if err := found.all(ctx, q); err != nil {
		return nil, failure(err)
	}
	hits, err := s.hits(ctx, found.keys, q.needles())
	return hits, failure(err)
}

// finder collects the keys of the best matches.
type finder struct {
	store  *Store
	filter SearchFilter
	keys   []int64
	seen   map[int64]bool
}

func (f *finder) all(ctx context.Context, q Query) error {
	if len(q.terms) == 0 {
		return f.symbols(ctx, q)
	}
	last := ""
	for l := range levels {
		if f.full() {
			return nil
		}
		m, err := f.store.match(ctx, q, l)
		if err != nil {
			return err
		}
		if expression := m.String(); expression != last {
			last = expression
			if err := f.best(ctx, m); err != nil {
				return err
			}
		}
	}
	return nil
}

func (f *finder) full() bool { return len(f.keys) >= f.filter.Limit }

// titleWeight makes a word in the title worth ten in the text.
const titleWeight = 10.0

// window is how many matches are weighed against each other. Where there are
// more, words say little about which one is meant: then the newest so many
// are looked at, and the title decides.
const window = 2000

func (f *finder) best(ctx context.Context, m match) error {
	where, args := f.filter.where("search.rowid")
	var count int
	var oldest sql.NullInt64
	err := f.store.db.QueryRowContext(ctx, "SELECT count(*), min(rowid) FROM (SELECT rowid FROM search WHERE search MATCH ?"+where+
		" ORDER BY rowid DESC LIMIT ?)", values(m.String(), args, window+1)...).Scan(&count, &oldest)
	if err != nil || count == 0 {
		return err
	}
	where, args = where+" AND search.rowid >= ?", append(args, oldest.Int64)
	const newest = " ORDER BY search.rowid DESC LIMIT ?"
	if count <= window {
		// What was found at an earlier level may come first here again.
		return f.add(ctx, "SELECT search.rowid FROM search JOIN search_docs d ON d.key = search.rowid WHERE search MATCH ?"+where+
			" ORDER BY bm25(search, ?, 1.0, 1.0), d.updated DESC, search.rowid DESC LIMIT ?",
			values(m.String(), args, titleWeight, f.filter.Limit+len(f.keys))...)
	}
	for _, column := range []string{"title", ""} {
		if f.full() {
			return nil
		}
		err := f.add(ctx, "SELECT rowid FROM search WHERE search MATCH ?"+where+newest,
			values(m.in(column), args, f.filter.Limit+len(f.keys))...)
		if err != nil {
			return err
		}
	}
	if f.full() {
		return nil
	}
	// More is asked for than the window holds: the rest, newest first.
	where, args = f.filter.where("search.rowid")
	return f.add(ctx, "SELECT rowid FROM search WHERE search MATCH ?"+where+newest, values(m.String(), args, f.filter.Limit+len(f.keys))...)
}

func values(first any, args []any, more ...any) []any {
	return append(append([]any{first}, args...), more...)
}

// symbols finds text without letters or digits, which the index does not hold.
func (f *finder) symbols(ctx context.Context, q Query) error {
	where, args := f.filter.where("t.key")
	query := "SELECT t.key FROM search_texts t WHERE 1" + where
	for _, symbol := range q.symbols {
		query += " AND (instr(t.title, ?) > 0 OR instr(t.text, ?) > 0)"
		args = append(args, symbol, symbol)
	}
	return f.add(ctx, query+" ORDER BY t.key DESC LIMIT ?", append(args, f.filter.Limit)...)
}

// add takes over keys that were not found before, until there are enough.
func (f *finder) add(ctx context.Context, query string, args ...any) error {
	return each(ctx, f.store.db, query, args, func(rows *sql.Rows) error {
		var key int64
		err := rows.Scan(&key)
		if err == nil && !f.full() && !f.seen[key] {
			f.seen[key] = true
			f.keys = append(f.keys, key)
		}
		return err
	})
}

// where returns conditions on a key, each with AND before it.
func (f SearchFilter) where(key string) (string, []any) {
	var parts []string
	var args []any
	for _, k := range f.Kinds {
		parts = append(parts, key+" >= ? AND "+key+" < ?")
		args = append(args, firstKey[k], lastKey(k))
	}
	where := ""
	switch {
	case len(f.Kinds) == len(Kinds()):
		args = nil
	case len(parts) == 1: // FTS5 itself searches one range
		where = " AND " + parts[0]
	default:
		where = " AND (" + strings.Join(parts, " OR ") + ")"
	}
	// The plus keeps SQLite from searching anew for each of these keys.
	if f.Tag != "" {
		where += " AND +" + key + ` IN (SELECT d.key FROM note_tags JOIN search_docs d
			ON d.kind = 'note' AND d.run = '' AND d.ref = note_tags.note WHERE tag = ?)`
		args = append(args, f.Tag)
	}
	if f.From.IsZero() && f.Until.IsZero() {
		return where, args
	}
	where += " AND +" + key + " IN (SELECT key FROM search_docs WHERE updated >= ?"
	args = append(args, moment(f.From))
	if !f.Until.IsZero() {
		where += " AND updated < ?"
		args = append(args, moment(f.Until))
	}
	return where + ")", args
}

// firstPart is how much of a text is read for a snippet, in characters. What
// stands further on is read only when there is no match before it.
const firstPart = 8 << 10

// hits reads what is shown of the keys, in their order.
func (s *Store) hits(ctx context.Context, keys []int64, words []word) ([]Hit, error) {
	hits := make([]Hit, 0, len(keys))
	at := make(map[int64]Hit, len(keys))
	for begin := 0; begin < len(keys); begin += 500 {
		part := keys[begin:min(begin+500, len(keys))]
		args := []any{firstPart + 1}
		for _, key := range part {
			args = append(args, key)
		}
		err := each(ctx, s.db, `SELECT d.key, d.kind, d.ref, d.run, t.title, substr(t.text, 1, ?),
			coalesce(n.updated, ''), coalesce(n.confidential, 0)
			FROM search_docs d JOIN search_texts t ON t.key = d.key LEFT JOIN notes n ON d.kind = 'note' AND n.id = d.ref WHERE d.key IN (`+marks(len(part))+")", args, func(rows *sql.Rows) error {
			var key int64
			var h Hit
			var text, updated string
			if err := rows.Scan(&key, &h.Kind, &h.ID, &h.Run, &h.Title, &text, &updated, &h.Confidential); err != nil {
				return err
			}
			if err := setMoment(&h.Updated, updated); err != nil {
				return err
			}
			h.Snippet, h.Marks = snippet(text, words)
			at[key] = h
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	for _, key := range keys {
		h, ok := at[key] // else it is gone since
		if !ok {
			continue
		}
		if len(h.Marks) == 0 {
			if err := s.farSnippet(ctx, key, &h, words); err != nil {
				return nil, err
			}
		}
		hits = append(hits, h)
	}
	return hits, nil
}

// farSnippet looks for a match behind the first part of a text.
func (s *Store) farSnippet(ctx context.Context, key int64, h *Hit, words []word) error {
	long, err := texts(ctx, s.db, "SELECT text FROM search_texts WHERE key = ? AND length(text) > ?", key, firstPart)
	if err != nil || len(long) == 0 {
		return err
	}
	h.Snippet, h.Marks = snippet(long[0], words)
	return nil
}

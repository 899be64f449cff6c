package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"strings"
	"unicode/utf8"

	"raadwijzer/app/internal/domain"
)

// Each kind has its own range of keys in the search tables, because FTS5 can
// search a range of keys but not a kind.
var firstKey = map[Kind]int64{KindItem: 1, KindStep: 1 << 32, KindNote: 1 << 40}

// lastKey is beyond the keys of a kind.
func lastKey(k Kind) int64 {
	switch k {
	case KindItem:
		return firstKey[KindStep]
	case KindStep:
		return firstKey[KindNote]
	}
	return 1 << 62
}

// executor is what writing needs of a transaction.
type executor interface {
	querier
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
}

// SearchDoc is something that can be found: plain text under a title.
type SearchDoc struct {
	Kind    Kind
	ID      string
	Run     string
	Title   string
	Text    string
	Updated string // moment, orders equals
}

// readyDoc is a document as the index holds it. Making it is the costly part
// of storing a note and needs no database.
type readyDoc struct {
	SearchDoc
	more  string
	words []string
}

func ready(d SearchDoc) readyDoc {
	r := readyDoc{SearchDoc: d}
	r.Title, r.Text = clean(d.Title), cleanText(d.Text)
	list := tokens(r.Title)
	more := spellings(list)
	body := tokens(r.Text)
	more = append(more, spellings(body)...)
	r.more = strings.Join(unique(more), " ")
	words := append([]string{}, more...)
	for _, t := range append(list, body...) {
		words = append(words, t.word)
	}
	for _, w := range unique(words) {
		// A shorter word has no part behind its beginning that is searched for.
		if utf8.RuneCountInString(w) > shortestPart && len(w) <= longestWord {
			r.words = append(r.words, w)
		}
	}
	return r
}

func unique(words []string) []string {
	seen := make(map[string]bool, len(words))
	var list []string
	for _, w := range words {
		if !seen[w] {
			seen[w] = true
			list = append(list, w)
		}
	}
	return list
}

// putDoc makes a document findable, in place of what was there under its id.
func putDoc(ctx context.Context, tx executor, d SearchDoc) error {
	if err := dropDoc(ctx, tx, d.Kind, d.Run, d.ID); err != nil {
		return err
	}
	r := ready(d)
	if err := insertDoc(ctx, tx, r); err != nil {
		return err
	}
	return putWords(ctx, tx, r.words)
}

// insertDoc is putDoc without the words, for a document that is not there yet.
func insertDoc(ctx context.Context, tx executor, d readyDoc) error {
	var key int64
	err := tx.QueryRowContext(ctx, "SELECT coalesce(max(key), ?) + 1 FROM search_docs WHERE key >= ? AND key < ?",
		firstKey[d.Kind], firstKey[d.Kind], lastKey(d.Kind)).Scan(&key)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, "INSERT INTO search_docs (key, kind, ref, run, updated) VALUES (?, ?, ?, ?, ?)", key, d.Kind, d.ID, d.Run, d.Updated)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, "INSERT INTO search_texts (key, title, text, more) VALUES (?, ?, ?, ?)", key, d.Title, d.Text, d.more)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, "INSERT INTO search (rowid, title, text, more) VALUES (?, ?, ?, ?)", key, d.Title, d.Text, d.more)
	return err
}

// dropDoc makes a document unfindable; one that is not there is no error.
func dropDoc(ctx context.Context, tx executor, kind Kind, run, id string) error {
	var key int64
	err := tx.QueryRowContext(ctx, "SELECT key FROM search_docs WHERE kind = ? AND run = ? AND ref = ?", kind, run, id).Scan(&key)
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	if err != nil {
		return err
	}
	for _, statement := range []string{
		// FTS5 must be told what stood there: https://www.sqlite.org/fts5.html#the_delete_command.
		"INSERT INTO search (search, rowid, title, text, more) SELECT 'delete', key, title, text, more FROM search_texts WHERE key = ?",
		"DELETE FROM search_texts WHERE key = ?",
		"DELETE FROM search_docs WHERE key = ?",
	} {
		if _, err := tx.ExecContext(ctx, statement, key); err != nil {
			return err
		}
	}
	return nil
}

// putWords adds to the words that are searched by a part.
func putWords(ctx context.Context, tx executor, words []string) error {
	list, err := json.Marshal(words)
	if err != nil || len(words) == 0 {
		return err
	}
	_, err = tx.ExecContext(ctx, "INSERT OR IGNORE INTO search_words (word) SELECT value FROM json_each(?)", string(list))
	return err
}

// noteDoc returns what is searched of a note.
func noteDoc(n domain.Note, text NoteText) SearchDoc {
	return SearchDoc{Kind: KindNote, ID: n.ID, Title: n.Title, Text: text.Plain, Updated: moment(n.Updated)}
}

// indexNote follows a note: found while it is outside the trash.
func indexNote(ctx context.Context, tx executor, n domain.Note, text NoteText) error {
	if !n.Trashed.IsZero() {
		return dropDoc(ctx, tx, KindNote, "", n.ID)
	}
	return putDoc(ctx, tx, noteDoc(n, text))
}

// IndexItems makes these the items that can be found, in place of those that
// were there. Items that did not change cost no write.
func (s *Store) IndexItems(ctx context.Context, digest string, docs func() []SearchDoc) error {
	have, err := s.Setting(ctx, settingItems)
	if err != nil || have == digest {
		return err
	}
	return s.write(ctx, func(tx *sql.Tx) error {
		old, err := texts(ctx, tx, "SELECT ref FROM search_docs WHERE kind = ?", KindItem)
		if err != nil {
			return err
		}
		for _, id := range old {
			if err := dropDoc(ctx, tx, KindItem, "", id); err != nil {
				return err
			}
		}
		for _, d := range docs() {
			if err := putDoc(ctx, tx, d); err != nil {
				return err
			}
		}
		return putSetting(ctx, tx, settingItems, digest)
	})
}

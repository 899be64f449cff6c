package store

import (
	"context"
	"database/sql"
	"strings"
	"unicode"
	"unicode/utf16"

	"golang.org/x/text/unicode/norm"

	"raadwijzer/app/internal/domain"
)

// Kind is what a search result is.
type Kind string

// The kinds of results.
const (
	KindNote Kind = "note"
	KindItem Kind = "item"
	KindStep Kind = "step"
)

// Hit is one search result.
type Hit struct {
	Kind    Kind
	ID      string
	Run     string // run of a step
	Title   string
	Snippet string // plain text around the first match
	Marks   []int  // begin and end of each match in Snippet, in UTF-16 units
}

// Search returns at most limit results of these kinds, best first: a match in
// the title counts more than one in the text, and of equals the newest comes
// first. An empty query finds nothing.
func (s *Store) Search(ctx context.Context, q Query, kinds []Kind, limit int) (hits []Hit, err error) {
	if q.Empty() || len(kinds) == 0 || limit <= 0 {
		return nil, nil
	}
	query, args := q.ranked(kinds)
	words := q.Words()
	err = each(ctx, s.db, query, append(args, limit), func(rows *sql.Rows) error {
		var h Hit
		var text string
		if err := rows.Scan(&h.Kind, &h.ID, &h.Run, &h.Title, &text); err != nil {
			return err
		}
		h.Snippet, h.Marks = snippet(text, words)
		hits = append(hits, h)
		return nil
	})
	return hits, failure(err)
}

// titleWeight makes a word in the title worth ten in the text.
const titleWeight = 10.0

func (q Query) ranked(kinds []Kind) (string, []any) {
	match, likes := q.split()
	query, where, order := "SELECT kind, ref, run, d.title, d.text FROM search_docs d", []string{}, "updated DESC"
	var args []any
	if match != "" {
		query += " JOIN search ON search.rowid = d.key"
		where, args = append(where, "search MATCH ?"), append(args, match)
		order = "bm25(search, ?, 1.0), updated DESC"
	}
	for _, l := range likes {
		where = append(where, strings.NewReplacer("(title ", "(d.title ", " text ", " d.text ").Replace(l.sql))
		args = append(args, l.args...)
	}
	where = append(where, "kind IN ("+marks(len(kinds))+")")
	for _, k := range kinds {
		args = append(args, k)
	}
	if match != "" {
		args = append(args, titleWeight)
	}
	return query + " WHERE " + strings.Join(where, " AND ") + " ORDER BY " + order + ", d.key DESC LIMIT ?", args
}

// snippetLength is about two lines on the screen, in runes.
const snippetLength = 160

// snippet returns the part of text around the first match, at whole words,
// with the places of all matches in it.
func snippet(text string, words []string) (string, []int) {
	runes := []rune(strings.Join(strings.Fields(norm.NFC.String(text)), " "))
	folded := make([]rune, len(runes))
	for i, r := range runes {
		folded[i] = foldRune(r)
	}
	begin := window(runes, firstMatch(folded, words))
	end := min(begin+snippetLength, len(runes))
	for end < len(runes) && end > begin+snippetLength/2 && !unicode.IsSpace(runes[end]) {
		end--
	}
	prefix, suffix := "", ""
	if begin > 0 {
		prefix = "… "
	}
	if end < len(runes) {
		suffix = " …"
	}
	return prefix + string(runes[begin:end]) + suffix, places(runes[begin:end], folded[begin:end], words, len(utf16.Encode([]rune(prefix))))
}

// window returns where the snippet begins: some words before the match, at
// the start of a sentence if one is near.
func window(runes []rune, match int) int {
	begin := max(match-snippetLength/3, 0)
	for i := match; i > begin; i-- {
		if i > 1 && runes[i-1] == ' ' && strings.ContainsRune(".!?", runes[i-2]) {
			return i
		}
	}
	for begin > 0 && begin < match && runes[begin-1] != ' ' {
		begin++
	}
	return begin
}

func firstMatch(folded []rune, words []string) int {
	first := len(folded)
	text := string(folded)
	for _, word := range words {
		if at := strings.Index(text, Fold(word)); at >= 0 {
			first = min(first, len([]rune(text[:at])))
		}
	}
	if first == len(folded) {
		return 0 // the match is in the title
	}
	return first
}

// places returns begin and end of every match, in order and without overlap,
// counted as JavaScript counts.
func places(runes, folded []rune, words []string, offset int) []int {
	var marks []int
	needles := make([][]rune, len(words))
	for i, word := range words {
		needles[i] = []rune(Fold(word))
	}
	at := offset
	for i := 0; i < len(runes); {
		length := longestAt(folded[i:], needles)
		if length == 0 {
			at += utf16.RuneLen(runes[i])
			i++
			continue
		}
		begin := at
		for _, r := range runes[i : i+length] {
			at += utf16.RuneLen(r)
		}
		marks = append(marks, begin, at)
		i += length
	}
	return marks
}

func longestAt(folded []rune, needles [][]rune) int {
	longest := 0
	for _, n := range needles {
		if len(n) > longest && len(n) <= len(folded) && string(folded[:len(n)]) == string(n) {
			longest = len(n)
		}
	}
	return longest
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

// IndexItems makes these the items that can be found, in place of those that
// were there. Items that did not change cost no write.
func (s *Store) IndexItems(ctx context.Context, digest string, docs func() []SearchDoc) error {
	have, err := s.Setting(ctx, settingItems)
	if err != nil || have == digest {
		return err
	}
	return s.write(ctx, func(tx *sql.Tx) error {
		if _, err := tx.ExecContext(ctx, "DELETE FROM search_docs WHERE kind = ?", KindItem); err != nil {
			return err
		}
		for _, d := range docs() {
			if err := putDoc(ctx, tx, d); err != nil {
				return err
			}
		}
		return putSetting(ctx, tx, settingItems, digest)
	})
}

func putDoc(ctx context.Context, tx *sql.Tx, d SearchDoc) error {
	_, err := tx.ExecContext(ctx, `INSERT INTO search_docs (kind, ref, run, title, text, updated) VALUES (?, ?, ?, ?, ?, ?)
		ON CONFLICT (kind, run, ref) DO UPDATE SET title = excluded.title, text = excluded.text, updated = excluded.updated`,
		d.Kind, d.ID, d.Run, clean(d.Title), cleanText(d.Text), d.Updated)
	return err
}

// cleanText is clean for a text with lines.
func cleanText(text string) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		lines[i] = clean(line)
	}
	return strings.Join(lines, "\n")
}

// indexNote follows a note: found while it is outside the trash.
func (s *Store) indexNote(ctx context.Context, tx *sql.Tx, n domain.Note) error {
	if !n.Trashed.IsZero() {
		_, err := tx.ExecContext(ctx, "DELETE FROM search_docs WHERE kind = ? AND ref = ?", KindNote, n.ID)
		return err
	}
	return putDoc(ctx, tx, SearchDoc{Kind: KindNote, ID: n.ID, Title: n.Title, Text: s.config.Plain(n.Body), Updated: moment(n.Updated)})
}

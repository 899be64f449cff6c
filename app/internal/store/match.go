package store

import (
	"context"
	"strings"
	"unicode/utf8"
)

// level is how far a search goes. Each level finds what the one before it
// finds, and more.
type level int

const (
	levelRow    level = iota // the words as they were typed, in a row
	levelWords               // the words as they were typed
	levelBegins              // and words that begin so, and synonyms
	levelParts               // and words that hold them anywhere
	levels
)

// match is an FTS5 expression in two parts, so that the first can be asked of
// one column.
type match struct {
	with    string
	without string // "" for nothing
}

// String returns the expression.
func (m match) String() string { return m.in("") }

// in returns the expression with its first part asked of one column; "" is all.
func (m match) in(column string) string {
	with := m.with
	if column != "" {
		with = "{" + column + "} : (" + with + ")"
	}
	if m.without == "" {
		return with
	}
	return "(" + with + ") NOT (" + m.without + ")"
}

// match returns what finds the query at a level; with is "" when the query
// has no words.
func (s *Store) match(ctx context.Context, q Query, l level) (match, error) {
	var m match
	var all []string
	for _, t := range q.terms {
		expression, err := s.term(ctx, t, l)
		if err != nil {
			return m, err
		}
		all = append(all, expression)
	}
	m.with = strings.Join(all, " AND ")
	if row := q.row(); l == levelRow && row != "" {
		m.with = quoted(row)
	}
	var not []string
	for _, w := range q.excluded {
		not = append(not, w.forms(levelWords)...)
	}
	m.without = strings.Join(not, " OR ")
	return m, nil
}

// row returns the words of a query of loose words in a row, or "". Nothing has
// to stand so, but what does is most likely meant.
func (q Query) row() string {
	var row []string
	for _, t := range q.terms {
		for _, w := range t.words {
			if w.how != howLoose {
				return ""
			}
			row = append(row, w.tokens...)
		}
	}
	return strings.Join(row, " ")
}

func (s *Store) term(ctx context.Context, t term, l level) (string, error) {
	var words []string
	for _, w := range t.words {
		forms := w.forms(l)
		if l == levelParts && w.how == howLoose && len(w.tokens) == 1 {
			parts, err := s.wordsWith(ctx, w.tokens[0])
			if err != nil {
				return "", err
			}
			for _, p := range parts {
				forms = append(forms, quoted(p))
			}
		}
		words = append(words, "("+strings.Join(forms, " OR ")+")")
	}
	expression := strings.Join(words, " AND ")
	if l <= levelWords || len(t.same) == 0 {
		return "(" + expression + ")", nil
	}
	same := []string{"(" + expression + ")"}
	for _, w := range t.same {
		if len(w.tokens) > 0 {
			same = append(same, w.forms(levelWords)...)
		}
	}
	return "(" + strings.Join(same, " OR ") + ")", nil
}

// forms returns the word as FTS5 phrases.
func (w word) forms(l level) []string {
	end := ""
	if w.how == howBegins || w.how == howLoose && l > levelWords {
		end = " *"
	}
	forms := []string{quoted(strings.Join(w.tokens, " ")) + end}
	if w.spelling != "" {
		forms = append(forms, quoted(w.spelling)+end)
	}
	return forms
}

// quoted makes an FTS5 string, in which nothing is syntax.
// See https://www.sqlite.org/fts5.html#fts5_strings.
func quoted(s string) string { return `"` + strings.ReplaceAll(s, `"`, `""`) + `"` }

const (
	// shortestPart is from how many letters on a word is found by a part in
	// its middle: two letters are in the middle of nearly every text.
	shortestPart = 3
	// mostParts bounds the words that one part stands for. The shortest come
	// first: in those the part is most of the word.
	mostParts = 10_000
)

// wordsWith returns the words of the index that hold a part behind their
// beginning.
func (s *Store) wordsWith(ctx context.Context, part string) ([]string, error) {
	if utf8.RuneCountInString(part) < shortestPart {
		return nil, nil
	}
	return texts(ctx, s.db, "SELECT word FROM search_words WHERE instr(word, ?) > 1 ORDER BY length(word), word LIMIT ?", part, mostParts)
}

package store

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Query is what a user typed in a search box, made safe. Words must all be
// there; "a phrase" stands there just so, in whole words; word* begins with
// it; -word must not be there as a whole word. There is no other syntax, and
// no input is an error.
type Query struct {
	terms    []term // all must match
	excluded []word
	symbols  []string // what holds no letter or digit; counts when nothing else is asked
}

// term is what must be found: its words, or something that means the same.
type term struct {
	words []word
	same  []word // whole words and phrases only: RIS is a part of risico
}

// word is a word or phrase as the index knows it.
type word struct {
	tokens []string
	// spelling is the word written otherwise, or "": see spellings.
	spelling string
	how      how
}

// how says how much of a word in the text must be typed.
type how int

const (
	howLoose  how = iota // the whole word, its beginning, or a part of it
	howBegins            // the whole word or its beginning
	howWhole             // the whole word
)

// Limits keep a pasted page from becoming a query that takes seconds.
const (
	maxTerms      = 32
	maxTermLength = 200 // runes
)

// ParseQuery reads what a user typed. The synonyms of a word or of words in a
// row are found by their folded form (see Fold); nil is none.
func ParseQuery(input string, synonyms map[string][]string) Query {
	var q Query
	var typed []typedWord
	rest := clean(input)
	for len(typed)+len(q.excluded)+len(q.symbols) < maxTerms {
		var next typedWord
		if next, rest = nextWord(rest); next.text == "" {
			break
		}
		w := newWord(next.text, next.how)
		switch {
		case len(w.tokens) == 0 && !next.not:
			q.symbols = append(q.symbols, next.text)
		case len(w.tokens) == 0:
		case next.not:
			if w.how == howLoose {
				w.how = howWhole
			}
			q.excluded = append(q.excluded, w)
		default:
			typed = append(typed, next)
		}
	}
	for len(typed) > 0 {
		t, used := nextTerm(typed, synonyms)
		q.terms, typed = append(q.terms, t), typed[used:]
	}
	return q
}

// nextTerm takes as many words as together have a synonym, else one.
func nextTerm(typed []typedWord, synonyms map[string][]string) (t term, used int) {
	for used = min(len(typed), mostSynonymWords); used > 0; used-- {
		var forms []string
		for _, w := range typed[:used] {
			if w.how == howLoose {
				forms = append(forms, w.text)
			}
		}
		if len(forms) < used {
			continue
		}
		if same := synonyms[Fold(strings.Join(forms, " "))]; len(same) > 0 {
			for _, s := range same {
				t.same = append(t.same, newWord(clean(s), howWhole))
			}
			break
		}
	}
	used = max(used, 1)
	for _, w := range typed[:used] {
		t.words = append(t.words, newWord(w.text, w.how))
	}
	return t, used
}

// mostSynonymWords is how many words a word of the glossary has at most.
const mostSynonymWords = 8

func newWord(text string, how how) word {
	list := tokens(text)
	w := word{how: how}
	for _, t := range list {
		w.tokens = append(w.tokens, t.word)
	}
	if other := spellings(list); len(other) == 1 {
		w.spelling = other[0]
	}
	return w
}

// Empty reports whether the query finds nothing: it asks for nothing that must
// be there.
func (q Query) Empty() bool { return len(q.terms) == 0 && len(q.symbols) == 0 }

// needles returns every word and phrase that may be marked in a result.
func (q Query) needles() []word {
	var list []word
	for _, t := range q.terms {
		list = append(append(list, t.words...), t.same...)
	}
	return list
}

// typedWord is a word or phrase as it was typed.
type typedWord struct {
	text string
	how  how
	not  bool
}

// nextWord takes the next word or phrase. A quote that is not closed runs to
// the end, and its last word may go on, because the user is still typing.
func nextWord(s string) (w typedWord, rest string) {
	for {
		s = strings.TrimLeftFunc(s, unicode.IsSpace)
		if s == "" {
			return typedWord{}, ""
		}
		w = typedWord{}
		if len(s) > 1 && s[0] == '-' && s[1] != ' ' {
			w.not, s = true, s[1:]
		}
		if s[0] == '"' {
			var closed bool
			w.text, rest, closed = strings.Cut(s[1:], `"`)
			w.text = strings.Join(strings.Fields(w.text), " ")
			if closed {
				w.how = howWhole
			}
		} else {
			end := strings.IndexFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == '"' })
			if end < 0 {
				end = len(s)
			}
			w.text, rest = strings.TrimRight(s[:end], ".,;:!?"), s[end:]
			if trimmed := strings.TrimRight(w.text, "*"); trimmed != "" && trimmed != w.text {
				w.text, w.how = trimmed, howBegins
			}
		}
		if w.text != "" {
			w.text = shorten(w.text)
			return w, rest
		}
		s = rest
	}
}

func shorten(s string) string {
	if utf8.RuneCountInString(s) <= maxTermLength {
		return s
	}
	return string([]rune(s)[:maxTermLength])
}

package store

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A Query is what a user typed in a search box, made safe. Words must all be
// there, "a phrase" stands together, -word must not be there. There is no
// other syntax, and no input is an error.
type Query struct {
	terms    []term // all must match
	excluded []string
}

// term is a word or phrase with the words that mean the same.
type term []string

// trigramLength is the shortest text that the trigram index can find.
const trigramLength = 3

// limits keep a pasted page from becoming a query that takes seconds.
const (
	maxTerms      = 32
	maxTermLength = 200 // runes
)

// ParseQuery reads what a user typed. The synonyms of a word are found by
// their folded form (see Fold); nil is none.
func ParseQuery(input string, synonyms map[string][]string) Query {
	var q Query
	for rest := clean(input); ; {
		var word string
		var not bool
		word, not, rest = nextTerm(rest)
		if word == "" {
			return q
		}
		switch {
		case len(q.terms)+len(q.excluded) >= maxTerms:
			return q
		case not:
			q.excluded = append(q.excluded, word)
		default:
			q.terms = append(q.terms, append(term{word}, synonyms[Fold(word)]...))
		}
	}
}

// Empty reports whether the query finds nothing: it has no word that must be
// there.
func (q Query) Empty() bool { return len(q.terms) == 0 }

// Words returns every word and phrase that may be marked in a result.
func (q Query) Words() []string {
	var words []string
	for _, t := range q.terms {
		words = append(words, t...)
	}
	return words
}

// clean makes one line of valid text in composed form, as the index holds it.
func clean(input string) string {
	s := norm.NFC.String(strings.ToValidUTF8(input, " "))
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == utf8.RuneError {
			return ' '
		}
		return r
	}, s)
}

// nextTerm takes the next word or phrase. A quote that is not closed runs to
// the end, because the user is still typing.
func nextTerm(s string) (word string, not bool, rest string) {
	for {
		s = strings.TrimLeftFunc(s, unicode.IsSpace)
		if s == "" {
			return "", false, ""
		}
		not = false
		if len(s) > 1 && s[0] == '-' && s[1] != ' ' {
			not, s = true, s[1:]
		}
		if s[0] == '"' {
			word, rest, _ = strings.Cut(s[1:], `"`)
			word = strings.Join(strings.Fields(word), " ")
		} else {
			end := strings.IndexFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == '"' })
			if end < 0 {
				end = len(s)
			}
			word, rest = strings.TrimRight(s[:end], ".,;:!?"), s[end:]
		}
		if word != "" {
			return shorten(word), not, rest
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

// condition returns the query as a condition over the columns of search_docs,
// with its values; "" when the query is empty.
func (q Query) condition() (string, []any) {
	if q.Empty() {
		return "", nil
	}
	var parts []string
	var args []any
	match, likes := q.split()
	if match != "" {
		parts = append(parts, "key IN (SELECT rowid FROM search WHERE search MATCH ?)")
		args = append(args, match)
	}
	for _, l := range likes {
		parts = append(parts, l.sql)
		args = append(args, l.args...)
	}
	return strings.Join(parts, " AND "), args
}

// split divides the query: what the index can find becomes an FTS5
// expression, and what is too short for trigrams becomes conditions with LIKE.
func (q Query) split() (match string, likes []like) {
	var all []string
	for _, t := range q.terms {
		if t.indexed() {
			all = append(all, t.expression())
		} else {
			likes = append(likes, t.like())
		}
	}
	match = strings.Join(all, " AND ")
	for _, word := range q.excluded {
		switch {
		case utf8.RuneCountInString(word) < trigramLength || match == "":
			l := term{word}.like()
			likes = append(likes, like{"NOT " + l.sql, l.args})
		default:
			match = "(" + match + ") NOT " + term{word}.expression()
		}
	}
	return match, likes
}

// indexed reports whether every form of the term is long enough for trigrams.
func (t term) indexed() bool {
	for _, word := range t {
		if utf8.RuneCountInString(word) < trigramLength {
			return false
		}
	}
	return true
}

// expression quotes each form, so that nothing in it is FTS5 syntax.
// See https://www.sqlite.org/fts5.html#fts5_strings.
func (t term) expression() string {
	quoted := make([]string, len(t))
	for i, word := range t {
		quoted[i] = `"` + strings.ReplaceAll(word, `"`, `""`) + `"`
	}
	return "(" + strings.Join(quoted, " OR ") + ")"
}

type like struct {
	sql  string
	args []any
}

func (t term) like() like {
	var l like
	var parts []string
	for _, word := range t {
		pattern := "%" + strings.NewReplacer(`\`, `\\`, "%", `\%`, "_", `\_`).Replace(word) + "%"
		parts = append(parts, `(title LIKE ? ESCAPE '\' OR text LIKE ? ESCAPE '\')`)
		l.args = append(l.args, pattern, pattern)
	}
	l.sql = "(" + strings.Join(parts, " OR ") + ")"
	return l
}

// Fold returns s as the index compares it: lower case without diacritics.
func Fold(s string) string {
	folded := make([]rune, 0, len(s))
	for _, r := range norm.NFC.String(s) {
		folded = append(folded, foldRune(r))
	}
	return string(folded)
}

// foldRune gives one rune for one rune, so that positions in the folded text
// are positions in the text itself.
func foldRune(r rune) rune {
	if r < utf8.RuneSelf {
		return unicode.ToLower(r)
	}
	for _, first := range norm.NFD.String(string(r)) {
		return unicode.ToLower(first)
	}
	return r
}

package corpus

import (
	"slices"
	"strings"
)

// Query is something to search for with the truth about what holds it.
type Query struct {
	Kind string // what is hard about it, a short English name
	Text string // as a user types it
	// Holds reports whether a note must be found.
	Holds func(Note) bool
}

// Queries returns one query of each kind.
func Queries() []Query {
	return []Query{
		{"very common", "de", begins("de")},
		{"common", "vergadering", holds("vergadering")},
		{"middle", "aanbeveling", holds("aanbeveling")},
		{"rare", "zilvernaald", holds("zilvernaald")},
		{"unique", "eenhoorndossier", holds("eenhoorndossier")},
		{"none", "qqxyzzyqq", holds("qqxyzzyqq")},
		{"beginning", "qwaterpl", begins("qwaterpl")},
		{"two letters", "qw", begins("qw")},
		{"common beginning", "ver*", begins("ver")},
		{"part of a word", "enhoorndoss", holds("enhoorndoss")},
		{"common part", "raad", holds("raad")},
		{"phrase", `"blauwe ooievaar landt"`, phrase("blauwe", "ooievaar", "landt")},
		{"common phrase", `"van de"`, phrase("van", "de")},
		{"two words", "vergadering gemeente", both(holds("vergadering"), holds("gemeente"))},
		{"without", "coordinatieproef -gemeente", both(holds("coordinatieproef"), not(phrase("gemeente")))},
		{"diacritics", "coordinatieproef", holds("coordinatieproef")},
	}
}

// Count returns how many of the first so many notes each query must find, in
// the order of the queries.
func Count(queries []Query, notes int) []int {
	counts := make([]int, len(queries))
	for i := range notes {
		note := Make(i)
		for k, q := range queries {
			if q.Holds(note) {
				counts[k]++
			}
		}
	}
	return counts
}

// holds is a word with the part in it, begins one that begins so.
func holds(part string) func(Note) bool {
	return anyWord(func(word string) bool { return strings.Contains(word, part) })
}

func begins(beginning string) func(Note) bool {
	return anyWord(func(word string) bool { return strings.HasPrefix(word, beginning) })
}

func anyWord(is func(string) bool) func(Note) bool {
	return func(n Note) bool { return slices.ContainsFunc(n.Words, is) }
}

func phrase(words ...string) func(Note) bool {
	return func(n Note) bool {
		for i := range len(n.Words) - len(words) + 1 {
			if slices.Equal(n.Words[i:i+len(words)], words) {
				return true
			}
		}
		return false
	}
}

func both(a, b func(Note) bool) func(Note) bool { return func(n Note) bool { return a(n) && b(n) } }

func not(a func(Note) bool) func(Note) bool { return func(n Note) bool { return !a(n) } }

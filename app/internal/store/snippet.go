package store

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

const (
	// snippetLength is about two lines on the screen, in runes.
	snippetLength = 160
	// mostSpots bounds the matches that are looked at in one text.
	mostSpots = 400
)

// spot is a match in a text.
type spot struct {
	begin, end int // bytes
	needle     int
}

// snippet returns the part of a text where most of the words stand together,
// from the beginning of a sentence when one is near and at whole words, with
// the places of all matches in it, counted as JavaScript counts. Without a
// match it is the beginning.
func snippet(text string, words []word) (string, []int) {
	text = strings.Join(strings.Fields(text), " ")
	list := tokens(text)
	var spots []spot
	for i, w := range words {
		for _, s := range w.spots(text, list) {
			s.needle = i
			spots = append(spots, s)
		}
	}
	slices.SortFunc(spots, func(a, b spot) int { return cmp.Or(a.begin-b.begin, b.end-a.end) })
	begin := sentence(text, bestSpot(spots))
	end := forward(text, begin, snippetLength)
	if end < len(text) {
		if space := strings.LastIndexByte(text[begin:end], ' '); space > (end-begin)/2 {
			end = begin + space
		}
	}
	prefix, suffix := "", ""
	if begin > 0 {
		prefix = "… "
	}
	if end < len(text) {
		suffix = " …"
	}
	return prefix + text[begin:end] + suffix, places(text[begin:end], spots, begin, units(prefix))
}

// spots returns where a word stands: as a whole, else as a beginning, else as
// a part, as far as the word may be found so.
func (w word) spots(text string, list []token) []spot {
	last := levelParts
	switch {
	case w.how == howWhole:
		last = levelWords
	case w.how == howBegins || len(w.tokens) > 1:
		last = levelBegins
	}
	for l := levelWords; l <= last; l++ {
		var found []spot
		for i := range list {
			if s, ok := w.at(text, list[i:], l); ok {
				if found = append(found, s); len(found) == mostSpots {
					break
				}
			}
		}
		if len(found) > 0 {
			return found
		}
	}
	return nil
}

// at reports whether the word stands at the first of these tokens.
func (w word) at(text string, list []token, l level) (spot, bool) {
	if len(w.tokens) == 0 {
		return spot{}, false
	}
	if l == levelParts {
		at := strings.Index(list[0].word, w.tokens[0])
		if at < 0 {
			return spot{}, false
		}
		begin := forward(text, list[0].begin, utf8.RuneCountInString(list[0].word[:at]))
		return spot{begin: begin, end: forward(text, begin, utf8.RuneCountInString(w.tokens[0]))}, true
	}
	if len(list) >= len(w.tokens) {
		n := 0
		for n < len(w.tokens)-1 && list[n].word == w.tokens[n] {
			n++
		}
		if end, ok := list[n].ends(text, w.tokens[n], l); ok && n == len(w.tokens)-1 {
			return spot{begin: list[0].begin, end: end}, true
		}
	}
	return w.otherAt(text, list, l)
}

// ends reports whether the token is the word, or at levelBegins begins with
// it, and where the word ends in the text.
func (t token) ends(text, word string, l level) (int, bool) {
	switch {
	case t.word == word:
		return t.end, true
	case l == levelBegins && strings.HasPrefix(t.word, word):
		return forward(text, t.begin, utf8.RuneCountInString(word)), true
	}
	return 0, false
}

// otherAt is at for the other spelling, on either side.
func (w word) otherAt(text string, list []token, l level) (spot, bool) {
	want := w.spelling
	if want == "" {
		want = strings.Join(w.tokens, "")
	}
	if end, ok := list[0].ends(text, want, l); ok {
		return spot{begin: list[0].begin, end: end}, true
	}
	for n := 1; n < len(list) && list[n].glue != glueNone; n++ {
		if list[n].end-list[0].begin > 2*longestWord {
			break
		}
		if spelling(list[:n+1]) == want {
			return spot{begin: list[0].begin, end: list[n].end}, true
		}
	}
	return spot{}, false
}

// bestSpot returns where the match begins that has the most different words
// behind it within a snippet; of equals the first.
func bestSpot(spots []spot) int {
	best, most := 0, 0
	for i, s := range spots {
		var different uint64
		count := 0
		for _, other := range spots[i:] {
			if other.end > s.begin+snippetLength*2/3 {
				break
			}
			if bit := uint64(1) << (other.needle % 64); different&bit == 0 {
				different |= bit
				count++
			}
		}
		if count > most {
			best, most = s.begin, count
		}
	}
	return best
}

// sentence returns where the snippet around a match begins: at the start of
// its sentence if that is near, else some words before the match.
func sentence(text string, match int) int {
	begin := backward(text, match, snippetLength/3)
	for i := match; i > begin; i-- {
		if i > 1 && text[i-1] == ' ' && strings.IndexByte(".!?", text[i-2]) >= 0 {
			return i
		}
	}
	if begin == 0 {
		return 0
	}
	if space := strings.IndexByte(text[begin:match], ' '); space >= 0 {
		return begin + space + 1
	}
	return begin
}

// forward returns where so many runes after a place in the text stand.
func forward(text string, at, runes int) int {
	for ; runes > 0 && at < len(text); runes-- {
		_, size := utf8.DecodeRuneInString(text[at:])
		at += size
	}
	return at
}

// backward is forward to the other side.
func backward(text string, at, runes int) int {
	for ; runes > 0 && at > 0; runes-- {
		_, size := utf8.DecodeLastRuneInString(text[:at])
		at -= size
	}
	return at
}

// places returns begin and end of every match within part, which stands at
// begin in the text, in order and without overlap.
func places(part string, spots []spot, begin, offset int) []int {
	var list []int
	done := 0 // bytes of part
	for _, s := range spots {
		from, to := s.begin-begin, s.end-begin
		if from < done || to > len(part) {
			continue
		}
		offset += units(part[done:from])
		list = append(list, offset, offset+units(part[from:to]))
		offset += units(part[from:to])
		done = to
	}
	return list
}

// units returns the length of a text as JavaScript counts it.
func units(s string) int {
	n := 0
	for _, r := range s {
		n += utf16.RuneLen(r)
	}
	return n
}

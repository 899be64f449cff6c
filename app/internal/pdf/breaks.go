package pdf

import (
	"unicode"
	"unicode/utf8"
)

// findBreaks finds where lines may end (Unicode annex 14). Between two plain
// words that is at every space, whatever stands around them, and inside one
// nowhere; the full algorithm is only needed for what is between such spaces
// and is not plain. That matters: it would take a quarter of all the time.
func (c *composer) findBreaks() {
	text := c.p.runes
	n := len(text)
	c.breaks = append(c.breaks[:0], make([]breakKind, n+1)...)
	start, plain := 0, true // of the chunk at hand
	for i := 0; i < n; {
		if text[i] != ' ' {
			plain = plain && plainAt(text, i)
			i++
			continue
		}
		j := i
		for j < n && text[j] == ' ' {
			j++
		}
		if i > 0 && j < n && isPlain(text[i-1]) && isPlain(text[j]) {
			c.chunkBreaks(start, j, plain)
			c.breaks[j] = mayBreak
			start, plain = j, true
		} else {
			plain = false
		}
		i = j
	}
	c.chunkBreaks(start, n, plain)
	c.breaks[n] = noBreak
}

// isPlain reports whether r is a letter of a script that puts spaces between
// words, or a digit. These are of the classes AL and NU.
func isPlain(r rune) bool {
	switch {
	case r < utf8.RuneSelf:
		return r|0x20 >= 'a' && r|0x20 <= 'z' || r >= '0' && r <= '9'
	case r < 0xC0, r > 0x24F:
		return false
	}
	return unicode.IsLetter(r)
}

// plainAt reports whether the character at i is plain, or is a mark such as a
// full stop between or after plain characters, where no line ends.
func plainAt(text []rune, i int) bool {
	switch r := text[i]; r {
	case '.', ',', ':', ';':
		return i > 0 && isPlain(text[i-1])
	case '!', '?':
		return i > 0 && isPlain(text[i-1]) && (i+1 == len(text) || text[i+1] == ' ')
	default:
		return isPlain(r)
	}
}

const maxChunks = 4096 // that are remembered

// chunkBreaks finds the places inside a chunk of text. Chunks come back, as
// words do, so the places are remembered: n for a place where the line may
// end, -n for one where it must.
func (c *composer) chunkBreaks(from, to int, plain bool) {
	if plain || from == to {
		return
	}
	text := c.p.runes[from:to]
	c.key = c.key[:0]
	for _, r := range text {
		c.key = utf8.AppendRune(c.key, r)
	}
	places, ok := c.chunks[string(c.key)]
	if !ok {
		c.seg.Init(text)
		for it := c.seg.LineIterator(); it.Next(); {
			l := it.Line()
			if end := l.Offset + len(l.Text); end == len(text) {
				continue // decided by what comes after
			} else if end > 1 && text[end-1] == '/' && text[end-2] == '/' {
				continue // an address stays with its https://
			} else if l.IsMandatoryBreak {
				places = append(places, -end)
			} else {
				places = append(places, end)
			}
		}
		if len(c.key) <= maxCachedSize {
			if len(c.chunks) >= maxChunks {
				clear(c.chunks)
			}
			c.chunks[string(c.key)] = places
		}
	}
	for _, p := range places {
		if p < 0 {
			c.breaks[from-p] = mustBreak
		} else {
			c.breaks[from+p] = mayBreak
		}
	}
}

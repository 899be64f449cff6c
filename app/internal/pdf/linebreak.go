package pdf

import (
	"slices"
	"unicode"

	"github.com/go-text/typesetting/bidi"
)

// fill puts tokens on lines: as many as fit, broken where Unicode annex 14
// allows, and inside a word only if the word is longer than a line.
func (c *composer) fill(width length) []line {
	var lines []line
	for i := 0; i < len(c.tokens); {
		j, at := c.reach(i, width)
		switch {
		case at > i:
			c.lineNow = append(c.lineNow[:0], c.tokens[i:at]...)
			i = at
		default:
			c.lineNow = append(c.lineNow[:0], c.tokens[i:j]...)
			used := 0
			for _, t := range c.lineNow {
				used += t.width
			}
			if head, tail, ok := c.split(c.tokens[j], width-used, j == i); ok {
				c.lineNow = append(c.lineNow, head...)
				i = j // what was before j stands on this line
				if len(tail) == 1 {
					c.tokens[j] = tail[0]
				} else {
					c.tokens = slices.Replace(c.tokens, j, j+1, tail...)
				}
			} else if j > i {
				i = j
			} else {
				c.lineNow = append(c.lineNow, c.tokens[i])
				i++
			}
		}
		lines = append(lines, c.place(width))
	}
	return lines
}

// reach gives the first token that does not fit after i, and the last place
// before it where the line may end (i if there is none).
func (c *composer) reach(i int, width length) (j, at int) {
	used := 0
	at = i
	for j = i; j < len(c.tokens); j++ {
		t := &c.tokens[j]
		if t.soft {
			if t.brk != noBreak && used+t.width <= width {
				at = j + 1
			}
			continue
		}
		if !t.space && used+t.width > width {
			return j, at
		}
		used += t.width
		if t.brk != noBreak {
			at = j + 1
		}
		if t.brk == mustBreak {
			return j + 1, at
		}
	}
	return j, j
}

// split cuts a token so that its first part fits in room; if it must, one
// character fits in any room.
func (c *composer) split(t token, room length, must bool) (head, tail []token, ok bool) {
	if t.soft || t.space || t.width == 0 {
		return nil, nil, false
	}
	text := c.p.runes[t.from:t.to]
	var ends []int
	c.long.Init(text)
	for it := c.long.GraphemeIterator(); it.Next(); {
		g := it.Grapheme()
		ends = append(ends, g.Offset+len(g.Text))
	}
	if len(ends) < 2 {
		return nil, nil, false
	}
	n := min(len(ends)-1, len(ends)*max(room, 0)/t.width+1)
	for ; n > 0; n-- {
		head = c.retoken(t, t.from, t.from+ends[n-1])
		w := 0
		for _, h := range head {
			w += h.width
		}
		if w <= room || n == 1 && must {
			tail = c.retoken(t, t.from+ends[n-1], t.to)
			tail[len(tail)-1].brk = t.brk
			return head, tail, true
		}
	}
	return nil, nil, false
}

// retoken makes tokens for a part of t.
func (c *composer) retoken(t token, from, to int) []token {
	keep, brk := c.tokens, c.breaks[to]
	c.tokens, c.breaks[to] = nil, noBreak
	c.addTokens(from, to, classText)
	out := c.tokens
	c.tokens, c.breaks[to] = keep, brk
	if t.attr.elem.isActual() { // all of it belongs to the same element
		for i := range out {
			out[i].attr = t.attr
		}
	}
	return out
}

// place gives every token of the line its position, from left to right as it
// is seen, while the pieces stay in reading order.
func (c *composer) place(width length) line {
	toks := c.lineNow
	end := len(toks) // after the last token that is not a space
	for end > 0 && (toks[end-1].space || classOf(c.p.runes[toks[end-1].from]) == classLine) {
		end--
	}
	l := line{pieces: make([]piece, 0, len(toks))}
	for i := range toks {
		t := &toks[i]
		if t.soft && i != end-1 {
			t.width = 0 // a soft hyphen shows at the end of a line only
		}
		if i >= end {
			t.level = c.base
		} else {
			l.width += t.width
		}
	}
	x := 0
	switch align := c.p.look.align; {
	case align == AlignRight, align == AlignLeft && c.base == 1:
		x = width - l.width
	case align == AlignCenter:
		x = (width - l.width) / 2
	}
	if c.base == 1 {
		for _, t := range toks[end:] {
			x -= t.width
		}
	}
	for i := range toks {
		toks[i].x = x // where it stands if all runs from left to right
		x += toks[i].width
	}
	if c.mixed {
		x = toks[0].x
		for _, i := range c.visual(toks) {
			toks[i].x = x
			x += toks[i].width
		}
	}
	for i := range toks {
		t := &toks[i]
		if t.soft && t.width == 0 {
			continue
		}
		l.pieces = append(l.pieces, piece{run: t.run, x: t.x, w: t.width, attr: t.attr,
			gap: t.space || classOf(c.p.runes[t.from]) == classLine})
	}
	return l
}

// visual gives the tokens in the order in which they are seen, by rule L2 of
// Unicode annex 9.
func (c *composer) visual(toks []token) []int {
	order := make([]int, len(toks))
	var top bidi.Level
	for i := range toks {
		order[i] = i
		top = max(top, toks[i].level)
	}
	for level := top; level > 0; level-- {
		for i := 0; i < len(toks); i++ {
			j := i
			for j < len(toks) && toks[order[j]].level >= level {
				j++
			}
			if j > i {
				slices.Reverse(order[i:j])
				i = j
			}
		}
	}
	return order
}

// isRTL reports whether r is in a block of a script that runs from right to
// left, or a mark that says so.
func isRTL(r rune) bool {
	switch {
	case r < 0x590:
		return false
	case r <= 0x8FF, r >= 0xFB1D && r <= 0xFDFF, r >= 0xFE70 && r <= 0xFEFF,
		r >= 0x10800 && r <= 0x10FFF, r >= 0x1E800 && r <= 0x1EFFF:
		return true
	}
	return r == 0x200F || r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069
}

func isLetter(r rune) bool {
	if r < 0x80 {
		return r|0x20 >= 'a' && r|0x20 <= 'z'
	}
	return unicode.IsLetter(r)
}

// softHyphen is the hyphen at a break that a soft hyphen allows. Shaping
// U+00AD draws nothing, so the hyphen is drawn and stands for U+00AD.
func (w *Writer) softHyphen(id fontID) *run {
	s := w.font(id)
	gid, ok := s.face.NominalGlyph('\u2010')
	if !ok {
		gid, _ = s.face.NominalGlyph('-')
	}
	code := s.code(uint16(gid), "\u00AD")
	return &run{font: id, width: s.widths[code], glyphs: []glyph{{code: code, adv: int32(s.widths[code])}}}
}

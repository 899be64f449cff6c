package pdf

import "strconv"

// textDrawer writes text operators (ISO 32000-1 9.4), as few as it can.
// Positions within a line are kept exactly, in millionths of a point, and
// reached with the adjustments of TJ.
type textDrawer struct {
	b       []byte
	ox, oy  length // where the line matrix is
	y       length // baseline of the current line
	pen     int    // where the next glyph would stand, in millionths of a point
	placed  bool   // the pen is on the current line
	font    fontID
	size    length
	ink     ink
	above   length // of the run at hand, above the line
	rise    length // that is set
	known   bool   // font, size and ink are those of the page
	open    bool   // inside a TJ array
	shown   []byte
	subsets *[fontCount]*subset
	picture *picture // that is drawn along, or nil
}

// reset forgets the state, as at the start of a page.
func (t *textDrawer) reset(b []byte, subsets *[fontCount]*subset) {
	*t = textDrawer{b: b[:0], shown: t.shown[:0], subsets: subsets}
}

// op writes an operator that is not about text.
func (t *textDrawer) op(s string) {
	t.flush()
	t.b = append(t.b, s...)
}

// newLine goes to a baseline; the place in the line comes with the first run.
func (t *textDrawer) newLine(y length) {
	t.flush()
	t.y, t.placed = y, false
}

// run draws a run with its left edge at x. Runs from right to left are drawn
// from their last glyph to their first, which is the reading order: readers
// that take the text from the page would otherwise spell it backwards.
func (t *textDrawer) run(r *run, x length, a *attr) {
	t.state(r.font, a.size, a.ink)
	t.above = a.rise
	at := x * 1000
	if !r.rtl {
		for _, g := range r.glyphs {
			t.glyph(g, at)
			at += int(g.adv) * t.size
		}
		return
	}
	at += r.width * t.size
	for i := len(r.glyphs) - 1; i >= 0; i-- {
		at -= int(r.glyphs[i].adv) * t.size
		t.glyph(r.glyphs[i], at)
	}
}

// state sets font, size and colour where they differ.
func (t *textDrawer) state(font fontID, size length, ink ink) {
	if !t.known || font != t.font || size != t.size {
		t.flush()
		t.b = append(t.b, "/F"...)
		t.b = strconv.AppendInt(t.b, int64(font), 10)
		t.b = append(appendLen(append(t.b, ' '), size), " Tf\n"...)
		t.font, t.size = font, size
	}
	if !t.known || ink != t.ink {
		t.flush()
		t.b = append(append(t.b, inks[ink].fill...), '\n')
		t.ink = ink
	}
	t.known = true
}

// glyph draws one glyph for a pen at at.
func (t *textDrawer) glyph(g glyph, at int) {
	at += int(g.dx) * t.size
	if rise := t.above + int(g.dy)*t.size/1000; rise != t.rise {
		t.flush()
		t.rise = rise
		t.b = append(appendLen(t.b, rise), " Ts\n"...)
	}
	if t.picture != nil {
		t.picture.glyph(t.font, g.code, t.size, t.ink, at, t.y+t.rise)
	}
	if !t.placed {
		t.move(at)
	}
	if !t.open {
		t.open, t.shown = true, t.shown[:0]
		t.b = append(t.b, '[')
	}
	if off := t.pen - at; off >= 2*t.size || -off >= 2*t.size { // seen by nobody below that, and never adding up
		t.flushShown()
		n := (off + t.size/2) / t.size
		if off < 0 {
			n = -((-off + t.size/2) / t.size)
		}
		t.b = strconv.AppendInt(t.b, int64(n), 10)
		t.pen -= n * t.size
	}
	t.shown = append(t.shown, byte(g.code>>8), byte(g.code))
	// A reader moves its pen by the width in the font; the shaped width may
	// differ by the kerning, which the next glyph makes up for.
	t.pen += t.subsets[t.font].widths[g.code] * t.size
}

// move starts the line at at, rounded to what is written in the file.
func (t *textDrawer) move(at int) {
	x := (at/1000 + 5) / 10 * 10
	y := (t.y + 5) / 10 * 10
	t.b = append(appendLen(t.b, x-t.ox), ' ')
	t.b = append(appendLen(t.b, y-t.oy), " Td\n"...)
	t.ox, t.oy = x, y
	t.pen, t.placed = x*1000, true
}

func (t *textDrawer) flushShown() {
	if len(t.shown) > 0 {
		t.b = appendLiteral(t.b, t.shown)
		t.shown = t.shown[:0]
	}
}

// flush ends the TJ array.
func (t *textDrawer) flush() {
	if t.open {
		t.flushShown()
		t.b = append(t.b, "]TJ\n"...)
		t.open = false
	}
}

package pdf

import (
	"strings"

	"github.com/go-text/typesetting/bidi"
	"github.com/go-text/typesetting/segmenter"
)

// look is how a block sets its text.
type look struct {
	size    length // of the type
	leading length // from one line to the next
	bold    bool
	mono    bool
	ink     ink
	align   Align
}

// attr is how one stretch of text is set, and the element it belongs to.
type attr struct {
	font   fontID
	size   length
	ink    ink
	under  bool
	strike bool
	rise   length // above the line
	elem   *elem  // nil: not part of the document (an artifact)
}

// piece is a shaped run at its place in a line.
type piece struct {
	run  *run
	x    length // from the left of the line
	w    length
	gap  bool // a space
	attr *attr
}

// line is one line of text; its pieces are in reading order.
type line struct {
	pieces []piece
	width  length // without the spaces at its end
}

// paragraph is text on its way to becoming lines. It is to be composed before
// the next one is made, since its buffers are used again.
type paragraph struct {
	runes []rune
	attrs []attr
	which []uint16 // for each rune its index in attrs
	look  look
}

// maxAttrs bounds the changes of style in one block; after it the rest is set
// in the last style, and nothing is lost but the looks.
const maxAttrs = 60000

// newParagraph cleans the text of a block and makes elements for the parts of
// it that have a tag of their own. With a nil owner nothing is tagged.
func (w *Writer) newParagraph(inlines []Inline, owner *elem, look look) *paragraph {
	p := &paragraph{look: look, runes: w.runeBuf[:0], which: w.whichBuf[:0]}
	var last Inline
	var inner *elem
	for i, in := range inlines {
		in.URL, in.Note = in.target(), max(0, min(in.Note, maxNotes))
		if i == 0 || in.Note > 0 || in.Style != last.Style || in.URL != last.URL || in.Note != last.Note {
			if len(p.attrs) < maxAttrs {
				inner = w.innermost(in, last, inner, owner)
				p.attrs = append(p.attrs, newAttr(in, look, inner))
			}
			last = in
		}
		p.add(in.Text)
		if in.Break {
			p.add("\n")
		}
		if e := inner.link(); e != nil && e.note == 0 {
			e.label += in.Text
		}
	}
	for n := len(p.runes); n > 0 && p.runes[n-1] == lineSeparator; n-- {
		p.runes, p.which = p.runes[:n-1], p.which[:n-1]
	}
	w.runeBuf, w.whichBuf = p.runes, p.which
	return p
}

// innermost gives the element for the text of in, which follows that of last,
// in element inner.
func (w *Writer) innermost(in, last Inline, inner, owner *elem) *elem {
	if in.Note > 0 {
		return w.noteElem(in.Note, owner)
	}
	link := inner.link()
	if in.URL != last.URL || link == nil || link.note > 0 {
		link = w.linkElem(in.URL, owner)
	}
	return w.styleElem(in.Style, link, owner)
}

func (p *paragraph) add(text string) {
	for i, r := range text {
		if r == '\r' && !strings.HasPrefix(text[i:], "\r\n") {
			r = '\n'
		}
		if r = cleanRune(r); r >= 0 {
			p.runes = append(p.runes, r)
			p.which = append(p.which, uint16(len(p.attrs)-1))
		}
	}
}

func newAttr(in Inline, look look, e *elem) attr {
	a := attr{size: look.size, ink: look.ink, elem: e, under: in.URL != "", strike: in.Style&Strike != 0}
	if a.under || in.Note > 0 {
		a.ink = inkLink
	}
	if in.Note > 0 {
		a.size, a.rise, a.under = look.size*70/100, look.size*32/100, false
	}
	bold, italic := look.bold || in.Style&Bold != 0, in.Style&Italic != 0
	switch {
	case look.mono || in.Style&Code != 0:
		a.font = fontMono
		if !look.mono {
			a.size = look.size * 92 / 100 // looks as large as the text around it
		}
	case bold && italic:
		a.font = fontBoldItalic
	case bold:
		a.font = fontBold
	case italic:
		a.font = fontItalic
	}
	return a
}

// token is the smallest part that a line can be built from.
type token struct {
	run      *run
	width    length
	x        length // in its line, when that is known
	attr     *attr
	from, to int // in the runes of the paragraph
	level    bidi.Level
	space    bool
	soft     bool // a hyphen that shows only at the end of a line
	brk      breakKind
}

type breakKind uint8

const (
	noBreak breakKind = iota
	mayBreak
	mustBreak
)

// composer breaks paragraphs into lines; its buffers are used again.
type composer struct {
	w       *Writer
	seg     segmenter.Segmenter
	long    segmenter.Segmenter
	chunks  map[string][]int // see chunkBreaks
	bidi    bidi.Paragraph
	breaks  []breakKind
	levels  []bidi.Level
	tokens  []token
	mixed   bool // some of the text runs from right to left
	base    bidi.Level
	p       *paragraph
	lineNow []token
	key     []byte
}

// compose sets a paragraph in lines of at most width.
func (c *composer) compose(p *paragraph, width length) []line {
	if len(p.runes) == 0 {
		return nil
	}
	c.p = p
	c.findBreaks()
	c.findLevels()
	c.makeTokens()
	return c.fill(width)
}

// measure gives the least width for a paragraph without breaking a word, and
// the width it takes on as few lines as it can have.
func (c *composer) measure(p *paragraph) (least, most length) {
	if len(p.runes) == 0 {
		return 0, 0
	}
	c.p = p
	c.findBreaks()
	c.findLevels()
	c.makeTokens()
	word, all := 0, 0
	for i := range c.tokens {
		t := &c.tokens[i]
		if !t.space {
			word += t.width
		}
		all += t.width
		least, most = max(least, word), max(most, all)
		if t.brk != noBreak {
			word = 0
		}
		if t.brk == mustBreak {
			all = 0
		}
	}
	return least, most
}

// findLevels finds which text runs from right to left (Unicode annex 9). The
// first letter decides for the paragraph as a whole.
func (c *composer) findLevels() {
	c.mixed, c.base = false, 0
	strong := false
	for _, r := range c.p.runes {
		rtl := isRTL(r)
		c.mixed = c.mixed || rtl
		if !strong && (rtl || isLetter(r)) {
			strong = true
			if rtl {
				c.base = 1
			}
		}
	}
	if !c.mixed {
		return
	}
	dir := bidi.LeftToRight
	if c.base == 1 {
		dir = bidi.RightToLeft
	}
	runs := c.bidi.Segment(c.p.runes, dir)
	c.levels = append(c.levels[:0], make([]bidi.Level, len(c.p.runes))...)
	for i := range runs.NumRuns() {
		r := runs.Run(i)
		for k := r.Start; k < r.End; k++ {
			c.levels[k] = r.Level
		}
	}
}

// maxToken bounds the text that is shaped at once, so that a word of a
// million letters takes no more than a million times one letter.
const maxToken = 96

func (c *composer) makeTokens() {
	p := c.p
	c.tokens = c.tokens[:0]
	for i := 0; i < len(p.runes); {
		j, class := i+1, classOf(p.runes[i])
		for j < len(p.runes) && c.breaks[j] == noBreak && classOf(p.runes[j]) == class && class != classSoft &&
			p.which[j] == p.which[i] && (!c.mixed || c.levels[j] == c.levels[i]) {
			j++
		}
		if j-i > maxToken {
			j = i + c.cut(p.runes[i:j])
		}
		c.addTokens(i, j, class)
		i = j
	}
}

// cut gives the length of a first part of a long text, between characters as
// a reader sees them.
func (c *composer) cut(text []rune) int {
	n := 0
	c.long.Init(text[:min(len(text), 4*maxToken)])
	for it := c.long.GraphemeIterator(); it.Next() && n < maxToken; {
		n += len(it.Grapheme().Text)
	}
	return n
}

func (c *composer) addTokens(i, j int, class class) {
	p := c.p
	t := token{attr: &p.attrs[p.which[i]], from: i, to: j, space: class == classSpace, soft: class == classSoft}
	if c.mixed {
		t.level = c.levels[i]
	}
	text := p.runes[i:j]
	if text[0] == lineSeparator {
		text = []rune{' '} // words on both sides stay apart for every reader
	}
	if t.soft {
		t.run = c.w.softHyphen(t.attr.font)
		t.width = t.run.width * t.attr.size / 1000
		t.brk = c.breaks[j]
		c.tokens = append(c.tokens, t)
		return
	}
	t.to = i
	for _, r := range c.w.shaper.shape(text, t.attr.font, t.level&1 == 1) {
		t.from, t.to = t.to, t.to+r.count
		t.run, t.width = r, r.width*t.attr.size/1000
		if r.actual != "" && t.attr.elem != nil {
			t.attr = c.actualAttr(t.attr)
		}
		c.tokens = append(c.tokens, t)
		t.attr = &p.attrs[p.which[i]]
	}
	c.tokens[len(c.tokens)-1].brk = c.breaks[j]
}

// maxActual keeps the real text within the 32,767 bytes of a PDF string (ISO
// 19005-2 6.1.13); a part is at most five times maxToken characters.
const maxActual = 16

// actualAttr gives a for text that is drawn as something else: in an element
// of its own, and in the same one as such text right before it.
func (c *composer) actualAttr(a *attr) *attr {
	if n := len(c.tokens); n > 0 {
		last := c.tokens[n-1].attr
		if e := last.elem; e.isActual() && e.parent == a.elem && last.font == a.font && e.parts < maxActual {
			e.parts++
			return last
		}
	}
	own := *a
	own.elem = inlineElem("Span", a.elem, "")
	own.elem.actual = []byte{}
	return &own
}

type class uint8

const (
	classText class = iota
	classSpace
	classSoft
	classLine
)

func classOf(r rune) class {
	switch r {
	case ' ':
		return classSpace
	case '\u00AD':
		return classSoft
	case lineSeparator:
		return classLine
	}
	return classText
}

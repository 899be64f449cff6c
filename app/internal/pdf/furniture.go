package pdf

import (
	"fmt"
	"strconv"
)

// What stands around the text of each page. Readers skip it, as it is an
// artifact (ISO 14289-1 7.8): hearing it on every page would be a nuisance.
const (
	headBaseline length = 17 * mm // from the top of the page
	footBaseline length = 15 * mm // from its foot
	furnitureGap length = 6 * mm
)

var furnitureLook = look{size: 8500, leading: 12 * pt}

func (w *Writer) furnitureAttr(font fontID, ink ink) *attr {
	return &attr{font: font, size: furnitureLook.size, ink: ink}
}

// words shapes a short text for the edge of a page, cut off with an ellipsis
// at width. The full text is in the document; here it only reminds.
func (w *Writer) words(text string, a *attr, width length) line {
	p := &paragraph{runes: []rune(text), attrs: []attr{*a}, which: make([]uint16, len([]rune(text))), look: furnitureLook}
	lines := w.composer.compose(p, width)
	if len(lines) <= 1 {
		if len(lines) == 0 {
			return line{}
		}
		return lines[0]
	}
	n := 0
	for _, t := range lines[0].pieces {
		n += len([]rune(w.textOf(t.run)))
	}
	cut := []rune(text)
	for n = min(n, len(cut)); n > 0; n-- {
		p.runes = append(append([]rune(nil), cut[:n]...), '…')
		p.which = make([]uint16, len(p.runes))
		if lines = w.composer.compose(p, width); len(lines) == 1 {
			return lines[0]
		}
	}
	return line{}
}

// textOf gives the text that a run stands for.
func (w *Writer) textOf(r *run) string {
	s := ""
	for _, g := range r.glyphs {
		s += w.font(r.font).used[g.code].text
	}
	return s
}

// furniture draws the head and the foot of the page. The head of a bare page
// says no more than that it is confidential.
func (pg *page) furniture(secret, bare bool) {
	if secret || !bare {
		pg.head(secret, bare)
	}
	pg.foot()
}

func (pg *page) head(secret, bare bool) {
	w := pg.w
	y := pageHeight - headBaseline
	room := bodyWidth
	var mark line
	if secret {
		mark = w.words(wordConfidential, w.furnitureAttr(fontBold, inkAlert), bodyWidth)
		room -= mark.width + furnitureGap
	}
	room = (room - furnitureGap) / 2
	pg.artifact("<</Type/Pagination/Subtype/Header/Attached[/Top]>>", func() {
		if w.meta.Header != "" && !bare {
			l := w.words(w.meta.Header, w.furnitureAttr(fontBold, inkSoft), room)
			pg.line(&l, marginX, y)
		}
		if !bare {
			l := w.words(w.meta.Title, w.furnitureAttr(fontRegular, inkSoft), room)
			pg.line(&l, marginX+bodyWidth-l.width, y)
		}
		pg.line(&mark, marginX+(bodyWidth-mark.width)/2, y)
	})
	if !bare {
		pg.rect(marginX, y-6*pt, bodyWidth, pt/2, "0.6 g")
	}
}

// foot draws the number of the page at the left, since the total after it is
// as wide as it turns out to be.
func (pg *page) foot() {
	w := pg.w
	pg.artifact("<</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>", func() {
		a := w.furnitureAttr(fontRegular, inkSoft)
		l := w.words(wordPage+strconv.Itoa(pg.n)+wordOf, a, bodyWidth)
		pg.line(&l, marginX, footBaseline)
		pg.totalAt = marginX
		for _, p := range l.pieces {
			pg.totalAt += p.w // here the space at the end counts
		}
		if pg.picture != nil {
			pg.picture.totalAt = pg.totalAt
		}
		if w.meta.Footer != "" {
			l := w.words(w.meta.Footer, a, bodyWidth*2/3)
			pg.line(&l, marginX+bodyWidth-l.width, footBaseline)
		}
	})
}

// total gives the operators that draw the number of pages, which is only
// known at the end, by name.
func (pg *page) total() []byte {
	b := []byte("/Artifact<</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>BDC\nq 1 0 0 1 ")
	b = append(appendLen(b, pg.totalAt), ' ')
	return append(appendLen(b, footBaseline), " cm/N Do Q\nEMC\n"...)
}

// writeTotal writes the form that draws the number of pages.
func (w *Writer) writeTotal() {
	a := w.furnitureAttr(fontRegular, inkSoft)
	l := w.words(strconv.Itoa(w.pages), a, bodyWidth)
	var t textDrawer
	t.reset(nil, &w.subsets)
	t.newLine(0)
	for _, p := range l.pieces {
		t.run(p.run, p.x, p.attr)
	}
	t.flush()
	body := append(append([]byte("BT\n"), t.b...), "ET"...)
	if w.pictures != nil {
		for _, picture := range w.pictures.pages {
			t.picture = picture
			t.newLine(footBaseline)
			for _, p := range l.pieces {
				t.run(p.run, picture.totalAt+p.x, p.attr)
			}
		}
	}
	w.file.stream(w.totalObject, fmt.Sprintf("/Type/XObject/Subtype/Form/BBox[0 -4 80 12]/Resources<</Font<</F%d %v>>>>",
		fontRegular, w.subsets[fontRegular].object), body)
}

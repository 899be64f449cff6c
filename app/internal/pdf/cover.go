package pdf

import "errors"

// ErrLateFront is reported by Close if Cover or Contents came after the text.
var ErrLateFront = errors.New("pdf: Cover and Contents have to come first")

// Cover is the first page of a document that has parts.
type Cover struct {
	Over  string   // a line above the title, for instance the municipality
	Title string   // an empty one becomes "Zonder titel"
	Facts []string // lines below the title
}

var (
	coverOverLook  = look{size: 12 * pt, leading: 17 * pt, bold: true, ink: inkSoft}
	coverTitleLook = look{size: 30 * pt, leading: 38 * pt, bold: true}
	coverFactsLook = look{size: 11_500, leading: 18 * pt}
)

const (
	coverTop       length = 52 * mm // above the line over the title
	coverBarWidth  length = 22 * mm
	coverBarHeight length = 3 * pt
)

// Cover begins the document with a page of its own, without the head of other
// pages. Only Contents may come between it and the text.
func (w *Writer) Cover(c Cover) {
	if w.dead() || !w.beginFront() {
		return
	}
	w.bare = true
	w.push(&box{height: coverTop}, 0)
	if over := plainText(Plain(c.Over)); over != "" {
		w.text1(Plain(over), w.block("P", w.parent(), ""), coverOverLook, 0, 0)
	}
	title := plainText(Plain(c.Title))
	if title == "" {
		title = wordUntitled
	}
	e := w.block("H1", w.parent(), "")
	w.levels = append(w.levels[:0], 1)
	w.text1(Plain(title), e, coverTitleLook, 4*pt, w.outline.add(truncate(title, 500), 1))
	w.push(&box{height: coverBarHeight, bar: coverBarWidth}, 14*pt)
	w.flow.after = 16 * pt
	for _, fact := range c.Facts {
		if fact = plainText(Plain(fact)); fact != "" {
			w.text1(Plain(fact), w.block("P", w.parent(), ""), coverFactsLook, 0, 0)
		}
	}
	w.PageBreak()
	w.bare, w.contents.open = false, false
}

// beginFront begins pages that stand before the text and are drawn at the end.
// It reports false when there is text already.
func (w *Writer) beginFront() bool {
	if w.pages != len(w.contents.pages) || len(w.flow.queue) > 0 {
		w.fail(ErrLateFront)
		return false
	}
	w.contents.open = true
	w.contents.tree.root = w.tree.root
	return true
}

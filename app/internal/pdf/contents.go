package pdf

import "strconv"

// contents is the list at the front of a document. How many pages it takes is
// known from its titles, and so are the numbers of all pages; but the pages
// that the titles stand on are known at the end, so it is drawn then.
type contents struct {
	open    bool // its pages are being set
	pages   [][]*box
	tree    pageTree
	entries []entry
	next    int // entry + 1 that the next heading belongs to, or 0
}

// entry is one line of the contents.
type entry struct {
	line *line // the last line of the title
	look look
	link *elem
	attr *attr
	mark int // the heading, as an index in the outline + 1
}

// numberRoom is the room for a page number and the space before it.
const numberRoom length = 44 * pt

var entryLook = look{size: 10_500, leading: 16_500}

// Contents begins the document with a list of the titles, with the numbers of
// the pages they are on; readers can follow each to its place. Only Cover may
// come before it. Entry tells which heading a title belongs to.
func (w *Writer) Contents(titles []string) {
	if w.dead() || len(titles) == 0 || !w.beginFront() {
		return
	}
	w.Heading(1, Plain(wordContents))
	toc := w.block("TOC", w.parent(), "")
	for _, t := range titles {
		w.entry(t, toc)
	}
	w.close(toc)
	w.PageBreak()
	w.contents.open = false
}

func (w *Writer) entry(title string, toc *elem) {
	if title = plainText(Plain(title)); title == "" {
		title = wordUntitled
	}
	item := w.block("TOCI", toc, "")
	link := inlineElem("Link", inlineElem("Reference", item, ""), "")
	link.label = title
	p := w.newParagraph(Plain(title), nil, entryLook)
	a := &p.attrs[0]
	a.elem = link
	lines := w.composer.compose(p, bodyWidth-numberRoom)
	w.contents.entries = append(w.contents.entries, entry{line: &lines[len(lines)-1], look: entryLook, link: link, attr: a})
	for i := range lines { // a title is not cut by the end of a page
		w.push(&box{height: entryLook.leading, line: &lines[i], keep: i > 0,
			baseline: entryLook.leading/2 + 388*entryLook.size/1000}, 0)
	}
	w.push(&box{height: pt, rule: true, faint: true, keep: true}, 2*pt)
	w.flow.after = 2 * pt
	w.close(item)
}

// Entry says that the next heading is the one of title i in the contents,
// counted from 0. It does nothing if there is no such title.
func (w *Writer) Entry(i int) {
	if w.dead() || i < 0 || i >= len(w.contents.entries) {
		return
	}
	w.contents.next = i + 1
}

// found notes that a heading was made, for the entry that waits for one.
func (c *contents) found(mark int) {
	if c.next > 0 {
		c.entries[c.next-1].mark = mark
		c.next = 0
	}
}

// writeContents draws the pages that Contents has set. A title without a
// heading gets no number and leads nowhere.
func (w *Writer) writeContents() {
	for _, e := range w.contents.entries {
		if e.mark == 0 {
			e.link.typ = "Span"
			continue
		}
		e.link.mark = e.mark
		e.number(w)
	}
	for i, boxes := range w.contents.pages {
		w.drawPage(boxes, i+1, &w.contents.tree)
	}
}

// number adds the number of the page to the line of an entry.
func (e *entry) number(w *Writer) {
	a := *e.attr
	n := w.words(" "+strconv.Itoa(w.outline[e.mark-1].n), &a, numberRoom)
	x := bodyWidth
	for i := len(n.pieces) - 1; i >= 0; i-- {
		p := &n.pieces[i]
		x -= p.w
		p.x, p.attr = x, &a
	}
	for i := range n.pieces {
		n.pieces[i].attr.elem.hold()
	}
	e.line.pieces = append(e.line.pieces, n.pieces...)
}

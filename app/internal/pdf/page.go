package pdf

import (
	"fmt"
	"strconv"
)

// ink is a colour of the few that a document has. On white, all have a
// contrast of at least 7 to 1.
type ink uint8

const (
	inkText ink = iota
	inkLink
	inkSoft
	inkAlert
)

var inks = [...]struct{ fill, line string }{
	inkText:  {"0.08 g", "0.08 g"},
	inkLink:  {"0.03 0.25 0.5 rg", "0.03 0.25 0.5 rg"},
	inkSoft:  {"0.33 g", "0.33 g"},
	inkAlert: {"0.6 0.05 0.1 rg", "0.6 0.05 0.1 rg"},
}

// page is a page while it is drawn. Decoration lies under the text and is all
// one artifact, so that the text is one text object.
type page struct {
	w     *Writer
	id    ref
	n     int // number of the page, from 1
	under []byte
	text  textDrawer
	owner []ref // element of each marked-content sequence
	links []ref // annotations
	open  map[*band]*strip
	order []*band
	cur   *elem

	totalAt length   // where the number of pages goes
	picture *picture // nil: there is none of this page
}

// strip is the part of a band that is on this page.
type strip struct{ top, bottom length }

// writePage draws boxes on a new page and writes it. The pages of the contents
// are kept, since they show numbers that are not known yet.
func (w *Writer) writePage(boxes []*box) {
	w.pages++
	if w.contents.open {
		w.contents.pages = append(w.contents.pages, boxes)
		return
	}
	w.drawPage(boxes, w.pages, &w.tree)
}

// drawPage draws boxes on page n and adds it to a tree.
func (w *Writer) drawPage(boxes []*box, n int, tree *pageTree) {
	pg := &page{w: w, id: w.file.alloc(), n: n, under: w.under[:0], open: map[*band]*strip{}}
	pg.text.reset(w.text, &w.subsets)
	pg.picture = w.pictures.page(n, &w.subsets)
	pg.text.picture = pg.picture
	secret, bare := w.meta.Confidential, false
	for _, b := range boxes {
		secret, bare = secret || b.secret, bare || b.bare
	}
	y := pageHeight - bodyTop
	for i, b := range boxes {
		if i > 0 {
			y -= b.before
		}
		pg.box(b, y)
		y -= b.height
	}
	pg.closeBands(nil)
	pg.endContent()
	pg.furniture(secret, bare)
	w.finishPage(pg, tree)
	for _, b := range boxes {
		b.each(func(p *piece) { w.release(p.attr.elem) })
	}
	w.under, w.text = pg.under[:0], pg.text.b[:0]
}

// finishPage writes the page object, its contents and its line in the parent
// tree.
func (w *Writer) finishPage(pg *page, tree *pageTree) {
	contents := w.file.alloc()
	body := append([]byte("/Artifact<</Type/Layout>>BDC\n"), pg.under...)
	body = append(body, "EMC\n"...)
	if len(pg.under) == 0 {
		body = body[:0]
	}
	body = append(body, "BT\n"...)
	body = append(body, pg.text.b...)
	body = append(body, "ET\n"...)
	body = append(body, pg.total()...)
	w.file.stream(contents, "", body)

	owners := w.file.alloc()
	list := []byte{'['}
	for _, o := range pg.owner {
		list = append(append(list, o.String()...), ' ')
	}
	w.file.put(owners, append(list, ']'))

	// Its own resources: ISO 19005-2 6.2.2 does not let a page inherit them.
	dict := fmt.Appendf(nil, "<</Type/Page/Parent %v/Resources %v/Contents %v/StructParents %d/Tabs/S", tree.parent(w.file),
		w.resources, contents, w.parents.add(owners))
	if len(pg.links) > 0 {
		dict = append(dict, "/Annots["...)
		for _, l := range pg.links {
			dict = append(append(dict, l.String()...), ' ')
		}
		dict = append(dict, ']')
	}
	w.file.put(pg.id, append(dict, ">>"...))
	tree.add(w.file, pg.id)
}

// content goes over to drawing for e; nil ends tagged drawing.
func (pg *page) content(e *elem) {
	if e == pg.cur {
		return
	}
	pg.endContent()
	if e == nil {
		return
	}
	pg.w.attach(e)
	n := len(pg.owner)
	pg.owner = append(pg.owner, e.id)
	e.kids = append(e.kids, kid{kind: kidContent, n: int32(n), page: pg.id})
	pg.text.op("/" + e.typ + "<</MCID " + strconv.Itoa(n) + ">>BDC\n")
	pg.cur = e
}

func (pg *page) endContent() {
	pg.text.flush()
	if pg.cur != nil {
		pg.text.op("EMC\n")
		pg.cur = nil
	}
}

// artifact draws text that is no part of the document.
func (pg *page) artifact(props string, draw func()) {
	pg.endContent()
	pg.text.op("/Artifact" + props + "BDC\n")
	draw()
	pg.text.flush()
	pg.text.op("EMC\n")
}

// box draws a box whose top is at height y on the page.
func (pg *page) box(b *box, y length) {
	pg.closeBands(b.bands)
	for _, band := range b.bands {
		s := pg.open[band]
		if s == nil {
			s = &strip{top: y}
			pg.open[band] = s
			pg.order = append(pg.order, band)
		}
		s.bottom = y - b.height
	}
	if b.mark > 0 {
		pg.w.outline.reached(b.mark-1, pg, y)
	}
	for i := range b.labels {
		if k := b.labels[i].note; k > 0 {
			pg.w.notes.drawnNote(k, pg.id, y+4*pt)
		}
		pg.line(&b.labels[i].line, marginX+b.labels[i].x, y-b.baseline)
	}
	switch {
	case b.line != nil:
		pg.line(b.line, marginX+b.x, y-b.baseline)
	case b.row != nil:
		pg.row(b.row, y)
	case b.figure != nil:
		pg.figure(b.figure, marginX+b.x, y)
	case b.bar > 0:
		pg.rect(marginX, y-b.height, b.bar, b.height, inks[inkLink].fill)
	case b.rule:
		grey := "0.6 g"
		if b.faint {
			grey = "0.85 g"
		}
		pg.rect(marginX+b.x, y-b.height/2, bodyWidth-b.x, pt/2, grey)
	}
}

// closeBands draws the bands that do not go on in still.
func (pg *page) closeBands(still []*band) {
	kept := pg.order[:0]
	for _, band := range pg.order {
		goesOn := false
		for _, s := range still {
			goesOn = goesOn || s == band
		}
		if goesOn {
			kept = append(kept, band)
			continue
		}
		s := pg.open[band]
		delete(pg.open, band)
		pg.rect(marginX+band.x, s.bottom, band.width, s.top-s.bottom, band.grey)
	}
	pg.order = kept
}

// rect fills a rectangle, given its lower left corner, under the text.
func (pg *page) rect(x, y, width, height length, colour string) {
	if pg.picture != nil {
		pg.picture.rect(x, y, width, height, colour)
	}
	b := append(pg.under, colour...)
	b = append(b, ' ')
	for _, v := range [...]length{x, y, width, height} {
		b = append(appendLen(b, v), ' ')
	}
	pg.under = append(b, "re f\n"...)
}

// line draws a line of text with its left at x and its baseline at y.
func (pg *page) line(l *line, x, y length) {
	pg.text.newLine(y)
	for i := range l.pieces {
		p := &l.pieces[i]
		if p.attr.elem != nil {
			pg.content(p.attr.elem)
		}
		if p.attr.elem.isActual() {
			p.attr.elem.actual = append(p.attr.elem.actual, p.run.actual...)
		}
		pg.text.run(p.run, x+p.x, p.attr)
	}
	pg.lines(l, x, y)
	pg.annotate(l, x, y)
}

// lines draws the lines under links and through deleted text.
func (pg *page) lines(l *line, x, y length) {
	n := len(l.pieces)
	for n > 0 && l.pieces[n-1].gap {
		n--
	}
	for i := 0; i < n; i++ {
		p := &l.pieces[i]
		if !p.attr.under && !p.attr.strike {
			continue
		}
		from, to := p.x, p.x+p.w
		for i+1 < n && l.pieces[i+1].x == to && sameLines(l.pieces[i+1].attr, p.attr) {
			i++
			to += l.pieces[i].w
		}
		if p.attr.under {
			pg.rect(x+from, y-p.attr.size*14/100, to-from, p.attr.size*5/100, inks[p.attr.ink].line)
		}
		if p.attr.strike {
			pg.rect(x+from, y+p.attr.size*27/100, to-from, p.attr.size*6/100, inks[p.attr.ink].line)
		}
	}
}

func sameLines(a, b *attr) bool {
	return a.under == b.under && a.strike == b.strike && a.ink == b.ink && a.size == b.size
}

// annotate makes the links of a line clickable (ISO 14289-1 7.18.5): one
// annotation for each link, which its Link element points at.
func (pg *page) annotate(l *line, x, y length) {
	for i := 0; i < len(l.pieces); {
		p := &l.pieces[i]
		link := p.attr.elem.link()
		i++
		if link == nil {
			continue
		}
		from, to := p.x, p.x+p.w
		for i < len(l.pieces) && l.pieces[i].attr.elem.link() == link {
			from, to = min(from, l.pieces[i].x), max(to, l.pieces[i].x+l.pieces[i].w)
			i++
		}
		size := p.attr.size
		at := y + p.attr.rise
		pg.annotation(link, [4]length{x + from, at - size*3/10, x + to, at + size})
	}
}

func (pg *page) annotation(link *elem, r [4]length) {
	w := pg.w
	id := w.file.alloc()
	pg.links = append(pg.links, id)
	pg.w.attach(link)
	link.kids = append(link.kids, kid{kind: kidAnnot, n: int32(id), page: pg.id})
	b := []byte("<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[")
	for _, v := range r {
		b = append(appendLen(b, v), ' ')
	}
	b = fmt.Appendf(b, "]/StructParent %d/Contents%s", w.parents.add(link.id), textString(link.contents()))
	switch {
	case link.mark > 0:
		b = append(append(b, "/Dest"...), w.outline[link.mark-1].dest()...)
	case link.dest != "":
		b = append(append(b, "/Dest"...), literal(link.dest)...)
		if link.note > 0 {
			w.notes.drawnReference(link.note, pg.id, r[3]+r[3]-r[1])
		}
	default:
		b = fmt.Appendf(b, "/A<</S/URI/URI%s>>", uriString(link.url))
	}
	w.file.put(id, append(b, ">>"...))
}

// contents gives the words for a link to whoever cannot see it.
func (e *elem) contents() string {
	const most = 1000
	s := []rune(plainText([]Inline{{Text: e.label}}))
	if len(s) == 0 {
		s = []rune(e.url)
	}
	return string(s[:min(len(s), most)])
}

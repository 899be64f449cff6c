package pdf

import (
	"strconv"
	"strings"
)

// Task is the state of an item in a list of tasks.
type Task uint8

// The states of an item.
const (
	NoTask Task = iota
	Open        // read out as "Open: "
	Done        // read out as "Afgevinkt: "
)

type frameKind uint8

const (
	frameList frameKind = iota
	frameItem
	frameQuote
	frameNotes
	frameNote
)

// frame is a list, an item, a quotation or a footnote that has begun and not ended.
type frame struct {
	kind    frameKind
	elem    *elem // what contents go into; nil until there are any
	li      *elem // of an item
	ordered bool
	next    int    // number of the next item
	gutter  length // room for labels
	left    length // where text began outside
	band    *band
}

// maxNesting bounds the depth of the tags; deeper lists and quotations go on
// at the same depth, since some readers give up on very deep trees.
const maxNesting = 40

func (w *Writer) top() *frame {
	if len(w.stack) == 0 {
		return nil
	}
	return w.stack[len(w.stack)-1]
}

// parent gives the element for the next block. Lists, items and quotations get
// theirs when there is something in them, since none of them may be empty.
func (w *Writer) parent() *elem {
	w.writeNotice()
	e := w.document
	for i, f := range w.stack {
		if f.elem == nil && i < maxNesting && f.kind != frameNotes {
			f.begun(w, e)
		}
		if f.elem != nil {
			e = f.elem
		}
	}
	return e
}

// begun makes the element for what is in a frame.
func (f *frame) begun(w *Writer, parent *elem) {
	numbering := "/Disc"
	if f.ordered {
		numbering = "/Decimal"
	}
	switch f.kind {
	case frameList:
		f.elem = w.block("L", parent, "/A<</O/List/ListNumbering"+numbering+">>")
	case frameQuote:
		f.elem = w.block("BlockQuote", parent, "")
	case frameItem:
		if f.li != nil { // not too deep
			f.elem = w.block("LBody", f.li, "")
		}
	case frameNotes, frameNote:
	}
}

func (w *Writer) begin(f *frame) {
	f.left = w.left
	w.stack = append(w.stack, f)
}

// end ends the innermost frame, if it is of this kind.
func (w *Writer) end(kind frameKind) *frame {
	f := w.top()
	if f == nil || f.kind != kind {
		w.fail(ErrUnbalanced)
		return nil
	}
	w.stack = w.stack[:len(w.stack)-1]
	w.left = f.left
	for _, e := range []*elem{f.elem, f.li} {
		if e != nil {
			w.close(e)
		}
	}
	return f
}

// indent moves the left of the text, as long as enough is left for a text.
func (w *Writer) indent(by length) {
	if bodyWidth-w.left-by >= minText {
		w.left += by
	}
}

// BeginList begins a list, inside an item or not. The items of an ordered list
// are numbered from start.
func (w *Writer) BeginList(ordered bool, start int) {
	if w.dead() {
		return
	}
	f := &frame{kind: frameList, ordered: ordered, next: start, gutter: 17 * pt}
	if ordered {
		f.gutter = 20 * pt
		for n := max(start, -start*10) + 20; n >= 100; n /= 10 {
			f.gutter += 6 * pt
		}
	}
	w.begin(f)
}

// EndList ends the list that was begun last.
func (w *Writer) EndList() {
	if w.dead() {
		return
	}
	f := w.end(frameList)
	if f == nil || f.elem == nil {
		return
	}
	if t := w.top(); t == nil || t.kind != frameItem {
		w.flow.after = max(w.flow.after, paragraphAfter)
	}
}

// BeginItem begins an item of the list. A task gets a box in place of its
// bullet or number; its state is in the document in words.
func (w *Writer) BeginItem(task Task) {
	if w.dead() {
		return
	}
	list := w.top()
	if list == nil || list.kind != frameList {
		w.fail(ErrUnbalanced)
		return
	}
	l := w.parent()
	f := &frame{kind: frameItem}
	if len(w.stack) <= maxNesting && list.elem != nil {
		f.li = w.block("LI", l, "")
		l = f.li
	}
	w.begin(f)
	x := w.left
	w.indent(list.gutter)
	w.labels = append(w.labels, w.label(task, list, l, x))
	list.next++
}

// label makes the label of an item, right before its text.
func (w *Writer) label(task Task, list *frame, li *elem, x length) label {
	typ := "Lbl"
	if li.typ != "LI" { // too deep for a list of its own
		typ = "Span"
	}
	text, gap := "•", 6*pt
	switch {
	case task != NoTask:
		return w.taskLabel(task, li, typ, x)
	case list.ordered:
		text, gap = strconv.Itoa(list.next)+".", 5*pt
	}
	e := inlineElem(typ, li, "")
	w.attach(e) // before the body of the item, whatever is drawn first
	p := w.newParagraph(Plain(text), nil, w.textLook())
	p.attrs[0].elem = e
	lines := w.composer.compose(p, bodyWidth)
	return label{x: w.labelX(x, gap+lines[0].width), line: lines[0]}
}

// labelX gives the left of a label: right before the text, but not before x,
// where the text around it begins. Without room for another step to the right
// the label stands under that of the item around it.
func (w *Writer) labelX(x, width length) length {
	if w.left == x {
		return x - width
	}
	return max(x, w.left-width)
}

// taskLabel draws the box of a task. What it stands for is there in words
// twice, since readers differ: as the text of the glyph for those that take
// the text from the page, and as ActualText of the element.
func (w *Writer) taskLabel(task Task, li *elem, typ string, x length) label {
	char, word := '☐', wordOpen
	if task == Done {
		char, word = '☑', wordDone
	}
	e := inlineElem(typ, li, "/ActualText"+textString(word))
	w.attach(e)
	s := w.font(fontDejaVu)
	gid, _ := s.face.NominalGlyph(char)
	code := s.code(uint16(gid), strings.TrimSpace(word))
	r := &run{font: fontDejaVu, width: s.widths[code], glyphs: []glyph{{code: code, adv: int32(s.widths[code])}}}
	a := &attr{font: fontDejaVu, size: bodyLook.size * 115 / 100, elem: e}
	width := r.width * a.size / 1000
	return label{x: w.labelX(x, 5*pt+width), line: line{width: width, pieces: []piece{{run: r, w: width, attr: a}}}}
}

// EndItem ends the item that was begun last.
func (w *Writer) EndItem() {
	if w.dead() {
		return
	}
	if f := w.top(); f != nil && f.kind == frameItem {
		w.flushLabels() // an item without contents
	}
	w.end(frameItem)
}

// takeLabels gives the labels that stand before the next line.
func (w *Writer) takeLabels() []label {
	l := w.labels
	w.labels = nil
	return l
}

// flushLabels gives labels a line of their own, where no line of text comes.
func (w *Writer) flushLabels() {
	if len(w.labels) == 0 {
		return
	}
	w.push(&box{height: bodyLook.leading, labels: w.takeLabels(), bands: w.bands(),
		baseline: bodyLook.leading/2 + 388*bodyLook.size/1000}, 0)
	w.flow.after = itemAfter
}

// BeginQuote begins a quotation; what follows up to EndQuote is in it.
func (w *Writer) BeginQuote() {
	if w.dead() {
		return
	}
	w.flow.after = max(w.flow.after, paragraphAfter)
	w.begin(&frame{kind: frameQuote, band: &band{x: w.left, width: 2 * pt, grey: "0.7 g"}})
	w.indent(14 * pt)
	if w.left == w.top().left { // no room for yet another bar
		w.top().band = nil
	}
}

// EndQuote ends the quotation that was begun last.
func (w *Writer) EndQuote() {
	if w.dead() {
		return
	}
	if w.end(frameQuote) != nil {
		w.flow.after = max(w.flow.after, paragraphAfter)
	}
}

// bands gives the bars beside the current place.
func (w *Writer) bands() []*band {
	var b []*band
	for _, f := range w.stack {
		if f.band != nil {
			b = append(b, f.band)
		}
	}
	return b
}

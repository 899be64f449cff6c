package pdf

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
)

// notes are the footnotes of a document. A reference is drawn before its note,
// and pages are written when they are full, so links go to names, and what the
// names stand for is written at the end.
type notes struct {
	base int // before the first note of this part
	most int // the highest number in this part
	all  map[int]*footnote
}

// footnote is a note together with the first reference to it. Numbered
// through the whole document, because each part begins again at 1.
type footnote struct {
	asked     bool // a reference was made
	elem      ref  // the Note, 0 when it was not given
	from, to  spot // of the reference and of the note
	reference bool // the reference is drawn
	given     bool // the note is drawn
}

// spot is a place in the document.
type spot struct {
	page ref
	y    length
}

const (
	markNote      = 'n' // begins the name of a note
	markReference = 'r' // and that of the reference to it
)

// name gives the name of note k, or of the reference to it. Names have to be
// in order, so they are all of the same length.
func noteName(mark byte, k int) string { return fmt.Sprintf("%c%09d", mark, k) }

// note gives the footnote with number n in this part, and its number in the
// whole document.
func (t *notes) note(n int) (*footnote, int) {
	t.most = max(t.most, n)
	k := t.base + n
	if t.all == nil {
		t.all = map[int]*footnote{}
	}
	if t.all[k] == nil {
		t.all[k] = &footnote{}
	}
	return t.all[k], k
}

// maxNotes bounds the number of a footnote, so that names keep their length.
const maxNotes = 100_000

// BeginNotes begins the footnotes of what came before; the references to notes
// after EndNotes are to other ones. The title stands above them.
func (w *Writer) BeginNotes(title string) {
	if w.dead() {
		return
	}
	w.Rule()
	if !blankText(Plain(title)) {
		w.text1(Plain(title), w.block("P", w.parent(), ""), notesLook, 0, 0)
		w.flow.after, w.flow.joined = 4*pt, true
	}
	w.begin(&frame{kind: frameNotes})
}

// EndNotes ends the footnotes.
func (w *Writer) EndNotes() {
	if w.dead() {
		return
	}
	if w.end(frameNotes) != nil {
		w.flow.after = max(w.flow.after, paragraphAfter)
		w.notes.base += w.notes.most
		w.notes.most = 0
	}
}

// BeginNote begins footnote n, counted from 1, to which an Inline with that
// Note refers. Its number leads back to the first of them (ISO 14289-1 7.9).
func (w *Writer) BeginNote(n int) {
	if w.dead() {
		return
	}
	if f := w.top(); f == nil || f.kind != frameNotes {
		w.fail(ErrUnbalanced)
		return
	}
	n = max(1, min(n, maxNotes))
	note, k := w.notes.note(n)
	if note.elem != 0 { // a second note with this number is another note
		n = w.notes.most + 1
		note, k = w.notes.note(n)
	}
	e := w.block("Note", w.parent(), "/ID"+literal(noteName(markNote, k)))
	note.elem = e.id
	w.begin(&frame{kind: frameNote, elem: e})
	x := w.left
	w.indent(18 * pt)
	w.labels = append(w.labels, w.noteLabel(e, n, k, note.asked, x))
}

// EndNote ends the note that was begun last.
func (w *Writer) EndNote() {
	if w.dead() {
		return
	}
	if f := w.top(); f != nil && f.kind == frameNote {
		w.flushLabels()
	}
	if w.end(frameNote) != nil {
		w.flow.after = max(w.flow.after, itemAfter)
	}
}

// noteLabel makes the number before a note, which leads back to the text.
func (w *Writer) noteLabel(note *elem, n, k int, back bool, x length) label {
	lbl := inlineElem("Lbl", note, "")
	w.attach(lbl)
	e := lbl
	if back {
		e = inlineElem("Link", lbl, "")
		e.dest, e.label = noteName(markReference, k), wordNoteBack+strconv.Itoa(n)
	}
	p := w.newParagraph(Plain(strconv.Itoa(n)+"."), nil, noteLook)
	p.attrs[0].elem = e
	if back {
		p.attrs[0].ink = inkLink
	}
	lines := w.composer.compose(p, bodyWidth)
	return label{x: w.labelX(x, 5*pt+lines[0].width), line: lines[0], note: k}
}

// noteElem makes the element of a reference to note n, in owner.
func (w *Writer) noteElem(n int, owner *elem) *elem {
	if owner == nil {
		return nil
	}
	note, k := w.notes.note(n)
	note.asked = true
	e := inlineElem("Link", inlineElem("Reference", owner, ""), "")
	e.dest, e.note, e.label = noteName(markNote, k), k, wordNote+strconv.Itoa(n)
	return e
}

// drawnReference notes where a reference came to stand.
func (t *notes) drawnReference(k int, page ref, y length) {
	if n := t.all[k]; !n.reference {
		n.reference, n.from = true, spot{page, y}
	}
}

// drawnNote notes where a note came to stand.
func (t *notes) drawnNote(k int, page ref, y length) {
	if n := t.all[k]; !n.given {
		n.given, n.to = true, spot{page, y}
	}
}

// write gives the entries for the catalog and for the root of the tags: the
// places that links go to by name, and the elements that have an ID.
func (t *notes) write(f *file) (names, ids string) {
	var marked, froms, tos []string
	for _, k := range slices.Sorted(maps.Keys(t.all)) {
		n := t.all[k]
		if n.elem != 0 {
			marked = append(marked, noteName(markNote, k), n.elem.String())
		}
		if n.reference { // a reference to a note that never came leads to itself
			to := n.to
			if !n.given {
				to = n.from
			}
			tos = append(tos, noteName(markNote, k), to.dest())
			froms = append(froms, noteName(markReference, k), n.from.dest())
		}
	}
	if len(marked) > 0 {
		ids = "/IDTree " + nameTree(f, marked).String()
	}
	if len(tos) > 0 {
		names = fmt.Sprintf("/Names<</Dests %v>>", nameTree(f, append(tos, froms...)))
	}
	return names, ids
}

func (s spot) dest() string {
	b := fmt.Appendf(nil, "[%v/XYZ null ", s.page)
	return string(append(appendLen(b, s.y), " null]"...))
}

// nameTree writes a name tree (7.9.6) of pairs of a name and a value, which
// are in order, in leaves of a readable size.
func nameTree(f *file, pairs []string) ref {
	const leaf = 2 * 256
	root := f.alloc()
	var kids []byte
	for from := 0; from < len(pairs); from += leaf {
		part := pairs[from:min(from+leaf, len(pairs))]
		id := f.alloc()
		b := fmt.Appendf(nil, "<</Limits[%s%s]/Names[", literal(part[0]), literal(part[len(part)-2]))
		for i := 0; i < len(part); i += 2 {
			b = fmt.Appendf(b, "%s%s", literal(part[i]), " "+part[i+1]+" ")
		}
		f.put(id, append(b, "]>>"...))
		kids = fmt.Appendf(kids, "%v ", id)
	}
	f.put(root, fmt.Appendf(nil, "<</Kids[%s]>>", kids))
	return root
}

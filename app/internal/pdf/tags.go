package pdf

import (
	"fmt"
	"strconv"
)

// elem is a structure element (ISO 32000-1 14.7.2). It is written, and then
// forgotten, when its contents are complete: nothing holds on to it any more.
type elem struct {
	id     ref
	parent *elem
	typ    string // a standard structure type (14.8.4)
	extra  string // further entries of its dictionary
	kids   []kid
	holds  int // reasons why something may still be added
	inline bool
	url    string
	mark   int    // of a link to a heading: index in the outline + 1
	dest   string // of a link to a footnote or back: its name
	note   int    // of a reference: the footnote in the whole document
	label  string // visible words of a link
	actual []byte // the real text of what is drawn as something else; nil: as itself
	parts  int    // of actual, beyond the first
}

// kid is what an element contains: an element, marked content on a page, or
// an annotation.
type kid struct {
	kind kidKind
	n    int32 // object number, or marked-content number
	page ref   // of marked content and annotations
}

type kidKind uint8

const (
	kidElem kidKind = iota
	kidContent
	kidAnnot
)

// block starts an element that is in the tree from now on, after what its
// parent has already. It is held once; let go of it with release.
func (w *Writer) block(typ string, parent *elem, extra string) *elem {
	if parent != nil && parent.typ == "L" && typ != "LI" && typ != "L" {
		w.fail(ErrUnbalanced)
	}
	e := &elem{typ: typ, parent: parent, extra: extra, holds: 1}
	w.attach(e)
	return e
}

// inlineElem makes an element that comes into the tree when the first of it is
// drawn, so that it stands between the text before and after it.
func inlineElem(typ string, parent *elem, extra string) *elem {
	return &elem{typ: typ, parent: parent, extra: extra, inline: true}
}

// attach puts e, and the elements around it, in the tree.
func (w *Writer) attach(e *elem) {
	if e == nil || e.id != 0 {
		return
	}
	e.id = w.file.alloc()
	if e.parent != nil {
		w.attach(e.parent)
		e.parent.kids = append(e.parent.kids, kid{kind: kidElem, n: int32(e.id)})
	}
}

// hold keeps e, and what it is in up to its block, open until release.
func (e *elem) hold() {
	for ; e != nil; e = e.parent {
		e.holds++
		if !e.inline {
			return
		}
	}
}

// release undoes hold, and writes what is complete.
func (w *Writer) release(e *elem) {
	for ; e != nil; e = e.parent {
		w.close(e)
		if !e.inline {
			return
		}
	}
}

// close takes one hold away from e alone, as for a block that has ended.
func (w *Writer) close(e *elem) {
	if e.holds--; e.holds == 0 && e.id != 0 {
		w.writeElem(e)
	}
}

// link gives the Link element that e is or is in.
func (e *elem) link() *elem {
	for ; e != nil; e = e.parent {
		if e.typ == "Link" {
			return e
		}
	}
	return nil
}

func (w *Writer) linkElem(url string, owner *elem) *elem {
	if url == "" || owner == nil {
		return nil
	}
	e := inlineElem("Link", owner, "")
	e.url = url
	return e
}

// styleElem gives the innermost element for text of a style: in a link if
// there is one, else in owner. Bold and italic have no structure type in PDF
// 1.7; a line through text is an attribute (14.8.5.4).
func (w *Writer) styleElem(s Style, link, owner *elem) *elem {
	e := owner
	if link != nil {
		e = link
	}
	if e == nil {
		return nil
	}
	if s&Code != 0 {
		e = inlineElem("Code", e, "")
	}
	if s&Strike != 0 {
		e = inlineElem("Span", e, "/A<</O/Layout/TextDecorationType/LineThrough>>")
	}
	return e
}

// isActual reports whether e holds text that is drawn as something else. The
// real text is an entry of the element and not of the marked content, since
// some readers drop the rest of a paragraph after the latter.
func (e *elem) isActual() bool { return e != nil && e.actual != nil }

func (w *Writer) writeElem(e *elem) {
	b := append([]byte("<</S/"), e.typ...)
	b = append(b, "/P "...)
	if e.parent != nil {
		b = append(b, e.parent.id.String()...)
	} else {
		b = append(b, w.treeRoot.String()...)
	}
	var page ref
	for _, k := range e.kids {
		if k.kind == kidContent {
			page = k.page
			b = append(append(b, "/Pg "...), page.String()...)
			break
		}
	}
	b = append(b, e.extra...)
	if e.actual != nil {
		b = append(append(b, "/ActualText"...), textString(string(e.actual))...)
	}
	if len(e.kids) > 0 {
		b = append(b, "/K"...)
		if len(e.kids) > 1 {
			b = append(b, '[')
		}
		for _, k := range e.kids {
			b = k.append(b, page)
		}
		if len(e.kids) > 1 {
			b = append(b, ']')
		}
	}
	w.file.put(e.id, append(b, ">>"...))
	e.kids = nil
}

// append writes k for the /K of an element whose /Pg is page.
func (k kid) append(b []byte, page ref) []byte {
	switch {
	case k.kind == kidElem:
		return fmt.Appendf(b, " %d 0 R", k.n)
	case k.kind == kidAnnot:
		return fmt.Appendf(b, "<</Type/OBJR/Obj %d 0 R/Pg %v>>", k.n, k.page)
	case k.page != page:
		return fmt.Appendf(b, "<</Type/MCR/Pg %v/MCID %d>>", k.page, k.n)
	}
	return strconv.AppendInt(append(b, ' '), int64(k.n), 10)
}

// parentTree is the way back from a page or an annotation to its elements
// (14.7.4.4): the nth entry belongs to key n.
type parentTree []ref

// add gives the key under which an object can be found again.
func (t *parentTree) add(r ref) int {
	*t = append(*t, r)
	return len(*t) - 1
}

// write writes the number tree (7.9.7), in leaves of a readable size.
func (t parentTree) write(f *file) ref {
	const leaf = 256
	root := f.alloc()
	var kids []byte
	for from := 0; from < len(t); from += leaf {
		to := min(from+leaf, len(t))
		id := f.alloc()
		b := fmt.Appendf(nil, "<</Limits[%d %d]/Nums[", from, to-1)
		for i, r := range t[from:to] {
			b = fmt.Appendf(b, "%d %v ", from+i, r)
		}
		f.put(id, append(b, "]>>"...))
		kids = fmt.Appendf(kids, "%v ", id)
	}
	f.put(root, fmt.Appendf(nil, "<</Kids[%s]>>", kids))
	return root
}

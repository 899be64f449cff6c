package pdf

import (
	"errors"
	"fmt"
	"io"
)

// ErrUnbalanced is reported by Close if a list, an item, a quotation or a
// footnote was ended that was not begun, or begun and not ended, or if a list
// holds something outside its items.
var ErrUnbalanced = errors.New("pdf: unbalanced Begin and End")

// Writer writes one document. Call its methods in reading order and Close at
// the end. The first error is kept: later calls do nothing and Close returns
// it. A Writer is for one goroutine; several Writers may work side by side.
type Writer struct {
	file *file
	meta Meta
	err  error

	shaper   *shaper
	composer composer
	subsets  [fontCount]*subset

	treeRoot ref
	document *elem
	parents  parentTree

	flow  flow
	stack []*frame
	left  length // where text begins, from the left margin
	// labels of items that have no line of text yet
	labels []label

	levels  []int // levels of the headings around this place, as they came in
	outline outline

	contents contents
	notes    notes
	pictures *pictures // nil unless it is a preview

	images      []byte // entries of the pictures among the resources
	resources   ref    // of every page
	pages       int
	tree        pageTree
	totalObject ref // draws the number of pages
	under, text []byte
	runeBuf     []rune // of the paragraph at hand
	whichBuf    []uint16

	bare   bool // pages have no head
	secret bool
	notice bool // the word is still to be put in the text
	closed bool
}

// New starts a document that is written to w while it is made. It returns an
// error if w refuses the first bytes.
func New(w io.Writer, meta Meta) (*Writer, error) {
	d := &Writer{file: newFile(w), meta: meta.clean()}
	d.shaper = newShaper(d, d.meta.Lang)
	d.composer.w, d.composer.chunks = d, map[string][]int{}
	regular, err := newSubset(fontRegular, d.file.alloc())
	if err != nil {
		return nil, err
	}
	d.subsets[fontRegular] = regular
	d.treeRoot, d.totalObject, d.resources = d.file.alloc(), d.file.alloc(), d.file.alloc()
	d.tree.root = d.file.alloc()
	d.document = d.block("Document", nil, "")
	if d.meta.Confidential {
		d.Confidential(true)
	}
	return d, d.file.err
}

func (w *Writer) fail(err error) {
	if w.err == nil {
		w.err = err
	}
}

// dead reports that nothing more can be written.
func (w *Writer) dead() bool {
	if w.closed {
		w.fail(errors.New("pdf: used after Close"))
	}
	if w.file.err != nil {
		w.fail(w.file.err)
	}
	return w.err != nil
}

// Close writes the last page and everything that can only be known at the
// end. It returns the first error of the whole document; without one, the file
// is complete. It does not close the io.Writer.
func (w *Writer) Close() error {
	if w.dead() {
		return w.err
	}
	if len(w.stack) > 0 {
		w.fail(ErrUnbalanced)
		return w.err
	}
	w.closed = true
	if len(w.flow.queue) > 0 || w.pages == 0 {
		w.flushPage(len(w.flow.queue))
	}
	w.writeContents()
	w.close(w.document)
	w.writeEnd()
	if w.err == nil && w.file.err != nil {
		w.err = fmt.Errorf("pdf: writing: %w", w.file.err)
	}
	return w.err
}

func (w *Writer) writeEnd() {
	f := w.file
	w.writeTotal()
	f.put(w.resources, fmt.Appendf(nil, "<</Font<<%s>>/XObject<</N %v%s>>>>", w.writeFonts(), w.totalObject, w.images))
	w.tree.close(f, &w.contents.tree)
	names, ids := w.notes.write(f)
	f.put(w.treeRoot, fmt.Appendf(nil, "<</Type/StructTreeRoot/K %v/ParentTree %v/ParentTreeNextKey %d%s>>",
		w.document.id, w.parents.write(f), len(w.parents), ids))

	profile, metadata, info, root := f.alloc(), f.alloc(), f.alloc(), f.alloc()
	f.stream(profile, "/N 3", sRGB())
	f.rawStream(metadata, "/Type/Metadata/Subtype/XML", w.meta.xmp())
	f.put(info, w.meta.info())
	outlines := ""
	if o := w.outline.write(f); o != 0 {
		outlines = fmt.Sprintf("/Outlines %v", o)
	}
	f.put(root, fmt.Appendf(nil, "<</Type/Catalog/Pages %v%s%s/Metadata %v/Lang%s/StructTreeRoot %v"+
		"/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>"+
		"/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)/DestOutputProfile %v>>]>>",
		w.tree.root, outlines, names, metadata, literal(w.meta.Lang), w.treeRoot, profile))
	f.close(root, info, w.meta.ID)
}

package pdf

// The page: A4, with margins wide enough for a binder.
const (
	pageWidth  length = 595_276
	pageHeight length = 841_890
	marginX    length = 25 * mm
	bodyTop    length = 30 * mm // below the header
	bodyBottom length = 27 * mm // above the foot of the page
	bodyWidth         = pageWidth - 2*marginX
	bodyHeight        = pageHeight - bodyTop - bodyBottom
)

// box is a strip over the width of the page that is never cut: a line of
// text, a row of a table, a rule.
type box struct {
	before   length // white space above; none at the top of a page
	height   length
	keep     bool // never the first on a page if that can be helped
	baseline length
	x        length // of line, from the left margin
	line     *line
	labels   []label
	bands    []*band
	row      *row
	figure   *figure
	rule     bool
	faint    bool   // a rule between things of a kind
	bar      length // width of a short thick line
	bare     bool   // the page has no head
	mark     int    // index in the outline + 1, or 0
	secret   bool   // the page is marked as confidential
}

// label is what stands before an item of a list.
type label struct {
	x    length
	line line
	note int // the footnote that it is the number of, or 0
}

// band is a coloured strip that runs along with boxes: the bar beside a
// quotation or the ground behind code.
type band struct {
	x, width length
	grey     string
}

// each calls f for every piece of text in the box.
func (b *box) each(f func(p *piece)) {
	for i := range b.labels {
		for k := range b.labels[i].line.pieces {
			f(&b.labels[i].line.pieces[k])
		}
	}
	if b.line != nil {
		for i := range b.line.pieces {
			f(&b.line.pieces[i])
		}
	}
	if b.row != nil {
		b.row.each(f)
	}
}

// flow collects boxes until they fill a page. It never holds more than a page
// and what has to stay together with the box that no longer fits.
type flow struct {
	queue  []*box
	used   length // height of the queue
	after  length // white space that the last block wants below it
	joined bool   // the next box belongs on the page of the last one
	tight  bool   // the next box stands right below the last one
}

// push adds a box after the ones before it. Space above it is the larger of
// what it wants and what the block before it wanted.
func (w *Writer) push(b *box, before length) {
	f := &w.flow
	b.before = max(before, f.after)
	if f.tight {
		b.before = f.after
	}
	f.after, f.tight = 0, false
	b.keep = b.keep || f.joined
	f.joined = false
	b.secret, b.bare = w.secret, w.bare
	b.each(func(p *piece) { p.attr.elem.hold() })
	w.enqueue(b)
}

// enqueue puts a box on this page or the next.
func (w *Writer) enqueue(b *box) {
	f := &w.flow
	for b != nil {
		var rest *box
		if len(f.queue) == 0 {
			w.repeatHead(b)
			rest = w.splitRow(b, bodyHeight-f.used, true)
		} else if room := bodyHeight - f.used - b.before; b.height > room {
			if rest = w.splitRow(b, room, false); rest == nil {
				w.breakPage(b)
				continue
			}
		}
		f.add(b)
		if rest != nil {
			w.flushPage(len(f.queue))
		}
		b = rest
	}
}

// repeatHead begins a page with the header of the table that goes on there.
func (w *Writer) repeatHead(b *box) {
	if b.row != nil && b.row.repeat != nil {
		w.flow.add(&box{row: b.row.repeat, height: b.row.repeat.height(), bands: b.bands, secret: b.secret})
		b.before, b.keep = 0, true // or the header could be left alone, over and over
	}
}

func (f *flow) add(b *box) {
	if len(f.queue) == 0 {
		b.before = 0
	}
	f.queue = append(f.queue, b)
	f.used += b.before + b.height
}

// breakPage ends the page at the last place where that is allowed, given that
// next no longer fits.
func (w *Writer) breakPage(next *box) {
	q := w.flow.queue
	if !next.keep {
		w.flushPage(len(q))
		return
	}
	for i := len(q) - 1; i > 0; i-- {
		if !q[i].keep {
			w.flushPage(i)
			return
		}
	}
	w.flushPage(len(q)) // all one chain, longer than a page
}

// flushPage writes the first n boxes as a page.
func (w *Writer) flushPage(n int) {
	f := &w.flow
	w.writePage(f.queue[:n])
	rest := f.queue[n:]
	f.queue, f.used = nil, 0
	for i, b := range rest {
		if i == 0 {
			w.repeatHead(b)
		}
		f.add(b)
	}
}

// pushLines adds the lines of one block. Its first two lines and its last two
// are never parted, so that no line stands alone on a page.
func (w *Writer) pushLines(lines []line, look look, before length, mark int) {
	for i := range lines {
		b := &box{height: look.leading, line: &lines[i], x: w.left, bands: w.bands(),
			baseline: look.leading/2 + 388*look.size/1000}
		if i == 0 {
			b.labels, b.mark = w.takeLabels(), mark
		} else {
			b.keep = i == 1 || i == len(lines)-1
			before = 0
		}
		w.push(b, before)
	}
}

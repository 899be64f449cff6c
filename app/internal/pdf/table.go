package pdf

import "slices"

// Align is where text stands in the cells of a column.
type Align uint8

// The alignments. Text that runs from right to left begins at the right of a
// cell that is AlignLeft.
const (
	AlignLeft Align = iota
	AlignCenter
	AlignRight
)

// Table is a table of cells that hold text.
type Table struct {
	// Header names the columns; it is drawn again on each page. Without it
	// the first column names the rows, as readers need one of the two.
	Header [][]Inline
	// Rows may differ in length; missing cells are empty.
	Rows [][][]Inline
	// Align is for the columns; missing ones are AlignLeft.
	Align []Align
}

var cellLook = look{size: 9500, leading: 13_500}

const (
	cellPadX length = 6 * pt
	cellPadY length = 4 * pt
)

// row is a row of a table as it is drawn. All cells have lines of the same
// height, so a row that is longer than a page can be cut between lines.
type row struct {
	x, width  length
	cells     []cell
	head      bool
	artifact  bool // the header, drawn again
	padTop    length
	padBottom length
	repeat    *row // the header to draw again where the row begins a page
}

// cell is the text of one cell; x is from the left margin.
type cell struct {
	x     length
	lines []line
	elem  *elem // nil: it is an artifact
	again bool  // it stands here to tell what the row is about
}

func (r *row) each(f func(p *piece)) {
	for _, c := range r.cells {
		for i := range c.lines {
			for k := range c.lines[i].pieces {
				f(&c.lines[i].pieces[k])
			}
		}
	}
}

// count is the number of lines of the longest cell, at least 1.
func (r *row) count() int {
	n := 1
	for _, c := range r.cells {
		n = max(n, len(c.lines))
	}
	return n
}

func (r *row) height() length { return r.padTop + r.count()*cellLook.leading + r.padBottom }

// grid is a table while it is set.
type grid struct {
	w           *Writer
	t           Table
	cols        int
	pad         length
	avail       length
	least, most []length // that a column needs: for its longest word, on one line
	rows        []*elem  // the header and then the rows, while something may be added
}

// tablePart is a table, or those of its columns that fit beside the first.
type tablePart struct {
	cols  []int
	x     []length // left edge of each column, and the right edge of the last
	again bool     // the first column has been shown
	last  bool
}

// Table adds a table. Cells that are too narrow for a word break it. With more
// columns than fit beside each other it is shown in parts, each beginning with
// the first column; for readers it stays one table.
func (w *Writer) Table(t Table) {
	if w.dead() {
		return
	}
	cols := len(t.Header)
	for _, r := range t.Rows {
		cols = max(cols, len(r))
	}
	if cols == 0 {
		return
	}
	w.flushLabels()
	g := &grid{w: w, t: t, cols: cols, avail: bodyWidth - w.left, rows: make([]*elem, 1+len(t.Rows))}
	g.measureAll()
	table := w.block("Table", w.parent(), "")
	head, body := table, table // a header alone needs no sections
	if len(t.Rows) > 0 {
		if len(t.Header) > 0 {
			head = w.block("THead", table, "")
		}
		body = w.block("TBody", table, "")
	}
	for _, p := range g.parts() {
		g.part(p, head, body)
		w.flow.after = blockGap + 2*pt
	}
	for _, e := range []*elem{head, body} {
		if e != table {
			w.close(e)
		}
	}
	w.close(table)
}

// part sets the header and the rows of a part.
func (g *grid) part(p tablePart, head, body *elem) {
	before := blockGap
	var again *row
	if len(g.t.Header) > 0 {
		g.push(p, g.t.Header, 0, head, nil, before, false)
		before = 0
		if again = g.row(p, g.t.Header, nil, true); again.height() > bodyHeight/4 {
			again = nil
		}
	}
	for i, cells := range g.t.Rows {
		g.push(p, cells, i+1, body, again, before, i == 0 && len(g.t.Header) > 0)
		before = 0
	}
}

// push sets row n of a part, of which 0 is the header, and puts it on the page.
func (g *grid) push(p tablePart, cells [][]Inline, n int, section *elem, again *row, before length, keep bool) {
	if g.rows[n] == nil {
		g.rows[n] = g.w.block("TR", section, "")
	}
	tr := g.rows[n]
	r := g.row(p, cells, tr, n == 0)
	r.repeat = again
	g.w.push(&box{row: r, height: r.height(), keep: keep, bands: g.w.bands()}, before)
	for _, c := range r.cells {
		if c.elem != nil {
			g.w.close(c.elem)
		}
	}
	if p.last {
		g.w.close(tr)
		g.rows[n] = nil
	}
}

// row sets one row of a part. Without an element for it, it is not tagged.
func (g *grid) row(p tablePart, cells [][]Inline, tr *elem, head bool) *row {
	end := len(p.cols)
	r := &row{x: p.x[0], width: p.x[end] - p.x[0], head: head, artifact: tr == nil, padTop: cellPadY, padBottom: cellPadY}
	for k, i := range p.cols {
		var text []Inline
		if i < len(cells) {
			text = cells[i]
		}
		c := cell{x: p.x[k] + g.pad, again: tr != nil && i == 0 && p.again}
		if tr != nil && !c.again {
			typ, extra := g.kind(i, head)
			c.elem = g.w.block(typ, tr, extra)
		}
		room := max(p.x[k+1]-p.x[k]-2*g.pad, 4*pt)
		c.lines = g.w.composer.compose(g.w.newParagraph(text, c.elem, g.look(i, head)), room)
		r.cells = append(r.cells, c)
	}
	return r
}

// kind gives the structure type of a cell, and to what it is the header
// (ISO 14289-1 7.5).
func (g *grid) kind(col int, head bool) (typ, extra string) {
	switch {
	case head:
		return "TH", "/A<</O/Table/Scope/Column>>"
	case col == 0 && len(g.t.Header) == 0:
		return "TH", "/A<</O/Table/Scope/Row>>"
	}
	return "TD", ""
}

func (g *grid) look(col int, head bool) look {
	l := cellLook
	l.bold = head || col == 0 && len(g.t.Header) == 0
	if col < len(g.t.Align) {
		l.align = g.t.Align[col]
	}
	return l
}

// measureAll finds what every column needs.
func (g *grid) measureAll() {
	g.pad = min(cellPadX, g.avail/fewColumns/2)
	g.least, g.most = make([]length, g.cols), make([]length, g.cols)
	for i := range g.cols {
		g.least[i], g.most[i] = 2*g.pad+8*pt, 2*g.pad+8*pt
	}
	g.measure(g.t.Header, true)
	for _, r := range g.t.Rows {
		g.measure(r, false)
	}
}

func (g *grid) measure(cells [][]Inline, head bool) {
	for i, c := range cells {
		a, b := g.w.composer.measure(g.w.newParagraph(c, nil, g.look(i, head)))
		g.least[i] = max(g.least[i], min(a+2*g.pad+1, g.avail))
		g.most[i] = max(g.most[i], min(b+2*g.pad+1, g.avail))
	}
}

// fewColumns always stand beside each other, whatever words they have to break.
const fewColumns = 6

// parts shares the columns out over as few parts as they fit in.
func (g *grid) parts() []tablePart {
	parts := []tablePart{{}}
	used := 0
	for i := range g.cols {
		need := min(g.least[i], g.avail/fewColumns)
		p := &parts[len(parts)-1]
		if used+need > g.avail {
			parts = append(parts, tablePart{cols: []int{0}, again: true})
			p, used = &parts[len(parts)-1], min(g.least[0], g.avail/fewColumns)
		}
		p.cols, used = append(p.cols, i), used+need
	}
	parts[len(parts)-1].last = true
	for i := range parts {
		parts[i].x = g.columns(parts[i].cols)
	}
	return parts
}

// columns shares the width out: to each column its longest word, and then
// equally until its text is on one line. So short columns stay on one line, and
// a long one gives way.
func (g *grid) columns(cols []int) []length {
	sumLeast := 0
	for _, i := range cols {
		sumLeast += g.least[i]
	}
	share := g.share(cols, g.avail-sumLeast)
	x := []length{g.w.left}
	for k, i := range cols {
		width := min(g.most[i], g.least[i]+share)
		if sumLeast > g.avail {
			width = g.avail * g.least[i] / sumLeast
		}
		x = append(x, x[k]+width)
	}
	return x
}

// share gives how much of spare each column can have beyond its longest word,
// when none takes more than it wants.
func (g *grid) share(cols []int, spare length) length {
	wants := make([]length, 0, len(cols))
	for _, i := range cols {
		wants = append(wants, g.most[i]-g.least[i])
	}
	slices.Sort(wants)
	for k, want := range wants {
		if share := spare / (len(wants) - k); share < want {
			return max(share, 0)
		}
		spare -= want
	}
	return g.avail // there is room for all
}

// splitRow cuts a row that is too high for room: always if it has a page to
// itself, else only if it is so high that it would leave a great gap.
func (w *Writer) splitRow(b *box, room length, alone bool) (rest *box) {
	if b.row == nil || b.height <= room || !alone && b.height < bodyHeight/3 {
		return nil
	}
	n, all := (room-b.row.padTop)/cellLook.leading, b.row.count()
	if n >= all-1 {
		n = all - 2
	}
	if n < 2 {
		return nil
	}
	upper, lower := *b.row, *b.row
	upper.cells, lower.cells = nil, nil
	upper.padBottom, lower.padTop = 0, cellPadY
	for _, c := range b.row.cells {
		k := min(n, len(c.lines))
		above, below := c, c
		above.lines, below.lines = c.lines[:k], c.lines[k:]
		upper.cells, lower.cells = append(upper.cells, above), append(lower.cells, below)
	}
	rest = &box{row: &lower, height: lower.height(), bands: b.bands, secret: b.secret}
	b.row, b.height = &upper, upper.height()
	return rest
}

// row draws a row whose top is at height y on the page.
func (pg *page) row(r *row, y length) {
	height := r.height()
	if r.head {
		pg.rect(marginX+r.x, y-height, r.width, height, "0.94 g")
	}
	line, grey := pt/2, "0.7 g"
	if r.head {
		line, grey = pt, "0.4 g"
	}
	if r.padBottom > 0 {
		pg.rect(marginX+r.x, y-height, r.width, line, grey)
	}
	if r.artifact {
		pg.artifact("<</Type/Pagination>>", func() { pg.cells(r, y) })
		return
	}
	pg.cells(r, y)
}

func (pg *page) cells(r *row, y length) {
	for i := range r.cells {
		c := &r.cells[i]
		draw := func() {
			at := y - r.padTop - cellLook.leading/2 - 388*cellLook.size/1000
			for k := range c.lines {
				pg.line(&c.lines[k], marginX+c.x, at)
				at -= cellLook.leading
			}
		}
		if c.again {
			pg.artifact("<</Type/Layout>>", draw)
		} else {
			draw()
		}
	}
}

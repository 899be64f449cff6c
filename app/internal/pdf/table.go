package pdf

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
	w    *Writer
	t    Table
	x    []length // left edge of each column, and the right edge of the last
	pad  length
	cols int
}

// Table adds a table. Cells that are too narrow for a word break it.
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
	g := &grid{w: w, t: t, cols: cols}
	g.columns()
	table := w.block("Table", w.parent(), "")
	before := blockGap
	var head *row
	if len(t.Header) > 0 {
		section := w.block("THead", table, "")
		g.push(t.Header, section, nil, before, false)
		before = 0
		w.close(section)
		if head, _ = g.row(t.Header, nil, true); head.height() > bodyHeight/4 {
			head = nil
		}
	}
	if len(t.Rows) > 0 {
		body := w.block("TBody", table, "")
		for i, cells := range t.Rows {
			g.push(cells, body, head, before, i == 0 && len(t.Header) > 0)
			before = 0
		}
		w.close(body)
	}
	w.close(table)
	w.flow.after = blockGap + 2*pt
}

// push sets one row and puts it on the page. Without a repeat it may be the
// header itself.
func (g *grid) push(cells [][]Inline, section *elem, repeat *row, before length, keep bool) {
	r, ends := g.row(cells, section, section.typ == "THead")
	r.repeat = repeat
	g.w.push(&box{row: r, height: r.height(), keep: keep, bands: g.w.bands()}, before)
	for _, e := range ends {
		g.w.close(e)
	}
}

// row sets one row. Without an owner it is not tagged. The elements in ends
// are to be closed when the row has been pushed.
func (g *grid) row(cells [][]Inline, owner *elem, head bool) (r *row, ends []*elem) {
	r = &row{x: g.x[0], width: g.x[g.cols] - g.x[0], head: head, artifact: owner == nil,
		padTop: cellPadY, padBottom: cellPadY}
	var tr *elem
	if owner != nil {
		tr = g.w.block("TR", owner, "")
	}
	for i := range g.cols {
		var text []Inline
		if i < len(cells) {
			text = cells[i]
		}
		var e *elem
		if tr != nil {
			typ, extra := g.kind(i, head)
			e = g.w.block(typ, tr, extra)
		}
		p := g.w.newParagraph(text, e, g.look(i, head))
		room := max(g.x[i+1]-g.x[i]-2*g.pad, 4*pt)
		r.cells = append(r.cells, cell{x: g.x[i] + g.pad, lines: g.w.composer.compose(p, room)})
		if e != nil {
			ends = append(ends, e)
		}
	}
	if tr != nil {
		ends = append(ends, tr)
	}
	return r, ends
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

// columns shares the width out: to each column what its text needs on one
// line if there is room, else at least its longest word, and the rest in
// proportion to what is wanting.
func (g *grid) columns() {
	avail := bodyWidth - g.w.left
	g.pad = min(cellPadX, avail/g.cols/5)
	least, most := make([]length, g.cols), make([]length, g.cols)
	measure := func(cells [][]Inline, head bool) {
		for i, c := range cells {
			a, b := g.w.composer.measure(g.w.newParagraph(c, nil, g.look(i, head)))
			least[i] = max(least[i], min(a+2*g.pad+1, avail))
			most[i] = max(most[i], min(b+2*g.pad+1, avail))
		}
	}
	measure(g.t.Header, true)
	for _, r := range g.t.Rows {
		measure(r, false)
	}
	sumLeast, sumMost := 0, 0
	for i := range least {
		least[i], most[i] = max(least[i], 2*g.pad+8*pt), max(most[i], 2*g.pad+8*pt)
		sumLeast += least[i]
		sumMost += most[i]
	}
	g.x = append(g.x, g.w.left)
	for i := range least {
		var width length
		switch {
		case sumMost <= avail:
			width = most[i]
		case sumLeast <= avail:
			width = least[i] + (most[i]-least[i])*(avail-sumLeast)/max(1, sumMost-sumLeast)
		default:
			width = avail * least[i] / sumLeast
		}
		g.x = append(g.x, g.x[i]+width)
	}
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
		upper.cells = append(upper.cells, cell{x: c.x, lines: c.lines[:k]})
		lower.cells = append(lower.cells, cell{x: c.x, lines: c.lines[k:]})
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
	draw := func() {
		for i := range r.cells {
			c := &r.cells[i]
			at := y - r.padTop - cellLook.leading/2 - 388*cellLook.size/1000
			for k := range c.lines {
				pg.line(&c.lines[k], marginX+c.x, at)
				at -= cellLook.leading
			}
		}
	}
	if r.artifact {
		pg.artifact("<</Type/Pagination>>", draw)
		return
	}
	draw()
}

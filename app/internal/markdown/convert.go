package markdown

import (
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// converter turns goldmark's tree into ours.
type converter struct {
	source []byte
	// unused are the definitions of link addresses that no link shows; they
	// come out as text.
	unused map[*ast.LinkReferenceDefinition]bool
}

func newConverter(root ast.Node, source []byte) *converter {
	c := &converter{source: source, unused: map[*ast.LinkReferenceDefinition]bool{}}
	used, first := map[string]bool{}, map[string]*ast.LinkReferenceDefinition{}
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.LinkReferenceDefinition:
			c.unused[n] = true
			if key := util.ToLinkReference(n.Label); first[key] == nil {
				first[key] = n
			}
		case *ast.Link:
			if n.Reference != nil {
				used[util.ToLinkReference(n.Reference.Value)] = true
			}
		case *ast.Image:
			if n.Reference != nil {
				used[util.ToLinkReference(n.Reference.Value)] = true
			}
		}
		return ast.WalkContinue, nil
	})
	for key := range used {
		delete(c.unused, first[key])
	}
	return c
}

func (c *converter) blocks(parent ast.Node) []Block {
	var out []Block
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		out = append(out, c.block(n)...)
	}
	return out
}

// block returns what one node becomes. A kind that is not known here still
// gives its children or its lines.
func (c *converter) block(n ast.Node) []Block {
	switch n := n.(type) {
	case *ast.Heading:
		if text := c.inlines(n); len(text) > 0 {
			return []Block{&Heading{Level: min(max(n.Level, 1), 6), Text: text}}
		}
		return nil
	case *ast.Paragraph, *ast.TextBlock:
		if image := c.image(n); image != nil {
			return []Block{image}
		}
		if text := c.inlines(n); len(text) > 0 {
			return []Block{&Paragraph{Text: text}}
		}
		return nil
	case *ast.List:
		return []Block{c.list(n)}
	case *ast.Blockquote:
		return []Block{&Quote{Blocks: c.blocks(n)}}
	case *ast.CodeBlock:
		return []Block{&Code{Text: c.codeLines(n.Lines())}}
	case *ast.FencedCodeBlock:
		return []Block{&Code{Lang: clean(string(n.Language(c.source))), Text: c.codeLines(n.Lines())}}
	case *ast.ThematicBreak:
		return []Block{&Rule{}}
	case *ast.HTMLBlock:
		html := c.lines(n.Lines())
		if n.HasClosure() {
			html += string(n.ClosureLine.Value(c.source))
		}
		return Literal(html)
	case *ast.LinkReferenceDefinition:
		if c.unused[n] {
			return Literal(c.lines(n.Lines()))
		}
		return nil
	case *extast.Table:
		return []Block{c.table(n)}
	case *extast.FootnoteList:
		notes := &Footnotes{}
		for note := n.FirstChild(); note != nil; note = note.NextSibling() {
			notes.Notes = append(notes.Notes, c.blocks(note))
		}
		return []Block{notes}
	case *extast.FootnoteBacklink:
		return nil // stands on its own after a note that does not end in a paragraph
	}
	if n.HasChildren() {
		return c.blocks(n)
	}
	return Literal(c.lines(n.Lines()))
}

func (c *converter) list(n *ast.List) *List {
	list := &List{Ordered: n.IsOrdered(), Tight: n.IsTight}
	if list.Ordered {
		list.Start = n.Start
	}
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		list.Items = append(list.Items, Item{Task: task(child), Blocks: c.blocks(child)})
	}
	return list
}

func task(item ast.Node) Task {
	if item.FirstChild() == nil || item.FirstChild().FirstChild() == nil {
		return NoTask
	}
	box, ok := item.FirstChild().FirstChild().(*extast.TaskCheckBox)
	switch {
	case !ok:
		return NoTask
	case box.IsChecked:
		return TaskDone
	}
	return TaskOpen
}

func (c *converter) table(n *extast.Table) *Table {
	t := &Table{}
	for _, a := range n.Alignments {
		t.Align = append(t.Align, map[extast.Alignment]Align{extast.AlignLeft: AlignLeft,
			extast.AlignCenter: AlignCenter, extast.AlignRight: AlignRight}[a])
	}
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		cells := c.cells(row, len(t.Align))
		if row.Kind() == extast.KindTableHeader {
			t.Head = cells
		} else {
			t.Rows = append(t.Rows, cells)
		}
	}
	return t
}

// cells returns the cells of one row. What was typed beyond the last column,
// which Markdown drops, is added to the last cell.
func (c *converter) cells(row ast.Node, columns int) [][]Inline {
	cells := make([][]Inline, 0, columns)
	end := -1
	for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
		cells = append(cells, c.inlines(cell))
		if cell.Lines().Len() > 0 {
			segment := cell.Lines().At(0)
			end = segment.Stop
		} else {
			end = -1
		}
	}
	if end >= 0 && len(cells) > 0 {
		if rest := c.restOfLine(end); rest != "" {
			cells[len(cells)-1] = append(cells[len(cells)-1], Inline{Text: " " + rest})
		}
	}
	return cells
}

func (c *converter) restOfLine(from int) string {
	to := from
	for to < len(c.source) && c.source[to] != '\n' {
		to++
	}
	return clean(strings.Trim(string(c.source[from:to]), " \t|"))
}

func (c *converter) lines(lines *text.Segments) string {
	var b strings.Builder
	for i := range lines.Len() {
		line := lines.At(i)
		b.Write(line.Value(c.source))
	}
	return b.String()
}

// codeLines keeps tabs and line breaks and replaces what cannot be shown.
func (c *converter) codeLines(lines *text.Segments) string {
	code := c.lines(lines)
	if code != "" && !strings.HasSuffix(code, "\n") {
		code += "\n"
	}
	var b strings.Builder
	for line := range strings.SplitAfterSeq(code, "\n") {
		body, end := strings.CutSuffix(line, "\n")
		b.WriteString(clean(body))
		if end {
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// runs collects flat runs and joins those of one style. The text of the last
// run is collected apart: one paragraph may hold a million pieces.
type runs struct {
	list []Inline
	text []byte // of the last run
	size int    // bytes and breaks added so far
}

func (r *runs) add(i Inline) {
	if i.Text == "" && i.Break == NoBreak {
		return
	}
	r.size += len(i.Text) + 1
	if n := len(r.list); n == 0 || !r.list[n-1].sameStyle(i) {
		r.flush()
		r.list = append(r.list, i)
	}
	r.text = append(r.text, i.Text...)
}

func (r *runs) flush() {
	if n := len(r.list); n > 0 {
		r.list[n-1].Text = string(r.text)
	}
	r.text = r.text[:0]
}

func noteMark(n int) string { return "[" + strconv.Itoa(n) + "]" }

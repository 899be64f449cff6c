package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// The limits, far above what people write and far below what takes long.
// Beyond them text stays as it was typed.
const (
	maxDepth     = 60      // nodes around a list or quote; a level of a list takes two
	maxFootnotes = 1000    // in one text
	maxColumns   = 100     // of a table
	maxCells     = 200_000 // of a table, empty ones included
	maxDefLines  = 5000    // lines of a paragraph that may define link addresses
	maxMarks     = 1000    // emphasis, link and tag marks in one block
	markBudget   = 300_000_000
)

// shallow keeps a container from opening at too great a depth.
type shallow struct{ parser.BlockParser }

// Open refuses below maxDepth.
func (s shallow) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	if depth(parent) > maxDepth {
		return nil, parser.NoChildren
	}
	return s.BlockParser.Open(parent, reader, pc)
}

// fewFootnotes limits the number of footnotes, because every reference looks
// through all of them. Within a footnote none can begin: goldmark takes both
// from their places then, and the words of the inner one are gone.
type fewFootnotes struct{ parser.BlockParser }

var footnoteCountKey = parser.NewContextKey()

// Open refuses after maxFootnotes, and within a footnote.
func (f fewFootnotes) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	count, _ := pc.Get(footnoteCountKey).(int)
	if count >= maxFootnotes || withinFootnote(parent) {
		return nil, parser.NoChildren
	}
	node, state := f.BlockParser.Open(parent, reader, pc)
	if node != nil {
		pc.Set(footnoteCountKey, count+1)
	}
	return node, state
}

func withinFootnote(n ast.Node) bool {
	for ; n != nil; n = n.Parent() {
		if n.Kind() == extast.KindFootnote {
			return true
		}
	}
	return false
}

// keepFootnotes gives a number to footnotes that nothing refers to, which
// goldmark would otherwise throw away.
type keepFootnotes struct{}

// Transform numbers them after the others.
func (keepFootnotes) Transform(doc *ast.Document, _ text.Reader, _ parser.Context) {
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		list, ok := n.(*extast.FootnoteList)
		if !entering || !ok {
			return ast.WalkContinue, nil
		}
		for c := list.FirstChild(); c != nil; c = c.NextSibling() {
			if note, ok := c.(*extast.Footnote); ok && note.Index < 0 {
				list.Count++
				note.Index = list.Count
			}
		}
		return ast.WalkStop, nil
	})
}

// tableGuard leaves a table with too many columns or cells a paragraph: a
// short line under a wide header would be filled up with empty cells.
type tableGuard struct{ parser.ParagraphTransformer }

// Transform makes a table unless it is too large.
func (g tableGuard) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	lines := node.Lines()
	for i := range lines.Len() {
		line := lines.At(i)
		value := line.Value(reader.Source())
		if len(bytes.Trim(value, "-|: \t\n")) > 0 {
			continue
		}
		columns := bytes.Count(value, []byte{'|'}) + 1
		if columns > maxColumns || columns*lines.Len() > maxCells {
			return
		}
	}
	g.ParagraphTransformer.Transform(node, reader, pc)
}

// definitionGuard leaves a very long paragraph alone, because each definition
// of a link address in it is sought from its first line.
type definitionGuard struct{ parser.ParagraphTransformer }

// Transform takes definitions out of a paragraph of at most maxDefLines.
func (g definitionGuard) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	if node.Lines().Len() <= maxDefLines {
		g.ParagraphTransformer.Transform(node, reader, pc)
	}
}

// inlineGuard makes marks literal when a block, or the whole text, has too
// many. Each mark may cost as many steps as its block is long.
type inlineGuard struct{}

type marks struct {
	block  ast.Node
	size   int // bytes of the block
	count  int // marks seen in the block
	budget int // steps left for the whole text
}

var marksKey = parser.NewContextKey()

// Trigger returns the marks that can be opened without ever being closed.
func (inlineGuard) Trigger() []byte { return []byte("[!*_~<`") }

// Parse returns nil while there is budget: then the real parsers are next.
func (inlineGuard) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	m, ok := pc.Get(marksKey).(*marks)
	if !ok {
		m = &marks{budget: markBudget}
		pc.Set(marksKey, m)
	}
	if m.block != parent {
		m.block, m.size, m.count = parent, blockSize(parent), 0
	}
	if m.count < maxMarks && m.budget >= m.size {
		m.count++
		m.budget -= m.size
		return nil
	}
	line, segment := block.PeekLine()
	n := 1
	for n < len(line) && line[n] == line[0] {
		n++
	}
	block.Advance(n)
	return ast.NewRawTextSegment(text.NewSegment(segment.Start, segment.Start+n))
}

func blockSize(n ast.Node) int {
	if n.Type() != ast.TypeBlock {
		return 0
	}
	size := 0
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		size += line.Len()
	}
	return size
}

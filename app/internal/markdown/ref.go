package markdown

import (
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// refPattern is a reference to a note: [[title]], [[title|words]],
// [[title#heading]] or [[id]]. What stands between the brackets is as it was
// typed, so it holds no escapes; only in a table the "|" needs its backslash.
var refPattern = regexp.MustCompile(`^\[\[([^\[\]\n|\\]*[^\[\]\n|\\ \t][^\[\]\n|\\]*)(?:\\?\|([^\[\]\n|\\]*[^\[\]\n|\\ \t][^\[\]\n|\\]*))?\]\]`)

// refNode is a reference to a note in goldmark's tree.
type refNode struct {
	ast.BaseInline
	ref   string
	words string
}

var kindRef = ast.NewNodeKind("NoteRef")

// Kind implements ast.Node.
func (*refNode) Kind() ast.NodeKind { return kindRef }

// Dump implements ast.Node.
func (n *refNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// refParser finds references before links are sought: to Markdown itself
// "[[a]]" is text with a link in it at most.
type refParser struct{}

// Trigger implements parser.InlineParser.
func (refParser) Trigger() []byte { return []byte{'['} }

// Parse returns nil for what is not a reference, such as [[a]](address), the
// words of a link, and ![[a]], a file that another program would show here.
func (refParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, _ := block.PeekLine()
	m := refPattern.FindSubmatch(line)
	if m == nil || block.PrecendingCharacter() == '!' {
		return nil
	}
	if rest := line[len(m[0]):]; len(rest) > 0 && (rest[0] == '(' || rest[0] == '[') {
		return nil
	}
	n := &refNode{ref: strings.TrimSpace(string(m[1])), words: strings.TrimSpace(string(m[2]))}
	if n.words == "" {
		n.words = n.ref
	}
	block.Advance(len(m[0]))
	return n
}

// Refs returns what a text refers to, each once, in the order of the text.
func Refs(src string) []string {
	if !strings.Contains(src, "[[") {
		return nil
	}
	return BlocksRefs(Parse(src))
}

// BlocksRefs is Refs for blocks.
func BlocksRefs(blocks []Block) []string {
	var list []string
	seen := map[string]bool{}
	eachInline(blocks, func(i *Inline) {
		if i.Ref != "" && !seen[i.Ref] {
			seen[i.Ref] = true
			list = append(list, i.Ref)
		}
	})
	return list
}

// NameRefs gives references that show what they refer to, and no words of
// their own, the title that name returns for it; "" leaves it as it is.
func NameRefs(blocks []Block, name func(ref string) string) {
	eachInline(blocks, func(i *Inline) {
		if i.Ref != "" && i.Text == i.Ref {
			if title := name(i.Ref); title != "" {
				i.Text = clean(title)
			}
		}
	})
}

// eachInline calls f for every run, in the order of the text.
func eachInline(blocks []Block, f func(*Inline)) {
	runs := func(list []Inline) {
		for i := range list {
			f(&list[i])
		}
	}
	for _, b := range blocks {
		switch b := b.(type) {
		case *Heading:
			runs(b.Text)
		case *Paragraph:
			runs(b.Text)
		case *List:
			for _, item := range b.Items {
				eachInline(item.Blocks, f)
			}
		case *Quote:
			eachInline(b.Blocks, f)
		case *Table:
			for _, row := range append([][][]Inline{b.Head}, b.Rows...) {
				for _, cell := range row {
					runs(cell)
				}
			}
		case *Footnotes:
			for _, note := range b.Notes {
				eachInline(note, f)
			}
		}
	}
}

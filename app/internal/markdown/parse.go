package markdown

import (
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// gm is goldmark as the whole program uses it: GitHub's Markdown with
// footnotes, and limits. It has no renderer: only our own tree goes out.
var gm = newParser()

func newParser() parser.Parser {
	blocks := []util.PrioritizedValue{
		util.Prioritized(parser.NewSetextHeadingParser(), 100),
		util.Prioritized(parser.NewThematicBreakParser(), 200),
		util.Prioritized(shallow{parser.NewListParser()}, 300),
		util.Prioritized(parser.NewListItemParser(), 400),
		util.Prioritized(parser.NewCodeBlockParser(), 500),
		util.Prioritized(parser.NewATXHeadingParser(), 600),
		util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
		util.Prioritized(shallow{parser.NewBlockquoteParser()}, 800),
		util.Prioritized(parser.NewHTMLBlockParser(), 900),
		util.Prioritized(fewFootnotes{shallow{extension.NewFootnoteBlockParser()}}, 999),
		util.Prioritized(parser.NewParagraphParser(), 1000),
	}
	inlines := append(parser.DefaultInlineParsers(),
		util.Prioritized(inlineGuard{}, -1),
		util.Prioritized(extension.NewTaskCheckBoxParser(), 0),
		util.Prioritized(refParser{}, 50),
		util.Prioritized(extension.NewFootnoteParser(), 101),
		util.Prioritized(extension.NewStrikethroughParser(), 500),
		util.Prioritized(extension.NewLinkifyParser(), 999),
	)
	paragraphs := []util.PrioritizedValue{
		util.Prioritized(definitionGuard{parser.LinkReferenceParagraphTransformer}, 100),
		util.Prioritized(tableGuard{extension.NewTableParagraphTransformer()}, 200),
	}
	return parser.NewParser(
		parser.WithBlockParsers(blocks...),
		parser.WithInlineParsers(inlines...),
		parser.WithParagraphTransformers(paragraphs...),
		parser.WithASTTransformers(
			util.Prioritized(extension.NewTableASTTransformer(), 0),
			util.Prioritized(keepFootnotes{}, 998),
			util.Prioritized(extension.NewFootnoteASTTransformer(), 999),
		),
	)
}

// Parse reads a text. It never fails: what goldmark cannot read comes back as
// literal paragraphs.
func Parse(src string) (blocks []Block) {
	src = normalize(src)
	defer func() {
		// A bug in the parser must not take the text away from its writer.
		if recover() != nil {
			blocks = Literal(src)
		}
	}()
	source := []byte(src)
	root := gm.Parse(text.NewReader(source), parser.WithContext(parser.NewContext()))
	return newConverter(root, source).blocks(root)
}

// normalize makes valid UTF-8 with "\n" as the only end of a line.
func normalize(src string) string {
	src = strings.TrimPrefix(strings.ToValidUTF8(src, "\uFFFD"), "\uFEFF")
	if strings.IndexByte(src, '\r') >= 0 {
		src = strings.ReplaceAll(src, "\r\n", "\n")
		src = strings.ReplaceAll(src, "\r", "\n")
	}
	return src
}

// clean replaces control characters, which neither HTML nor PDF can show.
func clean(s string) string {
	if strings.IndexFunc(s, isHidden) < 0 {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\u2028' || r == '\u2029':
			return ' '
		case isHidden(r):
			return '\uFFFD'
		}
		return r
	}, s)
}

func isHidden(r rune) bool {
	return r != '\t' && (unicode.IsControl(r) || r == '\u2028' || r == '\u2029' || r == '\uFFFE' || r == '\uFFFF')
}

// depth counts the containers around a node.
func depth(n ast.Node) int {
	d := 0
	for ; n != nil; n = n.Parent() {
		d++
	}
	return d
}

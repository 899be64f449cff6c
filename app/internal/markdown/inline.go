package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// inlines returns the runs of a block.
func (c *converter) inlines(n ast.Node) []Inline {
	var r runs
	c.children(&r, n, Inline{})
	r.flush()
	list := r.list
	for len(list) > 0 && list[len(list)-1].Break != NoBreak {
		list = list[:len(list)-1]
	}
	for len(list) > 0 && list[0].Break != NoBreak {
		list = list[1:]
	}
	return list
}

func (c *converter) children(r *runs, n ast.Node, style Inline) {
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		c.inline(r, child, style)
	}
}

func (c *converter) inline(r *runs, n ast.Node, style Inline) {
	switch n := n.(type) {
	case *ast.Text:
		c.text(r, n, style)
	case *ast.String:
		r.add(styled(style, string(n.Value)))
	case *ast.CodeSpan:
		style.Code = true
		for t := n.FirstChild(); t != nil; t = t.NextSibling() {
			if t, ok := t.(*ast.Text); ok {
				r.add(styled(style, strings.ReplaceAll(string(t.Value(c.source)), "\n", " ")))
			}
		}
	case *ast.Emphasis:
		style.Bold = style.Bold || n.Level == 2
		style.Italic = style.Italic || n.Level != 2
		c.children(r, n, style)
	case *extast.Strikethrough:
		style.Strike = true
		c.children(r, n, style)
	case *ast.Link:
		c.link(r, n, n.Destination, n.Title, style)
	case *ast.Image:
		c.link(r, n, n.Destination, n.Title, style)
	case *refNode:
		if style.Link == "" { // a link within a link is its words
			style.Ref = n.ref
		}
		r.add(styled(style, n.words))
	case *ast.AutoLink:
		c.autoLink(r, n, style)
	case *ast.RawHTML:
		for i := range n.Segments.Len() {
			segment := n.Segments.At(i)
			r.add(styled(style, string(segment.Value(c.source))))
		}
	case *extast.FootnoteLink:
		r.add(Inline{Text: noteMark(n.Index), Note: n.Index})
	case *extast.TaskCheckBox, *extast.FootnoteBacklink:
		// The box is a property of the item; the way back is not text.
	default:
		c.children(r, n, style)
	}
}

func styled(style Inline, text string) Inline {
	style.Text = clean(text)
	return style
}

func (c *converter) text(r *runs, n *ast.Text, style Inline) {
	value := n.Value(c.source)
	if n.IsRaw() {
		r.add(styled(style, string(value)))
	} else {
		text := decode(string(value))
		if n.SoftLineBreak() || n.HardLineBreak() {
			text = strings.TrimRight(text, " \t")
		}
		r.add(styled(style, text))
	}
	switch {
	case n.HardLineBreak():
		r.add(Inline{Break: HardBreak})
	case n.SoftLineBreak():
		r.add(Inline{Break: SoftBreak, Link: style.Link})
	}
}

// link adds a link, or an image as a link to it, because nothing is ever
// loaded from elsewhere. An address that may not be opened leaves the label.
func (c *converter) link(r *runs, n ast.Node, destination, title []byte, style Inline) {
	raw := decode(string(destination))
	outer := style
	if address, ok := Address(raw); ok && style.Link == "" {
		style.Link = address
	}
	before := r.size
	c.children(r, n, style)
	if r.size == before {
		r.add(styled(style, raw))
	}
	if t := strings.TrimSpace(decode(string(title))); t != "" {
		r.add(styled(outer, " ("+t+")"))
	}
}

func (c *converter) autoLink(r *runs, n *ast.AutoLink, style Inline) {
	target := string(n.URL(c.source))
	if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(target), "mailto:") {
		target = "mailto:" + target
	}
	if address, ok := Address(target); ok && style.Link == "" {
		style.Link = address
	}
	r.add(styled(style, string(n.Label(c.source))))
}

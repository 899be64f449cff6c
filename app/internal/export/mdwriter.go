package export

import (
	"encoding/base64"
	"fmt"
	"strconv"
	"strings"

	"raadwijzer/app/internal/markdown"
)

// mdWriter writes blocks as GitHub's Markdown that reads back as the same
// words. Where marks of emphasis could be misread it leaves them out: the
// words matter more.
type mdWriter struct {
	notes string // put before the numbers of footnotes, so that texts can share a file
}

// blocks returns the blocks with an empty line between them.
func (w mdWriter) blocks(blocks []markdown.Block) string {
	var b strings.Builder
	flip := false // neighbouring lists need other markers, or they become one
	for i, block := range blocks {
		list, isList := block.(*markdown.List)
		if i > 0 {
			b.WriteString("\n\n")
			previous, follows := blocks[i-1].(*markdown.List)
			flip = follows && isList && previous.Ordered == list.Ordered && !flip
		}
		if isList {
			b.WriteString(w.list(list, flip))
			continue
		}
		b.WriteString(w.block(block))
	}
	return b.String()
}

func (w mdWriter) block(b markdown.Block) string {
	switch b := b.(type) {
	case *markdown.Heading:
		text := w.inlines(b.Text, inHeading)
		if strings.HasSuffix(text, "#") { // or it would be taken for the end of the heading
			text = text[:len(text)-1] + `\#`
		}
		return strings.Repeat("#", min(max(b.Level, 1), 6)) + " " + text
	case *markdown.Paragraph:
		return w.inlines(b.Text, inParagraph)
	case *markdown.List:
		return w.list(b, false)
	case *markdown.Quote:
		return indent(w.blocks(b.Blocks), "> ", "> ", true)
	case *markdown.Code:
		return fenced(b)
	case *markdown.Table:
		return w.table(b)
	case *markdown.Image:
		alt := strings.ReplaceAll(w.inlines(plain(b.Alt), inParagraph), "]", `\]`)
		return "![" + alt + "](data:image/" + b.Form + ";base64," + base64.StdEncoding.EncodeToString(b.Data) + ")"
	case *markdown.Rule:
		return "___"
	case *markdown.Footnotes:
		var parts []string
		for i, note := range b.Notes {
			parts = append(parts, indent(w.blocks(note), "[^"+w.notes+strconv.Itoa(i+1)+"]: ", "    ", false))
		}
		return strings.Join(parts, "\n\n")
	}
	return w.inlines(plain(markdown.BlocksText([]markdown.Block{b}, true)), inParagraph)
}

func (w mdWriter) list(l *markdown.List, flip bool) string {
	tight := l.Tight
	for _, item := range l.Items {
		tight = tight && isTight(item.Blocks)
	}
	var parts []string
	for i, item := range l.Items {
		marker := "- "
		if l.Ordered {
			marker = strconv.Itoa(l.Start+i) + ". "
		}
		if flip {
			marker = strings.NewReplacer("-", "*", ".", ")").Replace(marker)
		}
		body := w.blocks(item.Blocks)
		if tight && len(item.Blocks) == 2 {
			body = w.block(item.Blocks[0]) + "\n" + w.block(item.Blocks[1])
		}
		parts = append(parts, indent(box(item)+body, marker, strings.Repeat(" ", len(marker)), false))
	}
	if tight {
		return strings.Join(parts, "\n")
	}
	return strings.Join(parts, "\n\n")
}

// box returns the mark of a task, on a line of its own unless text follows.
func box(item markdown.Item) string {
	mark := map[markdown.Task]string{markdown.TaskOpen: "[ ]", markdown.TaskDone: "[x]"}[item.Task]
	if mark == "" {
		return ""
	}
	if len(item.Blocks) > 0 {
		if _, ok := item.Blocks[0].(*markdown.Paragraph); !ok {
			return mark + "\n\n"
		}
	}
	return mark + " "
}

// isTight reports whether an item needs no empty line: text, or text and then
// a list that may follow it at once.
func isTight(blocks []markdown.Block) bool {
	if len(blocks) == 0 || len(blocks) > 2 {
		return len(blocks) == 0
	}
	if _, ok := blocks[0].(*markdown.Paragraph); !ok {
		return false
	}
	if len(blocks) == 1 {
		return true
	}
	sub, ok := blocks[1].(*markdown.List)
	if !ok || !sub.Tight || sub.Ordered && sub.Start != 1 {
		return false
	}
	for _, item := range sub.Items {
		if !isTight(item.Blocks) || len(item.Blocks) == 0 {
			return false
		}
	}
	return true
}

// indent puts first before the first line and rest before the others. Empty
// lines stay empty unless all.
func indent(text, first, rest string, all bool) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		switch {
		case i == 0:
			lines[i] = strings.TrimRight(first+line, " ")
		case line != "":
			lines[i] = rest + line
		case all:
			lines[i] = strings.TrimRight(rest, " ")
		}
	}
	return strings.Join(lines, "\n")
}

func fenced(c *markdown.Code) string {
	fence, run := "```", 0
	for _, r := range c.Text {
		if r == '`' {
			run++
		} else {
			run = 0
		}
		if run >= len(fence) {
			fence = strings.Repeat("`", run+1)
		}
	}
	text := c.Text
	if text != "" && !strings.HasSuffix(text, "\n") {
		text += "\n"
	}
	lang := strings.Map(func(r rune) rune {
		if r == '`' || r == '\\' || r == '&' || r <= ' ' {
			return -1
		}
		return r
	}, c.Lang)
	return fence + lang + "\n" + text + fence
}

func (w mdWriter) table(t *markdown.Table) string {
	var b strings.Builder
	w.row(&b, t.Head, len(t.Align))
	b.WriteString("\n|")
	for _, a := range t.Align {
		b.WriteString([]string{" --- |", " :-- |", " :-: |", " --: |"}[a])
	}
	for _, row := range t.Rows {
		b.WriteByte('\n')
		w.row(&b, row, len(t.Align))
	}
	return b.String()
}

func (w mdWriter) row(b *strings.Builder, cells [][]markdown.Inline, columns int) {
	b.WriteByte('|')
	for i := range columns {
		text := ""
		if i < len(cells) {
			text = w.inlines(cells[i], inCell)
		}
		fmt.Fprintf(b, " %s |", text)
	}
}

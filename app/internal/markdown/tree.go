package markdown

import "strings"

// Block is a part of a text that stands on its own: *Heading, *Paragraph,
// *List, *Quote, *Code, *Table, *Image, *Rule or *Footnotes.
type Block interface{ block() }

// Heading is a heading of level 1 to 6, as it was written.
type Heading struct {
	Level int
	Text  []Inline
}

// Paragraph is running text. An Aside tells facts about the text around it.
// It is made by the program, never read from Markdown.
type Paragraph struct {
	Text  []Inline
	Aside bool
}

// List is a list, numbered from Start when Ordered. Tight means that its
// items are shown without white space between them.
type List struct {
	Ordered bool
	Start   int
	Tight   bool
	Items   []Item
}

// Item is one item of a list.
type Item struct {
	Task   Task
	Blocks []Block
}

// Task tells whether an item can be ticked.
type Task int

// The states of a task.
const (
	NoTask Task = iota
	TaskOpen
	TaskDone
)

// Quote is quoted text.
type Quote struct{ Blocks []Block }

// Code is text to be shown as typed. Text ends in a line break unless empty.
type Code struct {
	Lang string // "" when none was named
	Text string
}

// Align is how a column of a table is lined up.
type Align int

// The alignments.
const (
	AlignNone Align = iota
	AlignLeft
	AlignCenter
	AlignRight
)

// Table is a table with one header row. Every row has as many cells as Align.
type Table struct {
	Align []Align
	Head  [][]Inline
	Rows  [][][]Inline
}

// Rule is a line between two parts.
type Rule struct{}

// Footnotes are the notes to which the text refers, numbered from 1. They are
// the last block of a text.
type Footnotes struct{ Notes [][]Block }

func (*Heading) block()   {}
func (*Paragraph) block() {}
func (*List) block()      {}
func (*Quote) block()     {}
func (*Code) block()      {}
func (*Table) block()     {}
func (*Rule) block()      {}
func (*Footnotes) block() {}

// Break is an end of a line within a paragraph.
type Break int

// The breaks. A soft one is shown as a space.
const (
	NoBreak Break = iota
	SoftBreak
	HardBreak
)

// Inline is a run of text in one style, or a break without text. Runs are
// flat, so that emphasis within emphasis needs no tree.
type Inline struct {
	Text   string
	Bold   bool
	Italic bool
	Strike bool
	Code   bool
	Link   string // absolute http, https or mailto address, or ""
	Ref    string // title or id of a note that the run refers to, as typed, or ""
	Break  Break
	Note   int // number of the footnote this run refers to, 0 for none; Text is "[n]"
}

// sameStyle reports whether two runs can be one.
func (i Inline) sameStyle(j Inline) bool {
	i.Text, j.Text = "", ""
	return i == j && i.Break == NoBreak && i.Note == 0 && i.Ref == ""
}

// Text returns the text of the runs. A soft break is a space, a hard one a
// line break.
func Text(inlines []Inline) string {
	var b strings.Builder
	for _, i := range inlines {
		switch i.Break {
		case NoBreak:
			b.WriteString(i.Text)
		case SoftBreak:
			b.WriteByte(' ')
		case HardBreak:
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// Literal returns text as paragraphs in which nothing is markup, one for each
// group of lines.
func Literal(text string) []Block {
	var blocks []Block
	for part := range strings.SplitSeq(normalize(text), "\n\n") {
		if part = strings.Trim(part, "\n"); strings.TrimSpace(part) != "" {
			blocks = append(blocks, &Paragraph{Text: literalLines(part)})
		}
	}
	return blocks
}

func literalLines(text string) []Inline {
	var out []Inline
	for line := range strings.SplitSeq(text, "\n") {
		if len(out) > 0 {
			out = append(out, Inline{Break: HardBreak})
		}
		if line = clean(line); line != "" {
			out = append(out, Inline{Text: line})
		}
	}
	return out
}

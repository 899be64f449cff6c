package markdown

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Plain returns the words of a text without its marks, each block, item and
// row on a line of its own, so that a phrase is found over bold and over the
// end of a line. The addresses of links follow at the end of their block. The
// numbers of a list and the ticks of tasks stay: a phrase does not run on over
// what a reader sees between two items.
func Plain(src string) string { return BlocksPlain(Parse(src)) }

// BlocksPlain is Plain for a text that was parsed already.
func BlocksPlain(blocks []Block) string {
	p := plainWriter{addresses: true, markers: true}
	p.blocks(blocks)
	return p.String()
}

// BlocksText returns the text of blocks, with or without the addresses of
// links.
func BlocksText(blocks []Block, addresses bool) string {
	p := plainWriter{addresses: addresses}
	p.blocks(blocks)
	return p.String()
}

type plainWriter struct {
	strings.Builder
	addresses bool
	markers   bool
}

func (p *plainWriter) line(text string) {
	if strings.TrimSpace(text) == "" {
		return
	}
	p.WriteString(strings.TrimRight(text, " \n"))
	p.WriteByte('\n')
}

func (p *plainWriter) blocks(blocks []Block) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *Heading:
			p.line(p.text(b.Text))
		case *Paragraph:
			p.line(p.text(b.Text))
		case *List:
			for i, item := range b.Items {
				p.marker(b, i)
				p.blocks(item.Blocks)
			}
		case *Quote:
			p.blocks(b.Blocks)
		case *Image:
			p.line(b.Alt)
		case *Code:
			p.line(b.Text)
		case *Table:
			p.row(b.Head)
			for _, row := range b.Rows {
				p.row(row)
			}
		case *Footnotes:
			for i, note := range b.Notes {
				p.WriteString(noteMark(i+1) + " ")
				p.blocks(note)
			}
		}
	}
}

// marker writes what a reader sees before an item, as far as it is a word.
func (p *plainWriter) marker(list *List, i int) {
	switch item := list.Items[i]; {
	case !p.markers || len(item.Blocks) == 0:
	case list.Ordered:
		p.WriteString(strconv.Itoa(list.Start+i) + ". ")
	case item.Task == TaskDone:
		p.WriteString("[x] ")
	}
}

func (p *plainWriter) row(cells [][]Inline) {
	var texts []string
	for _, cell := range cells {
		texts = append(texts, p.text(cell))
	}
	p.line(strings.Join(texts, "\t"))
}

// text returns the text of a block and then the addresses and titles of notes
// that it does not show itself.
func (p *plainWriter) text(inlines []Inline) string {
	text := Text(inlines)
	if !p.addresses {
		return text
	}
	last := ""
	for _, i := range inlines {
		if i.Link != "" && i.Link != last && !shows(i) {
			text += " " + i.Link
		}
		if i.Ref != "" && i.Ref != i.Text {
			text += " " + i.Ref
		}
		last = i.Link
	}
	return text
}

// shows reports whether the run shows its own address.
func shows(i Inline) bool {
	shown := strings.TrimPrefix(i.Link, "mailto:")
	return i.Text == i.Link || i.Text == shown || "http://"+i.Text == i.Link
}

// prefix is how much of a long text is read for a title or excerpt.
const prefix = 16 << 10

// Title returns the first line with text, at most 80 runes and cut at a word,
// or "" when there is none.
func Title(src string) string {
	const longest = 80
	text, simple := simpleHeading(src)
	if !simple {
		text = head(src)
	}
	for line := range strings.SplitSeq(text, "\n") {
		if line = strings.Join(strings.Fields(line), " "); line != "" {
			return cut(line, longest)
		}
	}
	return ""
}

// Excerpt returns the first words of a text on one line, at most so many
// runes. Addresses of links are left out.
func Excerpt(src string, runes int) string {
	return BlocksExcerpt(Parse(start(src, prefix+8*max(runes, 0))), runes)
}

// BlocksExcerpt is Excerpt for a text that was parsed already.
func BlocksExcerpt(blocks []Block, runes int) string {
	p := plainWriter{}
	for i := range blocks {
		if p.Len() > utf8.UTFMax*runes {
			break
		}
		p.blocks(blocks[i : i+1])
	}
	return cut(strings.Join(strings.Fields(p.String()), " "), runes)
}

// simpleHeading returns the text of a first line that is a heading of letters,
// digits and spaces. Most notes begin so, and then need not be parsed for
// their title: nothing in such a line, or behind it, gives it another meaning.
func simpleHeading(src string) (text string, ok bool) {
	line, _, _ := strings.Cut(src, "\n")
	text = strings.TrimLeft(line, "#")
	level := len(line) - len(text)
	if level < 1 || level > 6 || !strings.HasPrefix(text, " ") || strings.TrimSpace(text) == "" {
		return "", false
	}
	other := func(r rune) bool { return r != ' ' && !unicode.IsLetter(r) && !unicode.IsDigit(r) }
	return text, strings.IndexFunc(text, other) < 0
}

// head returns the text of the beginning with the line ends as typed, or of
// the whole when the beginning has none.
func head(src string) string {
	part := start(src, prefix)
	text := firstLine(Parse(part))
	if text == "" && len(part) < len(src) {
		text = firstLine(Parse(src))
	}
	return text
}

// firstLine returns the first block with text, a soft break as a line break:
// a title ends where its line was ended.
func firstLine(blocks []Block) string {
	for _, b := range blocks {
		text := ""
		switch b := b.(type) {
		case *Paragraph:
			text = softLines(b.Text)
		case *Heading:
			text = softLines(b.Text)
		case *List:
			for _, item := range b.Items {
				if text = firstLine(item.Blocks); text != "" {
					break
				}
			}
		case *Quote:
			text = firstLine(b.Blocks)
		default:
			text = BlocksText([]Block{b}, false)
		}
		if strings.TrimSpace(text) != "" {
			return text
		}
	}
	return ""
}

func softLines(inlines []Inline) string {
	lines := make([]Inline, len(inlines))
	for i, in := range inlines {
		if in.Break == SoftBreak {
			in.Break = HardBreak
		}
		lines[i] = in
	}
	return Text(lines)
}

// start returns at most n bytes, whole lines when there is more than one.
func start(src string, n int) string {
	if len(src) <= n {
		return src
	}
	for n > 0 && !utf8.RuneStart(src[n]) {
		n--
	}
	src = src[:n]
	if i := strings.LastIndexByte(src, '\n'); i > 0 {
		return src[:i+1]
	}
	return src
}

// cut returns at most n runes of a line, at a word where there is one, with
// an ellipsis when something was cut.
func cut(line string, n int) string {
	if utf8.RuneCountInString(line) <= n {
		return line
	}
	if n < 1 {
		return ""
	}
	runes := []rune(line)[:n]
	text := string(runes[:n-1])
	if runes[n-1] != ' ' {
		if i := strings.LastIndexByte(text, ' '); i > len(text)/2 {
			text = text[:i]
		}
	}
	return strings.TrimRight(text, " ,;:") + "…"
}

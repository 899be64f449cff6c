package export

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"raadwijzer/app/internal/markdown"
)

// place is where runs are written: a heading and a cell have one line, and in a
// cell even code cannot hold a bare "|".
type place int

const (
	inParagraph place = iota
	inHeading
	inCell
)

// inlines returns runs as Markdown.
func (w mdWriter) inlines(runs []markdown.Inline, where place) string {
	var b strings.Builder
	single := where != inParagraph
	lineStart := !single
	marked := false // the last thing written was a mark of emphasis
	for i, run := range runs {
		switch {
		case run.Break != markdown.NoBreak && single:
			b.WriteByte(' ')
		case run.Break == markdown.HardBreak:
			b.WriteString(hardBreak(b.String()))
		case run.Break == markdown.SoftBreak:
			b.WriteByte('\n')
		case run.Note > 0:
			b.WriteString("[^" + w.notes + strconv.Itoa(run.Note) + "]")
		default:
			written := b.Len()
			marked = w.run(&b, run, neighbours(runs, i), where, lineStart, marked)
			lineStart = lineStart && b.Len() == written
			continue
		}
		marked, lineStart = false, run.Break != markdown.NoBreak && !single
	}
	text := strings.TrimRight(b.String(), " \t")
	if single {
		return text
	}
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		lines[i] = escapeStart(line)
	}
	return strings.Join(lines, "\n")
}

// hardBreak ends a line. After a backslash another one would be misread.
func hardBreak(before string) string {
	if strings.HasSuffix(before, `\`) {
		return "  \n"
	}
	return "\\\n"
}

// neighbours returns the characters before and after a run, a space at the
// edges and at breaks.
func neighbours(runs []markdown.Inline, i int) (edge [2]rune) {
	edge = [2]rune{' ', ' '}
	if i > 0 && runs[i-1].Text != "" {
		edge[0], _ = utf8.DecodeLastRuneInString(runs[i-1].Text)
	}
	if i+1 < len(runs) && runs[i+1].Text != "" {
		edge[1], _ = utf8.DecodeRuneInString(runs[i+1].Text)
	}
	return edge
}

// run writes one run and reports whether it ended with a mark.
func (w mdWriter) run(b *strings.Builder, run markdown.Inline, edge [2]rune, where place, lineStart, marked bool) bool {
	text := run.Text
	if lineStart {
		text = strings.TrimLeft(text, " \t")
	}
	core := strings.TrimFunc(text, unicode.IsSpace)
	if core == "" {
		b.WriteString(text)
		return false
	}
	at := strings.Index(text, core)
	before, after := text[:at], text[at+len(core):]
	if before != "" {
		edge[0] = ' '
	}
	if after != "" {
		edge[1] = ' '
	}
	body := escape(core)
	if run.Code {
		body = codeSpan(core, where)
	}
	if run.Link != "" && run.Link != core {
		body = "[" + strings.ReplaceAll(body, "]", `\]`) + "](" + address(run.Link) + ")"
		if run.Code {
			body = "[" + codeSpan(core, where) + "](" + address(run.Link) + ")"
		}
	}
	if run.Ref != "" {
		body = reference(run.Ref, core, where)
	}
	mark := emphasis(run, core, edge)
	if marked && before == "" || (run.Code || run.Link != "") && mark != "" && !isOpen(edge) {
		mark = ""
	}
	b.WriteString(before + mark + body + reverse(mark) + after)
	return mark != "" && after == ""
}

// emphasis returns the marks before a run, or "" where they would not be read
// as such: next to a letter, a mark must touch a letter inside.
func emphasis(run markdown.Inline, core string, edge [2]rune) string {
	first, _ := utf8.DecodeRuneInString(core)
	last, _ := utf8.DecodeLastRuneInString(core)
	if !isWord(first) && isWord(edge[0]) || !isWord(last) && isWord(edge[1]) {
		return ""
	}
	mark := ""
	if run.Strike && isOpen(edge) {
		mark = "~~"
	}
	if run.Bold {
		mark += "**"
	}
	if run.Italic {
		mark += "*"
	}
	return mark
}

// reference writes what leads to another note as it is read: without escapes.
// Words that cannot stand there are left to the title.
func reference(ref, words string, where place) string {
	switch {
	case words == ref || strings.ContainsAny(words, `[]|\`):
		return "[[" + ref + "]]"
	case where == inCell:
		return "[[" + ref + `\|` + words + "]]"
	}
	return "[[" + ref + "|" + words + "]]"
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func isOpen(edge [2]rune) bool { return unicode.IsSpace(edge[0]) && unicode.IsSpace(edge[1]) }

func reverse(mark string) string {
	if strings.HasPrefix(mark, "~~") {
		return mark[2:] + "~~"
	}
	return mark
}

func address(link string) string {
	if strings.ContainsAny(link, "()<> \\") {
		return "<" + strings.NewReplacer("<", "%3C", ">", "%3E", `\`, "%5C", " ", "%20").Replace(link) + ">"
	}
	return link
}

func codeSpan(text string, where place) string {
	fence := "`"
	for strings.Contains(text, fence) {
		fence += "`"
	}
	if where == inCell {
		text = strings.ReplaceAll(text, "|", `\|`)
	}
	if strings.HasPrefix(text, "`") || strings.HasSuffix(text, "`") {
		text = " " + text + " "
	}
	return fence + text + fence
}

var (
	entityPattern = regexp.MustCompile(`&(#?[0-9A-Za-z]+;)`)
	startPattern  = regexp.MustCompile(`^([#>+=-]|[0-9]{1,9}[.)])`)
)

// escape keeps text from being read as Markdown, with as few backslashes as
// that takes.
func escape(text string) string {
	text = strings.NewReplacer("\n", " ", `\`, `\\`, "`", "\\`", "*", `\*`, "[", `\[`, "<", `\<`, "~", `\~`, "|", `\|`).Replace(text)
	text = entityPattern.ReplaceAllString(text, `\&$1`)
	return underscores(text)
}

// escapeStart keeps the start of a line from being read as that of a heading,
// quote or list. No mark of ours begins like one.
func escapeStart(line string) string {
	if m := startPattern.FindString(line); m != "" {
		return m[:len(m)-1] + `\` + line[len(m)-1:]
	}
	return line
}

// underscores escapes those that stand at the edge of a word; within a word
// they mean nothing.
func underscores(text string) string {
	if !strings.Contains(text, "_") {
		return text
	}
	var b strings.Builder
	for i := range len(text) {
		inside := i > 0 && i+1 < len(text) && isASCIIWord(text[i-1]) && isASCIIWord(text[i+1])
		if text[i] == '_' && !inside {
			b.WriteByte('\\')
		}
		b.WriteByte(text[i])
	}
	return b.String()
}

func isASCIIWord(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}

package markdown

import (
	"encoding/base64"
	"html"
	"slices"
	"strconv"
	"strings"

	"raadwijzer/app/internal/photo"
)

// Words that assistive technology reads out.
const (
	wordDone      = "Afgevinkt"
	wordOpen      = "Open"
	wordTable     = "Tabel"
	wordFootnotes = "Voetnoten"
	wordFootnote  = "Voetnoot"
	wordBack      = "Terug naar de tekst bij voetnoot"
)

// Option changes how HTML is made.
type Option func(*htmlWriter)

// HeadingsFrom gives the highest heading this level, 1 to 6. Without it that
// is 2, because the page itself has the first.
func HeadingsFrom(level int) Option {
	return func(w *htmlWriter) { w.base = min(max(level, 1), 6) }
}

// ForFile makes HTML for a page that is a file: footnotes and the text link to
// each other by ids that begin with prefix, and the boxes of tasks are
// characters, which also come out on paper. Without it there are no ids, so
// that a text can stand in any page.
func ForFile(prefix string) Option {
	return func(w *htmlWriter) { w.notes, w.noteSeen = prefix, map[int]bool{} }
}

// RefsTo makes references to notes links: lead returns the address within the
// page, or "" for a note that is not there, whose reference stays words.
// Without it all of them are words.
func RefsTo(lead func(ref string) string) Option {
	return func(w *htmlWriter) { w.lead = lead }
}

// HTML returns a text as safe HTML: only elements of our own making, no
// scripts, styles or event handlers, no images but those in the text itself,
// and links to http, https and mailto addresses only. Heading levels are never skipped.
func HTML(src string, options ...Option) string {
	return BlocksHTML(Parse(src), options...)
}

// BlocksHTML returns blocks as safe HTML, as HTML does.
func BlocksHTML(blocks []Block, options ...Option) string {
	w := &htmlWriter{base: 2}
	for _, o := range options {
		o(w)
	}
	w.levels = NewLevels(w.base)
	w.blocks(blocks, false)
	return w.String()
}

type htmlWriter struct {
	strings.Builder
	base     int
	levels   *Levels
	notes    string       // prefix of the ids of footnotes, "" for none
	noteSeen map[int]bool // footnotes that the text has referred to
	lead     func(ref string) string
}

func (w *htmlWriter) put(parts ...string) {
	for _, p := range parts {
		w.WriteString(p)
	}
}

// blocks writes blocks; with bare, paragraphs are written without an element
// of their own, as in a tight list.
func (w *htmlWriter) blocks(blocks []Block, bare bool) {
	for _, b := range blocks {
		if p, ok := b.(*Paragraph); ok && bare && !p.Aside {
			w.inlines(p.Text)
			w.put("\n")
			continue
		}
		w.block(b)
	}
}

func (w *htmlWriter) block(b Block) {
	switch b := b.(type) {
	case *Heading:
		tag := "h" + strconv.Itoa(w.levels.Next(b.Level))
		w.put("<", tag, ">")
		w.inlines(b.Text)
		w.put("</", tag, ">\n")
	case *Paragraph:
		if b.Aside {
			w.put(`<p class="aside">`)
		} else {
			w.put("<p>")
		}
		w.inlines(b.Text)
		w.put("</p>\n")
	case *List:
		w.list(b)
	case *Quote:
		w.put("<blockquote>\n")
		w.blocks(b.Blocks, false)
		w.put("</blockquote>\n")
	case *Code:
		w.put(`<pre tabindex="0"><code>`, html.EscapeString(b.Text), "</code></pre>\n")
	case *Table:
		w.table(b)
	case *Rule:
		w.put("<hr>\n")
	case *Image:
		w.image(b)
	case *Footnotes:
		w.footnotes(b)
	}
}

// image shows a picture, without what a camera noted: the place of a photo is
// nobody's business.
func (w *htmlWriter) image(b *Image) {
	data, ok := b.Data, true
	if b.Form == "jpeg" {
		data, ok = photo.Plain(data)
	}
	if !ok {
		w.put("<p>", html.EscapeString(b.Alt), "</p>\n")
		return
	}
	w.put(`<p><img src="data:image/`, b.Form, ";base64,", base64.StdEncoding.EncodeToString(data), `" alt="`, html.EscapeString(b.Alt), "\"></p>\n")
}

func (w *htmlWriter) footnotes(f *Footnotes) {
	open, end := `<section class="footnotes" aria-label="`+wordFootnotes+`">`, "</section>\n"
	if w.notes != "" { // one of many on a page, where landmarks must differ
		open, end = `<div class="footnotes"><p>`+wordFootnotes+"</p>", "</div>\n"
	}
	w.put(open, "<ol>\n")
	for i, note := range f.Notes {
		n := strconv.Itoa(i + 1)
		if w.notes == "" {
			w.put("<li>")
		} else {
			w.put(`<li id="`, w.notes, "noot-", n, `">`)
		}
		w.blocks(note, len(note) == 1)
		if w.noteSeen[i+1] {
			w.put(`<a href="#`, w.notes, "verwijzing-", n, `" role="doc-backlink" aria-label="`, wordBack, " ", n, `">↩</a>`)
		}
		w.put("</li>\n")
	}
	w.put("</ol>", end)
}

// noteLink returns the tag of a reference to a footnote. Only the first
// reference can be returned to.
func (w *htmlWriter) noteLink(note int) string {
	n := strconv.Itoa(note)
	tag := `a href="#` + w.notes + "noot-" + n + `" role="doc-noteref" aria-label="` + wordFootnote + " " + n + `"`
	if !w.noteSeen[note] {
		w.noteSeen[note] = true
		tag += ` id="` + w.notes + "verwijzing-" + n + `"`
	}
	return tag
}

func (w *htmlWriter) list(l *List) {
	tag := "ul"
	if l.Ordered {
		tag = "ol"
	}
	w.put("<", tag)
	if l.Ordered && l.Start != 1 {
		w.put(` start="`, strconv.Itoa(l.Start), `"`)
	}
	if slices.ContainsFunc(l.Items, func(i Item) bool { return i.Task != NoTask }) {
		w.put(` class="tasks"`)
	}
	w.put(">\n")
	for _, item := range l.Items {
		w.put(w.itemStart(item.Task))
		w.blocks(item.Blocks, l.Tight)
		w.put("</li>\n")
	}
	w.put("</", tag, ">\n")
}

func (w *htmlWriter) itemStart(task Task) string {
	word, box, checked := wordOpen, "☐", ""
	switch task {
	case NoTask:
		return "<li>"
	case TaskDone:
		word, box, checked = wordDone, "☑", " checked"
	case TaskOpen:
	}
	if w.notes != "" {
		return `<li class="task"><span role="img" aria-label="` + word + `">` + box + "</span> "
	}
	return `<li class="task"><input type="checkbox" disabled` + checked + ` aria-label="` + word + `"> `
}

// table is wrapped in what can be scrolled by keyboard, so that a wide table
// never widens the page. It is no region: many of one name would be a maze.
func (w *htmlWriter) table(t *Table) {
	w.put(`<div class="table" role="group" aria-label="`, wordTable, "\" tabindex=\"0\"><table>\n<thead>")
	w.row(t, t.Head, `<th scope="col"`, "</th>")
	w.put("</thead>\n")
	if len(t.Rows) > 0 {
		w.put("<tbody>")
		for _, row := range t.Rows {
			w.row(t, row, "<td", "</td>")
		}
		w.put("</tbody>\n")
	}
	w.put("</table></div>\n")
}

func (w *htmlWriter) row(t *Table, cells [][]Inline, open, end string) {
	w.put("<tr>")
	for i, cell := range cells {
		w.put(open)
		if i < len(t.Align) && t.Align[i] > AlignLeft {
			w.put(` class="`, map[Align]string{AlignCenter: "center", AlignRight: "right"}[t.Align[i]], `"`)
		}
		w.put(">")
		w.inlines(cell)
		w.put(end)
	}
	w.put("</tr>\n")
}

// inlines writes runs. Elements that the next run needs too stay open.
func (w *htmlWriter) inlines(inlines []Inline) {
	var open []string // tags, outermost first; a link carries its address
	for _, i := range inlines {
		want := w.wanted(i)
		if i.Break != NoBreak && i.Link == "" {
			want = want[:0]
		} else if i.Break != NoBreak {
			want = open[:min(1, len(open))]
		}
		same := 0
		for same < len(open) && same < len(want) && open[same] == want[same] {
			same++
		}
		w.closeTags(open[same:])
		for _, tag := range want[same:] {
			w.put("<", tag, ">")
		}
		open = slices.Clone(want)
		switch i.Break {
		case HardBreak:
			w.put("<br>\n")
		case SoftBreak:
			w.put("\n")
		case NoBreak:
			w.put(html.EscapeString(i.Text))
		}
	}
	w.closeTags(open)
}

func (w *htmlWriter) wanted(i Inline) []string {
	var tags []string
	if i.Note > 0 && w.notes != "" {
		tags = append(tags, "sup", w.noteLink(i.Note))
		i.Note = 0
	}
	if i.Ref != "" && w.lead != nil {
		if address := w.lead(i.Ref); address != "" {
			tags = append(tags, `a href="`+html.EscapeString(address)+`"`)
		}
	}
	if i.Link != "" {
		tags = append(tags, `a href="`+html.EscapeString(i.Link)+`" rel="noopener noreferrer"`)
	}
	for _, t := range []struct {
		on  bool
		tag string
	}{{i.Note > 0, "sup"}, {i.Bold, "strong"}, {i.Italic, "em"}, {i.Strike, "del"}, {i.Code, "code"}} {
		if t.on {
			tags = append(tags, t.tag)
		}
	}
	return tags
}

func (w *htmlWriter) closeTags(tags []string) {
	for i := len(tags) - 1; i >= 0; i-- {
		name, _, _ := strings.Cut(tags[i], " ")
		w.put("</", name, ">")
	}
}

// Levels maps the heading levels of a text to levels of which none is
// skipped, because readers that jump by heading lose their way otherwise.
type Levels struct {
	base  int
	stack []int // written levels of the headings we are under
}

// NewLevels starts a text whose highest heading gets level base.
func NewLevels(base int) *Levels { return &Levels{base: base} }

// Next returns the level, at most 6, for the next heading.
func (l *Levels) Next(written int) int {
	for len(l.stack) > 0 && l.stack[len(l.stack)-1] >= written {
		l.stack = l.stack[:len(l.stack)-1]
	}
	l.stack = append(l.stack, written)
	return min(l.base+len(l.stack)-1, 6)
}

package export

import (
	_ "embed" // the style
	"html"
	"io"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"raadwijzer/app/internal/domain"
	"raadwijzer/app/internal/markdown"
)

// pageStyle is the style of an exported page, on screen and on paper.
//
//go:embed page.css
var pageStyle string

// WriteHTML writes documents as one page of HTML that opens anywhere: it needs
// no other file and asks for none, and its policy forbids any. More than one
// document get a title and a list of contents above them. Errors are those of
// docs and of w.
func WriteHTML(w io.Writer, docs Documents, o Options) error {
	p := htmlPage{w: w, options: o, level: 1}
	for doc, err := range docs {
		if err != nil {
			return err
		}
		p.begin(doc)
		p.article(doc)
		if p.err != nil {
			return p.err
		}
	}
	p.begin(Document{Title: nlNotes})
	p.put("</main>\n")
	if o := p.options; len(o.Contents) < 2 {
		if facts := joined([]string{o.Municipality, o.maker(), day(o.Created)}); facts != "" {
			p.put("<footer>\n<p>", escaped(facts), "</p>\n</footer>\n")
		}
	}
	p.put("</body>\n</html>\n")
	return p.err
}

// htmlPage is a page while it is written. The first error is kept.
type htmlPage struct {
	w       io.Writer
	options Options
	begun   bool
	level   int // of the title of a document
	count   int
	err     error
}

func (p *htmlPage) put(parts ...string) {
	if p.err == nil {
		_, p.err = io.WriteString(p.w, strings.Join(parts, ""))
	}
}

// begin writes what stands above the first document.
func (p *htmlPage) begin(first Document) {
	if p.begun {
		return
	}
	p.begun = true
	p.options = p.options.complete(first)
	o := p.options
	p.put("<!DOCTYPE html>\n<html lang=\"", escaped(language(first)), "\">\n<head>\n<meta charset=\"utf-8\">\n",
		`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">`, "\n",
		`<meta name="viewport" content="width=device-width, initial-scale=1">`, "\n<title>", escaped(o.Title), "</title>\n")
	for _, m := range [][2]string{{"author", o.Author}, {"generator", "Raadwijzer"}, {"dcterms.created", isoDay(o.Created)}} {
		if m[1] != "" {
			p.put(`<meta name="`, m[0], `" content="`, escaped(m[1]), "\">\n")
		}
	}
	p.put("<style>\n", pageStyle, "</style>\n</head>\n<body>\n")
	if len(o.Contents) > 1 {
		p.level = 2
		p.cover()
	}
	p.put("<main>\n")
}

// cover writes the title of the whole and the list of what is in it.
func (p *htmlPage) cover() {
	o := p.options
	p.put("<header>\n<h1>", escaped(o.Title), "</h1>\n")
	if facts := joined(append([]string{o.Municipality}, o.facts()...)); facts != "" {
		p.put("<p>", escaped(facts), "</p>\n")
	}
	if o.Confidential {
		p.put(htmlConfidential)
	}
	p.put("</header>\n<nav aria-labelledby=\"inhoud\">\n<h2 id=\"inhoud\">", nlContents, "</h2>\n<ol>\n")
	for i, title := range o.Contents {
		p.put(`<li><a href="#`, partID(i+1), `">`, escaped(titleOf(title)), "</a></li>\n")
	}
	p.put("</ol>\n</nav>\n")
}

const htmlConfidential = `<p class="confidential">` + nlConfidential + "</p>\n"

func (p *htmlPage) article(doc Document) {
	p.count++
	tag := "h" + strconv.Itoa(p.level)
	p.put(`<article id="`, partID(p.count), `"`)
	if lang := language(doc); lang != language(Document{}) {
		p.put(` lang="`, escaped(lang), `"`)
	}
	p.put(">\n<", tag, ">", escaped(titleOf(doc.Title)), "</", tag, ">\n")
	if doc.Confidential {
		p.put(htmlConfidential)
	}
	p.put(markdown.BlocksHTML(doc.Blocks, markdown.HeadingsFrom(p.level+1), markdown.ForFile(partID(p.count)+"-")))
	p.put("</article>\n")
}

func partID(n int) string { return "deel-" + strconv.Itoa(n) }

func language(doc Document) string {
	if doc.Lang == "" {
		return "nl-NL"
	}
	return doc.Lang
}

func titleOf(title string) string {
	if title == "" {
		return domain.UntitledNote
	}
	return title
}

// escaped is safe as text and within quotes. What is no text, or has no meaning
// in a page, becomes U+FFFD.
func escaped(s string) string {
	return html.EscapeString(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r&0xFFFE == 0xFFFE {
			return utf8.RuneError
		}
		return r
	}, oneLine(s)))
}

func isoDay(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return domain.DateOf(t.Local()).String()
}

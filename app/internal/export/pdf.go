package export

import (
	"io"
	"iter"
	"slices"
	"strings"
	"time"

	"raadwijzer/app/internal/markdown"
	"raadwijzer/app/internal/pdf"
)

// Options are what an exported file says about itself.
type Options struct {
	Title        string    // "" takes the title of the first document
	Municipality string    // at the top of each page; may be ""
	Period       string    // council period, on the cover; may be ""
	Author       string    // name or function; "" takes the municipality
	Created      time.Time // moment of export; zero leaves dates out
	ID           [16]byte  // of a PDF; zero: made from the contents
	Contents     []string  // titles of the documents: more than one gives a cover and a contents page
	Parts        string    // what the documents are, on the cover; "" counts them as notes
	Confidential bool      // some documents are: then the list of their titles is too
}

// complete fills in from the first document what was left open.
func (o Options) complete(first Document) Options {
	if o.Title == "" {
		o.Title = first.Title
	}
	if o.Municipality == "" {
		o.Municipality = first.Municipality
	}
	if o.Author == "" {
		o.Author = o.Municipality
	}
	return o
}

// maker is the author, unless that is the municipality, which is named apart.
func (o Options) maker() string {
	if o.Author == o.Municipality {
		return ""
	}
	return o.Author
}

// facts are what a cover says below the title and the municipality.
func (o Options) facts() []string {
	facts := []string{o.maker(), day(o.Created)}
	if o.Period != "" {
		facts = append([]string{nlPeriod + " " + o.Period}, facts...)
	}
	switch {
	case o.Parts != "":
		facts = append(facts, o.Parts)
	case len(o.Contents) > 1:
		facts = append(facts, nlDocuments(len(o.Contents)))
	}
	return facts
}

// joined puts facts on one line.
func joined(facts []string) string {
	return strings.Join(slices.DeleteFunc(facts, func(s string) bool { return s == "" }), " · ")
}

// Documents are documents one by one, each with the error of getting it, so
// that a thousand notes are never a thousand trees in memory. An error ends
// the writing: a file that misses a note must not look whole.
type Documents = iter.Seq2[Document, error]

// These returns documents that are there already as a sequence.
func These(docs ...Document) Documents {
	return func(yield func(Document, error) bool) {
		for _, doc := range docs {
			if !yield(doc, nil) {
				return
			}
		}
	}
}

// WritePDF writes documents as one PDF, each beginning on a new page. More
// than one get a cover and a contents page. Errors are those of docs and of w.
func WritePDF(w io.Writer, docs Documents, o Options) error {
	return layOut(docs, o, func(meta pdf.Meta) (*pdf.Writer, error) { return pdf.New(w, meta) })
}

// PreviewPDF returns the number of pages of the PDF that WritePDF would write,
// and at most so many of the first as pictures (SVG). The file goes to w,
// whose errors end the preview; so do those of docs.
func PreviewPDF(w io.Writer, docs Documents, o Options, pages int) (total int, svg []string, err error) {
	var p pdf.Preview
	err = layOut(docs, o, func(meta pdf.Meta) (_ *pdf.Writer, err error) {
		p, err = pdf.NewPreview(w, meta, pages)
		return p.Writer, err
	})
	if err != nil {
		return 0, nil, err
	}
	total, svg = p.Pages()
	return total, svg, nil
}

func layOut(docs Documents, o Options, open func(pdf.Meta) (*pdf.Writer, error)) error {
	var p *pdf.Writer
	start := func(first Document) (err error) {
		o = o.complete(first)
		if p, err = open(pdfMeta(first, o)); err == nil && len(o.Contents) > 1 {
			p.Confidential(o.Confidential)
			p.Cover(pdf.Cover{Over: o.Municipality, Title: o.Title, Facts: o.facts()})
			p.Contents(o.Contents)
		}
		return err
	}
	entry := 0
	for doc, err := range docs {
		if err == nil && p == nil {
			err = start(doc)
		}
		if err != nil {
			return err
		}
		p.PageBreak()
		p.Confidential(doc.Confidential)
		if len(o.Contents) > 1 {
			p.Entry(entry)
		}
		entry++
		p.Heading(1, pdf.Plain(doc.Title))
		pdfBlocks(p, doc.Blocks)
	}
	if p == nil {
		if err := start(Document{Title: nlNotes}); err != nil {
			return err
		}
	}
	return p.Close()
}

func pdfMeta(first Document, o Options) pdf.Meta {
	return pdf.Meta{Title: o.Title, Author: o.Author, Header: o.Municipality, Footer: joined([]string{o.maker(), day(o.Created)}), Lang: first.Lang, Created: o.Created, ID: o.ID}
}

func pdfBlocks(p *pdf.Writer, blocks []markdown.Block) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *markdown.Heading:
			p.Heading(b.Level, pdfInlines(b.Text))
		case *markdown.Paragraph:
			if b.Aside {
				p.Aside(pdfInlines(b.Text))
			} else {
				p.Paragraph(pdfInlines(b.Text))
			}
		case *markdown.List:
			p.BeginList(b.Ordered, b.Start)
			for _, item := range b.Items {
				p.BeginItem(pdfTask(item.Task))
				pdfBlocks(p, item.Blocks)
				p.EndItem()
			}
			p.EndList()
		case *markdown.Quote:
			p.BeginQuote()
			pdfBlocks(p, b.Blocks)
			p.EndQuote()
		case *markdown.Code:
			p.Code(b.Text)
		case *markdown.Image:
			if !p.Figure(b.Data, b.Alt) {
				p.Paragraph(pdf.Plain(b.Alt))
			}
		case *markdown.Table:
			p.Table(pdfTable(b))
		case *markdown.Rule:
			p.Rule()
		case *markdown.Footnotes:
			p.BeginNotes(nlFootnotes)
			for i, note := range b.Notes {
				p.BeginNote(i + 1)
				pdfBlocks(p, note)
				p.EndNote()
			}
			p.EndNotes()
		default: // a kind that is new to this writer still gives its words
			p.Paragraph(pdf.Plain(markdown.BlocksText([]markdown.Block{b}, true)))
		}
	}
}

func pdfTask(t markdown.Task) pdf.Task {
	switch t {
	case markdown.TaskOpen:
		return pdf.Open
	case markdown.TaskDone:
		return pdf.Done
	}
	return pdf.NoTask
}

func pdfInlines(inlines []markdown.Inline) []pdf.Inline {
	out := make([]pdf.Inline, 0, len(inlines))
	for _, i := range inlines {
		piece := pdf.Inline{Text: i.Text, URL: i.Link, Note: i.Note}
		switch i.Break {
		case markdown.HardBreak:
			piece = pdf.Inline{Break: true}
		case markdown.SoftBreak:
			piece.Text = " "
		}
		for _, s := range []struct {
			on    bool
			style pdf.Style
		}{{i.Bold, pdf.Bold}, {i.Italic, pdf.Italic}, {i.Strike, pdf.Strike}, {i.Code, pdf.Code}} {
			if s.on {
				piece.Style |= s.style
			}
		}
		out = append(out, piece)
	}
	return out
}

// pdfTable leaves out a header row without any text: readers would announce
// empty column names.
func pdfTable(t *markdown.Table) pdf.Table {
	var out pdf.Table
	for _, a := range t.Align {
		out.Align = append(out.Align, map[markdown.Align]pdf.Align{markdown.AlignCenter: pdf.AlignCenter, markdown.AlignRight: pdf.AlignRight}[a])
	}
	text := ""
	for _, cell := range t.Head {
		text += markdown.Text(cell)
		out.Header = append(out.Header, pdfInlines(cell))
	}
	if strings.TrimSpace(text) == "" {
		out.Header = nil
	}
	for _, row := range t.Rows {
		var cells [][]pdf.Inline
		for _, cell := range row {
			cells = append(cells, pdfInlines(cell))
		}
		out.Rows = append(out.Rows, cells)
	}
	return out
}

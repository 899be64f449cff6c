package export

import (
	"archive/zip"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"raadwijzer/app/internal/domain"
	"raadwijzer/app/internal/markdown"
)

// Handover is what one gives to a successor: runs with everything that belongs
// to them, as a PDF, as Markdown and as a calendar that say the same.
type Handover struct {
	Runs    []RunFile
	Options Options // Title, Municipality, Author and Created are used
	// Each, unless it is nil, is told how many of all notes are in the PDF,
	// which is nearly all of the work. Its error ends the writing.
	Each func(done, total int) error
}

// The names of the files of a hand-over.
const (
	HandoverPDF      = "overdracht.pdf"
	HandoverMarkdown = "overdracht.md"
	HandoverICS      = "overdracht.ics"
)

// Titles returns the title of each document, for the contents page.
func (h Handover) Titles() []string {
	var titles []string
	for _, doc := range h.list() {
		titles = append(titles, doc.Title)
	}
	return titles
}

// list returns a page of what is open, then each run with its notes.
func (h Handover) list() []Document {
	docs := []Document{h.overview()}
	for _, f := range h.Runs {
		docs = append(docs, f.Documents()...)
	}
	return docs
}

// followed gives the documents one by one, and tells how many notes are done.
func (h Handover) followed() Documents {
	return func(yield func(Document, error) bool) {
		docs := h.list()
		others := 1 + len(h.Runs)
		for i, doc := range docs {
			var err error
			if h.Each != nil {
				err = h.Each(max(0, i-others), len(docs)-others)
			}
			if !yield(doc, err) || err != nil {
				return
			}
		}
	}
}

// Periods returns the council periods of the runs, each once.
func (h Handover) Periods() string {
	var list []string
	seen := map[string]bool{"": true}
	for _, f := range h.Runs {
		if !seen[f.Period] {
			seen[f.Period] = true
			list = append(list, f.Period)
		}
	}
	return strings.Join(list, ", ")
}

// overview tells where each run stands, what is still open with its date, and
// what was skipped.
func (h Handover) overview() Document {
	var stand, open, skipped [][]string
	for _, f := range h.Runs {
		p := f.Progress()
		stand = append(stand, []string{f.Name, f.Title, f.Period, nlDate(f.Anchor), nlProgressShort(p)})
		for _, s := range f.openDates() {
			when := f.nlDay(s.Deadline)
			if s.Late(f.Today) {
				when += ", " + nlLate
			}
			open = append(open, []string{when, s.Text, f.Name, s.Who})
		}
		for _, s := range f.steps(domain.StateSkipped) {
			skipped = append(skipped, []string{s.Text, f.Name, s.Reason, s.By})
		}
	}
	blocks := []markdown.Block{table([]string{nlRun, nlChecklist, nlPeriod, nlAnchor, nlState}, stand), heading(nlOpenDates)}
	blocks = append(blocks, tableOr(nlNoOpenDates, []string{nlDeadline, nlStep, nlRun, nlWho}, open), heading(nlSkippedSteps))
	blocks = append(blocks, tableOr(nlNoSkippedSteps, []string{nlStep, nlRun, nlReason, nlSetBy}, skipped))
	return Document{Title: nlOverview, Municipality: h.Options.Municipality, Date: h.Options.Created, Blocks: blocks}
}

func tableOr(none string, head []string, rows [][]string) markdown.Block {
	if len(rows) == 0 {
		return paragraph(none)
	}
	return table(head, rows)
}

// complete fills in what the files say about themselves.
func (h Handover) complete() Options {
	o := h.Options
	o.Contents, o.Period, o.Parts = h.Titles(), h.Periods(), nlRuns(len(h.Runs))
	for _, f := range h.Runs {
		o.Confidential = o.Confidential || f.secret()
	}
	return o
}

// writeMarkdown begins with what the cover of the PDF says.
func (h Handover) writeMarkdown(w io.Writer) error {
	o := h.complete()
	var f facts
	f.add(nlMunicipality, o.Municipality)
	f.add(nlPeriod, o.Period)
	f.add(nlAuthor, o.maker())
	f.add(nlMade, day(o.Created))
	contents := &markdown.List{Tight: true, Ordered: true, Start: 1}
	for _, title := range o.Contents {
		contents.Items = append(contents.Items, markdown.Item{Blocks: []markdown.Block{paragraph(title)}})
	}
	cover := Document{Title: o.Title, Blocks: append(f.blocks(), heading(nlContents), contents)}
	return WriteMarkdownDocuments(w, These(append([]Document{cover}, h.list()...)...))
}

// files returns what writes each file. A hand-over without any date has no
// calendar.
func (h Handover) files() map[string]func(io.Writer) error {
	files := map[string]func(io.Writer) error{
		HandoverPDF:      func(w io.Writer) error { return WritePDF(w, h.followed(), h.complete()) },
		HandoverMarkdown: h.writeMarkdown,
	}
	for _, f := range h.Runs {
		if len(events(f)) > 0 {
			files[HandoverICS] = func(w io.Writer) error { return WriteICS(w, h.Runs...) }
		}
	}
	return files
}

// order is that in which the files are made.
var order = []string{HandoverPDF, HandoverMarkdown, HandoverICS}

// WriteHandoverFolder writes the files to a new folder. It returns their size
// in bytes. Errors are those of AtomicFolder.
func WriteHandoverFolder(path string, h Handover) (bytes int64, err error) {
	return AtomicFolder(path, func(dir string) error {
		files := h.files()
		for _, name := range order {
			write, ok := files[name]
			if !ok {
				continue
			}
			f, err := os.OpenFile(filepath.Join(dir, name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
			if err != nil {
				return targetError(path, err)
			}
			_, err = fill(f, path, write)
			if finished := finish(f); err == nil && finished != nil {
				err = targetError(path, finished)
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// WriteHandoverZip writes the files as a zip. Errors are those of w.
func WriteHandoverZip(w io.Writer, h Handover) (err error) {
	archive := zip.NewWriter(w)
	defer func() { err = errors.Join(err, archive.Close()) }()
	files := h.files()
	for _, name := range order {
		write, ok := files[name]
		if !ok {
			continue
		}
		f, err := archive.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: h.Options.Created.Truncate(time.Second)})
		if err != nil {
			return err
		}
		if err := write(f); err != nil {
			return err
		}
	}
	return nil
}

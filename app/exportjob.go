package app

import (
	"context"
	"io"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"raadwijzer/app/internal/domain"
	"raadwijzer/app/internal/export"
	"raadwijzer/app/internal/store"
)

// The formats of an export.
const (
	formatPDF      = "pdf"
	formatMarkdown = "md"
	formatHTML     = "html"
	formatICS      = "ics" // of a run
	formatCSV      = "csv" // of a run
	formatZip      = "zip" // of a hand-over, which is several files
)

// maker is the author of what comes with the program.
const maker = "Raadwijzer"

// exportJob is a request of which everything was found. Notes are kept by id
// and read one by one while writing, so that memory does not grow with them.
type exportJob struct {
	app      *App
	ctx      context.Context // ends the job
	progress func(done, total int)

	format   string
	title    string
	notes    []string // ids
	titles   []string // of the notes
	run      *export.RunFile
	handover *export.Handover
	item     *domain.Item

	confidential int  // notes among those asked for
	leftOut      int  // of these
	secret       bool // one of them goes along
}

func (a *App) exportJob(request ExportRequest) (*exportJob, error) {
	if err := checkFormat(request); err != nil {
		return nil, err
	}
	job := &exportJob{app: a, ctx: a.ctx, progress: func(int, int) {}, format: request.Format}
	var err error
	switch request.What {
	case "all":
		err = job.chooseAll(request.IncludeConfidential)
	case "note", "notes":
		err = job.chooseNotes(request.IDs)
	case "run":
		err = job.chooseRun(request)
	case "handover":
		err = job.chooseHandover(request)
	case "item":
		err = job.chooseItem(request.IDs)
	default:
		err = domain.Fail(domain.CodeNothingSelected, request.What)
	}
	return job, err
}

// checkFormat refuses a format that does not fit what is asked for. Errors:
// CodeFormatUnknown.
func checkFormat(request ExportRequest) error {
	fits := map[string]bool{formatPDF: true, formatMarkdown: true, formatHTML: true}
	switch request.What {
	case "run":
		fits[formatICS], fits[formatCSV] = true, true
	case "handover":
		fits = map[string]bool{formatZip: true}
	}
	if !fits[request.Format] {
		return domain.Fail(domain.CodeFormatUnknown, request.Format)
	}
	return nil
}

func (j *exportJob) chooseAll(confidential bool) error {
	j.title = "Notities"
	rows, _, err := j.app.store.Notes(j.app.ctx, store.NoteFilter{Sort: store.SortCreated})
	if err != nil {
		return err
	}
	for _, row := range rows {
		j.choose(row.Note, confidential)
	}
	switch {
	case len(rows) == 0:
		return domain.Fail(domain.CodeNoNotes, "")
	case len(j.notes) == 0:
		return domain.Fail(domain.CodeOnlyConfidential, "")
	}
	return nil
}

// chooseNotes takes the notes that were named. A note that is named was chosen
// by hand, so it goes along also when it is confidential (decision 0012).
func (j *exportJob) chooseNotes(ids []string) error {
	j.title = "Notities"
	for _, id := range ids {
		n, err := j.app.store.Note(j.app.ctx, strings.TrimSpace(id))
		if err != nil {
			return err
		}
		j.choose(n, true)
		if len(ids) == 1 {
			j.title = n.Title
		}
	}
	if len(j.notes) == 0 {
		return domain.Fail(domain.CodeNothingSelected, "")
	}
	return nil
}

func (j *exportJob) choose(n domain.Note, confidential bool) {
	if n.Confidential {
		j.confidential++
		if !confidential {
			j.leftOut++
			return
		}
	}
	j.secret = j.secret || n.Confidential
	j.notes, j.titles = append(j.notes, n.ID), append(j.titles, n.Title)
}

func (j *exportJob) chooseItem(ids []string) error {
	if len(ids) != 1 {
		return domain.Fail(domain.CodeNothingSelected, "")
	}
	item, err := j.app.library.Item(ids[0])
	if err != nil {
		return err
	}
	j.item, j.title = &item, item.Title
	return nil
}

func (j *exportJob) fileName() string { return export.FileName(j.title, j.extension()) }

// extension is that of the file that is proposed. Several notes as Markdown
// stay several notes: one file for each, in a zip.
func (j *exportJob) extension() string {
	if j.handover != nil {
		return formatZip
	}
	if j.format == formatMarkdown && len(j.notes) > 1 {
		return archiveExtension
	}
	return j.format
}

// archiveExtension makes of a target a zip with a file for each note.
const archiveExtension = "zip"

// isArchive reports whether notes go as Markdown into a zip.
func (j *exportJob) isArchive(target string) bool {
	return j.format == formatMarkdown && len(j.notes) > 0 && strings.EqualFold(filepath.Ext(target), "."+archiveExtension)
}

// to writes to a file, or notes as Markdown to a zip, or to a folder: when the
// target is one, or its name has no extension.
func (j *exportJob) to(target string, force bool) (ExportResult, error) {
	if j.app.store.Holds(target) {
		return ExportResult{}, domain.Fail(domain.CodeTargetUnwritable, target)
	}
	folder := j.format == formatMarkdown && len(j.notes) > 0 && isFolder(target)
	if !folder && j.handover == nil && isFolder(target) && filepath.Ext(target) == "" {
		target = filepath.Join(target, j.fileName())
	}
	defer j.app.beginWriting(target)()
	var bytes int64
	var err error
	switch {
	case j.handover != nil && isFolder(target):
		bytes, err = export.WriteHandoverFolder(target, *j.handover)
	case folder:
		bytes, err = export.WriteNoteFolder(target, j.eachNote())
	case j.isArchive(target):
		bytes, err = export.Atomic(target, force, func(w io.Writer) error { return export.WriteNoteZip(endable{w, j}, j.eachNote()) })
	default:
		bytes, err = export.Atomic(target, force, j.writeTo)
	}
	if err != nil {
		return ExportResult{}, err
	}
	return ExportResult{Path: target, Bytes: int(bytes), LeftOut: j.leftOut}, nil
}

// isFolder reports whether a target is a folder, or will be one.
func isFolder(path string) bool {
	if info, err := os.Stat(path); err == nil {
		return info.IsDir()
	}
	return strings.HasSuffix(path, string(filepath.Separator)) || filepath.Ext(path) == ""
}

func (j *exportJob) writeTo(out io.Writer) error {
	w := endable{out, j}
	switch {
	case j.handover != nil:
		return export.WriteHandoverZip(w, *j.handover)
	case j.format == formatICS:
		return export.WriteICS(w, *j.run)
	case j.format == formatCSV:
		return export.WriteCSV(w, *j.run)
	case j.format == formatPDF:
		return j.writeDocuments(w, export.WritePDF)
	case j.format == formatHTML:
		return j.writeDocuments(w, export.WriteHTML)
	case j.run != nil:
		return export.WriteMarkdownRun(w, *j.run)
	case j.item != nil:
		return export.WriteMarkdownItem(w, *j.item)
	case len(j.notes) == 1:
		n, err := j.note(j.notes[0], &contexts{app: j.app})
		if err != nil {
			return err
		}
		return export.WriteMarkdownNote(w, n)
	}
	return export.WriteMarkdownDocuments(w, j.documents())
}

// writeDocuments writes with one of the writers of the package export.
func (j *exportJob) writeDocuments(w io.Writer, write func(io.Writer, export.Documents, export.Options) error) error {
	docs, options, err := j.contents()
	if err != nil {
		return err
	}
	return write(w, docs, options)
}

// contents gives the documents of the job, and what the file says about itself.
func (j *exportJob) contents() (export.Documents, export.Options, error) {
	settings, err := j.app.Settings.Get()
	options := export.Options{Title: j.title, Municipality: settings.Municipality, Author: settings.Name,
		Created: j.app.now(), Contents: j.titles, Confidential: j.secret}
	switch {
	case j.run != nil:
		return export.These(j.run.Documents()...), j.run.Options(options), err
	case j.item != nil:
		options.Municipality, options.Author = "", maker // a text of the program, not of its user
		return export.These(export.FromItem(*j.item)), options, err
	}
	return j.documents(), options, err
}

// documents gives the notes one by one as documents.
func (j *exportJob) documents() export.Documents {
	return func(yield func(export.Document, error) bool) {
		for n, err := range j.eachNote() {
			if !yield(export.FromNote(n), err) {
				return
			}
		}
	}
}

// eachNote reads the notes one by one.
func (j *exportJob) eachNote() iter.Seq2[export.Note, error] {
	places := contexts{app: j.app}
	return func(yield func(export.Note, error) bool) {
		for i, id := range j.notes {
			n, err := j.note(id, &places)
			if err == nil {
				err = j.cancelled()
			}
			if !yield(n, err) || err != nil {
				return
			}
			j.progress(i+1, len(j.notes))
		}
	}
}

func (j *exportJob) note(id string, places *contexts) (export.Note, error) {
	n, err := j.app.store.Note(j.app.ctx, id)
	if err != nil {
		return export.Note{}, err
	}
	context, _ := places.of(n) // what it hung on may be gone
	return export.Note{Note: n, Context: context, TitleOf: j.app.exportedTitle}, nil
}

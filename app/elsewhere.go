package app

import (
	"io"
	"path/filepath"
	"strings"
	"time"

	"raadwijzer/app/internal/domain"
	"raadwijzer/app/internal/export"
	"raadwijzer/app/internal/markdown"
)

// SaveElsewhere asks for a place and writes a note there as it stands in the
// editor, as the export of one note to Markdown does. It is for a text that
// could not be stored, so it needs nothing of the database and accepts what
// that refuses. Errors: CodeTargetUnwritable, CodeDiskFull,
// CodeTargetTooLarge, CodeFileNameTooLong.
func (n *Notes) SaveElsewhere(view NoteView) (result ExportResult, err error) {
	defer n.app.guard(&err)
	note := n.noteOnScreen(view)
	path, err := n.app.config.Desktop.SaveFile("Tekst bewaren", export.FileName(note.Title, formatMarkdown), formatMarkdown)
	if err != nil || path == "" {
		return ExportResult{Cancelled: err == nil}, err
	}
	if filepath.Ext(path) == "" {
		path += "." + formatMarkdown
	}
	if n.app.store.Holds(path) {
		return result, domain.Fail(domain.CodeTargetUnwritable, path)
	}
	defer n.app.beginWriting(path)()
	bytes, err := export.Atomic(path, true, func(w io.Writer) error { // the dialog asked about an existing file
		return export.WriteMarkdownNote(w, export.Note{Note: note})
	})
	return ExportResult{Path: path, Bytes: int(bytes)}, err
}

// noteOnScreen is the note that a view shows, changed at this moment. What a
// view does not hold, such as front matter of other programs, is left out, and
// so is what cannot be read: the text is what matters.
func (n *Notes) noteOnScreen(view NoteView) domain.Note {
	day, _ := parseDay(view.MeetingDate)
	created, _ := time.Parse(time.RFC3339, view.Created)
	note := domain.Note{ID: view.ID, Title: strings.TrimSpace(view.Title), Body: view.Body, Tags: view.Tags,
		Place:        domain.Place{Item: view.Item, Part: view.Part, Run: view.Run, Step: view.Step, Meeting: view.Meeting, MeetingDate: day},
		Confidential: view.Confidential, Pinned: view.Pinned, Created: created, Updated: n.app.now()}
	note.TitleGiven = note.Title != ""
	if !note.TitleGiven {
		note.Title = markdown.Title(note.Body)
	}
	return note
}

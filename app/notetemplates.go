package app

import (
	"raadwijzer/app/internal/domain"
	"raadwijzer/app/internal/store"
)

// Templates returns the templates for notes: the user's own by title, then
// those that the program comes with.
func (n *Notes) Templates() (views []NoteTemplate, err error) {
	defer n.app.guard(&err)
	own, _, err := n.app.store.Notes(n.app.ctx, store.NoteFilter{Tag: domain.TemplateTag, Sort: store.SortTitle})
	if err != nil {
		return nil, err
	}
	views, today := []NoteTemplate{}, n.app.today()
	for _, row := range own {
		views = append(views, NoteTemplate{ID: row.ID, Title: domain.Fill(row.Title, today), Summary: domain.Fill(row.Excerpt, today), Own: true})
	}
	for _, t := range n.app.library.Templates() {
		views = append(views, NoteTemplate{ID: t.ID, Title: domain.Fill(t.Title, today), Summary: t.Summary})
	}
	return views, nil
}

// CreateFrom makes a note with the text of a template. Errors:
// CodeNoteTemplate, and those of Create.
func (n *Notes) CreateFrom(create NoteFromTemplate) (view NoteView, err error) {
	defer n.app.guard(&err)
	defer n.app.writing()()
	note, err := n.app.AddFromTemplate(create.Template, domain.Note{Title: create.Title,
		Place: domain.Place{Item: create.Item, Part: create.Part, Run: create.Run, Step: create.Step}})
	return n.app.noteView(note), err
}

// AddFromTemplate stores a new note with the text of a template. The title of
// note comes before that of the template; its tags are added, and it is
// confidential when one of both is. Errors: CodeNoteTemplate, and those of
// AddNote.
func (a *App) AddFromTemplate(template string, note domain.Note) (domain.Note, error) {
	text, err := a.noteTemplate(template)
	if err != nil {
		return domain.Note{}, err
	}
	from := domain.FromTemplate(text, a.today())
	if note.Title == "" {
		note.Title = from.Title
	}
	note.Body = from.Body
	note.Tags = append(note.Tags, from.Tags...)
	note.Confidential = note.Confidential || from.Confidential
	return a.AddNote(note)
}

// noteTemplate returns a template as a note: one that the program comes with,
// or a note of the user that has the tag. Errors: CodeNoteTemplate.
func (a *App) noteTemplate(id string) (domain.Note, error) {
	if t, err := a.library.Template(id); err == nil {
		return domain.Note{Title: t.Title, Body: t.Body}, nil
	}
	note, err := a.store.Note(a.ctx, id)
	if domain.CodeOf(err) == domain.CodeNoteUnknown || err == nil && !note.IsTemplate() {
		return domain.Note{}, domain.Fail(domain.CodeNoteTemplate, id)
	}
	return note, err
}

package app

import (
	"strings"

	"raadwijzer/app/internal/domain"
	"raadwijzer/app/internal/markdown"
	"raadwijzer/app/internal/store"
)

// Notes is the screen "Notities".
type Notes struct{ app *App }

// pageSize is how many notes a page of the list holds.
const pageSize = 200

// List returns a page of notes with the tags and the size of the trash.
// Errors: CodeDateInvalid.
func (n *Notes) List(query NoteQuery) (page NotePage, err error) {
	defer n.app.guard(&err)
	filter, err := n.app.noteFilter(query)
	if err != nil {
		return page, err
	}
	rows, total, err := n.app.store.Notes(n.app.ctx, filter)
	if err != nil {
		return page, err
	}
	tags, err := n.app.store.Tags(n.app.ctx)
	if err != nil {
		return page, err
	}
	counts, err := n.app.store.Counts(n.app.ctx)
	if err != nil {
		return page, err
	}
	page = NotePage{Notes: n.app.cards(rows), Total: total, Tags: []TagCount{}, Trash: counts.Trashed}
	for _, t := range tags {
		page.Tags = append(page.Tags, TagCount(t))
	}
	return page, nil
}

// Get returns one note, also from the trash. Errors: CodeNoteUnknown.
func (n *Notes) Get(id string) (view NoteView, err error) {
	defer n.app.guard(&err)
	note, err := n.app.store.Note(n.app.ctx, id)
	return n.app.noteView(note), err
}

// Create makes a note. Errors: those of AddNote.
func (n *Notes) Create(create NewNote) (view NoteView, err error) {
	defer n.app.guard(&err)
	defer n.app.writing()()
	note, err := n.app.AddNote(domain.Note{Title: create.Title, Body: create.Body,
		Place: domain.Place{Item: create.Item, Part: create.Part, Run: create.Run, Step: create.Step}})
	return n.app.noteView(note), err
}

// Save stores a new text. Errors: CodeConflict when the note was changed since
// Rev (nothing is stored then), CodeNoteTrashed, CodeNoteUnknown, and those of
// validation.
func (n *Notes) Save(edit NoteEdit) (saved NoteSaved, err error) {
	defer n.app.guard(&err)
	defer n.app.writing()()
	note, err := n.app.SaveNote(edit)
	return NoteSaved{ID: note.ID, Rev: note.Rev, Title: note.Title, Updated: moment(note.Updated)}, err
}

// SetProperties replaces tags and marks. Errors: CodeNoteUnknown,
// CodeTagInvalid.
func (n *Notes) SetProperties(p NoteProperties) (view NoteView, err error) {
	defer n.app.guard(&err)
	tags, err := domain.NormalizeTags(p.Tags)
	if err != nil {
		return view, err
	}
	note, err := n.app.store.SetNoteProperties(n.app.ctx, p.ID, tags, p.Pinned, p.Confidential)
	return n.app.noteView(note), err
}

// Trash puts a note in the trash. Errors: CodeNoteUnknown.
func (n *Notes) Trash(id string) (err error) {
	defer n.app.guard(&err)
	_, err = n.app.store.TrashNote(n.app.ctx, id)
	return err
}

// Restore takes a note out of the trash. Errors: CodeNoteUnknown.
func (n *Notes) Restore(id string) (view NoteView, err error) {
	defer n.app.guard(&err)
	note, err := n.app.store.RestoreNote(n.app.ctx, id)
	return n.app.noteView(note), err
}

// EmptyTrash deletes for good what is in the trash and returns how many notes
// that were.
func (n *Notes) EmptyTrash() (count int, err error) {
	defer n.app.guard(&err)
	return n.app.store.EmptyTrash(n.app.ctx)
}

// History returns the older texts of a note, newest first. Errors:
// CodeNoteUnknown.
func (n *Notes) History(id string) (views []VersionView, err error) {
	defer n.app.guard(&err)
	versions, err := n.app.store.Versions(n.app.ctx, id)
	views = []VersionView{}
	for _, v := range versions {
		views = append(views, VersionView{ID: v.ID, Rev: v.Rev, Title: v.Title, Body: v.Body, Saved: moment(v.Saved)})
	}
	return views, err
}

// RestoreVersion makes an older text the text again; the present one becomes a
// version. Errors: CodeNoteUnknown, CodeVersionUnknown.
func (n *Notes) RestoreVersion(id, version string) (view NoteView, err error) {
	defer n.app.guard(&err)
	note, err := n.app.store.RestoreVersion(n.app.ctx, id, version)
	return n.app.noteView(note), err
}

// Preview returns a text as safe HTML.
func (n *Notes) Preview(body string) (html string, err error) {
	defer n.app.guard(&err)
	return n.app.preview(body)
}

// Flushed answers EventFlush. With saved the window closes; without it there
// is text that could not be saved, and the window stays open with it.
func (n *Notes) Flushed(saved bool) (err error) {
	defer n.app.guard(&err)
	if saved {
		n.app.config.Desktop.Quit()
	} else {
		n.app.config.Desktop.Stay()
	}
	return nil
}

// AddNote stores a new note after validation and gives it a title. Errors:
// those of domain.Note.Validate, and CodeItemUnknown, CodePartUnknown,
// CodeRunUnknown or CodeStepUnknown for what it should hang on.
func (a *App) AddNote(note domain.Note) (domain.Note, error) {
	if err := check(&note); err != nil {
		return note, err
	}
	if _, err := a.contextOf(note); err != nil {
		return note, err
	}
	return a.store.CreateNote(a.ctx, note)
}

// writing counts a save that is under way until the returned function is
// called.
func (a *App) writing() func() {
	a.saves.Add(1)
	return func() { a.saves.Add(-1) }
}

// Writing reports whether a note is being saved at this moment.
func (a *App) Writing() bool { return a.saves.Load() > 0 }

// SaveNote stores a new text of a note.
func (a *App) SaveNote(edit NoteEdit) (domain.Note, error) {
	note := domain.Note{ID: edit.ID, Title: edit.Title, Body: edit.Body}
	if err := check(&note); err != nil {
		return domain.Note{}, err
	}
	return a.store.SaveNote(a.ctx, store.NoteEdit{ID: note.ID, Rev: edit.Rev, Title: note.Title,
		TitleGiven: note.TitleGiven, Body: note.Body, KeepOld: edit.KeepOld})
}

// check validates a note. Without a title of its own it gets the one that
// follows from its text.
func check(note *domain.Note) error {
	note.TitleGiven = strings.TrimSpace(note.Title) != ""
	if !note.TitleGiven {
		note.Title = markdown.Title(note.Body)
	}
	return note.Validate()
}

// contextOf returns the title of what a note hangs on besides a meeting.
// Errors: CodeItemUnknown, CodePartUnknown, CodeRunUnknown, CodeStepUnknown;
// with the second the title of the item comes back all the same.
func (a *App) contextOf(note domain.Note) (string, error) {
	return (&contexts{app: a}).of(note)
}

// contexts finds what notes hang on and reads each run once.
type contexts struct {
	app  *App
	runs map[string]*domain.Run
}

func (c *contexts) of(note domain.Note) (string, error) {
	switch {
	case note.Item != "":
		item, err := c.app.library.Item(note.Item)
		if err != nil || note.Part == "" {
			return item.Title, err
		}
		part, err := c.app.partTitle(item.ID, note.Part)
		if err != nil {
			return item.Title, err
		}
		return item.Title + ": " + part, nil
	case note.Run != "":
		run, err := c.run(note.Run)
		if err != nil || note.Step == "" {
			return run.Name, err
		}
		step, err := run.Step(note.Step)
		if err != nil {
			return "", err
		}
		return run.Name + ": " + step.Text, nil
	case note.Step != "":
		return "", domain.Fail(domain.CodeRunUnknown, "")
	}
	return "", nil
}

func (c *contexts) run(id string) (*domain.Run, error) {
	if run, ok := c.runs[id]; ok {
		return run, nil
	}
	run, err := c.app.store.Run(c.app.ctx, id)
	if err != nil {
		return &domain.Run{}, err
	}
	if c.runs == nil {
		c.runs = map[string]*domain.Run{}
	}
	c.runs[id] = run
	return run, nil
}

// noteFilter reads a question. Errors: CodeDateInvalid.
func (a *App) noteFilter(q NoteQuery) (store.NoteFilter, error) {
	day, err := parseDay(q.MeetingDate)
	f := store.NoteFilter{Tag: q.Tag, Item: q.Item, Part: q.Part, Run: q.Run, Step: q.Step, Meeting: q.Meeting, On: day,
		Pinned: q.Pinned, Trashed: q.Trashed, Sort: store.NoteSort(q.Sort), Offset: q.Offset, Limit: q.Limit, Query: store.ParseQuery(q.Words, a.synonyms)}
	if f.Limit <= 0 || f.Limit > pageSize {
		f.Limit = pageSize
	}
	return f, err
}

func (a *App) noteCards(filter store.NoteFilter) ([]NoteCard, error) {
	rows, _, err := a.store.Notes(a.ctx, filter)
	return a.cards(rows), err
}

func (a *App) cards(rows []store.NoteRow) []NoteCard {
	cards, places := []NoteCard{}, contexts{app: a}
	for _, row := range rows {
		// What a note hung on may be gone; the note itself is still whole.
		context, _ := places.of(row.Note)
		cards = append(cards, noteCard(row.Note, row.Excerpt, context))
	}
	return cards
}

func noteCard(note domain.Note, excerpt, context string) NoteCard {
	tags := note.Tags
	if tags == nil {
		tags = []string{}
	}
	return NoteCard{ID: note.ID, Title: note.Title, Excerpt: excerpt, Tags: tags, Item: note.Item, Part: note.Part, Run: note.Run,
		Step: note.Step, Context: context, Meeting: note.Meeting, MeetingDate: note.MeetingDate.String(), Confidential: note.Confidential, Pinned: note.Pinned,
		Created: moment(note.Created), Updated: moment(note.Updated), Trashed: moment(note.Trashed)}
}

func (a *App) noteView(note domain.Note) NoteView {
	context, _ := a.contextOf(note) // as in cards
	return NoteView{NoteCard: noteCard(note, excerpt(note), context), Rev: note.Rev,
		TitleGiven: note.TitleGiven, Body: note.Body}
}

// ListNotes returns every note that the query asks for, not only a page.
// Errors: CodeDateInvalid.
func (a *App) ListNotes(query NoteQuery) ([]NoteCard, error) {
	filter, err := a.noteFilter(query)
	if err != nil {
		return nil, err
	}
	filter.Limit = 0
	return a.noteCards(filter)
}

package app

import (
	"raadwijzer/app/internal/domain"
	"raadwijzer/app/internal/markdown"
)

// SetPlace replaces what a note hangs on; everything empty takes it off.
// Errors: CodeNoteUnknown, CodeDateInvalid, and those of AddNote about places.
func (n *Notes) SetPlace(p NotePlace) (view NoteView, err error) {
	defer n.app.guard(&err)
	day, err := parseDay(p.MeetingDate)
	if err != nil {
		return view, err
	}
	note, err := n.app.SetPlace(p.ID, domain.Place{Item: p.Item, Part: p.Part, Run: p.Run, Step: p.Step, Meeting: p.Meeting, MeetingDate: day})
	return n.app.noteView(note), err
}

// Meetings returns the meetings that notes hang on, the latest first.
func (n *Notes) Meetings() (views []MeetingView, err error) {
	defer n.app.guard(&err)
	meetings, err := n.app.store.Meetings(n.app.ctx)
	views = []MeetingView{}
	for _, m := range meetings {
		views = append(views, MeetingView{Subject: m.Subject, Date: m.Date.String(), Count: m.Count})
	}
	return views, err
}

// SetPlace replaces what a note hangs on. Errors: CodeNoteUnknown, and those of
// AddNote about places.
func (a *App) SetPlace(id string, place domain.Place) (domain.Note, error) {
	place, err := place.Normal()
	if err != nil {
		return domain.Note{}, err
	}
	if _, err := a.contextOf(domain.Note{Place: place}); err != nil {
		return domain.Note{}, err
	}
	return a.store.SetNotePlace(a.ctx, id, place)
}

// Place returns what a note hangs on. Errors: CodeNoteUnknown.
func (a *App) Place(id string) (domain.Place, error) {
	note, err := a.store.Note(a.ctx, id)
	return note.Place, err
}

// parseDay reads a day; "" is no day. Errors: CodeDateInvalid.
func parseDay(s string) (domain.Date, error) {
	if s == "" {
		return domain.Date{}, nil
	}
	return domain.ParseDate(s)
}

// dividedItem is the text of an item in parts.
type dividedItem struct {
	before   []markdown.Block
	sections []markdown.Section
}

// divideItems divides the text of every item at its headings.
func (a *App) divideItems() map[string]dividedItem {
	divided := map[string]dividedItem{}
	for _, item := range a.library.Items() {
		before, sections := markdown.Sections(markdown.Parse(item.Body))
		divided[item.ID] = dividedItem{before, sections}
	}
	return divided
}

// partTitle returns the title of a part of an item. Errors: CodePartUnknown.
func (a *App) partTitle(item, part string) (string, error) {
	for _, s := range a.divided()[item].sections {
		if s.ID == part {
			return s.Title, nil
		}
	}
	return "", domain.Fail(domain.CodePartUnknown, part)
}

// sectionViews returns the text of an item in parts, with the number of notes
// that hang on each.
func (a *App) sectionViews(item string, notes []NoteCard) []ItemSection {
	counts := map[string]int{}
	for _, n := range notes {
		counts[n.Part]++
	}
	divided, views, levels := a.divided()[item], []ItemSection{}, markdown.NewLevels(2)
	if len(divided.before) > 0 {
		views = append(views, ItemSection{HTML: markdown.BlocksHTML(divided.before)})
	}
	for _, s := range divided.sections {
		views = append(views, ItemSection{ID: s.ID, Title: s.Title, Level: levels.Next(s.Level),
			HTML: markdown.BlocksHTML(s.Blocks), Notes: counts[s.ID]})
	}
	return views
}

// ItemHTML returns the text of an item as one piece of safe HTML. Errors:
// CodeItemUnknown.
func (a *App) ItemHTML(id string) (string, error) {
	item, err := a.library.Item(id)
	return markdown.HTML(item.Body), err
}

// fitPlace takes a note from a file off what is not here: it must not be
// refused for a run that lives in another data folder. Keys of another program
// that only look like ours stay with the note.
func (a *App) fitPlace(note *domain.Note) {
	if note.Item == "" && note.Part != "" {
		note.Extra += markdown.Extra("part", note.Part)
		note.Part = ""
	}
	if note.Item != "" {
		note.Run, note.Step = "", ""
	}
	switch _, err := a.contextOf(*note); {
	case domain.CodeOf(err) == domain.CodePartUnknown:
		note.Part = ""
	case err != nil:
		note.Item, note.Part, note.Run, note.Step = "", "", "", ""
	}
}

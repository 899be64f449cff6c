// Package library reads the texts that the program comes with: items,
// checklists, templates for notes, calendar, glossary and the sentences for
// problems.
//
// The rules of this package are: it is strict, because a text with a mistake
// in it must stop a build and not a reader; it never changes after loading,
// and whoever asks gets a copy; it does not know the store or the window.
package library

import (
	"io/fs"
	"maps"
	"slices"

	"raadwijzer/app/internal/domain"
)

// Library is the whole content. It is safe for use by several goroutines.
type Library struct {
	items      []domain.Item
	checklists []domain.Checklist
	templates  []domain.NoteTemplate
	calendar   []domain.CalendarEntry
	glossary   []domain.Term
	sentences  map[domain.Code]string
}

// Load reads and checks all content. The error names the file and what is
// wrong with it.
func Load(fsys fs.FS) (*Library, error) {
	l := &Library{}
	err := together(
		func() (err error) { l.items, err = loadItems(fsys); return },
		func() (err error) { l.checklists, err = loadChecklists(fsys); return },
		func() (err error) { l.templates, err = loadTemplates(fsys); return },
		func() (err error) { l.calendar, err = loadCalendar(fsys); return },
		func() (err error) { l.glossary, err = loadGlossary(fsys); return },
		func() (err error) { l.sentences, err = loadSentences(fsys); return },
	)
	if err != nil {
		return nil, err
	}
	if err := l.checkReferences(); err != nil {
		return nil, err
	}
	return l, nil
}

// Items returns the nine items in the order of the source page.
func (l *Library) Items() []domain.Item {
	items := make([]domain.Item, len(l.items))
	for i, item := range l.items {
		items[i] = cloneItem(item)
	}
	return items
}

// ItemsFor returns the items that were made for role r, in the order of the
// source page.
func (l *Library) ItemsFor(r domain.Role) []domain.Item {
	var items []domain.Item
	for _, item := range l.items {
		if item.For(r) {
			items = append(items, cloneItem(item))
		}
	}
	return items
}

// Item returns one item. Errors: CodeItemUnknown.
func (l *Library) Item(id string) (domain.Item, error) {
	i := slices.IndexFunc(l.items, func(item domain.Item) bool { return item.ID == id })
	if i < 0 {
		return domain.Item{}, domain.Fail(domain.CodeItemUnknown, id)
	}
	return cloneItem(l.items[i]), nil
}

// Checklists returns the checklists from which a run can be started, in the
// order of the items they belong to.
func (l *Library) Checklists() []domain.Checklist {
	lists := make([]domain.Checklist, len(l.checklists))
	for i, c := range l.checklists {
		lists[i] = cloneChecklist(c)
	}
	return lists
}

// Checklist returns one checklist. Errors: CodeTemplateUnknown.
func (l *Library) Checklist(id string) (domain.Checklist, error) {
	i := slices.IndexFunc(l.checklists, func(c domain.Checklist) bool { return c.ID == id })
	if i < 0 {
		return domain.Checklist{}, domain.Fail(domain.CodeTemplateUnknown, id)
	}
	return cloneChecklist(l.checklists[i]), nil
}

// Templates returns the templates for notes, in the order of the list.
func (l *Library) Templates() []domain.NoteTemplate { return slices.Clone(l.templates) }

// Template returns one template for notes. Errors: CodeNoteTemplate.
func (l *Library) Template(id string) (domain.NoteTemplate, error) {
	i := slices.IndexFunc(l.templates, func(t domain.NoteTemplate) bool { return t.ID == id })
	if i < 0 {
		return domain.NoteTemplate{}, domain.Fail(domain.CodeNoteTemplate, id)
	}
	return l.templates[i], nil
}

// Calendar returns the dates around an election, in the order of the file.
func (l *Library) Calendar() []domain.CalendarEntry {
	entries := slices.Clone(l.calendar)
	for i := range entries {
		entries[i].Years = slices.Clone(entries[i].Years)
		entries[i].Calculated = slices.Clone(entries[i].Calculated)
	}
	return entries
}

// Glossary returns the terms in alphabetical order.
func (l *Library) Glossary() []domain.Term {
	terms := slices.Clone(l.glossary)
	for i := range terms {
		terms[i].Synonyms = slices.Clone(terms[i].Synonyms)
	}
	return terms
}

// Sentences returns, for every code, what happened and what the user can do.
// In a sentence {field} stands for Error.Field and {ref} for the reference
// under which the cause was logged. {field} always stands between single
// quotes.
func (l *Library) Sentences() map[domain.Code]string { return maps.Clone(l.sentences) }

func cloneItem(item domain.Item) domain.Item {
	item.Roles = slices.Clone(item.Roles)
	item.Takeaways = slices.Clone(item.Takeaways)
	item.Sources = slices.Clone(item.Sources)
	return item
}

func cloneChecklist(c domain.Checklist) domain.Checklist {
	c.Phases = slices.Clone(c.Phases)
	for i := range c.Phases {
		c.Phases[i].Steps = slices.Clone(c.Phases[i].Steps)
		for j := range c.Phases[i].Steps {
			s := &c.Phases[i].Steps[j]
			s.Options, s.People = slices.Clone(s.Options), slices.Clone(s.People)
			if s.Offset != nil {
				days := *s.Offset
				s.Offset = &days
			}
		}
	}
	return c
}

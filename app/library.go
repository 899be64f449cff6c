package app

import (
	"strings"

	"raadwijzer/app/internal/domain"
	"raadwijzer/app/internal/markdown"
	"raadwijzer/app/internal/store"
)

// Library is the screen "Aan de slag" and its items.
type Library struct{ app *App }

// List returns the items for a role, "" for all. Errors: CodeRoleUnknown.
func (l *Library) List(role string) (view LibraryView, err error) {
	defer l.app.guard(&err)
	items, err := l.app.itemsFor(role)
	if err != nil {
		return view, err
	}
	read, err := l.app.store.ReadItems(l.app.ctx)
	if err != nil {
		return view, err
	}
	view = LibraryView{Items: []ItemCard{}, Total: len(l.app.library.Items()), Counts: l.app.roleCounts()}
	for _, item := range items {
		view.Items = append(view.Items, itemCard(item, read[item.ID]))
	}
	return view, nil
}

// Item returns one item, with its neighbours among the items for a role.
// Errors: CodeItemUnknown, CodeRoleUnknown.
func (l *Library) Item(id, role string) (view ItemView, err error) {
	defer l.app.guard(&err)
	item, err := l.app.library.Item(id)
	if err != nil {
		return view, err
	}
	read, err := l.app.store.ReadItems(l.app.ctx)
	if err != nil {
		return view, err
	}
	notes, err := l.app.noteCards(store.NoteFilter{Item: id})
	if err != nil {
		return view, err
	}
	view = ItemView{ItemCard: itemCard(item, read[id]), Sections: l.app.sectionViews(id, notes), CheckedOn: item.CheckedOn.String(),
		Sources: sourceViews(item.Sources), Terms: l.app.termsIn(item), Notes: notes}
	view.Previous, view.Next, err = l.app.neighbours(id, role)
	return view, err
}

// MarkRead marks an item as read or not. Errors: CodeItemUnknown.
func (l *Library) MarkRead(id string, read bool) (err error) {
	defer l.app.guard(&err)
	if _, err := l.app.library.Item(id); err != nil {
		return err
	}
	return l.app.store.MarkItem(l.app.ctx, id, read)
}

// Glossary returns every term of the glossary.
func (l *Library) Glossary() (terms []TermView, err error) {
	defer l.app.guard(&err)
	return termViews(l.app.library.Glossary()), nil
}

// itemsFor returns the items for a role, "" for all.
func (a *App) itemsFor(role string) ([]domain.Item, error) {
	if role == "" {
		return a.library.Items(), nil
	}
	r, err := domain.ParseRole(role)
	if err != nil {
		return nil, err
	}
	return a.library.ItemsFor(r), nil
}

func (a *App) roleCounts() []RoleCount {
	counts := []RoleCount{{Role: "", Count: len(a.library.Items())}}
	for _, r := range domain.Roles() {
		counts = append(counts, RoleCount{Role: string(r), Count: len(a.library.ItemsFor(r))})
	}
	return counts
}

// neighbours returns the items before and after one. An item that is not for
// the role has its neighbours among all items.
func (a *App) neighbours(id, role string) (previous, next string, err error) {
	items, err := a.itemsFor(role)
	if err != nil {
		return "", "", err
	}
	at := indexOf(items, id)
	if at < 0 {
		items = a.library.Items()
		at = indexOf(items, id)
	}
	if at > 0 {
		previous = items[at-1].ID
	}
	if at+1 < len(items) {
		next = items[at+1].ID
	}
	return previous, next, nil
}

func indexOf(items []domain.Item, id string) int {
	for i, item := range items {
		if item.ID == id {
			return i
		}
	}
	return -1
}

// termsIn returns the terms of the glossary that stand in the text of an item.
func (a *App) termsIn(item domain.Item) []TermView {
	text := " " + strings.Join(strings.FieldsFunc(store.Fold(markdown.Plain(item.Body)), notInWord), " ") + " "
	var found []domain.Term
	for _, t := range a.library.Glossary() {
		for _, word := range append([]string{t.Term}, t.Synonyms...) {
			if strings.Contains(text, " "+strings.Join(strings.FieldsFunc(store.Fold(word), notInWord), " ")+" ") {
				found = append(found, t)
				break
			}
		}
	}
	return termViews(found)
}

func notInWord(r rune) bool { return strings.ContainsRune(" \n\t.,;:!?()[]\"'‘’“”/–", r) }

func itemCard(item domain.Item, read bool) ItemCard {
	card := ItemCard{ID: item.ID, Title: item.Title, Summary: item.Summary, Takeaways: item.Takeaways,
		Roles: []string{}, Read: read, Checklist: item.Checklist,
		Minutes: domain.Minutes(domain.Words(markdown.Plain(item.Body)))}
	for _, r := range item.Roles {
		card.Roles = append(card.Roles, string(r))
	}
	return card
}

func sourceViews(sources []domain.Source) []SourceView {
	views := []SourceView{}
	for _, s := range sources {
		views = append(views, SourceView(s))
	}
	return views
}

func termViews(terms []domain.Term) []TermView {
	views := []TermView{}
	for _, t := range terms {
		views = append(views, TermView{Term: t.Term, Explanation: t.Explanation})
	}
	return views
}

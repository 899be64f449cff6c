package app

import (
	"strings"

	"raadwijzer/app/internal/domain"
	"raadwijzer/app/internal/markdown"
	"raadwijzer/app/internal/store"
)

// titleCount is how many notes are offered to refer to.
const titleCount = 20

// Links returns what the stored text of a note refers to, and what refers to
// it. Errors: CodeNoteUnknown.
func (n *Notes) Links(id string) (view NoteLinks, err error) {
	defer n.app.guard(&err)
	links, err := n.app.store.Links(n.app.ctx, id)
	if err != nil {
		return view, err
	}
	rows, err := n.app.store.Backlinks(n.app.ctx, id)
	view = NoteLinks{Links: []LinkView{}, Backlinks: n.app.cards(rows)}
	for _, l := range links {
		view.Links = append(view.Links, linkView(l))
	}
	return view, err
}

// Resolve finds the note that a reference means. Without one the id is "".
func (n *Notes) Resolve(target string) (view LinkView, err error) {
	defer n.app.guard(&err)
	link, err := n.app.store.Resolve(n.app.ctx, target)
	return linkView(link), err
}

// Titles returns notes to refer to whose title holds the words.
func (n *Notes) Titles(words string) (views []TitleView, err error) {
	defer n.app.guard(&err)
	rows, err := n.app.store.FindTitles(n.app.ctx, words, titleCount)
	views = []TitleView{}
	for _, row := range rows {
		text, e := n.app.reference(row.Note)
		if e != nil {
			return nil, e
		}
		views = append(views, TitleView{ID: row.ID, Title: row.Title, Updated: moment(row.Updated), Text: text})
	}
	return views, err
}

func linkView(l store.Link) LinkView {
	if l.ID == "" {
		l.Title = domain.ParseRef(l.Target).Name()
	}
	return LinkView(l)
}

// referable replaces what cannot stand in a reference.
var referable = strings.NewReplacer("[", "(", "]", ")", "|", "/", `\`, "/")

// reference returns what refers to a note: its title, or its id with the title
// as words when the title has signs of its own or means another note.
func (a *App) reference(note domain.Note) (string, error) {
	if words := referable.Replace(note.Title); words != note.Title {
		return "[[" + note.ID + "|" + words + "]]", nil
	}
	link, err := a.store.Resolve(a.ctx, note.Title)
	if err != nil {
		return "", err
	}
	if link.ID != note.ID {
		return "[[" + note.ID + "|" + note.Title + "]]", nil
	}
	return "[[" + note.Title + "]]", nil
}

// preview returns a text as safe HTML in which references lead to their notes.
func (a *App) preview(body string) (html string, err error) {
	links := map[string]store.Link{}
	for _, ref := range markdown.Refs(body) {
		if links[ref], err = a.store.Resolve(a.ctx, ref); err != nil {
			return "", err
		}
	}
	blocks := markdown.Parse(body)
	markdown.NameRefs(blocks, func(ref string) string { return idTitle(links[ref]) })
	return markdown.BlocksHTML(blocks, markdown.RefsTo(func(ref string) string {
		if id := links[ref].ID; id != "" {
			return "#/notities/" + id
		}
		return ""
	})), nil
}

// idTitle returns the title for a reference by id, which says nothing to a
// reader, and "" for one by title.
func idTitle(l store.Link) string {
	ref := domain.ParseRef(l.Target)
	if l.ID != "" && (ref.Whole == l.ID || ref.Title == l.ID) {
		return l.Title
	}
	return ""
}

// exportedTitle is idTitle for an export. The title of a confidential note is
// not given away by a note that only names its id.
func (a *App) exportedTitle(ref string) string {
	link, err := a.store.Resolve(a.ctx, ref)
	if err != nil || idTitle(link) == "" {
		return ""
	}
	note, err := a.store.Note(a.ctx, link.ID)
	if err != nil || note.Confidential {
		return ""
	}
	return note.Title
}

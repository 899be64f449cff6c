package app_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"raadwijzer/app"
)

func templateIDs(t *testing.T, a *app.App, own bool) []string {
	t.Helper()
	views, err := a.Notes.Templates()
	if err != nil {
		t.Fatal(err)
	}
	ids := []string{}
	for _, v := range views {
		if v.Own == own {
			ids = append(ids, v.ID)
		}
	}
	return ids
}

// tagged makes a note with tags.
func tagged(t *testing.T, a *app.App, title, body string, confidential bool, tags ...string) app.NoteView {
	t.Helper()
	note, err := a.Notes.Create(app.NewNote{Title: title, Body: body})
	if err != nil {
		t.Fatal(err)
	}
	note, err = a.Notes.SetProperties(app.NoteProperties{ID: note.ID, Tags: tags, Confidential: confidential})
	if err != nil {
		t.Fatal(err)
	}
	return note
}

func TestANoteFromAShippedTemplate(t *testing.T) {
	a, _ := open(t)
	note, err := a.Notes.CreateFrom(app.NoteFromTemplate{Template: "gesprek-met-inwoners", Item: "raad-in-beraad"})
	if err != nil {
		t.Fatal(err)
	}
	if note.Title != "Gesprek met inwoners" || !note.TitleGiven || note.Item != "raad-in-beraad" || len(note.Tags) != 0 || note.Confidential {
		t.Errorf("%+v", note)
	}
	year := time.Now().Format("2006")
	if strings.Contains(note.Body, "{{") || !strings.HasPrefix(note.Body, "- Datum: ") || !strings.Contains(note.Body, year) {
		t.Errorf("the day was not filled in: %.80q", note.Body)
	}
	named, err := a.Notes.CreateFrom(app.NoteFromTemplate{Template: "spreektekst", Title: "Debat wonen"})
	if err != nil || named.Title != "Debat wonen" {
		t.Errorf("%q, %v", named.Title, err)
	}
}

func TestOwnTemplates(t *testing.T) {
	a, _ := open(t)
	if own := templateIDs(t, a, true); len(own) != 0 {
		t.Fatal(own)
	}
	second := tagged(t, a, "Wijkschouw", "Op {{datum}} in de wijk", false, "sjabloon")
	first := tagged(t, a, "Bilateraal", "Onder ons", true, "Sjabloon", "griffie")
	other := tagged(t, a, "Geen", "sjabloon", false, "sjablonen")
	if own := templateIDs(t, a, true); !slices.Equal(own, []string{first.ID, second.ID}) {
		t.Errorf("%v", own)
	}
	if shipped := templateIDs(t, a, false); len(shipped) != 10 {
		t.Errorf("%d shipped templates", len(shipped))
	}

	copied, err := a.Notes.CreateFrom(app.NoteFromTemplate{Template: first.ID})
	if err != nil || !copied.Confidential || !slices.Equal(copied.Tags, []string{"griffie"}) || copied.Body != "Onder ons" || copied.ID == first.ID {
		t.Errorf("%+v, %v", copied, err)
	}
	if own := templateIDs(t, a, true); len(own) != 2 {
		t.Errorf("the copy became a template too: %v", own)
	}

	if err := a.Notes.Trash(second.ID); err != nil {
		t.Fatal(err)
	}
	if own := templateIDs(t, a, true); !slices.Equal(own, []string{first.ID}) {
		t.Errorf("a template in the trash is offered: %v", own)
	}
	before, err := a.Notes.List(app.NoteQuery{})
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range []string{"", "elfde", second.ID, other.ID} {
		_, err := a.Notes.CreateFrom(app.NoteFromTemplate{Template: id})
		if code := codeOf(t, a, err); code != "note_template_unknown" {
			t.Errorf("%q: %s", id, code)
		}
	}
	_, err = a.Notes.CreateFrom(app.NoteFromTemplate{Template: first.ID, Item: "bestaat-niet"})
	if code := codeOf(t, a, err); code != "item_unknown" {
		t.Error(code)
	}
	if after, err := a.Notes.List(app.NoteQuery{}); err != nil || after.Total != before.Total {
		t.Errorf("something was stored all the same: %d, %d, %v", before.Total, after.Total, err)
	}
}

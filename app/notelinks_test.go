package app_test

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"raadwijzer/app"
)

func makeNote(t *testing.T, a *app.App, title, body string) app.NoteView {
	t.Helper()
	note, err := a.Notes.Create(app.NewNote{Title: title, Body: body})
	if err != nil {
		t.Fatal(err)
	}
	return note
}

func TestPlaceThroughTheBridge(t *testing.T) {
	a, _ := open(t)
	note, err := a.Notes.Create(app.NewNote{Title: "T", Item: "raad-in-beraad", Part: "wat-is-het"})
	if err != nil || note.Context != "Raad in Beraad: Wat is het?" {
		t.Fatalf("%+v %v", note, err)
	}
	item, err := a.Library.Item("raad-in-beraad", "")
	if err != nil || len(item.Notes) != 1 || len(item.Sections) < 5 {
		t.Fatalf("%+v %v", item.Notes, err)
	}
	for _, s := range item.Sections {
		if want := map[bool]int{true: 1}[s.ID == "wat-is-het"]; s.Notes != want || s.Level < 2 || s.HTML == "" || strings.Contains(s.HTML, "<h2") {
			t.Errorf("%s: %d notes, level %d, %q", s.ID, s.Notes, s.Level, s.HTML)
		}
	}
	note, err = a.Notes.SetPlace(app.NotePlace{ID: note.ID, Item: "anders-formeren", Meeting: "Raad", MeetingDate: "2026-03-18"})
	if err != nil || note.Item != "anders-formeren" || note.Part != "" || note.Meeting != "Raad" || note.MeetingDate != "2026-03-18" || note.Rev != 1 {
		t.Fatalf("%+v %v", note, err)
	}
	meetings, err := a.Notes.Meetings()
	if err != nil || len(meetings) != 1 || meetings[0] != (app.MeetingView{Subject: "Raad", Date: "2026-03-18", Count: 1}) {
		t.Fatalf("%+v %v", meetings, err)
	}
	page, err := a.Notes.List(app.NoteQuery{Meeting: "raad", MeetingDate: "2026-03-18"})
	if err != nil || page.Total != 1 {
		t.Fatalf("%+v %v", page, err)
	}
	for code, p := range map[string]app.NotePlace{
		"item_unknown":  {ID: note.ID, Item: "weg"},
		"part_unknown":  {ID: note.ID, Item: "raad-in-beraad", Part: "weg"},
		"run_unknown":   {ID: note.ID, Run: "weg"},
		"place_invalid": {ID: note.ID, Item: "raad-in-beraad", Run: "weg"},
		"date_invalid":  {ID: note.ID, MeetingDate: "18-03-2026"},
		"note_unknown":  {ID: "weg"},
	} {
		_, err := a.Notes.SetPlace(p)
		if got := codeOf(t, a, err); got != code {
			t.Errorf("%+v: %q, want %q", p, got, code)
		}
	}
	if got, _ := a.Notes.Get(note.ID); got.Item != "anders-formeren" || got.Meeting != "Raad" {
		t.Errorf("a refused change changed something: %+v", got)
	}
}

// A note must be able to name a part for as long as the note lives.
func TestThePartsOfItemsDiffer(t *testing.T) {
	a, _ := open(t)
	list, err := a.Library.List("")
	if err != nil {
		t.Fatal(err)
	}
	for _, card := range list.Items {
		item, err := a.Library.Item(card.ID, "")
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range item.Sections {
			// A number behind it tells that two headings have the same words.
			if s.ID != "" && (strings.HasSuffix(s.ID, "-2") || s.Title == "") {
				t.Errorf("%s: the heading %q needs words of its own (%s)", card.ID, s.Title, s.ID)
			}
		}
	}
}

func TestLinksThroughTheBridge(t *testing.T) {
	a, _ := open(t)
	to := makeNote(t, a, "Wonen [concept]", "")
	from := makeNote(t, a, "Van", "Zie [["+to.ID+"]], [[Later#kop|later]] en [[van]].")
	links, err := a.Notes.Links(from.ID)
	if err != nil || len(links.Links) != 3 || links.Links[0].Title != "Wonen [concept]" || links.Links[1].ID != "" || links.Links[1].Title != "Later" || len(links.Backlinks) != 0 {
		t.Fatalf("%+v %v", links, err)
	}
	if links, err := a.Notes.Links(to.ID); err != nil || len(links.Backlinks) != 1 || links.Backlinks[0].ID != from.ID {
		t.Fatalf("%+v %v", links, err)
	}
	html, err := a.Notes.Preview(from.Body)
	if err != nil || html != `<p>Zie <a href="#/notities/`+to.ID+`">Wonen [concept]</a>, later en <a href="#/notities/`+from.ID+"\">van</a>.</p>\n" {
		t.Errorf("%s %v", html, err)
	}
	later := makeNote(t, a, "later", "")
	if got, err := a.Notes.Resolve("LATER#kop"); err != nil || got.ID != later.ID || got.Same != 1 {
		t.Errorf("%+v %v", got, err)
	}
	_, err = a.Notes.Links("weg")
	if codeOf(t, a, err) != "note_unknown" {
		t.Error(err)
	}
}

// What is put in a note must lead to the note that was chosen.
func TestTitlesToReferTo(t *testing.T) {
	a, _ := open(t)
	old, newer := makeNote(t, a, "Wonen", ""), makeNote(t, a, "wonen", "")
	odd := makeNote(t, a, `Wonen [a|b] \ c`, "")
	number := makeNote(t, a, "Wonen #3", "")
	titles, err := a.Notes.Titles("WON")
	if err != nil || len(titles) != 4 {
		t.Fatalf("%+v %v", titles, err)
	}
	want := map[string]string{old.ID: "[[" + old.ID + "|Wonen]]", newer.ID: "[[wonen]]", odd.ID: "[[" + odd.ID + "|Wonen (a/b) / c]]", number.ID: "[[Wonen #3]]"}
	for _, title := range titles {
		if title.Text != want[title.ID] {
			t.Errorf("%s: %s, want %s", title.Title, title.Text, want[title.ID])
		}
		from := makeNote(t, a, "Van "+title.ID, title.Text)
		if links, err := a.Notes.Links(from.ID); err != nil || len(links.Links) != 1 || links.Links[0].ID != title.ID {
			t.Errorf("%s leads to %+v %v", title.Text, links.Links, err)
		}
	}
}

// A reference by id says the title on paper, but does not give away that of a
// confidential note.
func TestReferencesInAnExport(t *testing.T) {
	a, _ := open(t)
	secret, known := makeNote(t, a, "Geheime titel", ""), makeNote(t, a, "Gewone titel", "")
	if _, err := a.Notes.SetProperties(app.NoteProperties{ID: secret.ID, Confidential: true}); err != nil {
		t.Fatal(err)
	}
	first := makeNote(t, a, "Van", "[["+secret.ID+"]] en [["+known.ID+"]]")
	var b bytes.Buffer
	request := app.ExportRequest{What: "notes", IDs: []string{first.ID, known.ID}, Format: "md"}
	if _, err := a.WriteExport(context.Background(), request, &b, nil); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(b.String(), "[["+known.ID+"|Gewone titel]]") || strings.Contains(b.String(), "Geheime") {
		t.Error(b.String())
	}
}

func TestTagsThroughTheBridge(t *testing.T) {
	a, _ := open(t)
	for _, tags := range [][]string{{"een", "twee"}, {"een"}} {
		note := makeNote(t, a, "T", "")
		if _, err := a.Notes.SetProperties(app.NoteProperties{ID: note.ID, Tags: tags}); err != nil {
			t.Fatal(err)
		}
	}
	if n, err := a.Tags.Rename("EEN", " #Drie "); err != nil || n != 2 {
		t.Fatal(n, err)
	}
	_, err := a.Tags.Rename("drie", "twee")
	if codeOf(t, a, err) != "tag_exists" {
		t.Error(err)
	}
	if n, err := a.Tags.Merge([]string{"drie"}, "Twee"); err != nil || n != 2 {
		t.Fatal(n, err)
	}
	if tags, err := a.Tags.List(); err != nil || len(tags) != 1 || tags[0] != (app.TagCount{Tag: "Twee", Count: 2}) {
		t.Fatal(tags, err)
	}
	if n, err := a.Tags.Remove("twee"); err != nil || n != 2 {
		t.Fatal(n, err)
	}
	_, err = a.Tags.Rename("drie", "a,b")
	if codeOf(t, a, err) != "tag_invalid" {
		t.Error(err)
	}
}

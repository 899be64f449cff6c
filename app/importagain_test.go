package app_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"raadwijzer/app"
)

// exported writes all notes of the program to a folder.
func exported(t *testing.T, a *app.App) (folder string) {
	t.Helper()
	folder = filepath.Join(t.TempDir(), "uit")
	if _, err := a.ExportTo(t.Context(), app.ExportRequest{What: "all", Format: "md", IncludeConfidential: true}, folder, false, nil); err != nil {
		t.Fatal(err)
	}
	return folder
}

// A reference by a title that a note no longer has leads there in the program
// that the notes are brought to as well.
func TestFormerTitlesTravel(t *testing.T) {
	a, _ := open(t)
	from, to := create(t, a, app.NewNote{Title: "Van", Body: "Zie [[Oude: titel, met komma]]."}), create(t, a, app.NewNote{Title: "Oude: titel, met komma", Body: "x"})
	if _, err := a.Notes.Save(app.NoteEdit{ID: to.ID, Rev: to.Rev, Title: "Nieuw", Body: "x"}); err != nil {
		t.Fatal(err)
	}
	folder := exported(t, a)
	for name, other := range map[string]*app.App{"empty": fresh(t), "with the note": fresh(t)} {
		if name != "empty" {
			known := filepath.Join(t.TempDir(), "nieuw.md")
			if err := os.WriteFile(known, []byte("---\nid: "+to.ID+"\ntitle: Nieuw\n---\nx"), 0o600); err != nil {
				t.Fatal(err)
			}
			imported(t, other, 1, known)
		}
		imported(t, other, 2, folder)
		links, err := other.Notes.Links(from.ID)
		if err != nil || len(links.Links) != 1 || links.Links[0].ID != to.ID {
			t.Errorf("%s: %+v %v", name, links, err)
		}
		if result := imported(t, other, 0, folder); result.Unchanged != 2 {
			t.Errorf("%s: again %+v", name, result)
		}
		if name == "empty" {
			compareNotes(t, everyNote(t, other), everyNote(t, a))
		}
	}
}

func fresh(t *testing.T) *app.App {
	t.Helper()
	a, _ := open(t)
	return a
}

func create(t *testing.T, a *app.App, note app.NewNote) app.NoteView {
	t.Helper()
	view, err := a.Notes.Create(note)
	if err != nil {
		t.Fatal(err)
	}
	return view
}

// What a note hangs on follows a file that names something else; a file that
// names nothing takes nothing away.
func TestPlaceFollowsTheFile(t *testing.T) {
	a, _ := open(t)
	note := create(t, a, app.NewNote{Title: "Wonen", Body: "x", Item: "raad-in-beraad"})
	if _, err := a.Notes.SetPlace(app.NotePlace{ID: note.ID, Item: "raad-in-beraad", Meeting: "Commissie", MeetingDate: "2030-03-20"}); err != nil {
		t.Fatal(err)
	}
	file := func(lines string) string {
		return write(t, map[string]string{"wonen.md": "---\nid: " + note.ID + "\ntitle: Wonen\n" + lines + "---\nx"})
	}
	for _, c := range []struct {
		lines   string
		changed int
		want    string
	}{
		{"", 0, "raad-in-beraad Commissie 2030-03-20 false"},
		{"item: maaltijdgesprekken\n", 1, "maaltijdgesprekken Commissie 2030-03-20 false"},
		{"item: maaltijdgesprekken\n", 0, "maaltijdgesprekken Commissie 2030-03-20 false"},
		{"item: bestaat-hier-niet\n", 0, "maaltijdgesprekken Commissie 2030-03-20 false"},
		{"meeting: Raad\nconfidential: true\n", 1, "maaltijdgesprekken Raad  true"},
		{"meeting: Raad\n", 0, "maaltijdgesprekken Raad  true"},
	} {
		imported(t, a, c.changed, file(c.lines))
		view, err := a.Notes.Get(note.ID)
		if err != nil {
			t.Fatal(err)
		}
		secret := "false"
		if view.Confidential {
			secret = "true"
		}
		if got := strings.Join([]string{view.Item, view.Meeting, view.MeetingDate, secret}, " "); got != c.want {
			t.Errorf("%q gave %q, want %q", c.lines, got, c.want)
		}
		if view.Updated != note.Updated || view.Rev != note.Rev {
			t.Errorf("%q: the text did not change, and the note says it did", c.lines)
		}
	}
}

func TestANoteInTheTrashIsToldAndStaysThere(t *testing.T) {
	a, _ := open(t)
	ours := create(t, a, app.NewNote{Title: "Van hier", Body: "x"})
	foreign := write(t, map[string]string{"vreemd.md": "van elders"})
	imported(t, a, 1, foreign)
	folder := exported(t, a)
	cards, err := a.ListNotes(app.NoteQuery{})
	if err != nil {
		t.Fatal(err)
	}
	for _, card := range cards {
		if err := a.Notes.Trash(card.ID); err != nil {
			t.Fatal(err)
		}
	}
	changed := write(t, map[string]string{"x.md": "---\nid: " + ours.ID + "\n---\nandere tekst"})
	for path, count := range map[string]int{folder: 2, foreign: 1, changed: 1} {
		if result := imported(t, a, 0, path); result.Trashed != count || result.Unchanged != 0 {
			t.Errorf("%+v, want %d", result, count)
		}
	}
	if view, err := a.Notes.Get(ours.ID); err != nil || view.Body != "x" || view.Trashed == "" {
		t.Errorf("%+v %v", view, err)
	}
}

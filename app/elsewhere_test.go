package app_test

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"raadwijzer/app"
)

// A text that could not be stored is written where the user says, whatever is
// the matter with the data.
func TestATextGoesElsewhereWithoutTheData(t *testing.T) {
	a, d := open(t)
	view, err := a.Notes.Create(app.NewNote{Title: "Wonen: plan", Body: "Oud.", Item: "raad-in-beraad"})
	if err != nil {
		t.Fatal(err)
	}
	if view, err = a.Notes.SetProperties(app.NoteProperties{ID: view.ID, Tags: []string{"wonen"}, Confidential: true}); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(a.Folder(), a.Folder()+" weg"); err != nil {
		if runtime.GOOS != "windows" {
			t.Fatal(err)
		}
		t.Skip("Windows keeps a folder that is open", err)
	}
	view.Body = "Nieuw, en nergens bewaard.\n\n- [ ] taak"
	d.save = filepath.Join(t.TempDir(), "tekst")
	result, err := a.Notes.SaveElsewhere(view)
	if err != nil || result.Path != d.save+".md" || result.Cancelled {
		t.Fatalf("%+v %v", result, err)
	}
	if _, err := os.Stat(a.Folder()); err == nil {
		t.Fatal("the data folder was made anew")
	}
	if err := os.Rename(a.Folder()+" weg", a.Folder()); err != nil {
		t.Fatal(err)
	}
	if stored, err := a.Notes.Get(view.ID); err != nil || stored.Body != "Oud." || stored.Rev != view.Rev {
		t.Fatal("the note itself was changed", err)
	}
	text, err := os.ReadFile(result.Path)
	if err != nil || int64(len(text)) != int64(result.Bytes) || !strings.HasSuffix(string(text), "---\n"+view.Body) {
		t.Fatalf("%s %v", text, err)
	}
	noTemp(t, filepath.Dir(result.Path))

	// Reading it in later gives the note with that text.
	if in, err := a.ImportWith(t.Context(), []string{result.Path}, nil); err != nil || in.Imported != 1 {
		t.Fatal(in, err)
	}
	stored, err := a.Notes.Get(view.ID)
	if err != nil || stored.Body != view.Body || stored.Title != view.Title || !stored.Confidential || len(stored.Tags) != 1 || stored.Item != view.Item || stored.Created != view.Created {
		t.Fatalf("%+v %v", stored, err)
	}
	if count(t, a) != 1 {
		t.Fatal("the note is there twice")
	}
}

// What the database refuses can be written all the same.
func TestATextThatCannotBeANoteGoesElsewhere(t *testing.T) {
	for name, note := range map[string]app.NoteView{
		"new":         {Body: "Eerste regel\n\nen meer"},
		"empty":       {},
		"too large":   {Body: strings.Repeat("a", 6<<20)},
		"NUL":         {Body: "a\x00b"},
		"front":       {Body: "---\nx: y\n---\n"},
		"no such day": {NoteCard: app.NoteCard{MeetingDate: "geen dag", Created: "geen moment"}, Body: "tekst"},
	} {
		t.Run(name, func(t *testing.T) {
			a, d := open(t)
			d.save = filepath.Join(t.TempDir(), "tekst.md")
			if err := os.WriteFile(d.save, []byte("wat er stond"), 0o600); err != nil {
				t.Fatal(err)
			}
			if _, err := a.Notes.SaveElsewhere(note); err != nil {
				t.Fatal(err)
			}
			text, err := os.ReadFile(d.save)
			if err != nil || !strings.HasSuffix(string(text), note.Body) {
				t.Fatal("the text is not there whole", err)
			}
		})
	}
}

func TestElsewhereIsAPlaceThatCanBeWritten(t *testing.T) {
	a, d := open(t)
	note := app.NoteView{Body: "tekst"}
	if result, err := a.Notes.SaveElsewhere(note); err != nil || !result.Cancelled {
		t.Fatal("closing the dialog is no error", result, err)
	}
	for _, path := range []string{filepath.Join(t.TempDir(), "weg", "tekst.md"), filepath.Join(a.Folder(), "raadwijzer.db")} {
		d.save = path
		if _, err := a.Notes.SaveElsewhere(note); codeOf(t, a, err) != "target_unwritable" {
			t.Fatal(path, err)
		}
	}
	if count(t, a) != 0 {
		t.Fatal("the data were written over")
	}
}

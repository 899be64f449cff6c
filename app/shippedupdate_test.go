package app_test

import (
	"io/fs"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"raadwijzer/app"
	"raadwijzer/content"
)

const formation = "checklists/anders-formeren.yaml"

// nextContent is the content with a later version of a shipped checklist: a
// text that changed, a new step among the old ones, and a new phase at the end.
func nextContent(t *testing.T) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	err := fs.WalkDir(content.FS, ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := content.FS.ReadFile(path)
		files[path] = &fstest.MapFile{Data: text}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	text := string(files[formation].Data)
	change := func(old, new string) {
		t.Helper()
		if strings.Count(text, old) != 1 {
			t.Fatalf("%q stands %d times in %s", old, strings.Count(text, old), formation)
		}
		text = strings.Replace(text, old, new, 1)
	}
	change("\nversion: 1\n", "\nversion: 2\n")
	change("text: Praat op tijd met alle partijen", "text: Praat heel vroeg met alle partijen")
	change("      - id: af-02\n", `      - id: nieuw-01
        kind: tick
        text: Vraag de burgemeester naar de vorige formatie.
        why: Dan begint u niet opnieuw.
        origin: voorstel
      - id: af-02
`)
	text += `  - id: terugkijken
    title: Terugkijken
    goal: De volgende formatie gaat beter.
    origin: voorstel
    steps:
      - id: nieuw-02
        kind: tick
        text: Kijk met alle partijen terug.
        why: Alles is dan nog bekend.
        origin: voorstel
        offset: 100
`
	files[formation].Data = []byte(text)
	return files
}

// A new version of the program with a newer checklist leaves a running run as
// it is, offers what is new, and adds what the user takes.
func TestAnUpdateOfAShippedChecklistOnlyOffers(t *testing.T) {
	data := filepath.Join(t.TempDir(), "data")
	start := func(files fs.FS) *app.App {
		t.Helper()
		a, err := app.Open(app.Config{DataDir: data, Version: "0", Content: files, Desktop: &fakeDesktop{events: make(chan string, 10)}})
		if err != nil {
			t.Fatal(err)
		}
		return a
	}
	old := start(content.FS)
	run, err := old.Checklists.Start(app.NewRun{Template: "anders-formeren", Name: "Formatie", Anchor: "2030-03-20"})
	if err == nil {
		run, err = old.Checklists.SetStep(app.StepChange{Run: run.ID, Step: "af-01", State: "done"})
	}
	if err != nil || run.Offers != 0 {
		t.Fatal(run.Offers, err)
	}
	if err := old.Close(); err != nil {
		t.Fatal(err)
	}

	a := start(nextContent(t))
	t.Cleanup(func() { _ = a.Close() })
	same, err := a.Checklists.Get(run.ID)
	if err != nil || same.Offers != 2 || !reflect.DeepEqual(same.Phases, run.Phases) {
		t.Fatalf("the update changed the run, or offers %d steps: %v", same.Offers, err)
	}
	offers, err := a.Checklists.Offers(run.ID)
	if err != nil || len(offers) != 2 || offers[0].Step != "nieuw-01" || offers[0].Fresh || offers[1].Phase != "Terugkijken" || !offers[1].Fresh {
		t.Fatalf("%+v %v", offers, err)
	}
	taken, err := a.Checklists.TakeOffers(run.ID, []string{"nieuw-01", "nieuw-02"})
	if err != nil || taken.Offers != 0 || taken.Progress.Total != run.Progress.Total+2 || taken.Progress.Done != 1 {
		t.Fatalf("%+v %v", taken.RunCard, err)
	}
	last := taken.Phases[len(taken.Phases)-1]
	if taken.Phases[0].Steps[1].ID != "nieuw-01" || last.Title != "Terugkijken" || last.Steps[0].Deadline != "2030-06-28" {
		t.Fatalf("%+v", last)
	}
	if got := taken.Phases[0].Steps[0].Text; !strings.HasPrefix(got, "Praat op tijd") {
		t.Error("the text of a running run changed:", got)
	}
	back, err := a.Checklists.Undo(run.ID)
	if err != nil || back.Offers != 2 || !reflect.DeepEqual(back.Phases, run.Phases) {
		t.Fatalf("undo: %d offers, %v", back.Offers, err)
	}
	fresh, err := a.Checklists.Start(app.NewRun{Template: "anders-formeren", Name: "Nieuw"})
	if err != nil || fresh.Offers != 0 || len(fresh.Phases) != len(run.Phases)+1 {
		t.Fatalf("%d phases, %v", len(fresh.Phases), err)
	}
}

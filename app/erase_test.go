package app_test

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"raadwijzer/app"
	"raadwijzer/app/internal/store"
	"raadwijzer/content"
)

const marker = "geheimwoordje"

// wantNowhere fails when the marker stands in the bytes of a file in a folder.
func wantNowhere(t *testing.T, folder string) {
	t.Helper()
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := os.ReadFile(path)
		if bytes.Contains(text, []byte(marker)) {
			t.Error("a note can still be read in", path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// used is a program that somebody worked with.
func used(t *testing.T) (*app.App, app.NoteView) {
	t.Helper()
	a, d := open(t)
	note, err := a.Notes.Create(app.NewNote{Body: strings.Repeat("Over "+marker+". ", 2000)})
	if err != nil {
		t.Fatal(err)
	}
	trashed, err := a.Notes.Create(app.NewNote{Title: marker})
	if err != nil {
		t.Fatal(err)
	}
	if err := a.Notes.Trash(trashed.ID); err != nil {
		t.Fatal(err)
	}
	if _, err := a.Checklists.Start(app.NewRun{Template: "anders-formeren", Name: marker}); err != nil {
		t.Fatal(err)
	}
	if _, err := a.Settings.Set(app.SettingsView{Role: "griffier", RoleAsked: true, Appearance: "dark", TextSize: 120, Name: marker,
		WordsPerMinute: 130, LecternSize: 225}); err != nil {
		t.Fatal(err)
	}
	d.open = t.TempDir()
	if _, err := a.Backups.ChooseSecondPlace(); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"raadwijzer.log", "raadwijzer.log.1"} {
		if err := os.WriteFile(filepath.Join(a.Folder(), name), []byte("een regel\n"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return a, note
}

func TestEverythingIsRemovedForGood(t *testing.T) {
	a, note := used(t)
	before, err := a.Settings.ToErase()
	if err != nil || before.Notes != 1 || before.Trashed != 1 || before.Runs != 1 || before.Copies != 1 || before.SecondPlace == "" || before.Erased {
		t.Fatalf("%+v %v", before, err)
	}
	view, err := a.Settings.Erase(true)
	if err != nil || !view.Erased || view.Aside != "" || view.Notes != 1 || view.Copies != 1 || view.SecondPlace != before.SecondPlace {
		t.Fatalf("%+v %v", view, err)
	}
	wantNowhere(t, a.Folder())
	for name, want := range map[string]int64{"raadwijzer.log": 0, "raadwijzer.log.1": -1} {
		info, err := os.Stat(filepath.Join(a.Folder(), name))
		if want < 0 && err == nil || want >= 0 && (err != nil || info.Size() != want) {
			t.Error(name, info, err)
		}
	}
	settings, err := a.Settings.Get()
	if err != nil || settings.RoleAsked || settings.Name != "" || settings.Appearance != "system" {
		t.Fatalf("not as at the first start: %+v %v", settings, err)
	}
	if found, err := a.Search.Find(app.SearchQuery{Words: "raad"}); err != nil || len(found.Items) == 0 {
		t.Fatal("the items cannot be found any more", err)
	}
	if after, err := a.ToErase(); err != nil || after != (app.EraseView{}) {
		t.Fatalf("%+v %v", after, err)
	}

	// A window that still had the note open, and the copy of the day.
	_, err = a.Notes.Save(app.NoteEdit{ID: note.ID, Rev: note.Rev, Body: note.Body + " en meer"})
	if codeOf(t, a, err) != "note_unknown" {
		t.Fatal(err)
	}
	if err := a.BackupToday(); err != nil {
		t.Fatal(err)
	}
	wantNowhere(t, a.Folder())
	if left, err := os.ReadDir(before.SecondPlace); err != nil || len(left) != 1 {
		t.Fatal("the second place is not ours to clear", left, err)
	}
}

func TestWhatWasRemovedIsPutBack(t *testing.T) {
	a, note := used(t)
	want := everyNote(t, a)
	view, err := a.Settings.Erase(false)
	if err != nil || !view.Erased || !strings.Contains(view.Aside, "voor-verwijderen-") {
		t.Fatalf("%+v %v", view, err)
	}
	if count(t, a) != 0 {
		t.Fatal("not removed")
	}
	list, err := a.Backups.List()
	if err != nil || !slices.ContainsFunc(list.Copies, func(b app.BackupView) bool { return b.Path == view.Aside }) {
		t.Fatal("the copy is not in the list", list, err)
	}
	if _, err := a.Backups.Restore(view.Aside, ""); err != nil {
		t.Fatal(err)
	}
	compareNotes(t, everyNote(t, a), want)
	if settings, err := a.Settings.Get(); err != nil || settings.Name != marker {
		t.Fatal(settings, err)
	}
	if _, err := a.Notes.Save(app.NoteEdit{ID: note.ID, Rev: note.Rev, Body: "Verder."}); err != nil {
		t.Fatal(err)
	}
}

// The copy of the day is made beside other work. One that began before must
// not come after.
func TestACopyThatIsBeingMadeDoesNotOutliveTheData(t *testing.T) {
	a, _ := used(t)
	for range 3 {
		for range 20 {
			note(t, a, strings.Repeat(marker+" ", 4000))
		}
		if _, err := a.Settings.Erase(true); err != nil { // no copy of today any more
			t.Fatal(err)
		}
		note(t, a, marker)
		var copying sync.WaitGroup
		copying.Go(func() {
			if err := a.BackupToday(); err != nil {
				t.Error(err)
			}
		})
		if _, err := a.Settings.Erase(true); err != nil {
			t.Fatal(err)
		}
		copying.Wait()
		wantNowhere(t, a.Folder())
	}
}

func TestTheNextStartFinishesWhatWasBrokenOff(t *testing.T) {
	a, _ := used(t)
	folder := a.Folder()
	s, err := store.Open(t.Context(), store.Config{Folder: folder})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Erase(t.Context(), true); err != nil { // and the program is killed
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	again, err := app.Open(app.Config{DataDir: folder, Version: "0", Content: content.FS})
	if err != nil {
		t.Fatal(err)
	}
	wantNowhere(t, folder)
	if left, err := again.ToErase(); err != nil || left != (app.EraseView{}) {
		t.Fatalf("%+v %v", left, err)
	}
	if err := again.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestEraseAloneLeavesAnOpenWindowAlone(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "data")
	config := app.Config{DataDir: folder, Version: "0", Content: content.FS}
	lock, first, err := app.LockFolder(folder)
	if err != nil || !first {
		t.Fatal(first, err)
	}
	_, err = app.EraseAlone(config, true)
	if code, _ := app.Describe(nil, content.FS, err); code != "data_in_use" {
		t.Fatal(err)
	}
	if err := lock.Unlock(); err != nil {
		t.Fatal(err)
	}
	profile := filepath.Join(folder, app.WebviewFolder)
	if err := os.Mkdir(profile, 0o700); err != nil {
		t.Fatal(err)
	}
	if view, err := app.EraseAlone(config, true); err != nil || !view.Erased {
		t.Fatal(view, err)
	}
	if _, err := os.Stat(profile); err == nil {
		t.Fatal("what the window kept is still there")
	}
}

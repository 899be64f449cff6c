package app_test

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"raadwijzer/app"
	"raadwijzer/content"
)

// fakeDesktop answers dialogs and remembers what it was asked.
type fakeDesktop struct {
	save, open string
	links      []string
	folders    []string
	events     chan string
	quit, stay int
}

func (d *fakeDesktop) SaveFile(string, string, string) (string, error) { return d.save, nil }
func (d *fakeDesktop) OpenFile(string, string) (string, error)         { return d.open, nil }
func (d *fakeDesktop) OpenFiles(string, ...string) ([]string, error) {
	if d.open == "" {
		return nil, nil
	}
	return []string{d.open}, nil
}
func (d *fakeDesktop) OpenFolder(string) (string, error) { return d.open, nil }
func (d *fakeDesktop) ShowFolder(path string) error      { d.folders = append(d.folders, path); return nil }
func (d *fakeDesktop) OpenLink(address string)           { d.links = append(d.links, address) }
func (d *fakeDesktop) Emit(event string)                 { d.events <- event }
func (d *fakeDesktop) Raise()                            { d.events <- "raise" }
func (d *fakeDesktop) Shade(bool)                        {}
func (d *fakeDesktop) Ready()                            {}
func (d *fakeDesktop) Quit()                             { d.quit++ }
func (d *fakeDesktop) Stay()                             { d.stay++ }

func open(t testing.TB) (*app.App, *fakeDesktop) {
	t.Helper()
	d := &fakeDesktop{events: make(chan string, 10)}
	a, err := app.Open(app.Config{DataDir: filepath.Join(t.TempDir(), "data"), Version: "0", Content: content.FS, Desktop: d})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := a.Close(); err != nil {
			t.Error(err)
		}
	})
	return a, d
}

// codeOf returns the code as the page receives it.
func codeOf(t *testing.T, a *app.App, err error) string {
	t.Helper()
	if err == nil {
		return ""
	}
	text, ok := a.FormatError(err).(string)
	if !ok {
		t.Fatal("an error must leave as a string: Wails makes it the message of an Error")
	}
	var p app.Problem
	if err := json.Unmarshal([]byte(text), &p); err != nil {
		t.Fatal(err)
	}
	return p.Code
}

// What crosses the bridge must say in TypeScript what it is: no time, no map,
// no interface, no pointer.
func TestOnlyPlainViewsCrossTheBridge(t *testing.T) {
	a, _ := open(t)
	failure := reflect.TypeFor[error]()
	methods := 0
	for _, bound := range a.Bound() {
		typ := reflect.TypeOf(bound)
		for m := range typ.NumMethod() {
			method := typ.Method(m)
			methods++
			if last := method.Type.NumOut() - 1; last < 0 || method.Type.Out(last) != failure {
				t.Errorf("%s.%s does not end in an error: a panic in it would leave the promise open", typ, method.Name)
			}
			for i := 1; i < method.Type.NumIn(); i++ {
				checkPlain(t, method.Name, method.Type.In(i))
			}
			for i := range method.Type.NumOut() - 1 {
				checkPlain(t, method.Name, method.Type.Out(i))
			}
		}
	}
	if methods < 35 {
		t.Errorf("only %d bound methods were looked at", methods)
	}
}

func checkPlain(t *testing.T, where string, typ reflect.Type) {
	t.Helper()
	switch typ.Kind() {
	case reflect.String, reflect.Int, reflect.Bool:
	case reflect.Slice:
		checkPlain(t, where, typ.Elem())
	case reflect.Struct:
		if typ.PkgPath() != "raadwijzer/app" {
			t.Errorf("%s: %s is not a view", where, typ)
		}
		for i := range typ.NumField() {
			f := typ.Field(i)
			if f.Tag.Get("json") == "" && !f.Anonymous {
				t.Errorf("%s: %s.%s has no name in JSON", where, typ, f.Name)
			}
			checkPlain(t, where+"."+f.Name, f.Type)
		}
	default:
		t.Errorf("%s: %s cannot cross the bridge", where, typ)
	}
}

// Whatever goes wrong, no text of a note may reach the log.
func TestTheLogHoldsNoNoteText(t *testing.T) {
	a, _ := open(t)
	const marker = "geheimwoord"
	note, err := a.Notes.Create(app.NewNote{Title: marker, Body: marker})
	if err != nil {
		t.Fatal(err)
	}
	_, conflict := a.Notes.Save(app.NoteEdit{ID: note.ID, Rev: 99, Title: marker, Body: marker})
	_, unknown := a.Notes.Save(app.NoteEdit{ID: "weg", Rev: 1, Title: marker, Body: marker})
	_, long := a.Notes.Save(app.NoteEdit{ID: note.ID, Rev: 1, Title: strings.Repeat(marker, 100), Body: marker})
	_, broken := a.Notes.Save(app.NoteEdit{ID: note.ID, Rev: 1, Body: marker + "\xff"})
	_, step := a.Checklists.SetStep(app.StepChange{Run: "weg", Step: "weg", State: "done", Reason: marker})
	for err, code := range map[error]string{conflict: "conflict", unknown: "note_unknown", long: "name_too_long", broken: "not_utf8", step: "run_unknown"} {
		if got := codeOf(t, a, err); got != code {
			t.Errorf("code %s, want %s", got, code)
		}
	}
	log, err := os.ReadFile(filepath.Join(a.Folder(), "raadwijzer.log"))
	if err != nil || !strings.Contains(string(log), "conflict") {
		t.Fatal("nothing was logged", err)
	}
	if strings.Contains(string(log), marker) {
		t.Errorf("the log holds the text of a note: %s", log)
	}
}

func TestNoteThroughTheBridge(t *testing.T) {
	a, _ := open(t)
	note, err := a.Notes.Create(app.NewNote{Item: "raad-in-beraad"})
	if err != nil || note.Title != "Zonder titel" || note.TitleGiven || note.Context != "Raad in Beraad" {
		t.Fatalf("%+v %v", note, err)
	}
	saved, err := a.Notes.Save(app.NoteEdit{ID: note.ID, Rev: note.Rev, Body: "# Kop\n\ntekst"})
	if err != nil || saved.Title != "Kop" || saved.Rev != note.Rev+1 {
		t.Fatalf("%+v %v", saved, err)
	}
	if _, err := a.Notes.SetProperties(app.NoteProperties{ID: note.ID, Tags: []string{"#Wonen"}, Pinned: true}); err != nil {
		t.Fatal(err)
	}
	again, err := a.Notes.Save(app.NoteEdit{ID: note.ID, Rev: saved.Rev, Title: "Eigen titel", Body: "tekst"})
	if err != nil || again.Title != "Eigen titel" {
		t.Fatal("changing tags cost a writer a conflict", err)
	}
	page, err := a.Notes.List(app.NoteQuery{Tag: "wonen"})
	if err != nil || page.Total != 1 || !page.Notes[0].Pinned || !slices.Equal(page.Notes[0].Tags, []string{"Wonen"}) {
		t.Fatalf("%+v %v", page, err)
	}
	item, err := a.Library.Item("raad-in-beraad", "raadslid")
	if err != nil || len(item.Notes) != 1 || item.Previous != "" || item.Next != "pionieren-in-participatieland" {
		t.Fatalf("%+v %v", item.Notes, err)
	}
	html, err := a.Notes.Preview("<script>alert(1)</script>\n\n**vet** [x](javascript:alert(1))")
	if err != nil || strings.Contains(html, "<script") || strings.Contains(html, "href=\"javascript") || !strings.Contains(html, "<strong>vet</strong>") {
		t.Fatal(html, err)
	}
}

func TestTheWindowClosesOnlyWhenEverythingIsSaved(t *testing.T) {
	a, d := open(t)
	if err := a.Notes.Flushed(false); err != nil || d.quit != 0 || d.stay != 1 {
		t.Fatal(d.quit, d.stay, err)
	}
	if err := a.Notes.Flushed(true); err != nil || d.quit != 1 {
		t.Fatal(d.quit, err)
	}
}

func TestRunThroughTheBridge(t *testing.T) {
	a, _ := open(t)
	settings, err := a.Settings.Get()
	if err != nil {
		t.Fatal(err)
	}
	settings.Name = "de griffier"
	if _, err := a.Settings.Set(settings); err != nil {
		t.Fatal(err)
	}
	run, err := a.Checklists.Start(app.NewRun{Template: "anders-formeren", Name: "Formatie", Anchor: "2020-03-18"})
	if err != nil || !run.Late || run.Progress.Total == 0 {
		t.Fatalf("%+v %v", run.RunCard, err)
	}
	finished, err := a.Checklists.Start(app.NewRun{Template: "lokale-driehoeken", Name: "Driehoek"})
	if err != nil || finished.Late || finished.Deadline != "" {
		t.Fatalf("%+v %v", finished.RunCard, err)
	}
	for _, p := range finished.Phases {
		for _, s := range p.Steps {
			if s.Kind == "topic" {
				continue
			}
			if finished, err = a.Checklists.SetStep(app.StepChange{Run: finished.ID, Step: s.ID, State: "done"}); err != nil {
				t.Fatal(s.ID, err)
			}
		}
	}
	if finished.Progress.Done != finished.Progress.Total || finished.NextStep != "" {
		t.Fatalf("%+v", finished.RunCard)
	}
	cards, err := a.Checklists.List()
	if err != nil || len(cards) != 2 || cards[0].ID != run.ID {
		t.Fatal("what is late must come first", cards, err)
	}
	log, err := a.Checklists.Log(run.ID)
	if err != nil || len(log) != 1 || log[0].By != "de griffier" {
		t.Fatal(log, err)
	}
}

func TestPreviewDates(t *testing.T) {
	a, _ := open(t)
	tests := []struct {
		anchor, text, date string
		calculated         bool
	}{
		{"2026-03-18", "", "2026-02-02", false},
		{"2026-03-18", "", "2026-04-01", false},
		{"2030-03-20", "", "2030-04-03", false},
		{"2026-11-18", "", "2027-01-04", false},
	}
	for _, test := range tests {
		preview, err := a.Checklists.PreviewDates(app.DatePreview{Template: "anders-formeren", Anchor: test.anchor})
		if err != nil {
			t.Fatal(err)
		}
		dates := preview.Dates
		if !slices.ContainsFunc(dates, func(d app.DateView) bool { return d.Date == test.date && d.Origin == "wet" }) {
			t.Errorf("%s: no statutory date %s in %+v", test.anchor, test.date, dates)
		}
		if !slices.IsSortedFunc(dates, func(x, y app.DateView) int { return strings.Compare(x.Date, y.Date) }) {
			t.Errorf("%s: not in the order of time", test.anchor)
		}
	}
	// A redivision election has no new council after fourteen days.
	preview, err := a.Checklists.PreviewDates(app.DatePreview{Template: "anders-formeren", Anchor: "2026-11-18"})
	if err != nil || preview.Election != "herindeling" || slices.ContainsFunc(preview.Dates, func(d app.DateView) bool { return d.Date == "2026-12-02" }) {
		t.Error("E+14 was used for a redivision election", err)
	}
	// On any other day nothing is statutory.
	preview, err = a.Checklists.PreviewDates(app.DatePreview{Template: "anders-formeren", Anchor: "2026-06-03"})
	if err != nil || !preview.Unsure || slices.ContainsFunc(preview.Dates, func(d app.DateView) bool { return d.Origin == "wet" }) {
		t.Error("a day that is no election day got statutory dates", err)
	}
}

func TestLinksAndBackupsThroughTheDesktop(t *testing.T) {
	a, d := open(t)
	for link, code := range map[string]string{"https://vng.nl/": "", "mailto:griffie@example.nl": "", "file:///etc/passwd": "setting_invalid",
		"javascript:alert(1)": "setting_invalid", "vng.nl": "setting_invalid"} {
		if got := codeOf(t, a, a.Settings.OpenLink(link)); got != code {
			t.Errorf("%s: %q, want %q", link, got, code)
		}
	}
	if len(d.links) != 2 {
		t.Error(d.links)
	}
	if view, err := a.Backups.Make(""); err != nil || view.Chosen {
		t.Fatal("a closed dialog is no error and no backup", view, err)
	}
	d.save = filepath.Join(t.TempDir(), "kopie.db")
	if view, err := a.Backups.Make(""); err != nil || !view.Chosen {
		t.Fatal(view, err)
	}
	if _, err := a.Notes.Create(app.NewNote{Body: "later"}); err != nil {
		t.Fatal(err)
	}
	d.open = d.save
	view, err := a.Backups.Choose()
	if err != nil || view.Notes != 0 {
		t.Fatal(view, err)
	}
	if _, err := a.Backups.Restore(view.Path, ""); err != nil {
		t.Fatal(err)
	}
	if about, err := a.Settings.About(); err != nil || about.Notes != 0 || about.LastBackup != "" {
		t.Fatal(about, err)
	}
}

func TestSettingsAreChecked(t *testing.T) {
	a, _ := open(t)
	good, err := a.Settings.Get()
	if err != nil || good.Appearance != "system" || good.TextSize != 100 || good.RoleAsked ||
		good.WordsPerMinute != 130 || good.LecternSize != 225 {
		t.Fatal(good, err)
	}
	for _, change := range []func(*app.SettingsView){
		func(s *app.SettingsView) { s.Role = "dorpsgek" },
		func(s *app.SettingsView) { s.Theme = strings.Repeat("x", 80_001) },
		func(s *app.SettingsView) { s.Theme = "\xff" },
		func(s *app.SettingsView) { s.Appearance = "roze" },
		func(s *app.SettingsView) { s.TextSize = 90 },
		func(s *app.SettingsView) { s.TextSize = 201 },
		func(s *app.SettingsView) { s.WordsPerMinute = 0 },
		func(s *app.SettingsView) { s.WordsPerMinute = 59 },
		func(s *app.SettingsView) { s.WordsPerMinute = 201 },
		func(s *app.SettingsView) { s.LecternSize = 124 },
		func(s *app.SettingsView) { s.LecternSize = 401 },
		func(s *app.SettingsView) { s.Name = strings.Repeat("x", 201) },
	} {
		bad := good
		change(&bad)
		if _, err := a.Settings.Set(bad); err == nil {
			t.Errorf("%+v was stored", bad)
		}
	}
	if got, err := a.Settings.Get(); err != nil || got != good {
		t.Fatal(got, err)
	}
}

func TestASecondWindowShowsTheFirst(t *testing.T) {
	a, d := open(t)
	lock, first, err := app.LockFolder(a.Folder())
	if err != nil || !first {
		t.Fatal(first, err)
	}
	a.Begin()
	if _, second, err := app.LockFolder(a.Folder()); err != nil || second {
		t.Fatal("two windows on one folder", err)
	}
	expect(t, d, "raise")
	other, err := app.Open(app.Config{DataDir: a.Folder(), Content: content.FS})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := other.Notes.Create(app.NewNote{Body: "van buiten"}); err != nil {
		t.Fatal(err)
	}
	expect(t, d, app.EventChanged)
	if err := errors.Join(other.Close(), lock.Unlock()); err != nil {
		t.Fatal(err)
	}
}

func expect(t *testing.T, d *fakeDesktop, event string) {
	t.Helper()
	select {
	case got := <-d.events:
		if got != event {
			t.Fatalf("event %s, want %s", got, event)
		}
	case <-time.After(20 * time.Second):
		t.Fatalf("no %s", event)
	}
}

func TestAnUncleanEndIsSeen(t *testing.T) {
	a, _ := open(t)
	a.Begin() // and no End: as after kill -9
	other, err := app.Open(app.Config{DataDir: a.Folder(), Content: content.FS, Desktop: &fakeDesktop{events: make(chan string, 10)}})
	if err != nil {
		t.Fatal(err)
	}
	other.Begin()
	if about, err := other.Settings.About(); err != nil || !about.Recovered {
		t.Fatal(about, err)
	}
	other.End()
	if err := other.Close(); err != nil {
		t.Fatal(err)
	}
}

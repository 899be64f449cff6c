package app_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"raadwijzer/app"
	"raadwijzer/content"
)

const password = "vier losse woorden hier"

func note(t *testing.T, a *app.App, body string) {
	t.Helper()
	if _, err := a.Notes.Create(app.NewNote{Body: body}); err != nil {
		t.Fatal(err)
	}
}

func count(t *testing.T, a *app.App) int {
	t.Helper()
	page, err := a.Notes.List(app.NoteQuery{})
	if err != nil {
		t.Fatal(err)
	}
	return page.Total
}

func TestASealedBackupOpensWithItsPasswordOnly(t *testing.T) {
	a, d := open(t)
	note(t, a, "Wat niemand mag lezen.")
	d.save = filepath.Join(t.TempDir(), "kopie.age")
	_, err := a.Backups.Make("kort")
	if codeOf(t, a, err) != "password_short" {
		t.Fatal(err)
	}
	made, err := a.Backups.Make(password)
	if err != nil || !made.Sealed || made.Notes != 1 || made.Path != d.save {
		t.Fatal(made, err)
	}
	text, err := os.ReadFile(d.save)
	if err != nil || bytes.Contains(text, []byte("niemand")) || bytes.Contains(text, []byte("SQLite")) {
		t.Fatal("the backup can be read without its password", err)
	}
	note(t, a, "Later.")
	d.open = d.save
	chosen, err := a.Backups.Choose()
	if err != nil || !chosen.Sealed || !chosen.Chosen {
		t.Fatal(chosen, err)
	}
	for wrong, code := range map[string]string{"": "password_missing", "een ander wachtwoord": "password_wrong"} {
		if _, err := a.Backups.Restore(d.save, wrong); codeOf(t, a, err) != code {
			t.Fatal(wrong, err)
		}
	}
	if looked, err := a.Backups.Look(d.save, password); err != nil || looked.Notes != 1 {
		t.Fatal(looked, err)
	}
	if count(t, a) != 2 {
		t.Fatal("looking changed the data")
	}
	if view, err := a.Backups.Restore(d.save, password); err != nil || view.Aside == "" || view.Path != d.save {
		t.Fatal(view, err)
	}
	if count(t, a) != 1 {
		t.Fatal("not restored")
	}
	noTemp(t, a.Folder())
	noTemp(t, filepath.Dir(d.save))
}

// noTemp checks that nothing temporary was left in a folder.
func noTemp(t *testing.T, folder string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") {
			t.Error("left behind:", e.Name())
		}
	}
}

func TestASecondPlaceGetsTheCopyOfEachDay(t *testing.T) {
	a, d := open(t)
	note(t, a, "Tekst.")
	d.open = filepath.Join(t.TempDir(), "afwezig")
	if _, err := a.Backups.ChooseSecondPlace(); codeOf(t, a, err) != "target_unwritable" {
		t.Fatal(err)
	}
	if view, err := a.Backups.List(); err != nil || view.SecondPlace != "" {
		t.Fatal("a place that does not work was taken over", view, err)
	}
	stick := t.TempDir()
	d.open = stick
	view, err := a.Backups.ChooseSecondPlace()
	if err != nil || view.SecondPlace != stick || view.SecondLast == "" || len(view.Copies) != 1 || view.Copies[0].Notes != 1 {
		t.Fatal(view, err)
	}
	copies, err := filepath.Glob(filepath.Join(stick, "raadwijzer-*.db"))
	if err != nil || len(copies) != 1 {
		t.Fatal(copies, err)
	}
	if err := a.BackupToday(); err != nil {
		t.Fatal(err)
	}
	if err := os.RemoveAll(stick); err != nil { // the stick is pulled out
		t.Fatal(err)
	}
	if err := a.BackupToday(); err != nil {
		t.Fatal("a stick that is elsewhere is no error", err)
	}
	if view, err = a.Backups.List(); err != nil || view.SecondProblem != "target_unwritable" || view.SecondLast == "" {
		t.Fatal("nobody is told that the second place cannot be reached", view, err)
	}
	if view, err = a.Backups.ForgetSecondPlace(); err != nil || view.SecondPlace != "" || view.SecondProblem != "" {
		t.Fatal(view, err)
	}
}

func TestAnUncleanEndIsLookedAtAndTold(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "data")
	start := func() (*app.App, *fakeDesktop) {
		t.Helper()
		d := &fakeDesktop{events: make(chan string, 10)}
		a, err := app.Open(app.Config{DataDir: folder, Version: "0", Content: content.FS, Desktop: d})
		if err != nil {
			t.Fatal(err)
		}
		a.Begin()
		if err := a.Settings.Ready(); err != nil {
			t.Fatal(err)
		}
		return a, d
	}
	a, _ := start()
	note(t, a, "Tekst.")
	if err := a.Close(); err != nil { // without End: as after a power cut
		t.Fatal(err)
	}
	a, d := start()
	if event := <-d.events; event != app.EventChecked {
		t.Fatal(event)
	}
	if about, err := a.Settings.About(); err != nil || !about.Recovered || !about.Checked {
		t.Fatal(about, err)
	}
	a.End()
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	a, _ = start()
	if about, err := a.Settings.About(); err != nil || about.Recovered || about.Checked {
		t.Fatal("a clean end counts as an unclean one", about, err)
	}
	a.End()
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestTheWayBackFromADamagedFile(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "data")
	config := app.Config{DataDir: folder, Version: "0", Content: content.FS}
	a, err := app.Open(config)
	if err != nil {
		t.Fatal(err)
	}
	for range 40 {
		note(t, a, strings.Repeat("Tekst over de raad. ", 200))
	}
	if err := a.BackupToday(); err != nil {
		t.Fatal(err)
	}
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(folder, "raadwijzer.db")
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	// The first page says what file this is; without it nothing opens.
	if err := os.WriteFile(path, append(bytes.Repeat([]byte("x"), 100), whole[100:]...), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := app.Open(config); !app.IsDamaged(err) {
		t.Fatal(err)
	}
	damage, err := app.LookAtDamage(folder)
	if err != nil || damage.Backup.Notes != 40 {
		t.Fatal(damage, err)
	}
	if err := damage.Restore(); err != nil {
		t.Fatal(err)
	}
	if a, err = app.Open(config); err != nil || count(t, a) != 40 {
		t.Fatal(err)
	}
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	if kept, err := filepath.Glob(filepath.Join(folder, "beschadigd-*.db")); err != nil || len(kept) != 1 {
		t.Fatal("the damaged file was not kept", kept, err)
	}
}

package app_test

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"raadwijzer/app"
	"raadwijzer/app/internal/domain"
)

// fill imports n notes.
func fill(t *testing.T, a *app.App, n int) {
	t.Helper()
	folder := t.TempDir()
	for i := range n {
		text := "# Notitie " + strconv.Itoa(i) + "\n\n" + strings.Repeat("De raad bespreekt **de begroting** van dit jaar. ", 40)
		if err := os.WriteFile(filepath.Join(folder, strconv.Itoa(i)+".md"), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if result, err := a.ImportWith(t.Context(), []string{folder}, nil); err != nil || result.Imported != n {
		t.Fatalf("%+v, %v", result, err)
	}
}

func names(t *testing.T, folder string) []string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	found := []string{}
	for _, e := range entries {
		found = append(found, e.Name())
	}
	return found
}

func TestAnExportThatIsEndedLeavesNothing(t *testing.T) {
	a, _ := open(t)
	fill(t, a, 30)
	for _, format := range []string{"pdf", "html", "md"} {
		folder := t.TempDir()
		ctx, cancel := context.WithCancel(t.Context())
		last := 0
		_, err := a.ExportTo(ctx, app.ExportRequest{What: "all", Format: format}, filepath.Join(folder, "x."+format), false, func(done, total int) {
			if last = done; total != 30 {
				t.Errorf("%s: %d in all", format, total)
			}
			if done == 10 {
				cancel()
			}
		})
		if domain.CodeOf(err) != domain.CodeCancelled || last != 10 || len(names(t, folder)) != 0 {
			t.Errorf("%s: %v, came to %d, folder holds %q", format, err, last, names(t, folder))
		}
	}
}

// One long note is ended as well: there is no next note to wait for.
func TestALongNoteIsEnded(t *testing.T) {
	a, _ := open(t)
	note, err := a.Notes.Create(app.NewNote{Title: "Lang", Body: strings.Repeat("De raad bespreekt de begroting.\n\n", 20_000)})
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	folder := t.TempDir()
	go func() { // as soon as there is a file under way
		for len(names(t, folder)) == 0 && ctx.Err() == nil {
			time.Sleep(time.Millisecond)
		}
		cancel()
	}()
	_, err = a.ExportTo(ctx, app.ExportRequest{What: "note", IDs: []string{note.ID}, Format: "pdf"}, filepath.Join(folder, "x.pdf"), false, nil)
	if domain.CodeOf(err) != domain.CodeCancelled || len(names(t, folder)) != 0 {
		t.Errorf("%v, folder holds %q", err, names(t, folder))
	}
}

func TestTheWindowFollowsAndEndsAnExport(t *testing.T) {
	a, desktop := open(t)
	fill(t, a, 400)
	folder := t.TempDir()
	desktop.save = filepath.Join(folder, "alles.pdf")
	if p, err := a.Export.Progress(); err != nil || p.Busy {
		t.Errorf("before: %+v, %v", p, err)
	}
	ended := make(chan error)
	go func() {
		_, err := a.Export.Save(app.ExportRequest{What: "all", Format: "pdf"})
		ended <- err
	}()
	for p := (app.ExportProgress{}); p.Done == 0; {
		var err error
		if p, err = a.Export.Progress(); err != nil || p.Done > 0 && (!p.Busy || p.Total != 400) {
			t.Errorf("%+v, %v", p, err)
		}
		time.Sleep(time.Millisecond)
	}
	if err := a.Export.Cancel(); err != nil {
		t.Error(err)
	}
	if err := <-ended; domain.CodeOf(err) != domain.CodeCancelled || len(names(t, folder)) != 0 {
		t.Errorf("%v, folder holds %q", err, names(t, folder))
	}
	if p, err := a.Export.Progress(); err != nil || p.Busy {
		t.Errorf("after: %+v, %v", p, err)
	}
	if err := a.Export.Cancel(); err != nil {
		t.Errorf("nothing to end: %v", err)
	}
}

func TestPreviewIsOfThePDF(t *testing.T) {
	a, _ := open(t)
	fill(t, a, 20)
	view, err := a.Export.Preview(app.ExportRequest{What: "all", Format: "md"})
	if err != nil || view.Total < 22 || len(view.Pages) != 6 || !strings.HasPrefix(view.Pages[0], "<svg ") {
		t.Errorf("%d pages of %d, %v", len(view.Pages), view.Total, err)
	}
	if _, err := a.Export.Preview(app.ExportRequest{What: "notes", Format: "pdf"}); domain.CodeOf(err) != domain.CodeNothingSelected {
		t.Errorf("nothing chosen: %v", err)
	}
}

// What is under way is remembered only while the program runs: a program that
// ended as it should leaves no list.
func TestTheListOfFilesUnderWayGoesAway(t *testing.T) {
	data := filepath.Join(t.TempDir(), "data")
	config := app.Config{DataDir: data, Content: os.DirFS("../content")}
	a, err := app.Open(config)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := a.Notes.Create(app.NewNote{Title: "T", Body: "x"}); err != nil {
		t.Fatal(err)
	}
	target := filepath.Join(t.TempDir(), "x.html")
	if _, err := a.ExportTo(t.Context(), app.ExportRequest{What: "all", Format: "html"}, target, false, nil); err != nil {
		t.Fatal(err)
	}
	lists := filepath.Join(data, "under-way")
	if n := len(names(t, lists)); n != 2 { // the list and its lock
		t.Errorf("%q while the program runs", names(t, lists))
	}
	// A second program on the same data keeps off what a living one makes.
	b, err := app.Open(config)
	if err != nil {
		t.Fatal(err)
	}
	if n := len(names(t, lists)); n != 2 {
		t.Errorf("%q after a second program came", names(t, lists))
	}
	for _, one := range []*app.App{b, a} {
		if err := one.Close(); err != nil {
			t.Error(err)
		}
	}
	if _, err := os.Stat(lists); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the folder of lists after the end: %v", err)
	}
}

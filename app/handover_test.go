package app_test

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	ics "github.com/arran4/golang-ical"

	"raadwijzer/app"
)

// dutchDay is "2026-03-18" as a document says it.
func dutchDay(t *testing.T, day string) string {
	t.Helper()
	at, err := time.Parse(time.DateOnly, day)
	if err != nil {
		t.Fatal(err)
	}
	months := []string{"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"}
	return strings.TrimLeft(at.Format("02"), "0") + " " + months[at.Month()-1] + at.Format(" 2006")
}

// letters leaves what differs between the forms: signs of Markdown, hyphens at
// the end of a line, white space.
func letters(text string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(" \t\r\n\\*_-|\u00ad\u00a0\f", r) {
			return -1
		}
		return r
	}, text)
}

// busyRun is a run in which everything occurs that a hand-over must tell.
func busyRun(t *testing.T, a *app.App) app.RunView {
	t.Helper()
	settings, err := a.Settings.Get()
	if err != nil {
		t.Fatal(err)
	}
	settings.Name, settings.Municipality = "Griffier De Wit", "Voorbeelddam"
	if _, err := a.Settings.Set(settings); err != nil {
		t.Fatal(err)
	}
	run, err := a.Checklists.Start(app.NewRun{Template: "anders-formeren", Name: "Formatie 2026", Municipality: "Voorbeelddam",
		Period: "2026-2030", Anchor: "2026-03-18"})
	if err != nil {
		t.Fatal(err)
	}
	must := func(_ app.RunView, err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	c := a.Checklists
	must(c.SetStep(app.StepChange{Run: run.ID, Step: "af-01", State: "done"}))
	must(c.SetStep(app.StepChange{Run: run.ID, Step: "af-11", State: "done", Options: []string{"af-12", "af-14"}}))
	must(c.SetStep(app.StepChange{Run: run.ID, Step: "af-09", State: "skipped", Reason: "De grootste partij begon al"}))
	must(c.SetStep(app.StepChange{Run: run.ID, Step: "af-06", State: "busy", By: "Plaatsvervanger Jansen"}))
	must(c.SetFacts(app.StepFacts{Run: run.ID, Step: "af-02", Who: "de burgemeester", Note: "Eerst bellen", Link: "https://voorbeelddam.example/agenda"}))
	must(c.SetDeadline(run.ID, "af-15", "2026-05-05"))
	must(c.AddStep(app.OwnStep{Run: run.ID, Phase: "deelnemers", Text: "Bel de dorpsraden", Why: "Zij kennen de buurt"}))
	for _, note := range []app.NewNote{{Title: "Verslag gesprek", Body: "Alle partijen waren er.", Run: run.ID, Step: "af-01"},
		{Title: "Geheim overleg", Body: "Niet voor iedereen.", Run: run.ID, Step: "af-02"}} {
		stored, err := a.Notes.Create(note)
		if err != nil {
			t.Fatal(err)
		}
		if note.Title == "Geheim overleg" {
			if _, err := a.Notes.SetProperties(app.NoteProperties{ID: stored.ID, Tags: []string{}, Confidential: true}); err != nil {
				t.Fatal(err)
			}
		}
	}
	view, err := c.Get(run.ID)
	if err != nil {
		t.Fatal(err)
	}
	return view
}

// Each fact of the run stands in the PDF and in the Markdown, and each date in
// the calendar too: the three files never tell different things.
func TestTheFilesOfAHandoverAgree(t *testing.T) {
	a, _ := open(t)
	run := busyRun(t, a)
	dir := filepath.Join(t.TempDir(), "dossier")
	request := app.ExportRequest{What: "handover", IDs: []string{run.ID}, Format: "zip"}
	result, err := a.ExportTo(context.Background(), request, dir, false, nil)
	if err != nil || result.LeftOut != 1 {
		t.Fatalf("%+v %v", result, err)
	}
	read := func(name string) string {
		t.Helper()
		text, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}
	if runtime.GOOS == "windows" {
		t.Skip("no pdftotext here")
	}
	pdf, err := exec.Command("pdftotext", filepath.Join(dir, "overdracht.pdf"), "-").Output()
	if err != nil {
		t.Fatal("this test needs pdftotext of poppler-utils: ", err)
	}
	texts := map[string]string{"overdracht.pdf": letters(string(pdf)), "overdracht.md": letters(read("overdracht.md"))}
	tells := func(fact string) {
		t.Helper()
		for name, text := range texts {
			if fact != "" && !strings.Contains(text, letters(fact)) {
				t.Errorf("%s does not tell %q", name, fact)
			}
		}
	}
	calendar, err := ics.ParseCalendar(strings.NewReader(read("overdracht.ics")))
	if err != nil {
		t.Fatal(err)
	}
	days := map[string]string{}
	for _, e := range calendar.Events() {
		days[e.Id()] = e.GetProperty(ics.ComponentPropertyDtStart).Value
	}
	dated := 0
	for _, p := range run.Phases {
		tells(p.Title)
		for _, s := range p.Steps {
			for _, fact := range []string{s.Text, s.Reason, s.By, s.Who, s.Note, s.Link} {
				tells(fact)
			}
			for _, o := range s.Options {
				if o.Chosen {
					tells(o.Text)
				}
			}
			if s.Deadline == "" {
				continue
			}
			dated++
			tells(dutchDay(t, s.Deadline))
			if got := days[run.ID+"-"+s.ID+"@raadwijzer"]; got != strings.ReplaceAll(s.Deadline, "-", "") {
				t.Errorf("%s is on %s in the calendar, on %s in the run", s.ID, got, s.Deadline)
			}
		}
	}
	for _, d := range run.Dates {
		if !d.Reference {
			dated++
		}
		tells(dutchDay(t, d.Date))
		tells(d.Article)
		tells(d.Note)
	}
	if len(days) != dated {
		t.Errorf("%d dates in the calendar, %d in the run", len(days), dated)
	}
	for _, fact := range []string{"Overdrachtsdossier", "Voorbeelddam", "Raadsperiode", "2026-2030", "Griffier De Wit", "Inhoud", "Open datums",
		"Overgeslagen stappen", "Bevrijdingsdag", "Verslag gesprek", "Alle partijen waren er.", "Eigen stap"} {
		tells(fact)
	}
	for name, text := range texts {
		if strings.Contains(text, letters("Geheim overleg")) || strings.Contains(text, letters("Niet voor iedereen")) {
			t.Errorf("%s tells what is confidential", name)
		}
	}
}

// A run alone has no notes unless they are asked for, and no confidential ones
// unless those are.
func TestARunIsExportedWithItsNotesOnRequest(t *testing.T) {
	a, _ := open(t)
	run := busyRun(t, a)
	if _, err := a.Notes.Create(app.NewNote{Title: "Over het geheel", Body: "Hangt aan geen stap.", Run: run.ID}); err != nil {
		t.Fatal(err)
	}
	if view, err := a.Checklists.Get(run.ID); err != nil || len(view.Notes) != 1 || view.Notes[0].Title != "Over het geheel" {
		t.Fatalf("the notes of the run itself: %+v %v", view.Notes, err)
	}
	for _, format := range []string{"md", "html", "pdf"} {
		for _, test := range []struct {
			notes, secret bool
			leftOut       int
		}{{false, false, 0}, {true, false, 1}, {true, true, 0}} {
			path := filepath.Join(t.TempDir(), "traject."+format)
			request := app.ExportRequest{What: "run", IDs: []string{run.ID}, Format: format, WithNotes: test.notes, IncludeConfidential: test.secret}
			result, err := a.ExportTo(context.Background(), request, path, false, nil)
			if err != nil || result.LeftOut != test.leftOut {
				t.Fatalf("%s %+v: %+v %v", format, test, result, err)
			}
			text, err := os.ReadFile(path)
			if format == "pdf" {
				if runtime.GOOS == "windows" {
					continue // no pdftotext here
				}
				text, err = exec.Command("pdftotext", path, "-").Output()
			}
			if err != nil {
				t.Fatal(err)
			}
			for fact, want := range map[string]bool{"Praat op tijd met alle partijen": true, "Eerst bellen": true, "Alle partijen waren er.": test.notes,
				"Hangt aan geen stap.": test.notes, "Niet voor iedereen.": test.secret, "Vertrouwelijk": test.secret} {
				if strings.Contains(letters(string(text)), letters(fact)) != want {
					t.Errorf("%s %+v: %q is there: %v", format, test, fact, !want)
				}
			}
		}
	}
	for _, format := range []string{"ics", "csv"} { // have no place for notes
		request := app.ExportRequest{What: "run", IDs: []string{run.ID}, Format: format, WithNotes: true}
		result, err := a.ExportTo(context.Background(), request, filepath.Join(t.TempDir(), "x."+format), false, nil)
		if err != nil || result.LeftOut != 0 {
			t.Fatalf("%s: %+v %v", format, result, err)
		}
	}
}

// The answers of the three stand side by side in the dossier too.
func TestAHandoverTellsTheAnswers(t *testing.T) {
	a, _ := open(t)
	run, err := a.Checklists.Start(app.NewRun{Template: "lokale-driehoeken", Name: "Driehoek"})
	if err != nil {
		t.Fatal(err)
	}
	view, err := a.Checklists.SetQuestion(app.Answer{Run: run.ID, Step: "ld-foto-4", Text: "Waar zijn wij trots op?"})
	if err != nil {
		t.Fatal(err)
	}
	question := view.Phases[1].Steps[3].Questions[0].ID
	for column, text := range []string{"De rust", "De agenda", "De sfeer"} {
		if _, err := a.Checklists.SetAnswer(app.Answer{Run: run.ID, Step: "ld-foto-4", Question: question, Column: column, Text: text}); err != nil {
			t.Fatal(err)
		}
	}
	dir := filepath.Join(t.TempDir(), "dossier")
	if _, err := a.ExportTo(context.Background(), app.ExportRequest{What: "handover", IDs: []string{run.ID}, Format: "zip"}, dir, false, nil); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(filepath.Join(dir, "overdracht.md"))
	if err != nil || !strings.Contains(string(text), "| Waar zijn wij trots op? | De rust | De agenda | De sfeer |") {
		t.Errorf("%v\n%s", err, text)
	}
	if _, err := os.Stat(filepath.Join(dir, "overdracht.ics")); err == nil {
		t.Error("a run without dates has a calendar")
	}
}

func TestAHandoverIsAZipToo(t *testing.T) {
	a, d := open(t)
	run := busyRun(t, a)
	request := app.ExportRequest{What: "handover", IDs: []string{run.ID}, Format: "zip", IncludeConfidential: true}
	name, err := a.Export.Suggest(request)
	if err != nil || name != "Overdrachtsdossier Formatie 2026.zip" {
		t.Fatal(name, err)
	}
	d.save = filepath.Join(t.TempDir(), "dossier")
	result, err := a.Export.Save(request)
	if err != nil || result.LeftOut != 0 || !strings.HasSuffix(result.Path, "dossier.zip") {
		t.Fatalf("%+v %v", result, err)
	}
	for _, wrong := range []app.ExportRequest{{What: "handover", Format: "zip"}, {What: "handover", IDs: []string{"weg"}, Format: "zip"},
		{What: "handover", IDs: []string{run.ID}, Format: "pdf"}, {What: "item", IDs: []string{"anders-formeren"}, Format: "ics"}} {
		if _, err := a.Export.Save(wrong); err == nil {
			t.Errorf("%+v is accepted", wrong)
		}
	}
}

//go:build e2e

package e2e

import (
	"archive/zip"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	ics "github.com/arran4/golang-ical"

	"raadwijzer/app/internal/domain"
)

// shownRun is what "runs show --json" tells.
type shownRun struct {
	ID, Name, Municipality, Period, Anchor string
	Progress                               struct{ Done, Total, Skipped int }
	Dates                                  []struct {
		Text, Date, Article string
		Reference           bool
	}
	Phases []struct {
		Title string
		Steps []shownStep
	}
}

type shownStep struct {
	ID, Kind, Text, State, By, Reason, Deadline, Who, Note, Link, Origin, Article string
	Options                                                                       []struct {
		Text   string
		Chosen bool
	}
	Questions []struct {
		Text    string
		Answers []string
	}
}

// shown returns the only run of a data folder, as the command line tells it.
func (w *Window) shown() (run shownRun) {
	w.t.Helper()
	read := func(to any, args ...string) {
		w.t.Helper()
		out, err := exec.Command(console, append([]string{"--data", w.Data, "--json"}, args...)...).Output()
		if err == nil {
			err = json.Unmarshal(out, to)
		}
		if err != nil {
			w.t.Fatal(args, err)
		}
	}
	var list []struct{ ID string }
	read(&list, "runs", "list")
	if len(list) != 1 {
		w.t.Fatalf("%d runs", len(list))
	}
	read(&run, "runs", "show", list[0].ID)
	return run
}

// step returns the step with this text.
func (run shownRun) step(text string) shownStep {
	for _, p := range run.Phases {
		for _, s := range p.Steps {
			if s.Text == text {
				return s
			}
		}
	}
	return shownStep{}
}

// agree compares the three files of a dossier with the run: every fact stands
// in the PDF and in the Markdown, and the calendar has its days and no others.
func (run shownRun) agree(t *testing.T, dossier string) {
	t.Helper()
	texts := map[string]string{"the Markdown": letters(unzipped(t, dossier, "overdracht.md")), "the PDF": letters(pdfText(t, unzipped(t, dossier, "overdracht.pdf")))}
	days := map[string]string{}
	tells := func(facts ...string) {
		t.Helper()
		for name, text := range texts {
			for _, fact := range facts {
				if fact != "" && !strings.Contains(text, letters(fact)) {
					t.Errorf("%s does not tell %q", name, fact)
				}
			}
		}
	}
	dated := func(id, day string) {
		t.Helper()
		if day != "" {
			days[run.ID+"-"+id+"@raadwijzer"] = strings.ReplaceAll(day, "-", "")
			tells(dutch(t, day))
		}
	}
	tells(run.Name, run.Municipality, run.Period)
	for _, p := range run.Phases {
		tells(p.Title)
		for _, s := range p.Steps {
			tells(s.Text, s.Reason, s.By, s.Who, s.Note, s.Link, s.Article)
			dated(s.ID, s.Deadline)
			for _, o := range s.Options {
				if o.Chosen {
					tells(o.Text)
				}
			}
			for _, q := range s.Questions {
				tells(append(q.Answers, q.Text)...)
			}
		}
	}
	calendar := map[string]string{}
	if run.Anchor != "" {
		calendar = eventDays(t, unzipped(t, dossier, "overdracht.ics"))
	}
	for _, d := range run.Dates {
		tells(d.Text, d.Article, dutch(t, d.Date))
		if !d.Reference {
			found := ""
			for id, day := range calendar {
				if strings.HasPrefix(id, run.ID+"-kalender-") && day == strings.ReplaceAll(d.Date, "-", "") && days[id] == "" {
					found = id
				}
			}
			days[found] = calendar[found]
		}
	}
	for id, day := range days {
		if calendar[id] != day {
			t.Errorf("%s is on %q in the calendar and on %s in the run", id, calendar[id], day)
		}
	}
	if len(calendar) != len(days) {
		t.Errorf("%d days in the calendar, %d in the run", len(calendar), len(days))
	}
}

func dutch(t *testing.T, day string) string {
	t.Helper()
	d, err := domain.ParseDate(day)
	if err != nil {
		t.Fatal(err)
	}
	return d.Dutch()
}

// eventDays reads a calendar with another library than the one that wrote it.
func eventDays(t *testing.T, text string) map[string]string {
	t.Helper()
	calendar, err := ics.ParseCalendar(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	days := map[string]string{}
	for _, e := range calendar.Events() {
		days[e.Id()] = e.GetProperty(ics.ComponentPropertyDtStart).Value
	}
	return days
}

func pdfText(t *testing.T, pdf string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "dossier.pdf")
	if err := os.WriteFile(file, []byte(pdf), 0o600); err != nil {
		t.Fatal(err)
	}
	text, err := exec.Command("pdftotext", file, "-").Output()
	if err != nil {
		t.Fatal("this test needs pdftotext of poppler-utils: ", err)
	}
	return string(text)
}

// letters leaves out what differs between the forms: signs of Markdown,
// hyphens at the end of a line, white space.
func letters(text string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(" \t\r\n\\*_-|<>\u00ad\u00a0\f", r) {
			return -1
		}
		return r
	}, text)
}

func unzipped(t *testing.T, archive, name string) string {
	t.Helper()
	z, err := zip.OpenReader(archive)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = z.Close() }()
	f, err := z.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

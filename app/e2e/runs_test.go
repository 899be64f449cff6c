//go:build e2e

package e2e

import (
	"archive/zip"
	"encoding/json"
	"io"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// shownRun is what "runs show --json" tells.
type shownRun struct {
	Progress struct{ Done, Total, Skipped int }
	Phases   []struct {
		Steps []struct{ Kind, Text, State, By, Reason, Who, Note, Origin string }
	}
}

// Both checklists by hand, from the start to the hand-over: every step ticked,
// one skipped with a reason, one of one's own added, taken back and added
// again. The dossier tells what the command line tells.
func TestARunByHandFromStartToHandover(t *testing.T) {
	for _, c := range []struct{ checklist, name, phase, total string }{
		{"Anders formeren", "Formatie", "Deelnemers", "25"},
		{"Versterken lokale driehoeken", "Driehoek", "verankeren", "29"},
	} {
		t.Run(c.checklist, func(t *testing.T) {
			data := t.TempDir()
			w := Start(t, data)
			w.Later()
			w.StartRun(c.checklist, c.name)
			w.Focus(Entry, "Uw naam of functie")
			w.Type("Griffier De Wit")
			w.Press(Button, "Bewaar mijn naam")
			w.Gone(Heading, "Wie werkt aan dit traject?")

			w.addStep(c.phase, "Bel de dorpsraden")
			w.Press(Button, "Maak laatste wijziging ongedaan")
			w.Says("0 van " + c.total + " stappen klaar")
			w.addStep(c.phase, "Bel de wijkraden")
			for _, step := range w.All(CheckBox, "") {
				if step.Name != "Ik ben hiermee bezig" {
					w.Press(CheckBox, step.Name)
				}
			}
			w.Says("U hebt alle stappen afgerond.")

			target := filepath.Join(t.TempDir(), "dossier.zip")
			w.Press(Button, "Overdrachtsdossier")
			w.SaveAs(target)
			w.Says("dossier.zip")
			w.Close()
			w.agrees(target)
		})
	}
}

func (w *Window) addStep(phase, text string) {
	w.t.Helper()
	w.Press(Button, "Eigen stap toevoegen bij "+phase)
	w.Focus(Entry, "Wat moet er gebeuren?")
	w.Type(text)
	w.Press(Button, "Voeg deze stap toe")
	w.Find(CheckBox, text)
}

// agrees compares the dossier with what the command line tells.
func (w *Window) agrees(dossier string) {
	w.t.Helper()
	command := func(args ...string) []byte {
		w.t.Helper()
		out, err := exec.Command(console, append([]string{"--data", w.Data, "--json"}, args...)...).Output()
		if err != nil {
			w.t.Fatal(args, err)
		}
		return out
	}
	var list []struct{ ID string }
	var run shownRun
	if err := json.Unmarshal(command("runs", "list"), &list); err != nil || len(list) != 1 {
		w.t.Fatal(list, err)
	}
	if err := json.Unmarshal(command("runs", "show", list[0].ID), &run); err != nil {
		w.t.Fatal(err)
	}
	if run.Progress.Done != run.Progress.Total || run.Progress.Done == 0 {
		w.t.Errorf("%+v", run.Progress)
	}
	text := unzipped(w.t, dossier, "overdracht.md")
	own := 0
	for _, p := range run.Phases {
		for _, s := range p.Steps {
			if !strings.Contains(text, strings.ReplaceAll(s.Text, "*", `\*`)) {
				w.t.Errorf("the dossier does not tell %q", s.Text)
			}
			if s.Kind != "topic" && s.By != "Griffier De Wit" {
				w.t.Errorf("%q was done by %q", s.Text, s.By)
			}
			if s.Origin == "eigen" {
				own++
			}
		}
	}
	if own != 1 || strings.Contains(text, "dorpsraden") || !strings.Contains(text, "Griffier De Wit") {
		w.t.Errorf("%d own steps, or what was taken back is in the dossier", own)
	}
	if pdf := unzipped(w.t, dossier, "overdracht.pdf"); !strings.HasPrefix(pdf, "%PDF-") {
		w.t.Errorf("the PDF begins with %.8q", pdf)
	}
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

//go:build e2e

package e2e

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// The letters that Dutch needs and a US keyboard lacks are in every text.
const sentence = "Eén gesprek over coördinatie, naïef of niet: reünie"

func TestFirstStartAsksForARoleAndShowsItsArticles(t *testing.T) {
	data := t.TempDir()
	w := Start(t, data)
	w.Find(Heading, firstQuestion)
	w.Click(RadioButton, "Griffier")
	w.Press(Button, "Ga aan de slag")
	w.Find(Heading, "Aan de slag")
	w.Says("7 van 9 artikelen")
	if cards := w.All(Article, ""); len(cards) != 7 {
		t.Errorf("%d articles for a griffier, want 7", len(cards))
	}
	w.Close()

	again := Start(t, data)
	again.Find(Heading, "Aan de slag")
	again.Says("7 van 9 artikelen")
	again.Close()
}

func TestNoteSurvivesAPowerCut(t *testing.T) {
	data := t.TempDir()
	w := Start(t, data)
	w.Later()
	w.Press(Link, "Versterken lokale driehoeken")
	w.Press(Link, "Maak een notitie")
	w.Focus(Panel, "Tekst")
	w.Type(sentence)
	w.Says("Bewaard om ")
	w.Kill()

	again := Start(t, data)
	again.Find(Heading, "Aan de slag")
	again.Go("Notities")
	again.Press(Link, sentence+"…")
	again.Press(ToggleButton, "Toon als platte tekst")
	if text := again.Find(Entry, "Tekst").Text(); text != sentence {
		t.Errorf("the note is %q, want %q", text, sentence)
	}
	again.Says("Versterken lokale driehoeken")
	again.Close()
}

func TestClosingTheWindowKeepsWhatWasJustTyped(t *testing.T) {
	data := t.TempDir()
	w := Start(t, data)
	w.Later()
	w.Write("Begin.")
	w.Focus(Panel, "Tekst")
	w.Key("ctrl+End")
	w.Type(" Slot é")
	w.Says("Begin. Slot é")
	w.Close() // at once: the pause after which a note is saved has not passed

	if body := onlyNote(t, data); body != "Begin. Slot é" {
		t.Errorf("the note is %q", body)
	}
}

func TestTickingByMouseAndKeyboard(t *testing.T) {
	for _, c := range []struct{ checklist, name, total string }{
		{"Anders formeren", "Formatie", "25 stappen"},
		{"Versterken lokale driehoeken", "Driehoek", "29 stappen"},
	} {
		t.Run(c.checklist, func(t *testing.T) {
			data := t.TempDir()
			w := Start(t, data)
			w.Later()
			w.StartRun(c.checklist, c.name)
			w.Says("0 van " + c.total + " klaar")

			steps := w.All(CheckBox, "")
			w.Click(CheckBox, steps[0].Name)
			w.Says("1 van " + c.total + " klaar")
			w.Focus(CheckBox, steps[1].Name)
			w.Key("space")
			w.Says("2 van " + c.total + " klaar")
			w.Kill()

			again := Start(t, data)
			again.Find(Heading, "Aan de slag")
			again.Says("2 van " + c.total + " klaar")
			again.Press(Link, "Naar mijn traject")
			for i := range 2 {
				if !again.Find(CheckBox, steps[i].Name).Is(Checked) {
					t.Errorf("step %d lost its tick", i+1)
				}
			}
			again.Close()
		})
	}
}

func TestNoteIsExportedByTheSystemsSaveDialog(t *testing.T) {
	w := Start(t, t.TempDir())
	w.Later()
	w.Write(sentence)
	w.exported("PDF", "notitie één.pdf", "coördinatie")
	w.exported("Markdown", "notitie één.md", "coördinatie")
	w.Close()
}

func TestRunIsTickedToTheEndAndExported(t *testing.T) {
	for _, c := range []struct{ checklist, name, total, words string }{
		{"Anders formeren", "Formatie", "25 van 25", "Vóór de verkiezingen"},
		{"Versterken lokale driehoeken", "Driehoek", "29 van 29", "verankeren"},
	} {
		t.Run(c.checklist, func(t *testing.T) {
			w := Start(t, t.TempDir())
			w.Later()
			w.StartRun(c.checklist, c.name)
			for _, step := range w.All(CheckBox, "") {
				w.Press(CheckBox, step.Name)
			}
			w.Says(c.total + " stappen klaar")
			w.Says("U hebt alle stappen afgerond.")
			w.exported("PDF", "traject.pdf", c.words)
			w.exported("Markdown", "traject.md", c.words)
			w.Close()
		})
	}
}

// exported presses an export button, saves by the system's dialog, and looks
// for words in the file.
func (w *Window) exported(button, name, words string) {
	w.t.Helper()
	target := filepath.Join(w.t.TempDir(), name)
	w.Press(Button, button)
	w.SaveAs(target)
	w.Says(name)
	written, err := os.ReadFile(target)
	if err != nil {
		w.t.Fatal(err)
	}
	text := string(written)
	if button == "PDF" {
		if !bytes.HasPrefix(written, []byte("%PDF-")) {
			w.t.Errorf("the file begins with %q", written[:min(len(written), 8)])
		}
		out, err := exec.Command("pdftotext", target, "-").Output()
		if err != nil {
			w.t.Fatal(err)
		}
		text = string(out)
	}
	if !strings.Contains(text, words) {
		w.t.Errorf("%q is not in %s:\n%s", words, name, text)
	}
}

func TestPageComesBackAfterAFault(t *testing.T) {
	w := Start(t, t.TempDir())
	w.Later()
	w.Go("Exporteren")
	w.KillPage()
	w.Find(Heading, "Exporteren")
	w.Go("Notities")
	w.Close()
}

func TestSecondStartLeavesTheFirstAlone(t *testing.T) {
	data := t.TempDir()
	w := Start(t, data)
	w.Find(Heading, firstQuestion)
	second := exec.Command(program, "--data", data)
	second.Env = environment(t)
	out, err := second.CombinedOutput()
	if err != nil {
		t.Errorf("the second start ended with %v: %s", err, out)
	}
	w.Later()
	w.Close()
}

func TestBrokenDataAreToldInABox(t *testing.T) {
	data := t.TempDir()
	broken := launch(t, data)
	broken.Find(Heading, firstQuestion)
	broken.Close()
	if err := os.RemoveAll(filepath.Join(data, "reservekopieen")); err != nil {
		t.Fatal(err)
	}
	breakDatabase(t, data)
	broken = launch(t, data)
	broken.Find(Alert, "")
	broken.Press(Button, "Sluit")
	broken.ended(1)
}

func TestBrokenDataAreReplacedByTheNewestBackup(t *testing.T) {
	data := t.TempDir()
	w := Start(t, data)
	w.Later()
	w.Write("Wat bewaard moet blijven.")
	w.Close()
	copies := filepath.Join(data, "reservekopieen", "dagelijks-*.db")
	// A copy that the window may have made by now can be from before the note.
	if err := os.RemoveAll(filepath.Dir(copies)); err != nil {
		t.Fatal(err)
	}
	w = Start(t, data)
	w.until("the copy of today", func() bool {
		made, err := filepath.Glob(copies)
		return err == nil && len(made) == 1
	})
	w.Close()
	breakDatabase(t, data)

	w = launch(t, data)
	w.Find(Alert, "")
	w.Press(Button, "Sluit")
	w.Find(Alert, "") // what happened, for who does not want the copy
	w.Press(Button, "Sluit")
	w.ended(1)

	w = launch(t, data)
	w.Find(Alert, "")
	w.Press(Button, "Zet terug")
	w.Find(DocumentWeb, "")
	w.Go("Notities")
	w.Find(Link, "Wat bewaard moet blijven.…")
	w.Close()
	if kept, err := filepath.Glob(filepath.Join(data, "beschadigd-*.db")); err != nil || len(kept) != 1 {
		t.Error("the damaged file was not kept", kept, err)
	}
}

func breakDatabase(t *testing.T, data string) {
	t.Helper()
	if err := os.WriteFile(database(t, data), []byte(strings.Repeat("dit is geen database ", 400)), 0o600); err != nil {
		t.Fatal(err)
	}
}

// ended waits for the end of the program and checks its exit status.
func (w *Window) ended(status int) {
	w.t.Helper()
	select {
	case <-w.done:
	case <-time.After(patience):
		w.t.Fatal("the program still runs after its message was closed")
	}
	if code := w.cmd.ProcessState.ExitCode(); code != status {
		w.t.Errorf("exit status %d, want %d", code, status)
	}
}

// database returns the file of the data folder that holds the notes.
func database(t *testing.T, data string) string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(data, "*.db"))
	if err != nil || len(files) != 1 {
		t.Fatalf("databases in %s: %q, %v", data, files, err)
	}
	return files[0]
}

// onlyNote returns the text of the one note there is, by the command line.
func onlyNote(t *testing.T, data string) string {
	t.Helper()
	var list []struct{ ID string }
	command(t, data, &list, "notes", "list")
	if len(list) != 1 {
		t.Fatalf("%d notes, want 1", len(list))
	}
	var note struct{ Body string }
	command(t, data, &note, "notes", "show", list[0].ID)
	return note.Body
}

// command runs a command and reads its JSON.
func command(t *testing.T, data string, into any, args ...string) {
	t.Helper()
	out, err := exec.Command(console, append([]string{"--data", data, "--json"}, args...)...).Output()
	if err != nil {
		t.Fatalf("%q: %v: %s", args, err, out)
	}
	if err := json.Unmarshal(out, into); err != nil {
		t.Fatalf("%q: %v: %s", args, err, out)
	}
}

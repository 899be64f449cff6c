//go:build e2e && screenshots

package e2e

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestScreenshots makes the pictures of the manual and README, in the folder
// that RAADWIJZER_PICTURES names.
func TestScreenshots(t *testing.T) {
	folder := os.Getenv("RAADWIJZER_PICTURES")
	if folder == "" {
		t.Fatal("RAADWIJZER_PICTURES names no folder; run make screenshots")
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	data := t.TempDir()
	w := Start(t, data)
	w.Find(Heading, firstQuestion)
	w.picture(filepath.Join(folder, "eerste-start.png"))
	w.Press(RadioButton, "Griffier")
	w.Press(Button, "Ga aan de slag")
	w.Says("7 van 9 artikelen")
	w.Press(Button, "Begrepen")

	furnish(t, data)
	w.Go("Instellingen")
	w.picture(filepath.Join(folder, "instellingen.png"))
	w.Go("Aan de slag")
	w.Press(Link, "Naar mijn traject")
	w.Find(CheckBox, "")
	w.picture(filepath.Join(folder, "traject.png"))
	w.Go("Aan de slag")
	w.picture(filepath.Join(folder, "aan-de-slag.png"))
	w.Press(Link, "Versterken lokale driehoeken")
	w.Find(Heading, "Bronnen")
	w.picture(filepath.Join(folder, "artikel.png"))
	w.Go("Notities")
	w.Press(Link, "Startgesprek voorbereiden…")
	w.Find(Panel, "Tekst")
	w.picture(filepath.Join(folder, "notities.png"))
	w.Go("Exporteren")
	w.picture(filepath.Join(folder, "exporteren.png"))
	w.Go("Aan de slag")
	w.Key("ctrl+k")
	w.Type("raad")
	w.Find(Heading, "Artikelen")
	w.picture(filepath.Join(folder, "zoeken.png"))
	w.Key("Escape")
	w.Close()
}

// furnish puts work in a data folder, by the command line.
func furnish(t *testing.T, data string) {
	t.Helper()
	run := func(text string, args ...string) string {
		t.Helper()
		cmd := exec.Command(console, append([]string{"--data", data}, args...)...)
		cmd.Stdin = strings.NewReader(text)
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("%q: %v: %s", args, err, out)
		}
		return strings.TrimSpace(string(out))
	}
	run("- Wat merken inwoners van het besluit?\n- Wat kan morgen al anders?\n", "notes", "add", "--title", "Vragen voor het werkbezoek", "--tag", "werkbezoek", "-")
	run("De raad bespreekt de samenwerking met het college.\n", "notes", "add", "--title", "Agenda van de heidag", "--tag", "raad", "-")
	run("## Wat wij van elkaar verwachten\n\n- [x] Datum prikken met alle drie\n- [ ] Vragen rondsturen\n- [ ] Afspreken wie bijhoudt hoe ver wij zijn\n",
		"notes", "add", "--title", "Startgesprek voorbereiden", "--tag", "driehoek", "--item", "versterken-lokale-driehoeken", "-")
	run("", "runs", "who", "griffier")
	traject := run("", "runs", "start", "anders-formeren", "--name", "Formatie 2030", "--municipality", "Voorbeeldgemeente",
		"--period", "2030-2034", "--anchor", "2030-03-20")
	run("", "runs", "facts", traject, "af-02", "--who", "de burgemeester")
	for _, step := range []string{"af-01", "af-02", "af-06", "af-07"} {
		run("", "runs", "set", traject, step, "done")
	}
}

// picture saves the window when it has come to rest.
func (w *Window) picture(file string) {
	w.t.Helper()
	w.tool("xdotool", "mousemove", "0", "0")
	var last string
	w.until("a window at rest", func() bool {
		time.Sleep(300 * time.Millisecond)
		w.tool("import", "-silent", "-window", w.id(), "-strip", "-define", "png:compression-level=9",
			"-define", "png:exclude-chunks=date,time", file)
		now, err := os.ReadFile(file)
		same := err == nil && string(now) == last
		last = string(now)
		return same
	})
}

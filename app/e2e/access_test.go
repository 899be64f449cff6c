//go:build e2e

package e2e

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestNoteIsReadByAssistiveTechnology reads a note as a screen reader does:
// its title, the structure of its text, what is stored and what is found.
func TestNoteIsReadByAssistiveTechnology(t *testing.T) {
	data := t.TempDir()
	file := filepath.Join(t.TempDir(), "notitie.md")
	const body = "## Besluiten\n\nEen gewone zin.\n\n### Wat nu?\n\n- eerste punt\n- tweede punt\n\nTaken:\n\n- [x] bel de griffier\n- [ ] schrijf het verslag\n"
	if err := os.WriteFile(file, []byte(body), 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command(console, "--data", data, "notes", "add", "--title", "Overleg over wonen", file).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	w := Start(t, data)
	w.Later()
	w.Go("Notities")
	w.Press(Link, "Overleg over wonen…")
	if title := w.Find(Entry, "Titel van de notitie").Text(); title != "Overleg over wonen" {
		t.Errorf("the title is %q", title)
	}
	panel := w.Find(Panel, "Tekst")
	inside := func(role Role) (nodes []*Node) {
		panel.bus.walk(panel.ref, 0, func(n *Node) bool {
			if n.Role == role {
				nodes = append(nodes, n)
			}
			return true
		})
		return nodes
	}
	for _, c := range []struct {
		what  string
		role  Role
		count int
	}{{"headings", Heading, 2}, {"lists", List, 2}, {"points", ListItem, 4}} {
		// The tree follows the page a moment later.
		w.until(fmt.Sprintf("%d %s in the text", c.count, c.what), func() bool { return len(inside(c.role)) == c.count })
	}
	tasks := inside(CheckBox)
	if len(tasks) != 2 || tasks[0].Name != "Klaar: bel de griffier" || !tasks[0].Is(Checked) || tasks[1].Is(Checked) {
		t.Errorf("the tasks are %+v", tasks)
	}
	w.Press(CheckBox, "Klaar: schrijf het verslag")
	w.Says("Bewaard om ")
	if !w.Find(CheckBox, "Klaar: schrijf het verslag").Is(Checked) {
		t.Error("the task is not ticked")
	}
	if !strings.Contains(onlyNote(t, data), "- [x] schrijf het verslag") {
		t.Error("the tick is not stored")
	}

	w.Key("ctrl+k")
	w.Focus(Entry, "Zoek in notities, artikelen en stappen")
	w.Type("griffier")
	w.Find(Heading, "Notities")
	w.Find(Link, "Overleg over wonen…")
	w.Close()
}

// TestRunIsReadByAssistiveTechnology reads a run as a screen reader does: how
// far it is, its steps, and the picture of time beside the table that says the
// same.
func TestRunIsReadByAssistiveTechnology(t *testing.T) {
	data := t.TempDir()
	start := exec.Command(console, "--data", data, "runs", "start", "anders-formeren", "--name", "Formatie", "--anchor", "2030-03-20")
	if out, err := start.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	w := Start(t, data)
	w.Later()
	w.Go("Trajecten")
	w.Press(Link, "Formatie")
	w.Find(Heading, "Formatie")
	bar := w.Find(ProgressBar, "0 van 25 stappen klaar")
	if value, err := bar.Value(); err != nil || value != 0 {
		t.Errorf("the progress is %v, %v", value, err)
	}
	first := w.Find(CheckBox, "").Name
	w.Press(CheckBox, first)
	w.until("the status to tell it", func() bool {
		for _, status := range w.All(StatusBar, "") {
			if strings.Contains(status.Text(), "1 van 25 stappen klaar") {
				return true
			}
		}
		return false
	})
	if !w.Find(CheckBox, first).Is(Checked) {
		t.Error("the step is not ticked")
	}

	w.Press(Any, "Dit traject in de tijd")
	w.Press(Any, "Toon de datums als tabel")
	w.until("the picture with its sentence", func() bool {
		picture := w.first(Image, "")
		return picture != nil && strings.Contains(picture.Name, " datums van ")
	})
	if rows := w.All(TableRow, ""); len(rows) < 5 {
		t.Errorf("the table has %d rows", len(rows))
	}
	columns := []string{}
	for _, header := range w.All(ColumnHeader, "") {
		columns = append(columns, strings.TrimSpace(header.Text()))
	}
	if got := strings.Join(columns, ", "); !strings.Contains(got, "Datum, Wat, Soort, Stand") {
		t.Errorf("the columns are %q", got)
	}

	w.Press(Button, "Verander deze datum")
	w.Find(Dialog, "Verkiezingsdag veranderen")
	w.Key("Escape")
	w.Gone(Dialog, "Verkiezingsdag veranderen")
	w.until("the focus back on the button", func() bool {
		button := w.first(Button, "Verander deze datum")
		return button != nil && button.Is(Focused)
	})
	w.Close()
}

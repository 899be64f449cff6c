//go:build e2e

package e2e

import (
	"os/exec"
	"strings"
	"testing"
)

// TestTwoRunsAreReadAsATable looks whether two runs beside each other stay a
// table for a screen reader where large letters leave no room for columns.
func TestTwoRunsAreReadAsATable(t *testing.T) {
	data := t.TempDir()
	for _, name := range []string{"Formatie", "Vorige formatie"} {
		if out, err := exec.Command(console, "--data", data, "runs", "start", "anders-formeren", "--name", name).CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
	}
	w := Start(t, data)
	w.Later()
	w.Go("Trajecten")
	w.Press(Link, "Formatie")
	w.Find(Heading, "Formatie")
	w.Press(Button, "Vergelijk met een ander traject")
	w.Press(Button, "Leg naast elkaar")
	w.Find(Heading, "Formatie naast Vorige formatie")
	w.isTable("Stap, Formatie, Vorige formatie")
	for range 10 {
		w.Key("ctrl+plus")
	}
	w.Says("Tekstgrootte: 200 %")
	w.isTable("Formatie, Vorige formatie")
	w.Close()
}

// isTable looks at the columns and the rows: 25 steps in five phases.
func (w *Window) isTable(columns string) {
	w.t.Helper()
	w.until("a table with the columns "+columns, func() bool {
		names := []string{}
		for _, header := range w.All(ColumnHeader, "") {
			names = append(names, strings.TrimSpace(header.Text()))
		}
		return strings.Join(names, ", ") == columns && len(w.All(TableRow, "")) > 25
	})
}

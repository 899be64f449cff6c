//go:build e2e && bench

package e2e

import (
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"raadwijzer/app"
	"raadwijzer/content"
)

// TestBenchRuns measures the screen "Trajecten" in the window with 500 runs. It
// judges nothing, as TestBench.
func TestBenchRuns(t *testing.T) {
	display, err := openScreen()
	if err != nil {
		t.Fatal(err)
	}
	b := &bench{T: t, display: display}
	b.print("\n500 runs, %s, load %s", time.Now().UTC().Format(time.DateTime), load())
	w := Start(t, fiveHundredRuns(t))
	w.Later()
	var overview []float64
	for range 10 {
		_, last := b.settled(func() { b.press('3', keyControl) })
		overview = append(overview, last)
		b.settled(func() { b.press('1', keyControl) })
	}
	b.row("overview of 500 runs, until it is whole", overview, "ms", "")
	w.Close()
}

func fiveHundredRuns(t *testing.T) string {
	t.Helper()
	data := filepath.Join(t.TempDir(), "data")
	a, err := app.Open(app.Config{DataDir: data, Version: "0", Content: content.FS})
	if err != nil {
		t.Fatal(err)
	}
	for i := range 500 {
		if _, err := a.Checklists.Start(app.NewRun{Template: "anders-formeren", Name: fmt.Sprintf("Formatie %d", i), Anchor: "2030-03-20"}); err != nil {
			t.Fatal(err)
		}
	}
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	return data
}

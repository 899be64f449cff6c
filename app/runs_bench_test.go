package app_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"raadwijzer/app"
	"raadwijzer/content"
)

// What the window does for the overview and for a tick, with 500 runs.
func BenchmarkRunsThroughTheBridge(b *testing.B) {
	a, err := app.Open(app.Config{DataDir: filepath.Join(b.TempDir(), "data"), Content: content.FS, Desktop: &fakeDesktop{}})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = a.Close() })
	var ids []string
	for i := range 500 {
		run, err := a.Checklists.Start(app.NewRun{Template: "anders-formeren", Name: fmt.Sprintf("Formatie %d", i), Anchor: "2026-03-18"})
		if err != nil {
			b.Fatal(err)
		}
		ids = append(ids, run.ID)
	}
	percentile := func(b *testing.B, call func(i int) error) {
		var took []time.Duration
		for i := 0; b.Loop(); i++ {
			begin := time.Now()
			if err := call(i); err != nil {
				b.Fatal(err)
			}
			took = append(took, time.Since(begin))
		}
		slices.Sort(took)
		b.ReportMetric(float64(took[len(took)*95/100].Microseconds())/1000, "p95-ms")
	}
	b.Run("overview", func(b *testing.B) {
		percentile(b, func(int) error { _, err := a.Checklists.List(); return err })
	})
	b.Run("tick", func(b *testing.B) {
		states := []string{"done", "open"}
		percentile(b, func(i int) error {
			_, err := a.Checklists.SetStep(app.StepChange{Run: ids[i%500], Step: "af-09", State: states[i/500%2]})
			return err
		})
	})
}

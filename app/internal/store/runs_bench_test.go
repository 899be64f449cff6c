package store

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"raadwijzer/app/internal/domain"
)

// manyRuns fills a folder with 500 runs of 40 steps, each with a date.
func manyRuns(b *testing.B) (*Store, []string) {
	b.Helper()
	c := domain.Checklist{ID: "x", Version: 1, Title: "Lijst", AnchorLabel: "Dag"}
	for p := range 4 {
		phase := domain.ChecklistPhase{ID: fmt.Sprintf("fase-%d", p), Title: "Fase"}
		for i := range 10 {
			days := p*30 + i
			phase.Steps = append(phase.Steps, domain.ChecklistStep{ID: fmt.Sprintf("stap-%d-%d", p, i), Kind: domain.StepTick,
				Text: fmt.Sprintf("Doe stap %d van fase %d van het traject, en spreek af wie dat doet", i, p),
				Why:  "Zo weet iedereen wat er gebeurt, en wanneer het klaar moet zijn.", Origin: domain.OriginProposal, Offset: &days})
		}
		c.Phases = append(c.Phases, phase)
	}
	s, err := Open(ctx, Config{Folder: b.TempDir(), Read: func(n domain.Note) NoteText { return NoteText{Plain: n.Body} }})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = s.Close() })
	anchor, _ := domain.ParseDate("2026-03-18")
	var ids []string
	for i := range 500 {
		run, err := domain.NewRun(NewID(), c, domain.Start{Name: fmt.Sprintf("Traject %d", i), Anchor: anchor}, s.now())
		if err == nil {
			err = s.CreateRun(ctx, run)
		}
		if err != nil {
			b.Fatal(err)
		}
		ids = append(ids, run.ID)
	}
	return s, ids
}

func BenchmarkOverviewOf500Runs(b *testing.B) {
	s, _ := manyRuns(b)
	for b.Loop() {
		cards, err := s.Runs(ctx)
		if err != nil || len(cards) != 500 {
			b.Fatal(len(cards), err)
		}
	}
}

// A tick is told at the 95th percentile too, because a slow one now and then
// is what a user feels.
func BenchmarkTickAmong500Runs(b *testing.B) {
	s, ids := manyRuns(b)
	var took []time.Duration
	for i := 0; b.Loop(); i++ {
		begin := time.Now()
		_, err := s.UpdateRun(ctx, ids[i%len(ids)], func(r *domain.Run) error {
			state := domain.StateDone
			if step, _ := r.Step("stap-1-4"); step.State == domain.StateDone {
				state = domain.StateOpen
			}
			return r.SetStep(domain.StepChange{Step: "stap-1-4", State: state}, domain.Actor{By: "griffier", At: s.now()})
		})
		if err != nil {
			b.Fatal(err)
		}
		took = append(took, time.Since(begin))
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)*95/100].Microseconds())/1000, "p95-ms")
}

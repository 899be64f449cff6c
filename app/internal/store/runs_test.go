package store

import (
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"

	"raadwijzer/app/internal/domain"
)

func testRun(t *testing.T, s *Store) *domain.Run {
	t.Helper()
	minus := -180
	c := domain.Checklist{ID: "anders-formeren", Version: 3, Title: "Anders formeren", Notice: "let op", AnchorLabel: "Verkiezingsdag",
		Item: "anders-formeren", Phases: []domain.ChecklistPhase{
			{ID: "voor", Title: "Vóór", Goal: "doel", Origin: domain.OriginLDiB, Source: domain.Source{Title: "bron", URL: "https://x.nl"},
				Steps: []domain.ChecklistStep{
					{ID: "a", Kind: domain.StepTick, Text: "Plan een gesprek", Why: "want", Origin: domain.OriginLDiB, Offset: &minus, Source: domain.Source{Title: "b", URL: "https://y.nl"}},
					{ID: "t", Kind: domain.StepTopic, Text: "Toon", Parent: "a", Origin: domain.OriginLDiB},
				}},
			{ID: "na", Title: "Na", Steps: []domain.ChecklistStep{
				{ID: "c", Kind: domain.StepChoice, Text: "Kies", Article: "art. 1", Options: []domain.ChoiceOption{{ID: "c1", Text: "inhoud"}, {ID: "c2", Text: "proces"}}},
			}},
		}}
	anchor, err := domain.ParseDate("2030-03-20")
	if err != nil {
		t.Fatal(err)
	}
	run, err := domain.NewRun(NewID(), c, "Formatie", "Ons Dorp", anchor, "griffier", s.now())
	if err != nil {
		t.Fatal(err)
	}
	if err := s.CreateRun(ctx, run); err != nil {
		t.Fatal(err)
	}
	return run
}

func TestRunComesBackAsItWent(t *testing.T) {
	s, _ := open(t)
	want := testRun(t, s)
	got, err := s.Run(ctx, want.ID)
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Fatalf("%v\n got %+v\nwant %+v", err, got, want)
	}
	all, err := s.Runs(ctx)
	if err != nil || len(all) != 1 || !reflect.DeepEqual(all[0], want) {
		t.Fatal(all, err)
	}
	_, err = s.Run(ctx, "onbekend")
	wantCode(t, err, domain.CodeRunUnknown)
}

func TestUpdateRunStoresTheChangeAndItsLog(t *testing.T) {
	s, c := open(t)
	run := testRun(t, s)
	c.now = c.now.Add(time.Hour)
	got, err := s.UpdateRun(ctx, run.ID, func(r *domain.Run) error {
		return r.SetStep(domain.StepChange{Step: "c", State: domain.StateDone, By: "wie", Chosen: []string{"c2", "c1"}}, s.now())
	})
	if err != nil {
		t.Fatal(err)
	}
	stored, err := s.Run(ctx, run.ID)
	if err != nil || !reflect.DeepEqual(stored, got) || stored.Rev != 2 || stored.Progress().Done != 1 {
		t.Fatalf("%+v %v", stored, err)
	}
	log, err := s.RunLog(ctx, run.ID)
	if err != nil || len(log) != 3 || log[1].What != domain.LogChoice || log[1].To != "c1,c2" || log[2].To != "done" || log[2].By != "wie" {
		t.Fatalf("%+v %v", log, err)
	}
}

func TestAFailedChangeStoresNothing(t *testing.T) {
	s, _ := open(t)
	run := testRun(t, s)
	planned := errors.New("planned")
	_, err := s.UpdateRun(ctx, run.ID, func(r *domain.Run) error {
		if err := r.SetStep(domain.StepChange{Step: "a", State: domain.StateDone}, s.now()); err != nil {
			return err
		}
		return planned
	})
	if !errors.Is(err, planned) {
		t.Fatal(err)
	}
	stored, err := s.Run(ctx, run.ID)
	if err != nil || !reflect.DeepEqual(stored, run) {
		t.Fatal(stored, err)
	}
	if log, _ := s.RunLog(ctx, run.ID); len(log) != 1 {
		t.Fatal(log)
	}
}

func TestTheLogIsNeverRewritten(t *testing.T) {
	s, _ := open(t)
	testRun(t, s)
	for _, statement := range []string{"UPDATE run_log SET to_value = 'x'", "DELETE FROM run_log"} {
		if _, err := s.writer.ExecContext(ctx, statement); err == nil || !strings.Contains(err.Error(), "never rewritten") {
			t.Errorf("%s: %v", statement, err)
		}
	}
}

func TestStepsAreFound(t *testing.T) {
	s, _ := open(t)
	run := testRun(t, s)
	hits, err := s.Search(ctx, ParseQuery("gesprek", nil), SearchFilter{Kinds: []Kind{KindStep}, Limit: 5})
	if err != nil || len(hits) != 1 || hits[0].ID != "a" || hits[0].Run != run.ID {
		t.Fatal(hits, err)
	}
}

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
	c := domain.Checklist{ID: "anders-formeren", Version: 3, Title: "Anders formeren", Notice: "let op", AnchorLabel: "Verkiezingsdag", Election: true,
		Item: "anders-formeren", Phases: []domain.ChecklistPhase{
			{ID: "voor", Title: "Vóór", Goal: "doel", Origin: domain.OriginLDiB, Source: domain.Source{Title: "bron", URL: "https://x.nl"},
				Steps: []domain.ChecklistStep{
					{ID: "a", Kind: domain.StepTick, Text: "Plan een gesprek", Why: "want", Origin: domain.OriginLDiB, Offset: &minus, Source: domain.Source{Title: "b", URL: "https://y.nl"}},
					{ID: "t", Kind: domain.StepTopic, Text: "Toon", Parent: "a", Origin: domain.OriginLDiB},
				}},
			{ID: "na", Title: "Na", Steps: []domain.ChecklistStep{
				{ID: "f", Kind: domain.StepForm, Text: "Foto", People: []string{"burgemeester", "griffier", "gemeentesecretaris"}},
				{ID: "c", Kind: domain.StepChoice, Text: "Kies", Article: "art. 1", Options: []domain.ChoiceOption{{ID: "c1", Text: "inhoud"}, {ID: "c2", Text: "proces"}}},
			}},
		}}
	anchor, err := domain.ParseDate("2030-03-20")
	if err != nil {
		t.Fatal(err)
	}
	run, err := domain.NewRun(NewID(), c, domain.Start{Name: "Formatie", Municipality: "Ons Dorp", Period: "2030-2034",
		Anchor: anchor, By: "griffier"}, s.now())
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
	bare := *want
	bare.Phases = nil
	if err != nil || len(all) != 1 || !reflect.DeepEqual(all[0], RunCard{bare, want.Summary()}) {
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
		return r.SetStep(domain.StepChange{Step: "c", State: domain.StateDone, Chosen: []string{"c2", "c1"}}, domain.Actor{By: "wie", At: s.now()})
	})
	if err != nil {
		t.Fatal(err)
	}
	stored, err := s.Run(ctx, run.ID)
	if err != nil || !reflect.DeepEqual(stored, got) || stored.Rev != 2 || stored.Progress().Done != 1 {
		t.Fatalf("%+v %v", stored, err)
	}
	log, err := s.RunLog(ctx, run.ID)
	if err != nil || len(log) != 3 || log[1].What != domain.LogChoice || log[1].To != "c1,c2" || log[2].Word(log[2].To) != "done" || log[1].Change != log[2].Change || log[2].By != "wie" {
		t.Fatalf("%+v %v", log, err)
	}
}

func TestAFailedChangeStoresNothing(t *testing.T) {
	s, _ := open(t)
	run := testRun(t, s)
	planned := errors.New("planned")
	_, err := s.UpdateRun(ctx, run.ID, func(r *domain.Run) error {
		if err := r.SetStep(domain.StepChange{Step: "a", State: domain.StateDone}, domain.Actor{At: s.now()}); err != nil {
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

// Everything that can be done with a run comes back from the file as it was in
// memory, and undoing it all gives the run as it began.
func TestEveryChangeIsStoredAndUndone(t *testing.T) {
	s, c := open(t)
	run := testRun(t, s)
	day, err := domain.ParseDate("2030-05-05")
	if err != nil {
		t.Fatal(err)
	}
	who := func() domain.Actor {
		c.now = c.now.Add(time.Minute)
		return domain.Actor{By: "wie", At: s.now()}
	}
	changes := []func(*domain.Run) error{
		func(r *domain.Run) error {
			return r.AddStep("own", "voor", domain.OwnStep{Text: "Bel de kiesraad", Why: "want"}, who())
		},
		func(r *domain.Run) error { return r.MoveStep("own", true, who()) },
		func(r *domain.Run) error {
			return r.SetStep(domain.StepChange{Step: "own", State: domain.StateDone}, who())
		},
		func(r *domain.Run) error {
			return r.SetFacts("a", domain.StepFacts{Who: "de griffier", Note: "zaal", Link: "https://x.nl/y"}, who())
		},
		func(r *domain.Run) error { return r.SetDeadline("a", day, who()) },
		func(r *domain.Run) error { return r.SetQuestion("f", "q1", "Wat gaat goed?", who()) },
		func(r *domain.Run) error { return r.SetAnswer("f", "q1", 1, "De agenda", who()) },
		func(r *domain.Run) error { return r.SetAnswer("f", "q1", 1, "De agenda en de sfeer", who()) },
		func(r *domain.Run) error {
			return r.EditStep("own", domain.OwnStep{Text: "Bel het hoofdstembureau"}, who())
		},
		func(r *domain.Run) error { return r.MoveAnchor(day, domain.ElectionRedivision, who()) },
		func(r *domain.Run) error { return r.SetHeading(domain.Heading{Name: "Anders", Period: "2030"}, who()) },
		func(r *domain.Run) error { return r.Archive(true, who()) },
		func(r *domain.Run) error {
			newer := r.Checklist()
			newer.Version++
			newer.Phases = append([]domain.ChecklistPhase{{ID: "eerst", Title: "Eerst", Goal: "doel", Origin: domain.OriginLaw,
				Source: domain.Source{Title: "bron", URL: "https://z.nl"}, Steps: []domain.ChecklistStep{{ID: "n", Kind: domain.StepTick, Text: "Nieuw"}}}},
				newer.Phases...)
			return r.TakeOffers(newer, []string{"n"}, who())
		},
		func(r *domain.Run) error { return r.MoveStep("own", true, who()) }, // into the new phase
		func(r *domain.Run) error { return r.RemoveStep("own", who()) },
	}
	for i, change := range changes {
		got, err := s.UpdateRun(ctx, run.ID, change)
		if err != nil {
			t.Fatal(i, err)
		}
		if stored, err := s.Run(ctx, run.ID); err != nil || !reflect.DeepEqual(stored, got) {
			t.Fatalf("%d: %v\n got %+v\nwant %+v", i, err, stored, got)
		}
		cards, err := s.Runs(ctx)
		if err != nil || cards[0].Summary != got.Summary() {
			t.Fatalf("%d: %+v %v", i, cards, err)
		}
	}
	for range changes {
		if last, err := s.LastChange(ctx, run.ID); err != nil || last == "" {
			t.Fatal(last, err)
		}
		_, err := s.UpdateRunByLog(ctx, run.ID, func(r *domain.Run, log []domain.LogEntry) error { return r.Undo(log, "wie", s.now()) })
		if err != nil {
			t.Fatal(err)
		}
	}
	if last, err := s.LastChange(ctx, run.ID); err != nil || last != "" {
		t.Fatal(last, err)
	}
	stored, err := s.Run(ctx, run.ID)
	if err != nil {
		t.Fatal(err)
	}
	stored.Rev, stored.Updated = run.Rev, run.Updated
	if !reflect.DeepEqual(stored, run) {
		t.Fatalf("\n got %+v\nwant %+v", stored, run)
	}
}

func TestOwnStepsAreFoundWhileTheyAreThere(t *testing.T) {
	s, _ := open(t)
	run := testRun(t, s)
	find := func() int {
		t.Helper()
		hits, err := s.Search(ctx, ParseQuery("kiesraad", nil), SearchFilter{Kinds: []Kind{KindStep}, Limit: 5})
		if err != nil {
			t.Fatal(err)
		}
		return len(hits)
	}
	change := func(f func(*domain.Run) error) {
		t.Helper()
		if _, err := s.UpdateRun(ctx, run.ID, f); err != nil {
			t.Fatal(err)
		}
	}
	who := domain.Actor{At: s.now()}
	change(func(r *domain.Run) error { return r.AddStep("own", "na", domain.OwnStep{Text: "Bel de kiesraad"}, who) })
	if find() != 1 {
		t.Fatal("an own step is not found")
	}
	change(func(r *domain.Run) error { return r.EditStep("own", domain.OwnStep{Text: "Bel de provincie"}, who) })
	if find() != 0 {
		t.Fatal("the old text is found")
	}
	change(func(r *domain.Run) error { return r.SetFacts("own", domain.StepFacts{Note: "of de kiesraad"}, who) })
	if find() != 1 {
		t.Fatal("a note at a step is not found")
	}
	change(func(r *domain.Run) error { return r.RemoveStep("own", who) })
	if find() != 0 {
		t.Fatal("a step that was removed is found")
	}
}

func TestOwnChecklistsGetVersions(t *testing.T) {
	s, _ := open(t)
	one, err := s.SaveChecklist(ctx, "id-1", "Onze lijst", "# Onze lijst")
	if err != nil || one.ID != "id-1" || one.Version != 1 {
		t.Fatal(one, err)
	}
	same, err := s.SaveChecklist(ctx, "id-2", "onze lijst", "# Onze lijst")
	if err != nil || same.ID != "id-1" || same.Version != 1 {
		t.Fatal(same, err)
	}
	next, err := s.SaveChecklist(ctx, "id-3", "Onze lijst", "# Onze lijst\n\n## Nieuw")
	if err != nil || next.ID != "id-1" || next.Version != 2 {
		t.Fatal(next, err)
	}
	list, err := s.OwnChecklists(ctx)
	if err != nil || len(list) != 1 || !reflect.DeepEqual(list[0], next) {
		t.Fatal(list, err)
	}
	if err := s.RemoveChecklist(ctx, "id-1"); err != nil {
		t.Fatal(err)
	}
	wantCode(t, s.RemoveChecklist(ctx, "id-1"), domain.CodeTemplateUnknown)
}

func TestRecesses(t *testing.T) {
	s, _ := open(t)
	first, _ := domain.ParseDate("2026-07-18")
	last, _ := domain.ParseDate("2026-08-30")
	want := domain.Recess{ID: "r", Name: "Zomerreces", First: first, Last: last}
	if err := s.AddRecess(ctx, want); err != nil {
		t.Fatal(err)
	}
	list, err := s.Recesses(ctx)
	if err != nil || len(list) != 1 || list[0] != want {
		t.Fatal(list, err)
	}
	wantCode(t, s.RemoveRecess(ctx, "weg"), domain.CodeRecessUnknown)
	if err := s.RemoveRecess(ctx, "r"); err != nil {
		t.Fatal(err)
	}
}

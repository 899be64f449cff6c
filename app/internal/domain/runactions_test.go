package domain

import (
	"reflect"
	"strings"
	"testing"
)

func TestFactsAreChecked(t *testing.T) {
	for name, test := range map[string]struct {
		facts StepFacts
		code  Code
	}{
		"all":         {StepFacts{Who: " de griffier ", Note: "bel", Link: "https://x.nl/a?b=c#d"}, ""},
		"none":        {StepFacts{}, ""},
		"long":        {StepFacts{Who: strings.Repeat("é", 201)}, CodeNameTooLong},
		"long note":   {StepFacts{Note: strings.Repeat("x", 1001)}, CodeNameTooLong},
		"not UTF-8":   {StepFacts{Note: "\xff"}, CodeNotUTF8},
		"script":      {StepFacts{Link: "javascript:alert(1)"}, CodeLinkInvalid},
		"file":        {StepFacts{Link: "file:///etc/passwd"}, CodeLinkInvalid},
		"no host":     {StepFacts{Link: "https:///pad"}, CodeLinkInvalid},
		"white space": {StepFacts{Link: "https://x.nl/a b"}, CodeLinkInvalid},
		"line break":  {StepFacts{Link: "https://x.nl/\r\nX: y"}, CodeLinkInvalid},
	} {
		t.Run(name, func(t *testing.T) {
			r := exampleRun(t)
			r.Added = nil
			if err := r.SetFacts("a", test.facts, me); CodeOf(err) != test.code {
				t.Fatal(err)
			}
			if test.code != "" && len(r.Added) > 0 {
				t.Errorf("%+v", r.Added)
			}
		})
	}
	r := exampleRun(t)
	if err := r.SetFacts("t", StepFacts{Note: "besproken"}, me); err != nil {
		t.Error("a topic has a note too", err)
	}
}

func TestOnlyOwnStepsAreChanged(t *testing.T) {
	r := exampleRun(t)
	for name, err := range map[string]error{
		"edit": r.EditStep("a", OwnStep{Text: "x"}, me), "remove": r.RemoveStep("a", me), "move": r.MoveStep("a", true, me)} {
		if CodeOf(err) != CodeStepNotOwn {
			t.Errorf("%s: %v", name, err)
		}
	}
	for name, err := range map[string]error{
		"phase": r.AddStep("own", "weg", OwnStep{Text: "x"}, me), "text": r.AddStep("own", "een", OwnStep{Text: " "}, me)} {
		if code := CodeOf(err); code != CodePhaseUnknown && code != CodeNameMissing {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func ids(p Phase) string {
	var list []string
	for _, s := range p.Steps {
		list = append(list, s.ID)
	}
	return strings.Join(list, " ")
}

// A move goes over a step with its topics, and on into the next phase.
func TestMovingAnOwnStep(t *testing.T) {
	r := exampleRun(t)
	if err := r.AddStep("own", "een", OwnStep{Text: "Eigen"}, me); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"a t own b", "own a t b", "own a t b"} {
		if err := r.MoveStep("own", true, me); err != nil || ids(r.Phases[0]) != want {
			t.Fatalf("%s, want %s: %v", ids(r.Phases[0]), want, err)
		}
	}
	for _, want := range []string{"a own t b | c f", "a t b own | c f", "a t b | own c f", "a t b | c own f", "a t b | c f own", "a t b | c f own"} {
		if err := r.MoveStep("own", false, me); err != nil || ids(r.Phases[0])+" | "+ids(r.Phases[1]) != want {
			t.Fatalf("%s | %s, want %s: %v", ids(r.Phases[0]), ids(r.Phases[1]), want, err)
		}
	}
}

// In a checklist of the user a step may have topics; they stay with it.
func TestMovingAStepTakesItsTopicsAlong(t *testing.T) {
	r := exampleRun(t)
	for i := range r.Phases[0].Steps {
		r.Phases[0].Steps[i].Origin = OriginOwn
	}
	for _, want := range []string{"een: t b a | twee: c f", "een: b | twee: a t c f", "een: b | twee: t c a f"} {
		if err := r.MoveStep("a", false, me); err != nil || outline(r) != want {
			t.Fatalf("%s, want %s: %v", outline(r), want, err)
		}
	}
	for _, want := range []string{"een: b | twee: t a c f", "een: b a t | twee: c f", "een: a b t | twee: c f"} {
		if err := r.MoveStep("a", true, me); err != nil || outline(r) != want {
			t.Fatalf("%s, want %s: %v", outline(r), want, err)
		}
	}
}

func TestRemovingAStepTakesItsTopicsAlong(t *testing.T) {
	r := exampleRun(t)
	for i := range r.Phases[0].Steps {
		r.Phases[0].Steps[i].Origin = OriginOwn // as in a checklist of the user
	}
	if err := r.RemoveStep("a", me); err != nil || ids(r.Phases[0]) != "b" {
		t.Fatal(ids(r.Phases[0]), err)
	}
}

func TestOffersOfANewerTemplate(t *testing.T) {
	r := exampleRun(t)
	newer := r.Checklist()
	newer.Version = 2
	newer.Phases[0].Steps = append([]ChecklistStep{{ID: "nieuw-1", Kind: StepTick, Text: "N1"}}, newer.Phases[0].Steps...)
	newer.Phases[0].Steps = append(newer.Phases[0].Steps, ChecklistStep{ID: "nieuw-2", Kind: StepTick, Text: "N2"})
	newer.Phases[1].Steps[0].Text = "een andere tekst" // never moves a running run
	same := newer
	same.Version = 1
	if got := r.Offers(same); got != nil {
		t.Fatal("a version that was looked at offers something", got)
	}
	if offers := r.Offers(newer); len(offers) != 2 || offers[0].At != 0 || offers[1].At != 4 {
		t.Fatalf("%+v", offers)
	}
	if err := r.TakeOffers(newer, []string{"b"}, me); CodeOf(err) != CodeStepUnknown {
		t.Fatal(err)
	}
	if err := r.TakeOffers(newer, []string{"nieuw-2"}, me); err != nil || ids(r.Phases[0]) != "a t b nieuw-2" {
		t.Fatal(ids(r.Phases[0]), err)
	}
	if c, _ := r.Step("c"); c.Text != "C" {
		t.Error("a running run was changed by its template")
	}
	if got := r.Offers(newer); got != nil {
		t.Error("what was left out is offered again", got)
	}
}

// newerExample is the template of exampleRun with a phase more, between the
// two it has.
func newerExample(r *Run) Checklist {
	c := r.Checklist()
	c.Version = 2
	fresh := ChecklistPhase{ID: "tussen", Title: "Tussen", Goal: "doel", Origin: OriginOther, Source: Source{Title: "bron", URL: "https://x.nl"},
		Steps: []ChecklistStep{{ID: "n1", Kind: StepTick, Text: "N1"}, {ID: "n2", Kind: StepTopic, Text: "N2", Parent: "n1"}, {ID: "n3", Kind: StepTick, Text: "N3"}}}
	c.Phases = append(c.Phases[:1:1], append([]ChecklistPhase{fresh}, c.Phases[1:]...)...)
	return c
}

func TestANewPhaseComesWithTheStepsThatAreTaken(t *testing.T) {
	for name, test := range map[string]struct {
		wanted []string
		want   string // the phases and their steps
	}{
		"all":          {[]string{"n1", "n2", "n3"}, "een: a t b | tussen: n1 n2 n3 | twee: c f"},
		"one":          {[]string{"n3"}, "een: a t b | tussen: n3 | twee: c f"},
		"topic alone":  {[]string{"n2"}, "een: a t b | tussen: n2 | twee: c f"},
		"none":         {nil, "een: a t b | twee: c f"},
		"in any order": {[]string{"n3", "n1"}, "een: a t b | tussen: n1 n3 | twee: c f"},
	} {
		t.Run(name, func(t *testing.T) {
			r := exampleRun(t)
			before := stateOf(t, r)
			rec := &recorder{run: r}
			rec.store()
			newer := newerExample(r)
			if offers := r.Offers(newer); len(offers) != 3 || !offers[0].NewPhase || offers[0].PhaseTitle != "Tussen" {
				t.Fatalf("%+v", offers)
			}
			if err := r.TakeOffers(newer, test.wanted, me); err != nil {
				t.Fatal(err)
			}
			if got := outline(r); got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
			if p := r.phase("tussen"); p != nil && (p.Goal != "doel" || p.Origin != OriginOther || p.Source.URL != "https://x.nl") {
				t.Errorf("%+v", p)
			}
			if s, err := r.Step("n2"); err == nil && (s.Parent == "n1") != (name == "all") {
				t.Errorf("a topic hangs under %q", s.Parent)
			}
			rec.store()
			if err := r.Undo(rec.log, "", at); err != nil || stateOf(t, r) != before {
				t.Errorf("undo: %v\n%s\n%s", err, stateOf(t, r), before)
			}
		})
	}
}

func outline(r *Run) string {
	var phases []string
	for _, p := range r.Phases {
		phases = append(phases, p.ID+": "+ids(p))
	}
	return strings.Join(phases, " | ")
}

func TestChecklistOfARun(t *testing.T) {
	r := exampleRun(t)
	for _, err := range []error{
		r.AddStep("own", "twee", OwnStep{Text: "Eigen"}, me),
		r.SetDeadline("own", date(t, "2026-03-25"), me),
		r.SetQuestion("f", "q", "Wat gaat goed?", me),
		r.SetAnswer("f", "q", 0, "alles", me),
		r.SetStep(StepChange{Step: "a", State: StateDone}, me),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	next, err := NewRun("id2", r.Checklist(), Start{Name: "Volgende", Anchor: date(t, "2030-03-20")}, at)
	if err != nil {
		t.Fatal(err)
	}
	own, _ := next.Step("own")
	form, _ := next.Step("f")
	if own.Deadline.String() != "2030-03-27" || own.Pinned || next.Progress().Done != 0 {
		t.Errorf("%+v", own)
	}
	if want := []Question{{ID: "q1", Text: "Wat gaat goed?", Answers: []string{"", "", ""}}}; !reflect.DeepEqual(form.Questions, want) {
		t.Errorf("%+v", form.Questions)
	}
}

func TestCompareTellsHowEachStepWent(t *testing.T) {
	one, two := exampleRun(t), exampleRun(t)
	busy, done := Actor{"x", at}, Actor{"x", at.AddDate(0, 0, 3)}
	var log []LogEntry
	for _, err := range []error{
		one.SetStep(StepChange{Step: "a", State: StateBusy}, busy),
		one.SetStep(StepChange{Step: "a", State: StateDone}, done),
		one.SetStep(StepChange{Step: "b", State: StateSkipped, Reason: "niet nodig"}, busy),
		one.SetStep(StepChange{Step: "c", State: StateDone, Chosen: []string{"c2"}}, busy),
		two.AddStep("own", "een", OwnStep{Text: "Eigen"}, busy),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	log = append(log, one.Added...)
	pairs := Compare(one, two, log, two.Added)
	if len(pairs) != 5 || pairs[0].Step != "a" || pairs[4].Step != "own" {
		t.Fatalf("%+v", pairs)
	}
	if a := pairs[0].Left; a.Days != 3 || a.Anchor.DaysUntil(a.Done) != 3 {
		t.Errorf("%+v", a)
	}
	if pairs[1].Left.Reason != "niet nodig" || !reflect.DeepEqual(pairs[2].Left.Chosen, []string{"2"}) {
		t.Errorf("%+v", pairs)
	}
	if pairs[4].Left.Present || !pairs[4].Right.Present || pairs[0].Right.State != StateOpen {
		t.Errorf("%+v", pairs)
	}
	var first []LogEntry // of "a" alone
	for _, e := range log {
		if e.Step == "a" {
			first = append(first, e)
		}
	}
	if Span(first) != 3 || Span(nil) != 0 {
		t.Error(Span(first), Span(nil))
	}
	first[1].Change = "later"
	first = append(first, LogEntry{Undoes: "later", Step: "a", What: LogState, At: done.At})
	if Span(first) != 0 {
		t.Error("what was undone counts", Span(first))
	}
}

func TestTheKindOfElection(t *testing.T) {
	for _, test := range []struct {
		anchor       string
		wanted, want Election
	}{
		{"2026-03-18", "", ElectionRegular}, {"2026-11-18", "", ElectionRedivision}, {"2026-06-03", "", ElectionRegular},
		{"2026-03-18", ElectionRedivision, ElectionRedivision}, {"2026-11-18", ElectionRegular, ElectionRegular},
	} {
		r, err := NewRun("id", Checklist{Election: true}, Start{Name: "x", Anchor: date(t, test.anchor), Election: test.wanted}, at)
		if err != nil || r.Election != test.want {
			t.Errorf("%+v: %s, %v", test, r.Election, err)
		}
	}
	if _, err := NewRun("id", Checklist{Election: true}, Start{Name: "x", Election: "anders"}, at); CodeOf(err) != CodeElectionUnknown {
		t.Error(err)
	}
	triangle := exampleRun(t)
	if err := triangle.MoveAnchor(date(t, "2026-11-18"), "", me); err != nil || triangle.Election != "" {
		t.Error("a run without an election got one", triangle.Election, err)
	}
}

package domain

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"time"
)

// recorder keeps the log as the store does: the lines of one action share the
// id of a change.
type recorder struct {
	run   *Run
	log   []LogEntry
	count int
}

func (r *recorder) store() {
	r.count++
	for _, e := range r.run.Added {
		e.Change = strconv.Itoa(r.count)
		r.log = append(r.log, e)
	}
	r.run.Added = nil
}

// stateOf returns everything of a run but the moment of its last change.
func stateOf(t *testing.T, r *Run) string {
	t.Helper()
	copied := *r
	copied.Updated, copied.Added = time.Time{}, nil
	text, err := json.Marshal(copied)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func pick[T any](random *rand.Rand, list ...T) T { return list[random.IntN(len(list))] }

// act does something with the run. What is refused must change nothing, as the
// store throws such a run away; so act works on a copy.
func act(t *testing.T, random *rand.Rand, r *recorder, i int) {
	t.Helper()
	who := Actor{pick(random, "", "griffier", "Jo van Dam"), at.Add(time.Duration(i) * time.Hour)}
	step := pick(random, "a", "b", "c", "t", "f", "n1", fmt.Sprintf("own-%d", random.IntN(i+1)))
	text := pick(random, "", "één", "twee  woorden", `"aangehaald", {en} meer`)
	day := pick(random, Date{}, date(t, "2026-05-05"), date(t, "2025-12-25"))
	election := pick(random, ElectionRegular, ElectionRedivision, "")
	run := copyOf(t, r.run)
	var err error
	switch random.IntN(16) {
	case 0, 1, 2:
		err = run.SetStep(StepChange{Step: step, State: pick(random, StateOpen, StateBusy, StateDone, StateSkipped), Reason: text,
			Chosen: pick(random, nil, []string{"c1"}, []string{"c2", "c1"}, []string{})}, who)
	case 3:
		err = run.SetFacts(step, StepFacts{Who: text, Note: text, Link: pick(random, "", "https://voorbeeld.nl/a?b=1")}, who)
	case 4:
		err = run.SetDeadline(step, day, who)
	case 5:
		err = run.FollowAnchor(step, who)
	case 6:
		err = run.MoveAnchor(pick(random, Date{}, date(t, "2026-03-18"), date(t, "2026-11-18")), election, who)
	case 7:
		err = run.SetHeading(Heading{Name: "n" + text, Municipality: text, Period: text}, who)
	case 8:
		err = run.Archive(random.IntN(2) == 0, who)
	case 9:
		err = run.AddStep(fmt.Sprintf("own-%d", i), pick(random, "een", "tussen", "twee"), OwnStep{Text: "s" + text, Why: text, Topic: random.IntN(4) == 0}, who)
	case 10:
		err = run.EditStep(step, OwnStep{Text: "t" + text, Why: text}, who)
	case 11:
		err = run.MoveStep(step, random.IntN(2) == 0, who)
	case 12:
		err = run.RemoveStep(step, who)
	case 13:
		err = run.SetQuestion("f", pick(random, "q1", "q2", "q3"), "v"+text, who)
		if err == nil {
			err = run.SetAnswer("f", pick(random, "q1", "q2", "q3"), random.IntN(3), text, who)
		}
	case 14:
		err = run.RemoveQuestion("f", pick(random, "q1", "q2", "q3"), who)
	case 15:
		err = run.TakeOffers(newerExample(exampleRun(t)), pick(random, nil, []string{"n1", "n2"}, []string{"n2"}), who)
	}
	if err == nil {
		r.run = run
		r.store()
	}
}

func copyOf(t *testing.T, r *Run) *Run {
	t.Helper()
	text, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	var copied Run
	if err := json.Unmarshal(text, &copied); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(&copied, r) {
		t.Fatalf("a copy differs:\n%+v\n%+v", copied, *r)
	}
	return &copied
}

// Whatever is done in whatever order: progress stays within its bounds, the
// log gives the run, and undoing takes it back step by step to its beginning.
func TestAnyActionsAreCountedReplayedAndUndone(t *testing.T) {
	for seed := range uint64(300) {
		random := rand.New(rand.NewPCG(seed, 7))
		r := &recorder{run: exampleRun(t)}
		r.store()
		start := copyOf(t, r.run)
		states := []string{stateOf(t, r.run)}
		for i := range 30 {
			before := r.count
			lines := len(r.log)
			act(t, random, r, i)
			if p := r.run.Progress(); p.Done < 0 || p.Done > p.Total || p != recounted(r.run) {
				t.Fatalf("seed %d: %+v, recounted %+v", seed, p, recounted(r.run))
			}
			if len(r.log) > lines {
				states = append(states, stateOf(t, r.run))
			} else {
				r.count = before
			}
		}
		replayed := copyOf(t, start)
		if err := replayed.Replay(r.log); err != nil || stateOf(t, replayed) != states[len(states)-1] {
			t.Fatalf("seed %d: replay gives another run: %v\n%s\n%s", seed, err, stateOf(t, replayed), states[len(states)-1])
		}
		for i := len(states) - 2; i >= 0; i-- {
			if err := r.run.Undo(r.log, "wie", at); err != nil {
				t.Fatalf("seed %d: %v", seed, err)
			}
			r.store()
			if got := stateOf(t, r.run); got != states[i] {
				t.Fatalf("seed %d: undo gives another run at %d\n got %s\nwant %s", seed, i, got, states[i])
			}
		}
		if err := r.run.Undo(r.log, "", at); CodeOf(err) != CodeNothingToUndo {
			t.Fatalf("seed %d: %v", seed, err)
		}
		replayed = copyOf(t, start)
		if err := replayed.Replay(r.log); err != nil || stateOf(t, replayed) != states[0] {
			t.Fatalf("seed %d: the undone log gives another run: %v", seed, err)
		}
	}
}

// recounted counts by the words of the rule: topics count for nothing, skipped
// steps are left out of the total.
func recounted(r *Run) (p Progress) {
	for _, phase := range r.Phases {
		for _, s := range phase.Steps {
			if s.Kind == StepTopic {
				continue
			}
			p.Total++
			switch s.State {
			case StateDone:
				p.Done++
			case StateSkipped:
				p.Total--
				p.Skipped++
			}
		}
	}
	return p
}

func TestUndoGoesOnAfterNewWork(t *testing.T) {
	r := &recorder{run: exampleRun(t)}
	r.store()
	do := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		r.store()
	}
	do(r.run.SetStep(StepChange{Step: "a", State: StateDone}, Actor{"een", at}))
	first := stateOf(t, r.run)
	do(r.run.SetStep(StepChange{Step: "a", State: StateSkipped, Reason: "x"}, Actor{"twee", at}))
	do(r.run.Undo(r.log, "drie", at))
	if stateOf(t, r.run) != first {
		t.Fatal("the first tick did not come back with who and when")
	}
	do(r.run.SetStep(StepChange{Step: "b", State: StateDone}, me))
	do(r.run.Undo(r.log, "", at))
	do(r.run.Undo(r.log, "", at))
	if a, _ := r.run.Step("a"); a.State != StateOpen || a.By != "" || !a.At.IsZero() {
		t.Fatalf("%+v", a)
	}
	for _, e := range r.log {
		if e.Change == "" || e.What == LogStarted && e.Undoes != "" {
			t.Fatalf("%+v", e)
		}
	}
}

func TestMovingTheAnchorThereAndBackChangesNothing(t *testing.T) {
	for seed := range uint64(200) {
		random := rand.New(rand.NewPCG(seed, 3))
		r := &recorder{run: exampleRun(t)}
		for i := range 10 {
			act(t, random, r, i)
		}
		pinned := map[string]Date{}
		for _, p := range r.run.Phases {
			for _, s := range p.Steps {
				if s.Pinned {
					pinned[s.ID] = s.Deadline
				}
			}
		}
		before, anchor, election := stateOf(t, r.run), r.run.Anchor, r.run.Election
		if err := r.run.MoveAnchor(date(t, "2034-03-15"), "", me); err != nil {
			t.Fatal(err)
		}
		for id, day := range pinned {
			if s, _ := r.run.Step(id); s.Deadline != day {
				t.Fatalf("seed %d: a pinned date moved", seed)
			}
		}
		if err := r.run.MoveAnchor(anchor, election, me); err != nil || stateOf(t, r.run) != before {
			t.Fatalf("seed %d: %v\n%s\n%s", seed, err, before, stateOf(t, r.run))
		}
	}
}

func TestWordsOfTheLog(t *testing.T) {
	r := exampleRun(t)
	r.Added = nil
	if err := r.SetStep(StepChange{Step: "a", State: StateDone}, me); err != nil {
		t.Fatal(err)
	}
	for _, err := range []error{r.SetDeadline("b", Date{}, me), r.AddStep("own", "een", OwnStep{Text: "Eigen"}, me),
		r.MoveStep("own", true, me), r.SetQuestion("f", "q", "Wat gaat goed?", me), r.SetAnswer("f", "q", 1, "De agenda", me)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	var got []string
	for _, e := range r.Added {
		got = append(got, strings.Join([]string{e.Text, e.What, e.Word(e.From), e.Word(e.To)}, "|"))
	}
	if want := []string{"A|state|open|done", "B|deadline|2026-04-01|", "Eigen|added||", "Eigen|moved||", "F|question||Wat gaat goed?",
		"F: Wat gaat goed? (griffier)|answer||De agenda"}; !reflect.DeepEqual(got, want) {
		t.Fatalf("%q", got)
	}
}

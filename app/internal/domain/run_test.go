package domain

import (
	"reflect"
	"strings"
	"testing"
	"time"
)

var (
	at = time.Date(2026, 3, 18, 12, 0, 0, 0, time.UTC)
	me = Actor{"wie", at}
)

func date(t *testing.T, s string) Date {
	t.Helper()
	d, err := ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func exampleRun(t *testing.T) *Run {
	t.Helper()
	before, after := -180, 14
	c := Checklist{ID: "x", Version: 1, Phases: []ChecklistPhase{
		{ID: "een", Steps: []ChecklistStep{
			{ID: "a", Kind: StepTick, Text: "A", Offset: &before},
			{ID: "t", Kind: StepTopic, Text: "T", Parent: "a"},
			{ID: "b", Kind: StepTick, Text: "B", Offset: &after},
		}},
		{ID: "twee", Steps: []ChecklistStep{
			{ID: "c", Kind: StepChoice, Text: "C", Options: []ChoiceOption{{"c1", "1"}, {"c2", "2"}}},
			{ID: "f", Kind: StepForm, Text: "F", People: []string{"burgemeester", "griffier", "gemeentesecretaris"}},
		}},
	}}
	r, err := NewRun("id", c, Start{Name: "  Naam ", Anchor: date(t, "2026-03-18"), By: "wie"}, at)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestNewRunCopiesAndCounts(t *testing.T) {
	r := exampleRun(t)
	if r.Name != "Naam" || r.Progress() != (Progress{Total: 4}) || len(r.Added) != 1 || r.Added[0].What != LogStarted {
		t.Fatalf("%+v", r)
	}
	if a, _ := r.Step("a"); a.Deadline.String() != "2025-09-19" {
		t.Error(a.Deadline)
	}
	for name, code := range map[string]Code{"": CodeNameMissing, " \n": CodeNameMissing, strings.Repeat("é", 201): CodeNameTooLong, "\xff": CodeNotUTF8} {
		if _, err := NewRun("id", Checklist{}, Start{Name: name}, at); CodeOf(err) != code {
			t.Errorf("%q: %v", name, err)
		}
	}
}

func TestSetStep(t *testing.T) {
	tests := []struct {
		name   string
		change StepChange
		code   Code
		want   Progress
		lines  int
	}{
		{"tick", StepChange{Step: "a", State: StateDone}, "", Progress{1, 4, 0}, 1},
		{"busy is not done", StepChange{Step: "a", State: StateBusy}, "", Progress{0, 4, 0}, 1},
		{"no change", StepChange{Step: "a", State: StateOpen}, "", Progress{0, 4, 0}, 0},
		{"skipped leaves the total", StepChange{Step: "a", State: StateSkipped, Reason: "niet nodig"}, "", Progress{0, 3, 1}, 2},
		{"skipped without a reason", StepChange{Step: "a", State: StateSkipped, Reason: "  "}, CodeReasonMissing, Progress{0, 4, 0}, 0},
		{"a topic", StepChange{Step: "t", State: StateDone}, CodeTopicNotTickable, Progress{0, 4, 0}, 0},
		{"unknown step", StepChange{Step: "z", State: StateDone}, CodeStepUnknown, Progress{0, 4, 0}, 0},
		{"a mix counts once", StepChange{Step: "c", State: StateDone, Chosen: []string{"c2", "c1"}}, "", Progress{1, 4, 0}, 2},
		{"nothing chosen", StepChange{Step: "c", State: StateDone}, CodeChoiceMissing, Progress{0, 4, 0}, 0},
		{"unknown direction", StepChange{Step: "c", State: StateDone, Chosen: []string{"c9"}}, CodeChoiceUnknown, Progress{0, 4, 0}, 0},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r := exampleRun(t)
			r.Added = nil
			err := r.SetStep(test.change, me)
			if CodeOf(err) != test.code || r.Progress() != test.want || len(r.Added) != test.lines {
				t.Errorf("error %v, progress %+v, log %+v", err, r.Progress(), r.Added)
			}
		})
	}
}

func TestChoiceKeepsTheOrderOfTheTemplate(t *testing.T) {
	r := exampleRun(t)
	if err := r.SetStep(StepChange{Step: "c", State: StateDone, Chosen: []string{"c2", "c1"}}, me); err != nil {
		t.Fatal(err)
	}
	c, _ := r.Step("c")
	if !reflect.DeepEqual(c.Chosen, []string{"c1", "c2"}) {
		t.Fatal(c.Chosen)
	}
	if err := r.SetStep(StepChange{Step: "c", State: StateOpen}, me); err != nil || c.Chosen != nil {
		t.Fatal("a step that is opened again keeps its choice", c.Chosen, err)
	}
}

func TestMoveAnchorLeavesPinnedDatesAlone(t *testing.T) {
	r := exampleRun(t)
	if err := r.SetDeadline("a", date(t, "2025-10-01"), me); err != nil {
		t.Fatal(err)
	}
	to := date(t, "2030-03-20")
	shifts := r.ShiftsFor(to, "")
	if len(shifts) != 1 || shifts[0].Step != "b" || shifts[0].From.String() != "2026-04-01" || shifts[0].To.String() != "2030-04-03" {
		t.Fatalf("%+v", shifts)
	}
	if err := r.MoveAnchor(to, "", me); err != nil {
		t.Fatal(err)
	}
	a, _ := r.Step("a")
	b, _ := r.Step("b")
	if a.Deadline.String() != "2025-10-01" || b.Deadline.String() != "2030-04-03" || r.Anchor != to {
		t.Fatal(a.Deadline, b.Deadline, r.Anchor)
	}
}

func TestDeadlineOfATopicIsRefused(t *testing.T) {
	r := exampleRun(t)
	if err := r.SetDeadline("t", date(t, "2026-01-01"), me); CodeOf(err) != CodeTopicNotTickable {
		t.Fatal(err)
	}
}

func TestSummary(t *testing.T) {
	r := exampleRun(t)
	if err := r.SetStep(StepChange{Step: "a", State: StateDone}, me); err != nil {
		t.Fatal(err)
	}
	s := r.Summary()
	if s.Next != "B" || s.DueStep != "B" || s.Due.String() != "2026-04-01" {
		t.Fatalf("%+v", s)
	}
	if s.Late(date(t, "2026-04-01")) || !s.Late(date(t, "2026-04-02")) {
		t.Error("a step is late from the day after its deadline")
	}
}

func TestDates(t *testing.T) {
	for _, bad := range []string{"", "18-3-2026", "2026-02-30", "2026-3-1", "x", "2026-03-18T00:00:00Z"} {
		if _, err := ParseDate(bad); CodeOf(err) != CodeDateInvalid {
			t.Errorf("%q: %v", bad, err)
		}
	}
	d := date(t, "2026-03-18")
	for days, want := range map[int]string{-44: "2026-02-02", 14: "2026-04-01", -86: "2025-12-22", 0: "2026-03-18"} {
		if got := d.AddDays(days).String(); got != want {
			t.Errorf("%d: %s, want %s", days, got, want)
		}
	}
	if (Date{}).AddDays(3).String() != "" || (Date{}).Before(d) || d.Before(Date{}) {
		t.Error("no date took part in a calculation")
	}
	if d.DaysUntil(date(t, "2026-04-01")) != 14 {
		t.Error(d.DaysUntil(date(t, "2026-04-01")))
	}
}

func TestFirstWorkingDayOfTheYear(t *testing.T) {
	e := CalendarEntry{Rule: RuleFirstWorkingDay}
	for election, want := range map[string]string{"2022-11-23": "2023-01-02", "2018-11-21": "2019-01-02", "2026-11-18": "2027-01-04", "2020-11-18": "2021-01-04"} {
		if got := e.On(date(t, election)).String(); got != want {
			t.Errorf("%s: %s, want %s", election, got, want)
		}
	}
}

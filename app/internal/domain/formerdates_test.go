package domain

import (
	"reflect"
	"testing"
)

func TestDatesThatARunHasNoMore(t *testing.T) {
	entries := []CalendarEntry{{ID: "raad", Text: "Nieuwe raad", Election: ElectionRegular, Offset: 14},
		{ID: "begin", Text: "Eerste werkdag", Election: ElectionRedivision, Rule: RuleFirstWorkingDay},
		{ID: "gemiddeld", Text: "Gemiddeld", Election: ElectionRegular, Offset: 49, Reference: true}}
	move := func(day string) func(*Run) error {
		return func(r *Run) error {
			if day == "" {
				return r.MoveAnchor(Date{}, "", me)
			}
			return r.MoveAnchor(date(t, day), "", me)
		}
	}
	pin := func(step, day string) func(*Run) error {
		return func(r *Run) error { return r.SetDeadline(step, date(t, day), me) }
	}
	removed := func(r *Run) error { return r.SetDeadline("a", Date{}, me) }
	for name, test := range map[string]struct {
		do   []func(*Run) error
		want []string // id and day
	}{
		"nothing happened":          {nil, nil},
		"a Tuesday has no calendar": {[]func(*Run) error{pin("a", "2026-01-05"), move("2026-03-17")}, []string{"raad 2026-04-01"}},
		"a date removed":            {[]func(*Run) error{removed}, []string{"a 2025-09-19"}},
		"the last day it had":       {[]func(*Run) error{pin("a", "2026-01-05"), removed}, []string{"a 2026-01-05"}},
		"back again":                {[]func(*Run) error{removed, func(r *Run) error { return r.FollowAnchor("a", me) }}, nil},
		"an own step that went": {[]func(*Run) error{func(r *Run) error { return r.AddStep("own", "een", OwnStep{Text: "Eigen"}, me) },
			pin("own", "2026-01-05"), func(r *Run) error { return r.RemoveStep("own", me) }}, []string{"own 2026-01-05"}},
		"another kind of election": {[]func(*Run) error{move("2026-11-18")}, []string{"raad 2026-04-01"}},
		"no anchor":                {[]func(*Run) error{move("")}, []string{"a 2025-09-19", "b 2026-04-01", "raad 2026-04-01"}},
	} {
		t.Run(name, func(t *testing.T) {
			r := &recorder{run: exampleRun(t)}
			r.run.Election = ElectionRegular
			r.store()
			start := stateOf(t, r.run)
			for _, do := range test.do {
				if err := do(r.run); err != nil {
					t.Fatal(err)
				}
				r.store()
			}
			past := copyOf(t, r.run)
			former, err := FormerDates(past, r.log, entries)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, d := range former {
				got = append(got, d.Step+d.Calendar+" "+d.Day.String())
			}
			if !reflect.DeepEqual(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
			if stateOf(t, past) != start {
				t.Error("the run was not taken back to its beginning")
			}
		})
	}
}

package app_test

import (
	"slices"
	"testing"

	"raadwijzer/app"
)

// A look before the anchor moves tells what the move then does, of the steps
// and of the dates of the election, and which kind of election it will be.
func TestALookTellsWhatTheMoveDoes(t *testing.T) {
	a, _ := open(t)
	run, err := a.Checklists.Start(app.NewRun{Template: "anders-formeren", Name: "Formatie", Anchor: "2026-03-18"})
	if err != nil {
		t.Fatal(err)
	}
	dates := func(view app.RunView) map[string]string { // by text: those of steps and of the calendar
		all := map[string]string{}
		for _, p := range view.Phases {
			for _, s := range p.Steps {
				all[s.Text] = s.Deadline
			}
		}
		for _, d := range view.Dates {
			all[d.Text] = d.Date
		}
		return all
	}
	for _, test := range []struct {
		move     app.AnchorMove
		election string
		unsure   bool
	}{
		{app.AnchorMove{Date: "2030-03-20"}, "gewoon", false},
		{app.AnchorMove{Date: "2030-03-21"}, "gewoon", true},
		{app.AnchorMove{Date: "2026-11-18"}, "herindeling", false},
		{app.AnchorMove{Date: "2030-03-20", Election: "herindeling"}, "herindeling", false},
		{app.AnchorMove{Date: ""}, "herindeling", false},
	} {
		test.move.Run = run.ID
		preview, err := a.Checklists.PreviewAnchor(test.move)
		if err != nil || preview.Election != test.election || preview.Unsure != test.unsure {
			t.Fatalf("%+v: %+v %v", test.move, preview, err)
		}
		before, err := a.Checklists.Get(run.ID)
		if err != nil {
			t.Fatal(err)
		}
		after, err := a.Checklists.MoveAnchor(test.move)
		if err != nil || after.Election != test.election || after.Unsure != test.unsure {
			t.Fatalf("%+v: %+v %v", test.move, after.RunCard, err)
		}
		old, now := dates(before), dates(after)
		for _, s := range preview.Shifts {
			if old[s.Text] != s.From || now[s.Text] != s.To {
				t.Errorf("%+v: %q goes from %q to %q, and it was told %q to %q", test.move, s.Text, old[s.Text], now[s.Text], s.From, s.To)
			}
		}
		for text := range now {
			if old[text] != now[text] && !slices.ContainsFunc(preview.Shifts, func(s app.AnchorShift) bool { return s.Text == text }) {
				t.Errorf("%+v: nothing was told of %q, from %q to %q", test.move, text, old[text], now[text])
			}
		}
	}
	if _, err := a.Checklists.PreviewAnchor(app.AnchorMove{Run: run.ID, Date: "2030-03-20", Election: "anders"}); codeOf(t, a, err) != "election_unknown" {
		t.Error(err)
	}
}

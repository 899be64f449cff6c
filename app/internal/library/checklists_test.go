package library

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"raadwijzer/app/internal/domain"
	"raadwijzer/content"
)

func checklist(t *testing.T, id string) domain.Checklist {
	t.Helper()
	c, err := load(t).Checklist(id)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// describe gives "id kind origin" of each step of a phase, so that a test
// shows a checklist as a list.
func describe(p domain.ChecklistPhase) []string {
	var lines []string
	for _, s := range p.Steps {
		lines = append(lines, fmt.Sprintf("%s %s %s", s.ID, s.Kind, s.Origin))
	}
	return lines
}

func TestAndersFormeren(t *testing.T) {
	want := map[string][]string{
		"voor-de-verkiezingen": {"af-01 tick ldib", "af-02 tick ldib", "af-03 topic ldib", "af-04 topic ldib", "af-05 topic ldib"},
		"na-de-verkiezingen":   {"af-06 tick ldib", "af-07 tick ldib", "af-08 tick ldib", "af-09 tick ldib", "af-10 tick ldib"},
		"type-akkoord":         {"af-11 choice ldib", "af-15 tick ldib"},
		"deelnemers":           {"af-16 tick ldib", "af-17 tick ldib"},
		"aanvulling": {
			"x-01 tick bron", "x-02 tick bron", "x-03 tick bron", "x-04 tick bron", "x-05 tick bron", "x-06 tick bron", "x-07 tick bron",
			"x-08 tick wet", "x-09 tick wet", "x-10 tick bron", "x-11 tick wet", "x-12 tick bron", "x-13 tick voorstel", "x-14 tick voorstel",
		},
	}
	c := checklist(t, "anders-formeren")
	if len(c.Phases) != len(want) || c.Item != "anders-formeren" || c.AnchorLabel != "Verkiezingsdag" || c.Version != 1 {
		t.Errorf("%d phases, item %s, anchor %s, version %d", len(c.Phases), c.Item, c.AnchorLabel, c.Version)
	}
	for _, p := range c.Phases {
		if got := describe(p); !slices.Equal(got, want[p.ID]) {
			t.Errorf("%s:\n got %v\nwant %v", p.ID, got, want[p.ID])
		}
	}
	if last := c.Phases[len(c.Phases)-1]; last.Title != "Aanvulling (niet van LDiB)" || last.Origin == domain.OriginLDiB {
		t.Errorf("the addition is called %q, origin %s", last.Title, last.Origin)
	}
	if !strings.Contains(c.Notice, "niet compleet") || !strings.Contains(c.Notice, "zeventien") {
		t.Errorf("the notice does not say that the list is cut off: %q", c.Notice)
	}
}

func TestTypeOfAgreementIsOneChoice(t *testing.T) {
	c := checklist(t, "anders-formeren")
	var options []string
	for _, p := range c.Phases {
		for _, s := range p.Steps {
			switch {
			case s.Kind == domain.StepChoice:
				for _, o := range s.Options {
					options = append(options, s.ID+" "+o.ID)
				}
			case s.Kind == domain.StepTopic && s.Parent != "af-01":
				t.Errorf("%s hangs under %q, want af-01", s.ID, s.Parent)
			}
		}
	}
	if want := []string{"af-11 af-12", "af-11 af-13", "af-11 af-14"}; !slices.Equal(options, want) {
		t.Errorf("got %v, want %v", options, want)
	}
}

// The eighteenth point is cut off in the source, so nobody knows what it asks.
func TestThePointThatWasCutOffIsAbsent(t *testing.T) {
	for _, file := range []string{"checklists/anders-formeren.yaml", "items/03-anders-formeren.md"} {
		data, err := content.FS.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, bad := range []string{"af-18", "AF-18", "welke rol krijgt", "Welke rol krijgt"} {
			if strings.Contains(string(data), bad) {
				t.Errorf("%s holds %q", file, bad)
			}
		}
	}
}

func TestLokaleDriehoeken(t *testing.T) {
	// Per step of the handreiking the origins of its ticks, in order.
	want := []struct{ id, origins string }{
		{"startgesprek", "ldib ldib bron bron voorstel voorstel voorstel"},
		{"foto", "ldib ldib ldib voorstel voorstel"},
		{"analyse", "ldib ldib ldib bron voorstel voorstel"},
		{"bewegen", "ldib ldib ldib voorstel voorstel voorstel"},
		{"verankeren", "ldib ldib voorstel voorstel voorstel"},
	}
	c := checklist(t, "lokale-driehoeken")
	if len(c.Phases) != len(want) || c.AnchorLabel != "Dag van het startgesprek" || c.Version != 1 {
		t.Fatalf("%d phases, anchor %s, version %d", len(c.Phases), c.AnchorLabel, c.Version)
	}
	for i, w := range want {
		p := c.Phases[i]
		var origins []string
		for j, s := range p.Steps {
			origins = append(origins, string(s.Origin))
			kind := domain.StepTick
			if s.ID == "ld-foto-4" {
				kind = domain.StepForm
			}
			if want := fmt.Sprintf("ld-%s-%d", w.id, j+1); s.ID != want || s.Kind != kind {
				t.Errorf("%s is a %s, want %s %s", s.ID, s.Kind, kind, want)
			}
		}
		if got := strings.Join(origins, " "); p.ID != w.id || p.Title != w.id || got != w.origins || p.Origin != domain.OriginLDiB {
			t.Errorf("%s %q: %s, want %s", p.ID, p.Title, got, w.origins)
		}
	}
}

func TestProposedDays(t *testing.T) {
	want := map[string]int{
		"af-01": -180, "x-02": -90, "x-01": -30, "x-05": 7, "x-07": 21, "x-12": 64,
		"ld-startgesprek-1": 0, "ld-verankeren-3": 365,
	}
	for _, c := range load(t).Checklists() {
		for _, p := range c.Phases {
			for _, s := range p.Steps {
				days, ok := want[s.ID]
				switch {
				case ok != (s.Offset != nil):
					t.Errorf("%s: offset %v, want one: %v", s.ID, s.Offset, ok)
				case ok && *s.Offset != days:
					t.Errorf("%s: offset %d, want %d", s.ID, *s.Offset, days)
				}
				delete(want, s.ID)
			}
		}
	}
	if len(want) > 0 {
		t.Errorf("not found: %v", want)
	}
}

func TestARunCanBeStartedFromEachChecklist(t *testing.T) {
	election, err := domain.ParseDate("2030-03-20")
	if err != nil {
		t.Fatal(err)
	}
	// Anders formeren counts 17 points less 3 topics and 3 directions, and 14
	// additions.
	for id, total := range map[string]int{"anders-formeren": 25, "lokale-driehoeken": 29} {
		run, err := domain.NewRun("1", checklist(t, id), domain.Start{Name: "Proef", Anchor: election}, time.Unix(0, 0))
		if err != nil {
			t.Fatal(err)
		}
		if got := run.Progress(); got.Total != total || got.Done != 0 {
			t.Errorf("%s: %+v, want %d steps", id, got, total)
		}
	}
}

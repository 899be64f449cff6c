package export

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"raadwijzer/app/internal/domain"
	"raadwijzer/app/internal/library"
	shipped "raadwijzer/content"
)

func written(t testing.TB, c domain.Checklist) string {
	t.Helper()
	var b strings.Builder
	if err := WriteMarkdownChecklist(&b, c); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func asJSON(t testing.TB, v any) string {
	t.Helper()
	text, err := json.MarshalIndent(v, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// The checklists of the program hold every kind of step, so they also show
// that nothing is lost: origins and sources least of all.
func TestChecklistsComeBackFromMarkdown(t *testing.T) {
	lib, err := library.Load(shipped.FS)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range lib.Checklists() {
		for i := range want.Phases {
			want.Phases[i].Steps = topicsBehindTheirStep(want.Phases[i].Steps)
			for j := range want.Phases[i].Steps {
				if s := &want.Phases[i].Steps[j]; s.Kind == domain.StepForm {
					s.Asks = []string{"Wat gaat goed?", "Wat moet beter? (kort)"}
				}
			}
		}
		text := written(t, want)
		got, err := library.ParseChecklist(want.ID, want.Version, text)
		if err != nil {
			t.Fatal(err)
		}
		want.Own, want.Item = true, ""
		if asJSON(t, got) != asJSON(t, want) {
			t.Errorf("%s\n got %s\nwant %s", text, asJSON(t, got), asJSON(t, want))
		}
	}
}

// topicsBehindTheirStep is the order that every screen shows too.
func topicsBehindTheirStep(steps []domain.ChecklistStep) (ordered []domain.ChecklistStep) {
	for _, s := range steps {
		if s.Parent != "" {
			continue
		}
		ordered = append(ordered, s)
		for _, topic := range steps {
			if topic.Parent == s.ID {
				ordered = append(ordered, topic)
			}
		}
	}
	return ordered
}

func TestAChecklistAsAGriffierWritesIt(t *testing.T) {
	c, err := library.ParseChecklist("x", 1, `# Inwerken van de raad

Voor de eerste honderd dagen.

## Eerste week

- [ ] Geef ieder raadslid een *laptop*
- Plan de kennismaking
  Liefst in de ochtend.

  Vraag ook de secretaris.
  - Wie leidt rond?
- Bespreek: hoe noemen we elkaar?

## Eerste maand

1. Leg de regels uit
   Dag: 30
2. Leg de regels uit
`)
	if err != nil {
		t.Fatal(err)
	}
	steps := c.Phases[0].Steps
	switch {
	case c.Title != "Inwerken van de raad" || c.Summary != "Voor de eerste honderd dagen." || len(c.Phases) != 2:
		t.Errorf("%+v", c)
	case len(steps) != 4 || steps[0].Text != "Geef ieder raadslid een laptop" || steps[0].Origin != domain.OriginOwn:
		t.Errorf("%+v", steps)
	case steps[1].Why != "Liefst in de ochtend.\nVraag ook de secretaris.":
		t.Errorf("%q", steps[1].Why)
	case steps[2].Parent != steps[1].ID || steps[2].Kind != domain.StepTopic || steps[3].Kind != domain.StepTopic || steps[3].Parent != "":
		t.Errorf("%+v", steps[2:])
	case *c.Phases[1].Steps[0].Offset != 30 || c.Phases[1].Steps[1].ID != "leg-de-regels-uit-2":
		t.Errorf("%+v", c.Phases[1].Steps)
	}
}

func TestWhatIsNoChecklistIsRefused(t *testing.T) {
	for text, code := range map[string]domain.Code{
		"":                                domain.CodeChecklistEmpty,
		"# Alleen een titel\n\nen tekst":  domain.CodeChecklistEmpty,
		"- een lijst zonder titel":        domain.CodeChecklistEmpty,
		"# T\n\n- stap\n\n  Dag: morgen":  domain.CodeChecklistInvalid,
		"# T\n\n- stap\n\n  Herkomst: ik": domain.CodeChecklistInvalid,
		"# T\n\n- a\n\n  Kenmerk: x\n- b\n\n  Kenmerk: x": domain.CodeChecklistInvalid,
		"# T\n" + strings.Repeat("- stap\n", 501):         domain.CodeChecklistInvalid,
	} {
		if _, err := library.ParseChecklist("x", 1, text); domain.CodeOf(err) != code {
			t.Errorf("%.40q: %v, want %s", text, err, code)
		}
	}
}

// What was read once is written and read again as the same, whatever it was.
func FuzzChecklistMarkdown(f *testing.F) {
	f.Add("# T\n\ntekst\n\n## F\n\nDoel\n\n- a\n  waarom\n  - b\n- Bespreek: c\n- d\n  - Keuze: e\n  - Keuze: f\n")
	f.Add("# *T* <b>\n\n- `a` [b](https://x.nl) \\* c\n\n  Bron: [t](https://y.nl)\n\n  Kenmerk: z")
	f.Fuzz(func(t *testing.T, text string) {
		first, err := library.ParseChecklist("x", 1, text)
		if err != nil {
			return
		}
		again, err := library.ParseChecklist("x", 1, written(t, first))
		if err != nil {
			t.Fatalf("%v: %s", err, written(t, first))
		}
		// Bare addresses may become links when they are read again.
		for _, c := range []domain.Checklist{first, again} {
			for i := range c.Phases {
				c.Phases[i].Source = domain.Source{}
				for j := range c.Phases[i].Steps {
					c.Phases[i].Steps[j].Source = domain.Source{}
				}
			}
		}
		if asJSON(t, again) != asJSON(t, first) {
			t.Fatalf("%s\n got %s\nwant %s", written(t, first), asJSON(t, again), asJSON(t, first))
		}
		if _, err := domain.NewRun("1", first, domain.Start{Name: "x"}, time.Unix(0, 0)); err != nil {
			t.Fatal(err)
		}
	})
}

// The example of the manual is a checklist, so that the manual stays true.
func TestTheExampleOfTheManual(t *testing.T) {
	manual, err := os.ReadFile(filepath.Join("..", "..", "..", "docs", "eigen-checklist.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(manual), "```markdown\n")
	example, _, _ := strings.Cut(rest, "\n```\n")
	c, err := library.ParseChecklist("x", 1, example)
	if err != nil || len(c.Phases) != 2 || c.AnchorLabel != "Dag van de installatie" || c.Phases[1].Steps[0].Kind != domain.StepChoice || *c.Phases[0].Steps[1].Offset != 7 {
		t.Fatalf("%+v %v", c, err)
	}
}

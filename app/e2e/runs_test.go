//go:build e2e

package e2e

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
)

const (
	griffier = "Griffier De Wit"
	reason   = "Dat is al gedaan"
	remark   = "Bel eerst de voorzitter"
	chosenOn = "2030-05-06"
)

// byHand is a checklist with what the test does in it beside ticking.
type byHand struct {
	checklist, name, anchor, preview string
	phase, total                     string // where an own step goes; steps that count
	skip, facts                      string // steps
	more                             func(w *Window)
	check                            func(t *testing.T, run shownRun)
}

// Both checklists by hand, from the start with its look at the dates to the
// hand-over. The dossier's three files tell what the command line tells.
func TestARunByHandFromStartToHandover(t *testing.T) {
	for _, c := range []byHand{
		{checklist: "Anders formeren", name: "Formatie", anchor: "2030-03-20", preview: "3 april 2030",
			phase: "Deelnemers", total: "25", skip: "Controleer of alle partijen zijn uitgenodigd.",
			facts: "Beslis wie als eerste aan zet is.", more: choose, check: chosen},
		{checklist: "Versterken lokale driehoeken", name: "Driehoek", anchor: "2030-01-07", preview: "7 januari 2031",
			phase: "verankeren", total: "29", skip: "De griffier heeft de vragenlijst ingevuld.",
			facts: "De gemeentesecretaris heeft de vragenlijst ingevuld.", more: answer, check: answered},
	} {
		t.Run(c.checklist, func(t *testing.T) { c.try(t) })
	}
}

func (c byHand) try(t *testing.T) {
	w := Start(t, t.TempDir())
	w.Later()
	w.Go("Trajecten")
	w.Press(Button, "Start een traject: "+c.checklist)
	w.fill("Naam van het traject", c.name)
	w.fill("Gemeente", "Voorbeelddam")
	w.day(c.anchor)
	w.Says(c.preview)
	w.Press(Button, "Start dit traject")
	w.Find(Heading, c.name)
	w.fill("Uw naam of functie", griffier)
	w.Press(Button, "Bewaar mijn naam")
	w.Gone(Heading, "Wie werkt aan dit traject?")

	w.addStep(c.phase, "Bel de dorpsraden")
	w.Press(Button, "Maak laatste wijziging ongedaan")
	w.Says("0 van " + c.total + " stappen klaar")
	w.addStep(c.phase, "Bel de wijkraden")

	w.details(c.skip, func() {
		w.Press(Button, "Overslaan, omdat...")
		w.fill("Waarom slaat u deze stap over?", reason)
		w.Press(Button, "Sla deze stap over")
		w.Says("Reden: " + reason)
	})
	w.details(c.facts, func() {
		w.fill("Wie doet dit?", "de burgemeester")
		w.fill("Korte notitie", remark)
		w.fill("Link", "https://voorbeelddam.example/agenda")
		w.day(chosenOn)
		w.Says("Uiterlijk 6 mei 2030")
	})
	c.more(w)
	w.tickAll(c.skip)
	w.Says("U hebt alle stappen afgerond.")

	target := filepath.Join(t.TempDir(), "dossier.zip")
	w.Press(Button, "Overdrachtsdossier")
	w.SaveAs(target)
	w.Says("dossier.zip")
	w.Close()

	run := w.shown()
	c.asDone(t, run)
	c.check(t, run)
	run.agree(t, target)
	if strings.Contains(unzipped(t, target, "overdracht.md"), "dorpsraden") {
		t.Error("what was taken back is in the dossier")
	}
}

// asDone looks whether the run holds what was done by hand.
func (c byHand) asDone(t *testing.T, run shownRun) {
	t.Helper()
	if p := run.Progress; p.Done != p.Total || p.Skipped != 1 || run.Anchor != c.anchor || run.Municipality != "Voorbeelddam" {
		t.Errorf("%+v", run)
	}
	if s := run.step(c.skip); s.State != "skipped" || s.Reason != reason || s.By != griffier {
		t.Errorf("%+v", s)
	}
	if s := run.step(c.facts); s.Who != "de burgemeester" || s.Note != remark || s.Link != "https://voorbeelddam.example/agenda" || s.Deadline != chosenOn {
		t.Errorf("%+v", s)
	}
	if s := run.step("Bel de wijkraden"); s.Origin != "eigen" || s.State != "done" || s.By != griffier {
		t.Errorf("%+v", s)
	}
}

// choose takes a mix of two directions, and writes at a topic.
func choose(w *Window) {
	w.Press(CheckBox, "Vooral inhoud.…")
	w.Says("1 van 25 stappen klaar")
	w.Press(CheckBox, "Vooral een agenda.…")
	w.until("a choice of two", func() bool {
		n := w.first(CheckBox, "Vooral een agenda.…")
		return n != nil && n.Is(Checked)
	})
	w.Says("1 van 25 stappen klaar")
	w.details("Hoe praten wij als partijen over elkaar?", func() {
		w.fill("Korte notitie", "Zonder verwijten")
		w.Says("Zonder verwijten")
	})
}

func chosen(t *testing.T, run shownRun) {
	t.Helper()
	mix := ""
	for _, o := range run.step("Kies samen het soort akkoord. U mag de richtingen mengen.").Options {
		if o.Chosen {
			mix += o.Text[:13]
		}
	}
	if mix != "Vooral inhoudVooral een ag" {
		t.Errorf("chosen: %q", mix)
	}
	if s := run.step("Hoe praten wij als partijen over elkaar?"); s.Note != "Zonder verwijten" || s.Kind != "topic" {
		t.Errorf("%+v", s)
	}
}

const question = "Waar zijn wij trots op?"

// answer writes a question of one's own in the photo, and two answers.
func answer(w *Window) {
	w.fill("Nieuwe vraag", question)
	w.Key("Return")
	for person, text := range map[string]string{"burgemeester": "De rust", "griffier": "De agenda"} {
		w.fill(question+": antwoord van "+person, text)
	}
}

func answered(t *testing.T, run shownRun) {
	t.Helper()
	questions := run.step("Leg de drie uitkomsten naast elkaar.").Questions
	if len(questions) != 1 || questions[0].Text != question || strings.Join(questions[0].Answers, "|") != "De rust|De agenda|" {
		t.Errorf("%+v", questions)
	}
}

// fill types in a field and leaves it, which is when it is kept. It waits until
// the keys have arrived: what gives the keyboard to the next field does not
// come after them by itself.
func (w *Window) fill(label, text string) {
	w.t.Helper()
	field := w.Focus(Any, label)
	w.Type(text)
	w.until(fmt.Sprintf("%q in %q", text, label), func() bool { return field.Text() == text })
	w.Key("Tab")
	w.until("the end of "+label, func() bool {
		n := w.first(Any, label)
		return n == nil || !n.Is(Focused)
	})
}

// day types "2030-03-20" in the field for a day, of which there is one on the
// screen.
func (w *Window) day(day string) {
	w.t.Helper()
	parts := strings.Split(day, "-")
	for i, name := range []string{"year", "month", "day"} {
		w.Focus(SpinButton, name)
		w.Type(parts[i])
	}
	w.Key("Tab", "Tab", "Tab") // over the month and the year
}

// details opens what stands behind a step, works there, and closes it, so that
// no other step has the same fields on the screen.
func (w *Window) details(step string, work func()) {
	w.t.Helper()
	summary := func() {
		w.t.Helper()
		w.until("what stands behind "+step, func() bool {
			pressed := false
			w.walk(func(n *Node) bool {
				if strings.HasSuffix(n.Name, ": "+step) && n.Is(Focusable) && n.Press() == nil {
					pressed = true
				}
				return !pressed
			})
			return pressed
		})
	}
	summary()
	work()
	summary()
}

func (w *Window) addStep(phase, text string) {
	w.t.Helper()
	w.Press(Button, "Eigen stap toevoegen bij "+phase)
	w.Focus(Entry, "Wat moet er gebeuren?")
	w.Type(text)
	w.Press(Button, "Voeg deze stap toe")
	w.Find(CheckBox, text)
}

// tickAll ticks every step that is open, but for one.
func (w *Window) tickAll(but string) {
	w.t.Helper()
	for _, step := range w.All(CheckBox, "") {
		if step.Name != but && !step.Is(Checked) && !strings.HasPrefix(step.Name, "Vooral ") {
			w.Press(CheckBox, step.Name)
		}
	}
}

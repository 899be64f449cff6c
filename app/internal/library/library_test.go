package library

import (
	"slices"
	"strings"
	"testing"
	"time"

	"raadwijzer/app/internal/domain"
	"raadwijzer/content"
)

func load(t *testing.T) *Library {
	t.Helper()
	l, err := Load(content.FS)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestItemsAreThoseOfTheSourcePage(t *testing.T) {
	const b, w, s, r, g = domain.Burgemeester, domain.Wethouder, domain.Gemeentesecretaris, domain.Raadslid, domain.Griffier
	want := []struct {
		id, title, checklist string
		roles                []domain.Role
	}{
		{"raad-in-beraad", "Raad in Beraad", "", []domain.Role{b, w, r}},
		{"pionieren-in-participatieland", "Pionieren in participatieland", "", []domain.Role{b, w, s, r, g}},
		{"anders-formeren", "‘Anders formeren’ -een handige checklist", "anders-formeren", []domain.Role{b, w, s, r, g}},
		{"maaltijdgesprekken", "Maaltijdgesprekken bestuurlijk- ambtelijk samenspel", "", []domain.Role{b, w, s}},
		{"versterken-lokale-driehoeken", "Versterken lokale driehoeken", "lokale-driehoeken", []domain.Role{b, s, g}},
		{"burgemeesters-aan-het-woord", "Burgemeesters aan het woord", "", []domain.Role{b, w, s, g}},
		{"trots-op-de-raad", "Trots op de Raad", "", []domain.Role{b, r, g}},
		{"luisteren-naar-de-werkvloer", "Luisteren naar de werkvloer - Samenspel", "", []domain.Role{b, w, s, r, g}},
		{"democratie-nabij", "Democratie nabij: Dna - lab", "", []domain.Role{b, w, s, r, g}},
	}
	items := load(t).Items()
	if len(items) != len(want) {
		t.Fatalf("%d items, want %d", len(items), len(want))
	}
	for i, w := range want {
		got := items[i]
		if got.ID != w.id || got.Title != w.title || got.Checklist != w.checklist || !slices.Equal(got.Roles, w.roles) {
			t.Errorf("item %d: got %s %q %q %v, want %+v", i+1, got.ID, got.Title, got.Checklist, got.Roles, w)
		}
		if got.CheckedOn.String() != "2026-11-24" {
			t.Errorf("%s: checked on %s", got.ID, got.CheckedOn)
		}
	}
}

func TestItemsForEachRole(t *testing.T) {
	l := load(t)
	want := map[domain.Role]int{
		domain.Burgemeester: 9, domain.Wethouder: 7, domain.Gemeentesecretaris: 7, domain.Raadslid: 6, domain.Griffier: 7,
	}
	for _, role := range domain.Roles() {
		items := l.ItemsFor(role)
		if len(items) != want[role] {
			t.Errorf("%s: %d items, want %d", role, len(items), want[role])
		}
		for _, item := range items {
			if !item.For(role) {
				t.Errorf("%s: got %s", role, item.ID)
			}
		}
	}
	if got := l.ItemsFor("wijkagent"); len(got) != 0 {
		t.Errorf("unknown role: %d items, want none", len(got))
	}
}

func TestUnknownIDsHaveTheirCode(t *testing.T) {
	l := load(t)
	_, itemErr := l.Item("tiende")
	_, listErr := l.Checklist("derde")
	if domain.CodeOf(itemErr) != domain.CodeItemUnknown || domain.FieldOf(itemErr) != "tiende" {
		t.Errorf("item: %v", itemErr)
	}
	if domain.CodeOf(listErr) != domain.CodeTemplateUnknown || domain.FieldOf(listErr) != "derde" {
		t.Errorf("checklist: %v", listErr)
	}
	if item, err := l.Item("trots-op-de-raad"); err != nil || item.Title != "Trots op de Raad" {
		t.Errorf("got %q, %v", item.Title, err)
	}
	if c, err := l.Checklist("lokale-driehoeken"); err != nil || c.Item != "versterken-lokale-driehoeken" {
		t.Errorf("got %q, %v", c.Item, err)
	}
}

func TestCopiesDoNotReachTheLibrary(t *testing.T) {
	l := load(t)
	item := l.Items()[0]
	item.Roles[0], item.Takeaways[0], item.Sources[0].URL = "x", "x", "x"
	l.ItemsFor(domain.Raadslid)[0].Takeaways[0] = "x"
	if got := l.Items()[0]; got.Roles[0] == "x" || got.Takeaways[0] == "x" || got.Sources[0].URL == "x" {
		t.Error("an item was changed through a copy")
	}
	c := l.Checklists()[0]
	*c.Phases[0].Steps[0].Offset = 1
	c.Phases[0].Steps[1].Text, c.Phases[2].Steps[0].Options[0].Text = "x", "x"
	got := l.Checklists()[0]
	if *got.Phases[0].Steps[0].Offset == 1 || got.Phases[0].Steps[1].Text == "x" || got.Phases[2].Steps[0].Options[0].Text == "x" {
		t.Error("a checklist was changed through a copy")
	}
	l.Calendar()[0].Years[0] = 1
	l.Calendar()[0].Text = "x"
	if e := l.Calendar()[0]; e.Years[0] == 1 || e.Text == "x" {
		t.Error("the calendar was changed through a copy")
	}
	l.Sentences()[domain.CodeInternal] = "x"
	if l.Sentences()[domain.CodeInternal] == "x" {
		t.Error("the sentences were changed through a copy")
	}
}

func TestCalendarAgreesWith2026(t *testing.T) {
	election, err := domain.ParseDate("2026-03-18")
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{
		"partijnaam": "2025-12-22", "waarborgsom": "2026-01-19", "kandidaatstelling": "2026-02-02",
		"onderzoek-lijsten": "2026-02-03", "herstel-begin": "2026-02-04", "herstel-eind": "2026-02-05",
		"lijsten-definitief": "2026-02-06", "verkiezingsdag": "2026-03-18", "gemeentelijk-stembureau": "2026-03-19",
		"fouten-melden": "2026-03-24", "uitslag": "2026-03-26", "benoemingsbrieven": "2026-03-27",
		"geloofsbrieven": "2026-03-31", "nieuwe-raad": "2026-04-01", "benoeming-aannemen": "2026-04-06",
		"gemiddelde-2018": "2026-05-21",
	}
	for _, e := range load(t).Calendar() {
		if day, ok := want[e.ID]; ok {
			if got := e.On(election).String(); got != day {
				t.Errorf("%s: %s, want %s", e.ID, got, day)
			}
			delete(want, e.ID)
		}
	}
	for id := range want {
		t.Errorf("%s is not in the calendar", id)
	}
}

// Only three days follow from the law for every regular election; the others
// were seen for 2026 alone.
func TestOnlyCertainDaysHoldForEveryElection(t *testing.T) {
	for _, e := range load(t).Calendar() {
		if e.Election != domain.ElectionRegular || e.Origin == domain.OriginProposal {
			continue
		}
		everyYear := len(e.Years) == 0
		switch e.ID {
		case "kandidaatstelling", "verkiezingsdag", "nieuwe-raad":
			if !everyYear || e.Origin != domain.OriginLaw {
				t.Errorf("%s: origin %s, years %v", e.ID, e.Origin, e.Years)
			}
		case "gemiddelde-2014", "gemiddelde-2018":
			if e.Origin != domain.OriginOther || !strings.Contains(e.Note, "geen termijn uit de wet") {
				t.Errorf("%s is shown as a legal term: %q", e.ID, e.Note)
			}
		default:
			if !slices.Equal(e.Years, []int{2026}) || !slices.Equal(e.Calculated, []int{2030}) {
				t.Errorf("%s: years %v, calculated %v", e.ID, e.Years, e.Calculated)
			}
		}
	}
}

func TestRedivisionCouncilStartsInJanuary(t *testing.T) {
	for day, want := range map[string]string{"2018-11-21": "2019-01-02", "2022-11-23": "2023-01-02", "2026-11-18": "2027-01-04"} {
		election, err := domain.ParseDate(day)
		if err != nil {
			t.Fatal(err)
		}
		found := false
		for _, e := range load(t).Calendar() {
			if e.Election != domain.ElectionRedivision {
				continue
			}
			if e.Offset != 0 {
				t.Errorf("%s counts days from the vote", e.ID)
			}
			if e.ID == "herindeling-nieuwe-raad" {
				found = true
				if got := e.On(election); got.String() != want || got.Weekday() == time.Sunday {
					t.Errorf("election %s: %s, want %s", day, got, want)
				}
			}
		}
		if !found {
			t.Fatal("no first meeting")
		}
	}
}

func TestGlossary(t *testing.T) {
	terms := load(t).Glossary()
	if len(terms) != 39 {
		t.Errorf("%d terms, want 39", len(terms))
	}
	if !slices.IsSortedFunc(terms, func(a, b domain.Term) int {
		return strings.Compare(strings.ToLower(a.Term), strings.ToLower(b.Term))
	}) {
		t.Error("the terms are not in alphabetical order")
	}
	for term, synonym := range map[string]string{"VOG": "verklaring omtrent het gedrag", "Woo": "Wet open overheid", "raadsakkoord": "raadsprogramma"} {
		if !slices.ContainsFunc(terms, func(t domain.Term) bool { return t.Term == term && slices.Contains(t.Synonyms, synonym) }) {
			t.Errorf("%s does not know %q", term, synonym)
		}
	}
}

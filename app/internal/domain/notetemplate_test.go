package domain

import (
	"slices"
	"testing"
	"time"
)

func TestFill(t *testing.T) {
	day := Date{2026, time.March, 1}
	for text, want := range map[string]string{
		"":                              "",
		"Op {{datum}}.":                 "Op 1 maart 2026.",
		"{{ datum }} {{DATUM}}":         "1 maart 2026 1 maart 2026",
		"{{datums}} {datum} {{datum":    "{{datums}} {datum} {{datum",
		"{{naam}} blijft, {{datum}} is": "{{naam}} blijft, 1 maart 2026 is",
		"{{ }} {{}} {{a b}} {{1}}":      "{{ }} {{}} {{a b}} {{1}}",
		"`{{datum}}` en **{{datum}}**":  "`1 maart 2026` en **1 maart 2026**",
		"{{{datum}}}":                   "{1 maart 2026}",
	} {
		if got := Fill(text, day); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestUnknownPlaceholder(t *testing.T) {
	for text, want := range map[string]string{
		"": "", "{{datum}}": "", "{{datum}} en {{naam}}": "{{naam}}", "{naam}": "", "{{Dag}}": "{{Dag}}",
	} {
		if got := UnknownPlaceholder(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestDutchDate(t *testing.T) {
	for text, want := range map[string]string{"2026-01-01": "1 januari 2026", "2030-12-31": "31 december 2030", "2026-08-09": "9 augustus 2026"} {
		d, err := ParseDate(text)
		if err != nil || d.Dutch() != want {
			t.Errorf("%s: %q %v, want %q", text, d.Dutch(), err, want)
		}
	}
	if got := (Date{}).Dutch(); got != "" {
		t.Errorf("no date: %q", got)
	}
}

func TestIsTemplate(t *testing.T) {
	for name, test := range map[string]struct {
		note Note
		want bool
	}{
		"with the tag":         {Note{Tags: []string{"a", "sjabloon"}}, true},
		"in another case":      {Note{Tags: []string{"Sjabloon"}}, true},
		"without":              {Note{Tags: []string{"sjablonen"}}, false},
		"in the trash":         {Note{Tags: []string{"sjabloon"}, Trashed: time.Unix(1, 0)}, false},
		"the word in the text": {Note{Title: "sjabloon", Body: "#sjabloon"}, false},
	} {
		if got := test.note.IsTemplate(); got != test.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func TestFromTemplate(t *testing.T) {
	of := Note{ID: "1", Title: "Overleg {{datum}}", TitleGiven: true, Body: "Op {{datum}}", Tags: []string{"fractie", "Sjabloon"},
		Place: Place{Item: "raad-in-beraad", Meeting: "Raad"}, Confidential: true, Pinned: true, Rev: 7, Created: time.Unix(1, 0)}
	got := FromTemplate(of, Date{2026, time.March, 18})
	if got.Title != "Overleg 18 maart 2026" || got.Body != "Op 18 maart 2026" || !slices.Equal(got.Tags, []string{"fractie"}) || !got.Confidential {
		t.Errorf("%+v", got)
	}
	if got.ID != "" || got.Place != (Place{}) || got.Pinned || got.Rev != 0 || !got.Created.IsZero() {
		t.Errorf("more came along than the text: %+v", got)
	}
	if !slices.Equal(of.Tags, []string{"fractie", "Sjabloon"}) {
		t.Errorf("the template was changed: %v", of.Tags)
	}
}

package domain

import (
	"strings"
	"testing"
)

func TestPlace(t *testing.T) {
	day, err := ParseDate("2026-03-18")
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name string
		in   Place
		want Place
		code Code
	}{
		{"nothing", Place{}, Place{}, ""},
		{"a part of an item and a meeting", Place{Item: "i", Part: "p", Meeting: " Raad:\n begroting ", MeetingDate: day},
			Place{Item: "i", Part: "p", Meeting: "Raad: begroting", MeetingDate: day}, ""},
		{"a step and a meeting without a date", Place{Run: "r", Step: "s", Meeting: "Raad"}, Place{Run: "r", Step: "s", Meeting: "Raad"}, ""},
		{"a day without a subject", Place{MeetingDate: day}, Place{MeetingDate: day}, ""},
		{"an item and a run", Place{Item: "i", Run: "r"}, Place{}, CodePlaceInvalid},
		{"an item and a step", Place{Item: "i", Step: "s"}, Place{}, CodePlaceInvalid},
		{"a part of nothing", Place{Part: "p"}, Place{}, CodeItemUnknown},
		{"a step of nothing", Place{Step: "s"}, Place{}, CodeRunUnknown},
		{"a subject of 200", Place{Meeting: strings.Repeat("é", 200)}, Place{Meeting: strings.Repeat("é", 200)}, ""},
		{"a subject of 201", Place{Meeting: strings.Repeat("é", 201)}, Place{}, CodeNameTooLong},
		{"not UTF-8", Place{Meeting: "a\xff"}, Place{}, CodeNotUTF8},
	}
	for _, tt := range tests {
		got, err := tt.in.Normal()
		if CodeOf(err) != tt.code || err == nil && got != tt.want {
			t.Errorf("%s: %+v %v", tt.name, got, err)
		}
		note := Note{Place: tt.in}
		if err := note.Validate(); CodeOf(err) != tt.code || err == nil && note.Place != tt.want {
			t.Errorf("%s, of a note: %+v %v", tt.name, note.Place, err)
		}
	}
}

func TestParseRef(t *testing.T) {
	for in, want := range map[string][3]string{
		"Wonen":              {"Wonen", "", ""},
		" Wonen in  Noord ":  {"Wonen in Noord", "", ""},
		"Wonen#Mijn punt":    {"Wonen#Mijn punt", "Wonen", "Mijn punt"},
		"Motie #3":           {"Motie #3", "Motie", "3"},
		"Wonen #3#Mijn punt": {"Wonen #3#Mijn punt", "Wonen", "3#Mijn punt"},
		"#kop":               {"#kop", "", "kop"},
		"Wonen#":             {"Wonen#", "Wonen", ""},
		"  ":                 {"", "", ""},
	} {
		if r := ParseRef(in); r.Whole != want[0] || r.Title != want[1] || r.Heading != want[2] {
			t.Errorf("%q: %+v", in, r)
		}
	}
}

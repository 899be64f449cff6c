package markdown

import (
	"slices"
	"testing"
)

func TestHashtags(t *testing.T) {
	tests := []struct {
		in   string
		want []string
	}{
		{"Over #wonen en #zorg.", []string{"wonen", "zorg"}},
		{"#begin van de regel\n#tweede", []string{"begin", "tweede"}},
		{"#wonen/huur, #a-b_c", []string{"wonen/huur", "a-b_c"}},
		{"- [ ] bellen #actie\n- > #citaat", []string{"actie", "citaat"}},
		{"| a |\n| - |\n| #cel |", []string{"cel"}},
		{"#coördinatie #2026plan", []string{"coördinatie", "2026plan"}},
		{"# Kop met #geen", nil},
		{"#1 en #2026 zijn nummers", nil},
		{"midden#in en c# en a#b", nil},
		{"`#code` en\n\n```\n#blok\n```\n\n    #inspringen", nil},
		{"[#koppeling](https://a.nl/#deel) https://b.nl/#deel", nil},
		{"`x`#vast", nil},
		{"## #\n\n#\n\n#/", nil},
		{"**#vet**", []string{"vet"}},
	}
	for _, test := range tests {
		if got := Hashtags(test.in); !slices.Equal(got, test.want) {
			t.Errorf("%q: %q, want %q", test.in, got, test.want)
		}
	}
}

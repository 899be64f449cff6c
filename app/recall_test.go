package app_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"raadwijzer/app"
)

// corpus writes notes of common words with planted ones and returns, for each
// query, the numbers of the notes that it must find.
func corpus(t *testing.T, folder string, size int) (truth map[string][]int) {
	t.Helper()
	random := rand.New(rand.NewPCG(1, 2))
	common := strings.Fields("de raad van gemeente besluit over het voorstel met een motie en na overleg in zo kort mogelijke tijd voor wie er al was")
	planted := []struct {
		every   int
		text    string
		queries []string
	}{
		{97, "zilvernaald", []string{"zilvernaald", "ZILVERNAALD", `"zilvernaald"`, "zilv*", "vernaal"}},
		{size, "eenhoorndossier", []string{"eenhoorndossier", "hoorndoss"}},
		{41, "de **blauwe** *ooievaar* landt", []string{`"blauwe ooievaar landt"`, `"blauwe ooie`}},
		{43, "landt een blauwe of andere ooievaar", []string{`"landt een blauwe"`}},
		{59, "coördinatieproef", []string{"coordinatieproef", "coördinatieproef", "ordinatiepr"}},
		{61, "qy", []string{"qy", `"qy"`}},
		{67, "[een koppeling](https://voorbeeld.nl/adresnaald)", []string{"adresnaald", "koppeling"}},
		{71, "- [x] afgevinktetaak", []string{"afgevinktetaak"}},
		{73, "| tabelkop | b |\n| - | - |\n| tabelcel | d |", []string{"tabelcel", `"tabelkop b"`}},
		{79, "```\ncodewoord = 1\n```", []string{"codewoord"}},
		{53, "1. eindwoord\n2. beginwoord", []string{`"2 beginwoord"`}},
		{83, "06-12345678 en re-integratie", []string{"0612345678", "reintegratie", "re-integratie"}},
	}
	truth = map[string][]int{"qqxyzzyqq": nil, `"ooievaar blauwe"`: nil, `"naald"`: nil, `"eindwoord beginwoord"`: nil}
	for i := range size {
		var b strings.Builder
		fmt.Fprintf(&b, "# Notitie %d\n\n", i+1)
		for range 40 {
			b.WriteString(common[random.IntN(len(common))] + " ")
		}
		for _, p := range planted {
			if (i+1)%p.every != 0 {
				continue
			}
			b.WriteString("\n\n" + p.text + "\n")
			for _, q := range p.queries {
				truth[q] = append(truth[q], i+1)
			}
		}
		name := filepath.Join(folder, fmt.Sprintf("%03d.md", i+1))
		if err := os.WriteFile(name, []byte(b.String()), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return truth
}

// Every query finds what it should, and nothing else.
func TestSearchFindsExactlyWhatWasPlanted(t *testing.T) {
	a, _ := open(t)
	folder := t.TempDir()
	truth := corpus(t, folder, 600)
	if result, err := a.ImportWith(t.Context(), []string{folder}, nil); err != nil || result.Imported != 600 {
		t.Fatalf("%+v %v", result, err)
	}
	for query, want := range truth {
		hits, err := a.FindAll(app.SearchQuery{Words: query, Kinds: []string{"note"}, Limit: 10_000})
		if err != nil {
			t.Fatal(err)
		}
		if got := numbers(t, hits); !slices.Equal(got, want) {
			t.Errorf("%s: found %v, want %v", query, got, want)
		}
	}
}

// Without quotes the words may stand anywhere, but in a row comes first.
func TestWordsInARowComeFirst(t *testing.T) {
	a, _ := open(t)
	folder := t.TempDir()
	truth := corpus(t, folder, 200)
	if _, err := a.ImportWith(t.Context(), []string{folder}, nil); err != nil {
		t.Fatal(err)
	}
	row := truth[`"blauwe ooievaar landt"`]
	hits, err := a.FindAll(app.SearchQuery{Words: "blauwe ooievaar landt", Kinds: []string{"note"}, Limit: 100})
	if err != nil || len(hits) != len(row)+200/43 {
		t.Fatalf("%d hits, %v", len(hits), err)
	}
	if got := numbers(t, hits[:len(row)]); !slices.Equal(got, row) {
		t.Errorf("first came %v, want %v", got, row)
	}
}

// numbers returns the numbers in the titles, in their order.
func numbers(t *testing.T, hits []app.SearchHit) (list []int) {
	t.Helper()
	for _, h := range hits {
		var n int
		if _, err := fmt.Sscanf(h.Title, "Notitie %d", &n); err != nil {
			t.Fatal(h.Title, err)
		}
		list = append(list, n)
	}
	slices.Sort(list)
	return list
}

package store

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"raadwijzer/app/internal/domain"
)

func found(t *testing.T, s *Store, words string, kinds ...Kind) []string {
	t.Helper()
	if len(kinds) == 0 {
		kinds = Kinds()
	}
	hits, err := s.Search(ctx, ParseQuery(words, map[string][]string{"vog": {"verklaring omtrent het gedrag"}}), SearchFilter{Kinds: kinds, Limit: 20})
	if err != nil {
		t.Fatalf("%q: %v", words, err)
	}
	var list []string
	for _, h := range hits {
		list = append(list, h.Title)
	}
	return list
}

func TestWhatIsFound(t *testing.T) {
	s, _ := open(t)
	add(t, s, "Verkiezing", "De **gemeenteraads**verkiezingen van 2030.")
	add(t, s, "Overleg", "Goede coördinatie met de wijk Noord. 100% B1-taal.")
	add(t, s, "VOG", "Vraag op tijd een verklaring omtrent het gedrag.")
	add(t, s, "Decomposed", "cafe\u0301 op de hoek")
	add(t, s, "Schrijfwijze", "De re-integratie: bel 06-12345678 over het \u0133sbaantje.")
	tests := []struct {
		words string
		want  []string
	}{
		{"reintegratie", []string{"Schrijfwijze"}},
		{"re-integratie", []string{"Schrijfwijze"}},
		{"0612345678", []string{"Schrijfwijze"}},
		{"+31612345678", []string{"Schrijfwijze"}},
		{"ijsbaan", []string{"Schrijfwijze"}},
		{"integr*", []string{"Schrijfwijze"}},
		{"raads*", nil}, // it stands only within a word
		{"raad", []string{"Verkiezing"}},
		{"GEMEENTERAADSVERKIEZINGEN", []string{"Verkiezing"}},
		{"coordinatie", []string{"Overleg"}},
		{"coördinatie", []string{"Overleg"}},
		{"coordin wijk", []string{"Overleg"}},
		{`"de wijk"`, []string{"Overleg"}},
		{`"wijk de"`, nil},
		{"op -gedrag", []string{"Decomposed"}},
		{"de -wijk -gedrag -hoek -bel", []string{"Verkiezing"}},
		{"vog", []string{"VOG"}},
		{"B1", []string{"Overleg"}},
		{"b1 coordinatie", []string{"Overleg"}},
		{"100%", []string{"Overleg"}},
		{"%", []string{"Overleg"}},
		{"_", nil},
		{"café", []string{"Decomposed"}},
		{"cafe", []string{"Decomposed"}},
		{"2030.", []string{"Verkiezing"}},
		{"-wijk", nil},
		{"", nil},
	}
	for _, test := range tests {
		t.Run(test.words, func(t *testing.T) {
			got := found(t, s, test.words)
			slices.Sort(got)
			if !slices.Equal(got, test.want) {
				t.Errorf("%q, want %q", got, test.want)
			}
		})
	}
}

func TestTitleCountsMoreThanText(t *testing.T) {
	s, _ := open(t)
	add(t, s, "Iets anders", "parkeren in de straat")
	add(t, s, "Parkeren", "nieuw beleid")
	if got := found(t, s, "parkeren"); !slices.Equal(got, []string{"Parkeren", "Iets anders"}) {
		t.Fatal(got)
	}
}

func TestItemsAreIndexedOnce(t *testing.T) {
	s, _ := open(t)
	docs := func() []SearchDoc { return []SearchDoc{{Kind: KindItem, ID: "x", Title: "Artikel", Text: "formeren"}} }
	for range 2 {
		if err := s.IndexItems(ctx, "a", docs); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.IndexItems(ctx, "a", func() []SearchDoc { t.Fatal("indexed again"); return nil }); err != nil {
		t.Fatal(err)
	}
	if err := s.IndexItems(ctx, "b", func() []SearchDoc { return nil }); err != nil {
		t.Fatal(err)
	}
	if got := found(t, s, "formeren"); got != nil {
		t.Fatal("an item that is gone is found:", got)
	}
}

func TestSnippetMarksTheMatchAsJavaScriptCounts(t *testing.T) {
	text := strings.Repeat("vulling ", 60) + "Eerste zin. 😀 De coördinatie is coördinatie. " + strings.Repeat("slot ", 60)
	got, marks := snippet(text, ParseQuery("coordinatie", nil).needles())
	units := utf16.Encode([]rune(got))
	if len(marks) != 4 {
		t.Fatalf("%q %v", got, marks)
	}
	for i := 0; i < len(marks); i += 2 {
		if word := string(utf16.Decode(units[marks[i]:marks[i+1]])); word != "coördinatie" {
			t.Errorf("marked %q in %q", word, got)
		}
	}
	if len([]rune(got)) > snippetLength+6 || !strings.HasPrefix(got, "… ") || !strings.HasSuffix(got, " …") {
		t.Errorf("snippet %q", got)
	}
	if got, marks := snippet("", ParseQuery("x", nil).needles()); got != "" || marks != nil {
		t.Error(got, marks)
	}
}

func FuzzSearch(f *testing.F) {
	for _, seed := range []string{`"`, `a"b`, `NEAR(a b)`, "a OR", "*", "(", "-", "--", "-\"", "\x00", "\xff\xfe", "ti:x", "^a", "AND", "'; DROP TABLE notes", "{a}", "a+b", strings.Repeat("x ", 5000)} {
		f.Add(seed)
	}
	config := Config{Folder: f.TempDir(), Read: func(n domain.Note) NoteText { return NoteText{n.Body, n.Body, refs(n.Body)} }}
	s, err := Open(ctx, config)
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(func() {
		if err := s.Close(); err != nil {
			f.Error(err)
		}
	})
	if _, err := s.CreateNote(ctx, domain.Note{Title: "Één \"titel\" (a) -b", Body: "NEAR AND OR * ^ col: tekst 😀"}); err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, words string) {
		hits, err := s.Search(ctx, ParseQuery(words, nil), SearchFilter{Kinds: Kinds(), Limit: 10})
		if err != nil {
			t.Fatalf("%q: %v", words, err)
		}
		for _, h := range hits {
			length := len(utf16.Encode([]rune(h.Snippet)))
			last := 0
			for _, m := range h.Marks {
				if m < last || m > length {
					t.Fatalf("%q: marks %v in %q", words, h.Marks, h.Snippet)
				}
				last = m
			}
		}
		if _, _, err := s.Notes(ctx, NoteFilter{Query: ParseQuery(words, nil)}); err != nil {
			t.Fatalf("list %q: %v", words, err)
		}
	})
}

func BenchmarkSearch(b *testing.B) {
	config := Config{Folder: b.TempDir(), Read: func(n domain.Note) NoteText { return NoteText{n.Body, n.Body, refs(n.Body)} }}
	s, err := Open(ctx, config)
	if err != nil {
		b.Fatal(err)
	}
	for i := range 1000 {
		if _, err := s.CreateNote(ctx, domain.Note{Title: fmt.Sprint("Notitie ", i), Body: strings.Repeat("de raad vergadert over wonen ", 40)}); err != nil {
			b.Fatal(err)
		}
	}
	q := ParseQuery("vergadert wonen", nil)
	for b.Loop() {
		if _, err := s.Search(ctx, q, SearchFilter{Kinds: []Kind{KindNote}, Limit: 20}); err != nil {
			b.Fatal(err)
		}
	}
}

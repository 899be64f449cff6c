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

// randomFiles writes notes as other programs might, with everything that makes
// a round trip hard.
func randomFiles(t *testing.T, folder string, size int) {
	t.Helper()
	random := rand.New(rand.NewPCG(7, 11))
	pick := func(list ...string) string { return list[random.IntN(len(list))] }
	titles := []string{"", "Gewoon", "Dubbel", "Dubbel", "dubbel", "Dübbel", "a/b:c*?", "CON", "Citaat: \"ja\" & 'nee'", "- lijst", "true", "2026-03-18", "~",
		"#label", "🗳️ stemmen", "ĳs", "\u202eomgekeerd", strings.Repeat("é", 200), strings.Repeat("🗳", 200), "Zonder titel", ".verborgen", "..", "  ruimte  "}
	pieces := []string{"# Kop\n", "tekst", "\n", "\r\n", "\r", "\t", "---\n", "---\ntitle: namaak\n---\n", "---\r\nid: x\r\n---\r\n", "\ufeff", "🗳️", "[[Koppeling]]", "[x](y.md)",
		"- [ ] taak\n", "```\n#code\n```\n", "#label ", "é e\u0301", "\u2028", "{}", "...\n", "| a |\n|-|\n", "  \n", "\u00a0", "\x01", "\x7f", "&amp;", "<b>"}
	extras := []string{"", "aliases: [Een, 'Twee: drie']\n", "kleur: \"#ff0000\"\n", "lijst:\n    - a\n    - b: {c: d}\n", "# opmerking\nx: 1\n", "tekst: |\n    regel\n    regel\n"}
	for i := range size {
		var b strings.Builder
		b.WriteString("---\n")
		if title := titles[random.IntN(len(titles))]; title != "" {
			fmt.Fprintf(&b, "title: %q\n", title)
		}
		fmt.Fprintf(&b, "created: 20%02d-03-18T09:08:07.%03dZ\nupdated: 2026-0%d-01 10:00:00Z\n", i%25, i%1000, 1+i%9)
		fmt.Fprintf(&b, "tags: [%s]\npinned: %v\nconfidential: %v\n", pick("", "a", "wonen/huur, \"met spatie\"", "'1', 'true'"), i%3 == 0, i%4 == 0)
		b.WriteString(extras[random.IntN(len(extras))] + "---\n")
		for range random.IntN(12) {
			b.WriteString(pieces[random.IntN(len(pieces))])
		}
		if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("%04d.md", i)), []byte(b.String()), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// An export of all notes, read into an empty program, gives the same notes.
func TestAllNotesComeBackFromAnExport(t *testing.T) {
	a, _ := open(t)
	folder := t.TempDir()
	randomFiles(t, folder, 400)
	result, err := a.ImportWith(t.Context(), []string{folder}, nil)
	if err != nil || result.Imported != 400 {
		t.Fatalf("%+v %v", result, err)
	}
	for _, note := range []app.NewNote{{Title: "Aan een artikel", Body: "x", Item: "raad-in-beraad"}, {}, {Body: ""}, {Body: "Zonder titel"}, {Body: "Zie [[Gewoon]]."}} {
		view, err := a.Notes.Create(note)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := a.Notes.SetPlace(app.NotePlace{ID: view.ID, Item: note.Item, Meeting: "Commissie: wonen", MeetingDate: "2030-03-20"}); err != nil {
			t.Fatal(err)
		}
	}
	want := everyNote(t, a)
	for _, target := range []string{"map", "alles.zip"} {
		out := filepath.Join(t.TempDir(), target)
		export := app.ExportRequest{What: "all", Format: "md", IncludeConfidential: true}
		if _, err := a.ExportTo(t.Context(), export, out, false, nil); err != nil {
			t.Fatal(err)
		}
		for round := range 2 {
			other := a
			if round == 0 {
				other, _ = open(t)
			}
			result, err := other.ImportWith(t.Context(), []string{out}, nil)
			if err != nil || len(result.Failed) > 0 || round == 0 && result.Imported != len(want) || round == 1 && result.Unchanged != len(want) {
				t.Fatalf("%s: %+v %v", target, result, err)
			}
			compareNotes(t, everyNote(t, other), want)
		}
	}
}

// everyNote returns all notes with their texts and their other front matter,
// by id.
func everyNote(t *testing.T, a *app.App) map[string]string {
	t.Helper()
	cards, err := a.ListNotes(app.NoteQuery{})
	if err != nil {
		t.Fatal(err)
	}
	notes := map[string]string{}
	for _, card := range cards {
		view, err := a.Notes.Get(card.ID)
		if err != nil {
			t.Fatal(err)
		}
		slices.Sort(view.Tags)
		var file strings.Builder
		request := app.ExportRequest{What: "note", IDs: []string{card.ID}, Format: "md"}
		if _, err := a.WriteExport(t.Context(), request, &file, nil); err != nil {
			t.Fatal(err)
		}
		notes[card.ID] = fmt.Sprintf("%q given %v body %q tags %q item %q made %s changed %s pinned %v confidential %v file %q", view.Title, view.TitleGiven,
			view.Body, view.Tags, view.Item, view.Created, view.Updated, view.Pinned, view.Confidential, file.String())
	}
	return notes
}

func compareNotes(t *testing.T, got, want map[string]string) {
	t.Helper()
	if len(got) != len(want) {
		t.Errorf("%d notes, want %d", len(got), len(want))
	}
	for id, text := range want {
		if got[id] != text {
			t.Errorf("a note changed:\n%s\nwant\n%s", got[id], text)
		}
	}
}

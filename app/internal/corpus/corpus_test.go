package corpus

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestTheSameNumberIsTheSameNote(t *testing.T) {
	a, b := Make(500), Make(500)
	if a.Markdown != b.Markdown || !slices.Equal(a.Words, b.Words) {
		t.Fatal("made twice, the note differs")
	}
	if a.Markdown == Make(501).Markdown {
		t.Fatal("two numbers give one note")
	}
	if !strings.HasPrefix(a.Markdown, "# "+a.Title+"\n") {
		t.Errorf("the note begins with %.40q", a.Markdown)
	}
}

func TestNotesAreAsLargeAsPeopleWriteThem(t *testing.T) {
	bytes, different := 0, map[string]bool{}
	const notes = 2000
	for i := range notes {
		note := Make(i)
		bytes += len(note.Markdown)
		for _, word := range note.Words {
			different[word] = true
		}
	}
	if mean := bytes / notes; mean < 1200 || mean > 2200 {
		t.Errorf("%d bytes a note, want about 1,500", mean)
	}
	if len(different) < 15_000 {
		t.Errorf("%d different words in %d notes", len(different), notes)
	}
}

func TestPlantedWordsAreWhereTheyShouldBe(t *testing.T) {
	const notes = 2000
	queries := Queries()
	counts := Count(queries, notes)
	want := map[string]int{"rare": 2, "unique": 1, "none": 0, "beginning": 40, "two letters": 40, "part of a word": 1,
		"phrase": 20, "diacritics": 8}
	for i, q := range queries {
		if n, ok := want[q.Kind]; ok && counts[i] != n {
			t.Errorf("%s: %d notes, want %d", q.Kind, counts[i], n)
		}
	}
}

func TestWrite(t *testing.T) {
	folder := t.TempDir()
	if err := Write(folder, 3); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(filepath.Join(folder, "000", "notitie-000002.md"))
	if err != nil || string(text) != Make(2).Markdown {
		t.Error(err, "the file is not the note")
	}
}

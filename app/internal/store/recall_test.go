package store

import (
	"os"
	"strconv"
	"testing"
	"time"

	"raadwijzer/app/internal/corpus"
	"raadwijzer/app/internal/domain"
	"raadwijzer/app/internal/markdown"
)

// notesOf is how many notes a test or a benchmark fills the store with.
func notesOf(tb testing.TB, usual int) int {
	tb.Helper()
	given := os.Getenv("RAADWIJZER_NOTES")
	if given == "" {
		return usual
	}
	n, err := strconv.Atoi(given)
	if err != nil || n <= 0 {
		tb.Fatalf("RAADWIJZER_NOTES is %q", given)
	}
	return n
}

// filled opens a store with the first notes of the corpus, which come in as
// an import does, and returns how long the store took for them on one processor.
func filled(tb testing.TB, notes int) (s *Store, took time.Duration) {
	tb.Helper()
	s, err := Open(ctx, Config{Folder: tb.TempDir(), Read: func(n domain.Note) NoteText {
		blocks := markdown.Parse(n.Body)
		return NoteText{Plain: markdown.BlocksText(blocks, true), Excerpt: markdown.BlocksExcerpt(blocks, 120)}
	}})
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := s.Close(); err != nil {
			tb.Error(err)
		}
	})
	for first := 0; first < notes; first += 500 {
		var made []domain.Note
		for i := first; i < min(first+500, notes); i++ {
			note := corpus.Make(i)
			made = append(made, domain.Note{Title: note.Title, Body: note.Markdown})
		}
		begin := time.Now()
		var batch []Incoming
		for i, note := range made {
			batch = append(batch, s.Incoming(note, strconv.Itoa(first+i)))
		}
		results, err := s.Import(ctx, batch)
		if err != nil {
			tb.Fatal(err)
		}
		took += time.Since(begin)
		for _, r := range results {
			if r.What != ImportedNew {
				tb.Fatalf("imported as %q: %v", r.What, r.Err)
			}
		}
	}
	return s, took
}

// A fast answer that misses a note is no answer. The list counts everything
// that a query finds; the search gives the best of it.
func TestEveryNoteIsFoundAndNoOther(t *testing.T) {
	const asked = 20
	notes := notesOf(t, 2000)
	s, _ := filled(t, notes)
	queries := corpus.Queries()
	counts := corpus.Count(queries, notes)
	for i, q := range queries {
		t.Run(q.Kind, func(t *testing.T) {
			query := ParseQuery(q.Text, nil)
			_, total, err := s.Notes(ctx, NoteFilter{Query: query, Limit: 1})
			if err != nil {
				t.Fatal(err)
			}
			if total != counts[i] {
				t.Errorf("%q: the list counts %d notes, want %d", q.Text, total, counts[i])
			}
			hits, err := s.Search(ctx, query, SearchFilter{Kinds: []Kind{KindNote}, Limit: asked})
			if err != nil {
				t.Fatal(err)
			}
			if want := min(counts[i], asked); len(hits) != want {
				t.Errorf("%q: %d results, want %d", q.Text, len(hits), want)
			}
			for _, h := range hits {
				if !q.Holds(noteOf(t, h.Title)) {
					t.Errorf("%q: found %q, which does not hold it", q.Text, h.Title)
				}
				if len(h.Marks) == 0 {
					t.Errorf("%q: nothing is marked in %q", q.Text, h.Snippet)
				}
			}
		})
	}
}

// noteOf returns the note with this title, which ends in its number.
func noteOf(t *testing.T, title string) corpus.Note {
	t.Helper()
	number, err := strconv.Atoi(title[len(title)-6:])
	if err != nil {
		t.Fatal(err)
	}
	return corpus.Make(number)
}

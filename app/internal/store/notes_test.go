package store

import (
	"context"
	"slices"
	"testing"
	"time"

	"raadwijzer/app/internal/domain"
)

var ctx = context.Background()

func add(t *testing.T, s *Store, title, body string, tags ...string) domain.Note {
	t.Helper()
	n, err := s.CreateNote(ctx, domain.Note{Title: title, TitleGiven: true, Body: body, Tags: tags})
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func titles(t *testing.T, s *Store, f NoteFilter) []string {
	t.Helper()
	rows, total, err := s.Notes(ctx, f)
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, r := range rows {
		list = append(list, r.Title)
	}
	if f.Limit <= 0 && f.Offset == 0 && total != len(list) {
		t.Errorf("total %d, but %d rows", total, len(list))
	}
	return list
}

func TestNoteComesBackAsItWent(t *testing.T) {
	s, _ := open(t)
	want := domain.Note{ID: NewID(), Title: "Één", TitleGiven: true, Body: "regel\r\nregel\x00\n", Tags: []string{"Wonen", "zorg"},
		Place:        domain.Place{Item: "raad-in-beraad", Part: "p", Run: "r", Step: "s", Meeting: "Raad", MeetingDate: domain.DateOf(time.Date(2026, 3, 18, 0, 0, 0, 0, time.UTC))},
		Confidential: true, Pinned: true, Rev: 1,
		Created: time.Date(2020, 1, 2, 3, 4, 5, 0, time.UTC), Updated: time.Date(2021, 1, 2, 3, 4, 5, 6e6, time.UTC)}
	if _, err := s.CreateNote(ctx, want); err != nil {
		t.Fatal(err)
	}
	got, err := s.Note(ctx, want.ID)
	if err != nil || got.Body != want.Body || !slices.Equal(got.Tags, want.Tags) || !got.Updated.Equal(want.Updated) ||
		!got.Created.Equal(want.Created) || got.Place != want.Place || !got.Confidential ||
		!got.Pinned || got.Rev != 1 || !got.Trashed.IsZero() {
		t.Fatalf("%+v %v", got, err)
	}
	_, err = s.CreateNote(ctx, want)
	wantCode(t, err, domain.CodeConflict)
	_, err = s.Note(ctx, "onbekend")
	wantCode(t, err, domain.CodeNoteUnknown)
}

func TestSaveRefusesAnOldRevision(t *testing.T) {
	s, _ := open(t)
	n := add(t, s, "T", "een")
	saved, err := s.SaveNote(ctx, NoteEdit{ID: n.ID, Rev: 1, Title: "T", TitleGiven: true, Body: "twee"})
	if err != nil || saved.Rev != 2 {
		t.Fatal(saved, err)
	}
	_, err = s.SaveNote(ctx, NoteEdit{ID: n.ID, Rev: 1, Title: "T", TitleGiven: true, Body: "drie"})
	wantCode(t, err, domain.CodeConflict)
	if got, _ := s.Note(ctx, n.ID); got.Body != "twee" {
		t.Fatalf("a refused save changed the text to %q", got.Body)
	}
	same, err := s.SaveNote(ctx, NoteEdit{ID: n.ID, Rev: 2, Title: "T", TitleGiven: true, Body: "twee"})
	if err != nil || same.Rev != 2 {
		t.Fatal("saving the same text made a revision", same.Rev, err)
	}
}

func TestHistoryKeepsAVersionEachTenMinutes(t *testing.T) {
	s, c := open(t)
	n := add(t, s, "T", "0")
	save := func(body string, keep bool) {
		t.Helper()
		var err error
		n, err = s.SaveNote(ctx, NoteEdit{ID: n.ID, Rev: n.Rev, Title: "T", TitleGiven: true, Body: body, KeepOld: keep})
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, body := range []string{"1", "2", "3"} {
		c.now = c.now.Add(4 * time.Minute)
		save(body, false)
	}
	c.now = c.now.Add(time.Minute)
	save("4", true)
	versions, err := s.Versions(ctx, n.ID)
	if err != nil {
		t.Fatal(err)
	}
	var bodies []string
	for _, v := range versions {
		bodies = append(bodies, v.Body)
	}
	if !slices.Equal(bodies, []string{"3", "2"}) {
		t.Fatalf("versions %q", bodies)
	}
	restored, err := s.RestoreVersion(ctx, n.ID, versions[1].ID)
	if err != nil || restored.Body != "2" || restored.Rev != n.Rev+1 {
		t.Fatal(restored, err)
	}
	versions, err = s.Versions(ctx, n.ID)
	if err != nil || len(versions) != 3 || versions[0].Body != "4" {
		t.Fatalf("restoring lost the present text: %+v %v", versions, err)
	}
	_, err = s.RestoreVersion(ctx, n.ID, "onbekend")
	wantCode(t, err, domain.CodeVersionUnknown)
	if v, _ := s.Versions(ctx, n.ID); len(v) != 3 {
		t.Fatal("a refused restore left a version behind")
	}
}

func TestTrash(t *testing.T) {
	s, c := open(t)
	n, keep := add(t, s, "Weg", "verdwenen woord"), add(t, s, "Blijft", "")
	if _, err := s.TrashNote(ctx, n.ID); err != nil {
		t.Fatal(err)
	}
	if got := titles(t, s, NoteFilter{}); !slices.Equal(got, []string{"Blijft"}) {
		t.Fatal(got)
	}
	if got := titles(t, s, NoteFilter{Trashed: true}); !slices.Equal(got, []string{"Weg"}) {
		t.Fatal(got)
	}
	if hits, _ := s.Search(ctx, ParseQuery("verdwenen", nil), SearchFilter{Kinds: []Kind{KindNote}, Limit: 5}); len(hits) != 0 {
		t.Fatal("a note in the trash is found")
	}
	c.now = c.now.Add(29 * 24 * time.Hour)
	if count, err := s.PurgeTrash(ctx); err != nil || count != 0 {
		t.Fatal("too early:", count, err)
	}
	if _, err := s.RestoreNote(ctx, n.ID); err != nil {
		t.Fatal(err)
	}
	if hits, _ := s.Search(ctx, ParseQuery("verdwenen", nil), SearchFilter{Kinds: []Kind{KindNote}, Limit: 5}); len(hits) != 1 {
		t.Fatal("a restored note is not found")
	}
	if _, err := s.TrashNote(ctx, n.ID); err != nil {
		t.Fatal(err)
	}
	c.now = c.now.Add(30*24*time.Hour + time.Second)
	if count, err := s.PurgeTrash(ctx); err != nil || count != 1 {
		t.Fatal(count, err)
	}
	if got := titles(t, s, NoteFilter{}); !slices.Equal(got, []string{"Blijft"}) {
		t.Fatal(keep, got)
	}
}

func TestFilters(t *testing.T) {
	s, c := open(t)
	day := domain.DateOf(c.now)
	for _, n := range []domain.Note{
		{Title: "b", Tags: []string{"Wonen"}, Place: domain.Place{Item: "x", Part: "deel", Meeting: "Raad", MeetingDate: day}},
		{Title: "A", Tags: []string{"wonen", "zorg"}, Place: domain.Place{Run: "r", Step: "1", Meeting: "Raad"}, Body: "parkeren"},
		{Title: "c", Pinned: true, Place: domain.Place{Run: "r", Step: "2"}},
	} {
		c.now = c.now.Add(time.Hour)
		n.TitleGiven = true
		if _, err := s.CreateNote(ctx, n); err != nil {
			t.Fatal(err)
		}
	}
	tests := []struct {
		name   string
		filter NoteFilter
		want   []string
	}{
		{"newest first, pinned before", NoteFilter{}, []string{"c", "A", "b"}},
		{"by title", NoteFilter{Sort: SortTitle}, []string{"c", "A", "b"}},
		{"by creation", NoteFilter{Sort: SortCreated}, []string{"c", "A", "b"}},
		{"tag in any case", NoteFilter{Tag: "WONEN"}, []string{"A", "b"}},
		{"item", NoteFilter{Item: "x"}, []string{"b"}},
		{"run", NoteFilter{Run: "r"}, []string{"c", "A"}},
		{"step", NoteFilter{Run: "r", Step: "1"}, []string{"A"}},
		{"part", NoteFilter{Item: "x", Part: "deel"}, []string{"b"}},
		{"another part", NoteFilter{Item: "x", Part: "ander"}, nil},
		{"meeting", NoteFilter{Meeting: "raad"}, []string{"A", "b"}},
		{"meeting on a day", NoteFilter{Meeting: "Raad", On: day}, []string{"b"}},
		{"pinned", NoteFilter{Pinned: true}, []string{"c"}},
		{"words", NoteFilter{Query: ParseQuery("park", nil)}, []string{"A"}},
		{"page", NoteFilter{Offset: 1, Limit: 1}, []string{"A"}},
		{"nothing", NoteFilter{Tag: "onbekend"}, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := titles(t, s, test.filter); !slices.Equal(got, test.want) {
				t.Errorf("%q, want %q", got, test.want)
			}
		})
	}
	tags, err := s.Tags(ctx)
	if err != nil || len(tags) != 2 || tags[0].Count != 2 {
		t.Fatal(tags, err)
	}
}

// importOne imports one note, which must succeed.
func importOne(t *testing.T, s *Store, n domain.Note, digest string) ImportResult {
	t.Helper()
	results, err := s.Import(ctx, []Incoming{s.Incoming(n, digest)})
	if err != nil || len(results) != 1 || results[0].Err != nil {
		t.Fatal(results, err)
	}
	return results[0]
}

func TestANoteThatCannotBeStoredFailsAlone(t *testing.T) {
	s, _ := open(t)
	good, twice := domain.Note{Title: "Goed", Body: "parkeren"}, domain.Note{ID: NewID(), Title: "Twee", Body: "wonen"}
	// The table refuses a tag that is there twice.
	bad := domain.Note{Title: "Fout", Body: "groen", Tags: []string{"a", "a"}}
	results, err := s.Import(ctx, []Incoming{s.Incoming(good, "1"), s.Incoming(bad, "2"), s.Incoming(twice, "")})
	if err != nil || len(results) != 3 {
		t.Fatal(results, err)
	}
	if results[0].What != ImportedNew || results[1].Err == nil || results[2].What != ImportedNew {
		t.Fatal(results)
	}
	if got := titles(t, s, NoteFilter{Sort: SortTitle}); !slices.Equal(got, []string{"Goed", "Twee"}) {
		t.Fatal(got)
	}
	if got := found(t, s, "groen"); got != nil {
		t.Fatal("what was not stored is found:", got)
	}
	if got := found(t, s, "arkere"); !slices.Equal(got, []string{"Goed"}) {
		t.Fatal("an imported note is not found by a part of a word:", got)
	}
}

func TestImportingAgainChangesNothing(t *testing.T) {
	s, _ := open(t)
	fresh := domain.Note{Title: "Bestand", Body: "tekst"}
	first := importOne(t, s, fresh, "digest")
	if first.What != ImportedNew {
		t.Fatal(first)
	}
	if again := importOne(t, s, fresh, "digest"); again.What != ImportedUnchanged || again.ID != first.ID {
		t.Fatal(again)
	}
	known := domain.Note{ID: NewID(), Title: "Met id", Body: "een", Tags: []string{}}
	for _, step := range []struct {
		body string
		want Imported
	}{{"een", ImportedNew}, {"een", ImportedUnchanged}, {"twee", ImportedChanged}, {"een", ImportedUnchanged}, {"twee", ImportedUnchanged}} {
		known.Body = step.body
		if got := importOne(t, s, known, ""); got.What != step.want {
			t.Fatalf("%q: %v, want %v", step.body, got.What, step.want)
		}
	}
	if n, _ := s.Note(ctx, known.ID); n.Body != "twee" {
		t.Fatal("an old export came over the newer text")
	}
	if v, _ := s.Versions(ctx, known.ID); len(v) != 1 || v[0].Body != "een" {
		t.Fatal("the text before the import is not a version", v)
	}
}

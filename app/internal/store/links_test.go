package store

import (
	"database/sql"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"raadwijzer/app/internal/domain"
)

// refs finds references as simply as a test needs.
func refs(body string) (list []string) {
	for _, m := range regexp.MustCompile(`\[\[([^\]|]+)`).FindAllStringSubmatch(body, -1) {
		list = append(list, m[1])
	}
	return list
}

// leads returns what the references of a note lead to, as "target>title".
func leads(t *testing.T, s *Store, id string) string {
	t.Helper()
	links, err := s.Links(ctx, id)
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, l := range links {
		list = append(list, l.Target+">"+l.Title)
	}
	return strings.Join(list, " ")
}

func backlinks(t *testing.T, s *Store, id string) string {
	t.Helper()
	rows, err := s.Backlinks(ctx, id)
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, r := range rows {
		list = append(list, r.Title)
	}
	slices.Sort(list)
	return strings.Join(list, " ")
}

func save(t *testing.T, s *Store, n domain.Note, title, body string) domain.Note {
	t.Helper()
	n, err := s.SaveNote(ctx, NoteEdit{ID: n.ID, Rev: n.Rev, Title: title, TitleGiven: true, Body: body})
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestLinksAreFoundWhenTheyAreRead(t *testing.T) {
	s, _ := open(t)
	from := add(t, s, "Van", "[[COORDINATIE]] [[weg]] [[Motie #3]] [[Coördinatie#kop]]")
	if got := leads(t, s, from.ID); got != "COORDINATIE> weg> Motie #3> Coördinatie#kop>" {
		t.Fatal(got)
	}
	to := add(t, s, "Coördinatie", "")
	motion := add(t, s, "Motie #3", "")
	add(t, s, "Motie", "")
	if got := leads(t, s, from.ID); got != "COORDINATIE>Coördinatie weg> Motie #3>Motie #3 Coördinatie#kop>Coördinatie" {
		t.Fatal("a note that was made later must be found:", got)
	}
	if got := backlinks(t, s, to.ID) + "|" + backlinks(t, s, motion.ID); got != "Van|Van" {
		t.Fatal(got)
	}
	from = save(t, s, from, "Van", "[["+to.ID+"]] [[Van]]")
	if got := leads(t, s, from.ID); got != to.ID+">Coördinatie Van>Van" {
		t.Fatal("by id:", got)
	}
	if got := backlinks(t, s, to.ID) + "|" + backlinks(t, s, motion.ID) + "|" + backlinks(t, s, from.ID); got != "Van||" {
		t.Fatal("the old references must be gone, and a note does not refer to itself:", got)
	}
	_, err := s.Links(ctx, "onbekend")
	wantCode(t, err, domain.CodeNoteUnknown)
	_, err = s.Backlinks(ctx, "onbekend")
	wantCode(t, err, domain.CodeNoteUnknown)
}

func TestOfSeveralNotesTheNewestIsMeant(t *testing.T) {
	s, c := open(t)
	old := add(t, s, "Wonen", "")
	c.now = c.now.Add(time.Hour)
	newer := add(t, s, "wonen", "")
	c.now = c.now.Add(time.Hour)
	from := add(t, s, "Van", "[[Wonen]]")
	link, err := s.Resolve(ctx, "Wonen")
	if err != nil || link.ID != newer.ID || link.Same != 2 {
		t.Fatalf("%+v %v", link, err)
	}
	if got := backlinks(t, s, old.ID) + "|" + backlinks(t, s, newer.ID); got != "|Van" {
		t.Fatal(got)
	}
	if _, err := s.TrashNote(ctx, newer.ID); err != nil {
		t.Fatal(err)
	}
	if link, _ := s.Resolve(ctx, "Wonen"); link.ID != old.ID || link.Same != 1 || link.Trashed {
		t.Fatalf("outside the trash comes first: %+v", link)
	}
	if _, err := s.TrashNote(ctx, old.ID); err != nil {
		t.Fatal(err)
	}
	if link, _ := s.Resolve(ctx, "Wonen"); link.ID != newer.ID || !link.Trashed {
		t.Fatalf("%+v", link)
	}
	if _, err := s.TrashNote(ctx, from.ID); err != nil {
		t.Fatal(err)
	}
	if got := backlinks(t, s, newer.ID); got != "" {
		t.Fatal("a note in the trash refers to nothing:", got)
	}
	if _, err := s.EmptyTrash(ctx); err != nil {
		t.Fatal(err)
	}
	if link, _ := s.Resolve(ctx, "Wonen"); link.ID != "" || link.Same != 0 {
		t.Fatalf("%+v", link)
	}
}

func TestReferencesGoOnLeadingAfterANewTitle(t *testing.T) {
	s, c := open(t)
	from := add(t, s, "Van", "[[Wonen]] [[wonen#kop]]")
	to := save(t, s, add(t, s, "Wonen", ""), "Woningbouw", "")
	if got := leads(t, s, from.ID); got != "Wonen>Woningbouw wonen#kop>Woningbouw" {
		t.Fatal(got)
	}
	if got, _ := s.Note(ctx, from.ID); got.Body != "[[Wonen]] [[wonen#kop]]" || got.Rev != 1 {
		t.Fatal("the text of another note was changed:", got.Body)
	}
	if got := backlinks(t, s, to.ID); got != "Van" {
		t.Fatal(got)
	}
	// Nothing refers to this title, so it is forgotten.
	to = save(t, s, save(t, s, to, "Bouwen", ""), "Woningbouw", "")
	if link, _ := s.Resolve(ctx, "Bouwen"); link.ID != "" {
		t.Fatalf("%+v", link)
	}
	// A note with the title itself comes before one that had it.
	c.now = c.now.Add(-time.Hour)
	other := add(t, s, "Wonen", "")
	if got := backlinks(t, s, other.ID) + "|" + backlinks(t, s, to.ID); got != "Van|" {
		t.Fatal(got)
	}
}

func TestImportAndRestoreKeepTheReferences(t *testing.T) {
	s, _ := open(t)
	a, b := domain.Note{ID: NewID(), Title: "A", Body: "[[B]]"}, domain.Note{ID: NewID(), Title: "B", Body: "[[A]]"}
	if _, err := s.Import(ctx, []Incoming{s.Incoming(a, ""), s.Incoming(b, "")}); err != nil {
		t.Fatal(err)
	}
	if got := leads(t, s, a.ID) + " " + backlinks(t, s, a.ID); got != "B>B B" {
		t.Fatal(got)
	}
	a.Body = "[[C]]"
	if _, err := s.Import(ctx, []Incoming{s.Incoming(a, "")}); err != nil {
		t.Fatal(err)
	}
	if got := leads(t, s, a.ID); got != "C>" {
		t.Fatal(got)
	}
	versions, err := s.Versions(ctx, a.ID)
	if err != nil || len(versions) != 1 {
		t.Fatal(versions, err)
	}
	if _, err := s.RestoreVersion(ctx, a.ID, versions[0].ID); err != nil {
		t.Fatal(err)
	}
	if got := leads(t, s, a.ID); got != "B>B" {
		t.Fatal(got)
	}
}

// The references are stored with the text or not at all.
func TestReferencesFallWithTheSave(t *testing.T) {
	s, _ := open(t)
	n := add(t, s, "Van", "[[A]]")
	if _, err := s.writer.ExecContext(ctx, "CREATE TRIGGER no BEFORE INSERT ON note_links BEGIN SELECT RAISE(ABORT, 'no'); END"); err != nil {
		t.Fatal(err)
	}
	if _, err := s.SaveNote(ctx, NoteEdit{ID: n.ID, Rev: 1, Title: "Van", TitleGiven: true, Body: "[[B]]"}); err == nil {
		t.Fatal("the save should have failed")
	}
	if got, _ := s.Note(ctx, n.ID); got.Body != "[[A]]" || got.Rev != 1 || leads(t, s, n.ID) != "A>" {
		t.Fatal("half a save:", got.Body, leads(t, s, n.ID))
	}
}

func TestFindTitles(t *testing.T) {
	s, c := open(t)
	for _, title := range []string{"Coördinatie wonen", "Wonen: coördinatie", "Zorg", "100 % wonen_"} {
		c.now = c.now.Add(time.Hour)
		add(t, s, title, "")
	}
	gone := add(t, s, "Coördinatie weg", "")
	if _, err := s.TrashNote(ctx, gone.ID); err != nil {
		t.Fatal(err)
	}
	for words, want := range map[string]string{
		"coordi":       "Coördinatie wonen|Wonen: coördinatie",
		"WONEN coor":   "Wonen: coördinatie|Coördinatie wonen",
		"%":            "100 % wonen_",
		"_":            "100 % wonen_",
		"niets":        "",
		" ":            "100 % wonen_|Zorg|Wonen: coördinatie",
		"wonen: coörd": "Wonen: coördinatie",
	} {
		rows, err := s.FindTitles(ctx, words, 3)
		var got []string
		for _, r := range rows {
			got = append(got, r.Title)
		}
		if err != nil || strings.Join(got, "|") != want {
			t.Errorf("%q: %q %v", words, got, err)
		}
	}
}

func TestPlaceAndMeetings(t *testing.T) {
	s, c := open(t)
	day := domain.DateOf(c.now)
	n := add(t, s, "T", "tekst", "a")
	place := domain.Place{Item: "i", Part: "p", Meeting: "Raad", MeetingDate: day}
	c.now = c.now.Add(time.Hour)
	got, err := s.SetNotePlace(ctx, n.ID, place)
	if err != nil || got.Place != place || got.Rev != n.Rev || !got.Updated.Equal(n.Updated) {
		t.Fatalf("%+v %v", got, err)
	}
	if stored, _ := s.Note(ctx, n.ID); stored.Place != place || !slices.Equal(stored.Tags, []string{"a"}) {
		t.Fatalf("%+v", stored)
	}
	for _, p := range []domain.Place{{Meeting: "raad", MeetingDate: day}, {Meeting: "Commissie"}, {MeetingDate: day.AddDays(1)}} {
		if _, err := s.SetNotePlace(ctx, add(t, s, "T", "").ID, p); err != nil {
			t.Fatal(err)
		}
	}
	list, err := s.Meetings(ctx)
	want := []MeetingCount{{"", day.AddDays(1), 1}, {"Raad", day, 2}, {"Commissie", domain.Date{}, 1}}
	if err != nil || !slices.EqualFunc(list, want, func(a, b MeetingCount) bool {
		return strings.EqualFold(a.Subject, b.Subject) && a.Date == b.Date && a.Count == b.Count
	}) {
		t.Fatalf("%+v %v", list, err)
	}
	_, err = s.SetNotePlace(ctx, "onbekend", place)
	wantCode(t, err, domain.CodeNoteUnknown)
}

func TestTagsAreRenamedMergedAndRemoved(t *testing.T) {
	s, c := open(t)
	a, b, trashed := add(t, s, "a", "", "Wonen", "zorg"), add(t, s, "b", "", "wonen"), add(t, s, "c", "", "wonen")
	if _, err := s.TrashNote(ctx, trashed.ID); err != nil {
		t.Fatal(err)
	}
	c.now = c.now.Add(time.Hour)
	check := func(what, ofA, ofB, ofTrashed string) {
		t.Helper()
		for id, want := range map[string]string{a.ID: ofA, b.ID: ofB, trashed.ID: ofTrashed} {
			n, err := s.Note(ctx, id)
			if got := strings.Join(n.Tags, " "); err != nil || got != want {
				t.Errorf("%s: %s has %q, want %q", what, n.Title, got, want)
			}
			if n.Rev != 1 || !n.Updated.Equal(a.Updated) {
				t.Errorf("%s: a tag made revision %d of %v", what, n.Rev, n.Updated)
			}
		}
	}
	do := func(count int, err error) func(want int) {
		return func(want int) {
			t.Helper()
			if err != nil || count != want {
				t.Errorf("%d notes, want %d: %v", count, want, err)
			}
		}
	}
	do(s.RenameTag(ctx, "WONEN", "Bouwen"))(2)
	check("renamed", "Bouwen zorg", "Bouwen", "Bouwen")
	_, err := s.RenameTag(ctx, "bouwen", "ZORG")
	wantCode(t, err, domain.CodeTagExists)
	do(s.RenameTag(ctx, "bouwen", "BOUWEN"))(2)
	check("another case", "BOUWEN zorg", "BOUWEN", "BOUWEN")
	do(s.MergeTags(ctx, []string{"bouwen", "zorg"}, "Élan"))(2)
	check("merged", "Élan", "Élan", "Élan")
	do(s.RenameTag(ctx, "élan", "élan"))(2)
	check("letters that SQLite does not know", "élan", "élan", "élan")
	do(s.RemoveTag(ctx, "ÉLAN"))(2)
	check("removed", "", "", "")
	for _, err := range []error{second(s.RenameTag(ctx, "weg", "x")), second(s.MergeTags(ctx, []string{"weg"}, "x")), second(s.RemoveTag(ctx, "weg"))} {
		wantCode(t, err, domain.CodeTagUnknown)
	}
}

func second(_ int, err error) error { return err }

// A merge that fails on its last note must leave the first as it was.
func TestTagsChangeTogether(t *testing.T) {
	s, _ := open(t)
	a, b := add(t, s, "a", "", "een"), add(t, s, "b", "", "een", "twee")
	_, err := s.MergeTags(ctx, []string{"een", "weg"}, "drie")
	wantCode(t, err, domain.CodeTagUnknown)
	if _, err := s.writer.ExecContext(ctx, "CREATE TRIGGER no BEFORE INSERT ON note_tags WHEN NEW.note = '"+b.ID+"' BEGIN SELECT RAISE(ABORT, 'no'); END"); err != nil {
		t.Fatal(err)
	}
	if _, err := s.MergeTags(ctx, []string{"een", "twee"}, "drie"); err == nil {
		t.Fatal("the merge should have failed")
	}
	for id, want := range map[string]string{a.ID: "een", b.ID: "een twee"} {
		if n, _ := s.Note(ctx, id); strings.Join(n.Tags, " ") != want {
			t.Errorf("%s has %q", n.Title, n.Tags)
		}
	}
}

// The questions of a list must not read every note.
func TestPlacesUseTheirIndexes(t *testing.T) {
	s, _ := open(t)
	for query, index := range map[string]string{
		"SELECT id FROM notes WHERE title_key = 'a'":                                             "notes_title_key",
		"SELECT id FROM notes WHERE meeting = 'a' AND meeting <> ''":                             "notes_meeting",
		"SELECT id FROM notes WHERE meeting_date = 'a' AND meeting_date <> ''":                   "notes_meeting_date",
		"SELECT note FROM note_links WHERE whole = 'a'":                                          "note_links_whole",
		"SELECT note FROM note_links WHERE head <> '' AND head IN (SELECT 'a')":                  "note_links_head",
		"SELECT note FROM note_titles JOIN notes ON id = note WHERE note_titles.title_key = 'a'": "note_titles_key",
	} {
		var plan []string
		err := each(ctx, s.db, "EXPLAIN QUERY PLAN "+query, nil, func(rows *sql.Rows) error {
			var a, b, c int
			var detail string
			err := rows.Scan(&a, &b, &c, &detail)
			plan = append(plan, detail)
			return err
		})
		if err != nil || !strings.Contains(strings.Join(plan, "\n"), index) {
			t.Errorf("%s: %q %v", query, plan, err)
		}
	}
}

package app_test

import (
	"slices"
	"testing"
	"time"

	"raadwijzer/app"
	"raadwijzer/app/internal/domain"
)

// found returns the titles of the notes that are found, best first.
func found(t *testing.T, a *app.App, query app.SearchQuery) (titles []string) {
	t.Helper()
	query.Limit = 10
	view, err := a.Search.Find(query)
	if err != nil {
		t.Fatal(err)
	}
	for _, hit := range slices.Concat(view.Notes, view.Items, view.Steps) {
		titles = append(titles, hit.Title)
	}
	return titles
}

func TestATitleComesBeforeATextAndTheNewestBeforeItsEqual(t *testing.T) {
	a, _ := open(t)
	moment := time.Date(2026, 3, 18, 12, 0, 0, 0, time.UTC)
	for i, note := range []domain.Note{
		{Title: "Nieuw", Body: "Over het zwembad."},
		{Title: "Zwembad", Body: "Kort."},
		{Title: "Oud", Body: "Over het zwembad."},
		{Title: "Samen", Body: "Het zwembaddak."},
	} {
		note.Created = moment.Add(-time.Duration(i) * time.Hour)
		note.Updated = note.Created
		if _, err := a.AddNote(note); err != nil {
			t.Fatal(err)
		}
	}
	want := []string{"Zwembad", "Nieuw", "Oud", "Samen"}
	if got := found(t, a, app.SearchQuery{Words: "zwembad", Kinds: []string{"note"}}); !slices.Equal(got, want) {
		t.Errorf("found %q, want %q", got, want)
	}
}

func TestChoicesOfASearch(t *testing.T) {
	a, _ := open(t)
	for day, note := range []domain.Note{{Title: "Eerste raad", Tags: []string{"Wonen"}}, {Title: "Tweede raad", Confidential: true}} {
		note.Created = time.Date(2026, 3, 18+day, 12, 0, 0, 0, time.Local)
		note.Updated = note.Created
		if _, err := a.AddNote(note); err != nil {
			t.Fatal(err)
		}
	}
	both := []string{"Tweede raad", "Eerste raad"}
	for _, test := range []struct {
		query app.SearchQuery
		want  []string
	}{
		{app.SearchQuery{Kinds: []string{"note"}}, both},
		{app.SearchQuery{Tag: "#wonen"}, both[1:]},
		{app.SearchQuery{From: "2026-03-19"}, both[:1]},
		{app.SearchQuery{To: "2026-03-18"}, both[1:]},
		{app.SearchQuery{From: "2026-03-18", To: "2026-03-19"}, both},
		{app.SearchQuery{From: "2026-03-20", To: "2026-03-18"}, nil},
		{app.SearchQuery{Tag: "wonen", Kinds: []string{"item", "step"}}, nil},
	} {
		test.query.Words = "raad"
		if got := found(t, a, test.query); !slices.Equal(got, test.want) {
			t.Errorf("%+v: %q, want %q", test.query, got, test.want)
		}
	}
	if got := found(t, a, app.SearchQuery{Words: "raad"}); len(got) <= len(both) {
		t.Errorf("without a choice articles are found too, not only %q", got)
	}
	_, err := a.Search.Find(app.SearchQuery{Words: "raad", From: "gisteren"})
	if got := codeOf(t, a, err); got != "date_invalid" {
		t.Errorf("code %s", got)
	}
	view, err := a.Search.Find(app.SearchQuery{Words: "tweede", Kinds: []string{"note"}})
	if err != nil || len(view.Notes) != 1 || !view.Notes[0].Confidential || view.Notes[0].Updated == "" {
		t.Errorf("%+v %v", view.Notes, err)
	}
}

package store

import (
	"fmt"
	"testing"
	"time"

	"raadwijzer/app/internal/domain"
)

// The clock of a computer whose battery is empty starts years ago.
func TestFaultClockSetBackTenYears(t *testing.T) {
	s, c := open(t)
	right := c.now
	n := add(t, s, "Blijft", "tekst in 2026")
	away := add(t, s, "Weg", "")
	save := func(body string) {
		t.Helper()
		var err error
		if n, err = s.SaveNote(ctx, NoteEdit{ID: n.ID, Rev: n.Rev, Title: n.Title, TitleGiven: true, Body: body}); err != nil {
			t.Fatal(err)
		}
	}
	c.now = c.now.Add(time.Hour)
	save("later in 2026")

	c.now = right.AddDate(-10, 0, 0)
	for i := range 60 { // a minute of typing
		c.now = c.now.Add(time.Second)
		save(fmt.Sprint("tekst in 2016 ", i))
	}
	versions, err := s.Versions(ctx, n.ID)
	if err != nil || len(versions) != 2 || versions[0].Body != "later in 2026" || versions[1].Body != "tekst in 2026" {
		t.Fatal(len(versions), versions, err)
	}
	if _, err := s.TrashNote(ctx, away.ID); err != nil {
		t.Fatal(err)
	}
	if _, made, err := s.DailyBackup(ctx, domain.DateOf(c.now)); err != nil || !made {
		t.Fatal(made, err)
	}
	for _, now := range []time.Time{c.now, right.AddDate(0, 0, 1)} { // wrong, and right again
		c.now = now
		if count, err := s.PurgeTrash(ctx); err != nil || count != 0 {
			t.Fatal("a note that was just thrown away is gone:", count, err)
		}
	}
	if got := titles(t, s, NoteFilter{Trashed: true}); len(got) != 1 {
		t.Fatal(got)
	}
	if got, err := s.Note(ctx, n.ID); err != nil || got.Body != "tekst in 2016 59" {
		t.Fatal(got.Body, err)
	}
	if findings, err := s.Check(ctx); err != nil || len(findings) > 0 {
		t.Fatal(findings, err)
	}
}

package store

import (
	"database/sql"
	"errors"
	"fmt"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"testing"
	"time"

	"raadwijzer/app/internal/corpus"
	"raadwijzer/app/internal/markdown"
)

// BenchmarkStore measures the store with many notes: RAADWIJZER_NOTES of
// them, 10,000 without it. A limit is the same work by SQLite
// alone, without anything of ours: the least that it can cost here.
func BenchmarkStore(b *testing.B) {
	notes := notesOf(b, 10_000)
	bare, bareTook := limit(b, notes)
	s, took := filled(b, notes)
	b.Run("import", func(b *testing.B) {
		for b.Loop() {
			runtime.Gosched() // it was done once, above
		}
		b.ReportMetric(float64(took.Milliseconds()), "total-ms")
		b.ReportMetric(took.Seconds()/bareTook.Seconds(), "limits")
	})
	if err := s.rest(ctx, func() bool { return true }); err != nil {
		b.Fatal(err)
	}
	for _, q := range corpus.Queries() {
		b.Run("search/"+q.Kind, func(b *testing.B) { searching(b, s, q.Text) })
	}
	for _, sort := range []NoteSort{SortUpdated, SortCreated, SortTitle} {
		b.Run("list/"+string(sort), func(b *testing.B) {
			timed(b, func(int) error {
				_, _, err := s.Notes(ctx, NoteFilter{Sort: sort, Limit: 200})
				return err
			})
		})
	}
	b.Run("list/words", func(b *testing.B) {
		timed(b, func(int) error {
			_, _, err := s.Notes(ctx, NoteFilter{Query: ParseQuery("vergadering", nil), Limit: 200})
			return err
		})
	})
	b.Run("tags", func(b *testing.B) {
		timed(b, func(int) error { _, err := s.Tags(ctx); return err })
	})
	b.Run("save", func(b *testing.B) { saving(b, s, bare, notes) })
}

// timed runs f again and again and reports the middle and the slow end of how
// long it takes, which a mean hides.
func timed(b *testing.B, f func(i int) error) {
	b.Helper()
	var took []time.Duration
	for i := 0; b.Loop(); i++ {
		took = append(took, once(b, i, f))
	}
	report(b, "", took)
}

func once(b *testing.B, i int, f func(i int) error) time.Duration {
	b.Helper()
	begin := time.Now()
	if err := f(i); err != nil {
		b.Fatal(err)
	}
	return time.Since(begin)
}

func report(b *testing.B, of string, took []time.Duration) {
	b.Helper()
	slices.Sort(took)
	for _, p := range []int{50, 95, 99} {
		at := took[min(len(took)*p/100, len(took)-1)]
		b.ReportMetric(float64(at.Microseconds())/1000, fmt.Sprintf("%sp%d-ms", of, p))
	}
}

func searching(b *testing.B, s *Store, words string) {
	timed(b, func(int) error {
		_, err := s.Search(ctx, ParseQuery(words, nil), SearchFilter{Kinds: Kinds(), Limit: 20})
		return err
	})
}

// saving changes one note after another, as a user goes from one to the next.
// Each save stands beside one by SQLite alone, so that both meet the same disk.
func saving(b *testing.B, s *Store, bare *sql.DB, notes int) {
	list, _, err := s.Notes(ctx, NoteFilter{Limit: 1000})
	if err != nil {
		b.Fatal(err)
	}
	var ours, least []time.Duration
	for i := 0; b.Loop(); i++ {
		n, err := s.Note(ctx, list[i%len(list)].ID)
		if err != nil {
			b.Fatal(err)
		}
		edit := NoteEdit{ID: n.ID, Rev: n.Rev, Title: n.Title, Body: n.Body + "\nregel " + strconv.Itoa(i)}
		ours = append(ours, once(b, i, func(int) error { _, err := s.SaveNote(ctx, edit); return err }))
		least = append(least, once(b, i, func(i int) error { return saveBare(bare, 1+i*7919%notes) }))
	}
	report(b, "", ours)
	report(b, "limit-", least)
	b.ReportMetric(ours[len(ours)/2].Seconds()/least[len(least)/2].Seconds(), "limits")
}

// limit fills a bare table, indexes it in one go and returns how long that took.
func limit(b *testing.B, notes int) (*sql.DB, time.Duration) {
	b.Helper()
	db, err := sql.Open("sqlite3", dsn(filepath.Join(b.TempDir(), "limit.db")))
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = db.Close() })
	db.SetMaxOpenConns(1)
	type row struct{ title, text string }
	rows := make([]row, notes)
	for i := range rows {
		note := corpus.Make(i)
		rows[i] = row{note.Title, markdown.Plain(note.Markdown)}
	}
	begin := time.Now()
	run := func(tx *sql.Tx, query string, args ...any) {
		b.Helper()
		if _, err := tx.ExecContext(ctx, query, args...); err != nil {
			b.Fatal(err)
		}
	}
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		b.Fatal(err)
	}
	run(tx, `CREATE TABLE texts (key INTEGER PRIMARY KEY, title TEXT, text TEXT);
		CREATE VIRTUAL TABLE search USING fts5 (title, text, content = 'texts', content_rowid = 'key',
			tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3')`)
	insert, err := tx.PrepareContext(ctx, "INSERT INTO texts (title, text) VALUES (?, ?)")
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = insert.Close() }() // the commit closes it too
	for _, r := range rows {
		if _, err := insert.ExecContext(ctx, r.title, r.text); err != nil {
			b.Fatal(err)
		}
	}
	run(tx, "INSERT INTO search (search) VALUES ('rebuild')")
	if err := tx.Commit(); err != nil {
		b.Fatal(err)
	}
	return db, time.Since(begin)
}

// saveBare changes one row and its index in one durable commit.
func saveBare(db *sql.DB, key int) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	for _, query := range []string{
		"INSERT INTO search (search, rowid, title, text) SELECT 'delete', key, title, text FROM texts WHERE key = ?",
		"UPDATE texts SET text = text || char(10) || 'regel' WHERE key = ?",
		"INSERT INTO search (rowid, title, text) SELECT key, title, text FROM texts WHERE key = ?",
	} {
		if _, err := tx.ExecContext(ctx, query, key); err != nil {
			return errors.Join(err, tx.Rollback())
		}
	}
	return tx.Commit()
}

package store

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"raadwijzer/app/internal/domain"
)

// rescueAll returns the bodies that can be read from a damaged folder.
func rescueAll(t *testing.T, folder string) map[string]string {
	t.Helper()
	bodies := map[string]string{}
	err := Rescue(ctx, folder, func(n domain.Note) error {
		bodies[n.ID] = n.Body
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names(t, folder) {
		if strings.HasPrefix(name, ".") {
			t.Fatal("something temporary was left:", name)
		}
	}
	return bodies
}

// bigFolder returns a closed data folder with notes, and their bodies.
func bigFolder(t *testing.T, count int) (Config, map[string]string) {
	t.Helper()
	config, _ := testConfig(t)
	s, err := Open(context.Background(), config)
	if err != nil {
		t.Fatal(err)
	}
	bodies := map[string]string{}
	for i := range count {
		n := add(t, s, fmt.Sprint("Notitie ", i), fmt.Sprintf("Tekst %d. %s", i, strings.Repeat("Woorden over de raad. ", 60)))
		bodies[n.ID] = n.Body
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return config, bodies
}

func TestRescueReadsAllFromASoundDatabase(t *testing.T) {
	config, bodies := bigFolder(t, 50)
	if got := rescueAll(t, config.Folder); len(got) != len(bodies) {
		t.Fatal(len(got))
	}
}

func TestRescueReadsWhatDamageLeft(t *testing.T) {
	config, bodies := bigFolder(t, 400)
	path := filepath.Join(config.Folder, FileName)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 8 {
		hurt := bytes.Clone(whole)
		for range 3 { // three pages anywhere but the first, which names the tables
			page := 1 + random.IntN(len(hurt)/4096-1)
			for i := range 4096 {
				hurt[page*4096+i] = byte(random.IntN(256))
			}
		}
		write(t, path, string(hurt))
		got := rescueAll(t, config.Folder)
		for id, body := range got {
			if body != bodies[id] {
				t.Fatal("a rescued note has another text")
			}
		}
		// A page holds at most three of these notes; a page above the leaves
		// may hide more, and then the gap is passed.
		if len(got) < 100 {
			t.Fatalf("%d of 400 notes were rescued", len(got))
		}
		if after, err := os.ReadFile(path); err != nil || !bytes.Equal(after, hurt) {
			t.Fatal("the damaged file was changed", err)
		}
	}
}

func TestRescueOfRubbishGivesNothing(t *testing.T) {
	config, _ := testConfig(t)
	if err := os.MkdirAll(config.Folder, 0o700); err != nil {
		t.Fatal(err)
	}
	if got := rescueAll(t, config.Folder); len(got) != 0 {
		t.Fatal("notes from a folder without a database")
	}
	write(t, filepath.Join(config.Folder, FileName), strings.Repeat("kapot", 5000))
	if got := rescueAll(t, config.Folder); len(got) != 0 {
		t.Fatal("notes from rubbish")
	}
}

func TestRescueGivesTheNewestVersionOfAnUnreadableNote(t *testing.T) {
	config, c := testConfig(t)
	s, err := Open(context.Background(), config)
	if err != nil {
		t.Fatal(err)
	}
	n := add(t, s, "Notitie", "eerste tekst")
	for i := range 3 {
		c.now = c.now.Add(time.Hour)
		if n, err = s.SaveNote(ctx, NoteEdit{ID: n.ID, Rev: n.Rev, Title: n.Title, Body: fmt.Sprint("tekst ", i)}); err != nil {
			t.Fatal(err)
		}
	}
	// A row that is gone while its versions are there is what a lost page gives.
	for _, statement := range []string{"PRAGMA foreign_keys = off", "DELETE FROM notes"} {
		if _, err := s.writer.ExecContext(ctx, statement); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if got := rescueAll(t, config.Folder); len(got) != 1 || got[n.ID] != "tekst 1" {
		t.Fatal(got)
	}
}

// A value that we never write tells of damage that SQLite does not see.
func TestAValueThatIsNoneIsDamage(t *testing.T) {
	s, _ := open(t)
	n := add(t, s, "Notitie", "tekst")
	run := testRun(t, s)
	for statement, read := range map[string]func() error{
		"UPDATE notes SET created = 'gisteren'":        func() error { _, err := s.Note(ctx, n.ID); return err },
		"UPDATE notes SET meeting_date = 'gisteren'":   func() error { _, _, err := s.Notes(ctx, NoteFilter{}); return err },
		"UPDATE run_steps SET deadline = '2030-99-99'": func() error { _, err := s.Run(ctx, run.ID); return err },
		"UPDATE run_steps SET questions = '[{'":        func() error { _, err := s.Run(ctx, run.ID); return err },
	} {
		if _, err := s.writer.ExecContext(ctx, statement); err != nil {
			t.Fatal(err)
		}
		wantCode(t, read(), domain.CodeDataDamaged)
	}
}

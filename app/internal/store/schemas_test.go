package store

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"raadwijzer/app/internal/domain"
)

// schemaFolder holds a data file of each schema, as the release that brought
// it wrote it. A file of a released schema is never made anew.
const schemaFolder = "testdata/schemas"

// How to make the file of the present schema, as long as it is not released.
const makeSchema = "RAADWIJZER_MAKE_SCHEMA=1 go test -tags sqlite_fts5 -run TestMakeSchema ./app/internal/store"

func TestMakeSchema(t *testing.T) {
	if os.Getenv("RAADWIJZER_MAKE_SCHEMA") == "" {
		t.Skip("only by hand: " + makeSchema)
	}
	s, _ := open(t)
	n := add(t, s, "Wonen in de kern", "Over **wonen** en [[Verkeer]].")
	if _, err := s.SaveNote(ctx, NoteEdit{ID: n.ID, Rev: n.Rev, Title: n.Title, Body: n.Body + " Meer."}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.CreateNote(ctx, domain.Note{Title: "Verkeer", TitleGiven: true, Body: "Drempels", Tags: []string{"verkeer"}, Confidential: true}); err != nil {
		t.Fatal(err)
	}
	trashed := add(t, s, "Weg", "In de prullenbak")
	if _, err := s.TrashNote(ctx, trashed.ID); err != nil {
		t.Fatal(err)
	}
	testRun(t, s)
	if err := os.MkdirAll(schemaFolder, 0o700); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(schemaFolder, strconv.Itoa(SchemaVersion())+".db")
	if _, err := s.Backup(ctx, path, true); err != nil {
		t.Fatal(err)
	}
}

func TestEveryReleasedSchemaOpens(t *testing.T) {
	files, err := os.ReadDir(schemaFolder)
	if err != nil || len(files) != SchemaVersion() {
		t.Fatalf("%d files for %d schemas (%v); make the newest with: %s", len(files), SchemaVersion(), err, makeSchema)
	}
	for _, file := range files {
		t.Run(file.Name(), func(t *testing.T) {
			config, _ := testConfig(t)
			if err := os.MkdirAll(config.Folder, 0o700); err != nil {
				t.Fatal(err)
			}
			if err := copyNew(filepath.Join(schemaFolder, file.Name()), filepath.Join(config.Folder, FileName)); err != nil {
				t.Fatal(err)
			}
			s := openAt(t, config)
			if version, err := schemaOf(ctx, s.db); err != nil || version != SchemaVersion() {
				t.Fatal(version, err)
			}
			sameSchema(t, s)
			if findings, err := s.Check(ctx); err != nil || len(findings) > 0 {
				t.Fatal(findings, err)
			}
			if got := titles(t, s, NoteFilter{}); !slices.Contains(got, "Wonen in de kern") || len(got) != 2 {
				t.Fatal(got)
			}
			if got := found(t, s, "drempels"); len(got) != 1 {
				t.Fatal("not found:", got)
			}
			if runs, err := s.Runs(ctx); err != nil || len(runs) != 1 {
				t.Fatal(runs, err)
			}
			add(t, s, "Nieuw", "")
		})
	}
}

func copyNew(from, to string) error {
	content, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	return os.WriteFile(to, content, 0o600)
}

// sameSchema compares a database that was brought to the present schema with
// one that was made in it.
func sameSchema(t *testing.T, s *Store) {
	t.Helper()
	const all = "SELECT coalesce(sql, name) FROM sqlite_schema ORDER BY type, name"
	fresh, _ := open(t)
	want, err := texts(ctx, fresh.db, all)
	if err != nil {
		t.Fatal(err)
	}
	have, err := texts(ctx, s.db, all)
	if err != nil {
		t.Fatal(err)
	}
	if strings.Join(have, ";") != strings.Join(want, ";") {
		t.Fatalf("the schema is not that of a new database. Was a migration changed that is not released? Then: %s", makeSchema)
	}
}

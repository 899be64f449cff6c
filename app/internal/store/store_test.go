package store

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"raadwijzer/app/internal/domain"
)

// clock is a clock that tests move by hand.
type clock struct{ now time.Time }

func (c *clock) Now() time.Time { return c.now }

func testConfig(t *testing.T) (Config, *clock) {
	t.Helper()
	c := &clock{time.Date(2026, 3, 18, 12, 0, 0, 0, time.UTC)}
	plain := func(s string) string { return strings.ReplaceAll(s, "*", "") }
	return Config{Folder: filepath.Join(t.TempDir(), folderName()), Read: func(n domain.Note) NoteText { return NoteText{plain(n.Body), plain(n.Body), refs(n.Body)} }, Now: c.Now}, c
}

// folderName holds what an address would take for a part of its own.
func folderName() string {
	if runtime.GOOS == "windows" { // no name has a question mark there
		return "data % # é"
	}
	return "data ? # é"
}

func open(t *testing.T) (*Store, *clock) {
	t.Helper()
	config, c := testConfig(t)
	return openAt(t, config), c
}

func openAt(t *testing.T, config Config) *Store {
	t.Helper()
	s, err := Open(context.Background(), config)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func wantCode(t *testing.T, err error, code domain.Code) {
	t.Helper()
	if got := domain.CodeOf(err); got != code {
		t.Fatalf("code %q, want %q (error: %v)", got, code, err)
	}
}

func TestFilesAreForTheUserAlone(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("files have the rights of the user's profile there, and no mode")
	}
	s, _ := open(t)
	add(t, s, "Titel", "tekst")
	files, err := os.ReadDir(s.config.Folder)
	if err != nil || len(files) == 0 {
		t.Fatal(err, files)
	}
	for _, f := range files {
		info, err := f.Info()
		if err != nil {
			t.Fatal(err)
		}
		if info.Mode().Perm() != 0o600 {
			t.Errorf("%s has mode %v", f.Name(), info.Mode())
		}
	}
	info, err := os.Stat(s.config.Folder)
	if err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("folder has mode %v %v", info.Mode(), err)
	}
}

// The settings must hold on every connection of the pool, not on one.
func TestEveryConnectionIsSafe(t *testing.T) {
	s, _ := open(t)
	want := map[string]string{"journal_mode": "wal", "synchronous": "2", "foreign_keys": "1", "busy_timeout": "5000"}
	var conns []*sql.Conn
	for _, db := range []*sql.DB{s.db, s.db, s.db, s.writer} {
		c, err := db.Conn(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		conns = append(conns, c)
		for name, value := range want {
			var got string
			if err := c.QueryRowContext(context.Background(), "PRAGMA "+name).Scan(&got); err != nil || got != value {
				t.Errorf("%s = %s %v, want %s", name, got, err, value)
			}
		}
	}
	for _, c := range conns {
		if err := c.Close(); err != nil {
			t.Error(err)
		}
	}
}

// A commit may fail after every statement has succeeded.
func TestWriteReturnsTheErrorOfCommit(t *testing.T) {
	s, _ := open(t)
	ctx := context.Background()
	if _, err := s.writer.ExecContext(ctx, `CREATE TABLE a (id INTEGER PRIMARY KEY);
		CREATE TABLE b (a INTEGER REFERENCES a (id) DEFERRABLE INITIALLY DEFERRED)`); err != nil {
		t.Fatal(err)
	}
	err := s.write(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, "INSERT INTO b VALUES (1)")
		return err
	})
	if err == nil {
		t.Fatal("the commit failed and nobody was told")
	}
	var rows int
	if err := s.db.QueryRowContext(ctx, "SELECT count(*) FROM b").Scan(&rows); err != nil || rows != 0 {
		t.Fatal(rows, err)
	}
}

func TestWhatCannotBeOpened(t *testing.T) {
	tests := []struct {
		name    string
		prepare func(t *testing.T, config Config)
		code    domain.Code
	}{
		{"not a database", func(t *testing.T, c Config) {
			write(t, filepath.Join(c.Folder, FileName), strings.Repeat("geen database ", 1000))
		}, domain.CodeDataDamaged},
		{"somebody else's database", func(t *testing.T, c Config) {
			change(t, c, "CREATE TABLE theirs (x)")
		}, domain.CodeDataDamaged},
		{"a newer version", func(t *testing.T, c Config) {
			change(t, c, fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = 999", applicationID))
		}, domain.CodeDataNewer},
		{"a folder below a file", func(t *testing.T, c Config) {
			write(t, c.Folder, "een bestand")
		}, domain.CodeDataUnwritable},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			config, _ := testConfig(t)
			if test.code != domain.CodeDataUnwritable {
				if err := os.MkdirAll(config.Folder, 0o700); err != nil {
					t.Fatal(err)
				}
			}
			test.prepare(t, config)
			before := snapshot(t, config)
			s, err := Open(context.Background(), config)
			wantCode(t, err, test.code)
			if s != nil {
				t.Error("a store came back with the error")
			}
			if after := snapshot(t, config); after != before {
				t.Error("the refused file was changed")
			}
		})
	}
}

func change(t *testing.T, c Config, statements string) {
	t.Helper()
	db, err := sql.Open("sqlite3", dsn(filepath.Join(c.Folder, FileName)))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec(statements); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}

func snapshot(t *testing.T, c Config) string {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(c.Folder, FileName))
	if err != nil && !os.IsNotExist(err) && !strings.Contains(err.Error(), "not a directory") {
		t.Fatal(err)
	}
	return string(content)
}

func write(t *testing.T, path, content string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestOpenTwiceKeepsEverything(t *testing.T) {
	config, _ := testConfig(t)
	s := openAt(t, config)
	n := add(t, s, "Blijft", "tekst")
	again := openAt(t, config)
	if got, err := again.Note(context.Background(), n.ID); err != nil || got.Title != "Blijft" {
		t.Fatal(got, err)
	}
}

func TestDataVersionSeesOnlyOthers(t *testing.T) {
	config, _ := testConfig(t)
	s, other := openAt(t, config), openAt(t, config)
	ctx := context.Background()
	before, err := s.DataVersion(ctx)
	if err != nil {
		t.Fatal(err)
	}
	add(t, s, "Eigen", "")
	if v, err := s.DataVersion(ctx); err != nil || v != before {
		t.Fatal("an own write was seen as a foreign one", err)
	}
	add(t, other, "Vreemd", "")
	if v, err := s.DataVersion(ctx); err != nil || v == before {
		t.Fatal("a foreign write was not seen", err)
	}
}

package store

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"raadwijzer/app/internal/domain"
)

func TestBackupAndRestore(t *testing.T) {
	s, _ := open(t)
	add(t, s, "Eerst", "tekst")
	testRun(t, s)
	path := filepath.Join(t.TempDir(), "kopie é.db")
	info, err := s.Backup(ctx, path, false)
	if err != nil || info.Counts != (Counts{Notes: 1, Runs: 1}) || info.Schema != SchemaVersion() {
		t.Fatal(info, err)
	}
	if mode, err := os.Stat(path); err != nil || runtime.GOOS != "windows" && mode.Mode().Perm() != 0o600 {
		t.Fatal(mode, err)
	}
	onlyFile(t, path)
	_, err = s.Backup(ctx, path, false)
	wantCode(t, err, domain.CodeTargetExists)
	add(t, s, "Later", "")
	_, aside, err := s.Restore(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	if got := titles(t, s, NoteFilter{}); len(got) != 1 || got[0] != "Eerst" {
		t.Fatal(got)
	}
	if got := found(t, s, "later"); got != nil {
		t.Fatal("the index was not restored", got)
	}
	kept, err := Inspect(ctx, aside)
	if err != nil || kept.Counts.Notes != 2 {
		t.Fatal("the present data were not kept", kept, err)
	}
	if findings, err := s.Check(ctx); err != nil || len(findings) != 0 {
		t.Fatal(findings, err)
	}
}

// onlyFile checks that nothing was left beside a finished file.
func onlyFile(t *testing.T, path string) {
	t.Helper()
	files, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(files) != 1 {
		t.Fatal(files, err)
	}
}

func TestRestoreRefusesWhatIsNotABackup(t *testing.T) {
	s, _ := open(t)
	add(t, s, "Blijft", "")
	good := filepath.Join(t.TempDir(), "goed.db")
	if _, err := s.Backup(ctx, good, false); err != nil {
		t.Fatal(err)
	}
	content, err := os.ReadFile(good)
	if err != nil {
		t.Fatal(err)
	}
	for name, bad := range map[string]string{
		"text":      "geen reservekopie",
		"empty":     "",
		"cut off":   string(content[:len(content)/2]),
		"scratched": string(content[:8192]) + strings.Repeat("\xaa", 8192) + string(content[16384:]),
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "slecht.db")
			write(t, path, bad)
			_, _, err := s.Restore(ctx, path)
			wantCode(t, err, domain.CodeBackupInvalid)
			if got := titles(t, s, NoteFilter{}); len(got) != 1 {
				t.Fatal("a refused restore changed the data", got)
			}
		})
	}
	_, _, err = s.Restore(ctx, filepath.Join(t.TempDir(), "weg.db"))
	wantCode(t, err, domain.CodeFileUnreadable)
	_, _, err = s.Restore(ctx, t.TempDir())
	wantCode(t, err, domain.CodeFileUnreadable)
}

// Data that open but are not sound cannot be backed up; they are kept as they
// are, so that they do not stand in the way of the backup that mends them.
func TestRestoreOverDataThatAreNotSound(t *testing.T) {
	s, _ := open(t)
	add(t, s, "Gered", strings.Repeat("woord ", 30000))
	path := filepath.Join(t.TempDir(), "kopie.db")
	if _, err := s.Backup(ctx, path, false); err != nil {
		t.Fatal(err)
	}
	add(t, s, "Later", "")
	damage(t, s)
	_, err := s.Backup(ctx, filepath.Join(t.TempDir(), "kopie.db"), false)
	wantCode(t, err, domain.CodeDataDamaged)
	_, aside, err := s.Restore(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	if kept, err := os.ReadFile(aside); err != nil || !strings.HasPrefix(string(kept), "SQLite format 3") || !strings.HasPrefix(filepath.Base(aside), "beschadigd-") {
		t.Fatal("the damaged data were not kept", aside, err)
	}
	if got := titles(t, s, NoteFilter{}); len(got) != 1 || got[0] != "Gered" {
		t.Fatal(got)
	}
	if findings, err := s.Check(ctx); err != nil || len(findings) > 0 {
		t.Fatal(findings, err)
	}
}

// A backup may come from anybody. One with a part that is not ours, or without
// one that is, is no backup of ours, however sound SQLite finds it.
func TestRestoreRefusesAnotherSchema(t *testing.T) {
	s, _ := open(t)
	add(t, s, "Blijft", "")
	for name, statement := range map[string]string{
		"a part missing":    "DROP TABLE note_tags",
		"another's trigger": "CREATE TRIGGER theirs AFTER INSERT ON notes BEGIN DELETE FROM runs; END",
		"a view for a table": `DROP TABLE runs; CREATE VIEW runs AS WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c)
			SELECT n AS id FROM c`,
	} {
		t.Run(name, func(t *testing.T) {
			config := Config{Folder: t.TempDir()}
			path := filepath.Join(config.Folder, FileName)
			if _, err := s.Backup(ctx, path, false); err != nil {
				t.Fatal(err)
			}
			change(t, config, statement)
			_, _, err := s.Restore(ctx, path)
			wantCode(t, err, domain.CodeBackupInvalid)
			if got := titles(t, s, NoteFilter{}); len(got) != 1 {
				t.Fatal(got)
			}
		})
	}
}

func TestBackupToAPlaceThatCannotBeWritten(t *testing.T) {
	s, _ := open(t)
	file := filepath.Join(t.TempDir(), "bestand")
	write(t, file, "x")
	_, err := s.Backup(ctx, filepath.Join(file, "kopie.db"), false)
	wantCode(t, err, domain.CodeTargetUnwritable)
	_, err = s.Backup(ctx, filepath.Join(t.TempDir(), "weg", "kopie.db"), false)
	wantCode(t, err, domain.CodeTargetUnwritable)
}

func TestReplaceMendsADamagedFolder(t *testing.T) {
	config, _ := testConfig(t)
	s, err := Open(context.Background(), config)
	if err != nil {
		t.Fatal(err)
	}
	add(t, s, "Gered", "")
	path := filepath.Join(t.TempDir(), "kopie.db")
	if _, err := s.Backup(ctx, path, false); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(config.Folder, FileName), strings.Repeat("kapot", 5000))
	_, err = Open(ctx, config)
	wantCode(t, err, domain.CodeDataDamaged)
	_, aside, err := Replace(ctx, config, path)
	if err != nil {
		t.Fatal(err)
	}
	if damaged, err := os.ReadFile(aside); err != nil || !strings.HasPrefix(string(damaged), "kapot") {
		t.Fatal("the damaged file was not kept", err)
	}
	if got := titles(t, openAt(t, config), NoteFilter{}); len(got) != 1 || got[0] != "Gered" {
		t.Fatal(got)
	}
}

func TestCheckFindsDamage(t *testing.T) {
	s, _ := open(t)
	for range 50 {
		add(t, s, "Notitie", strings.Repeat("woorden in een notitie ", 100))
	}
	if _, err := s.writer.ExecContext(ctx, "DELETE FROM search_data WHERE id > 10"); err != nil {
		t.Fatal(err)
	}
	findings, err := s.Check(ctx)
	if err != nil || len(findings) == 0 {
		t.Fatal("a damaged index was not found", findings, err)
	}
}

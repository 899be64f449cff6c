package store

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"raadwijzer/app/internal/domain"
)

// marker stands in everything that an erase must remove.
const marker = "geheimwoordje"

// holding returns the files in a folder in whose bytes the marker stands.
func holding(t *testing.T, folder string) []string {
	t.Helper()
	var found []string
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := os.ReadFile(path)
		if bytes.Contains(text, []byte(marker)) {
			found = append(found, filepath.Base(path))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// full fills a data folder with all that a user can have in it.
func full(t *testing.T, s *Store) {
	t.Helper()
	for range 30 {
		n := add(t, s, marker, strings.Repeat(marker+" in een zin. ", 400), marker)
		if _, err := s.SaveNote(ctx, NoteEdit{ID: n.ID, Rev: n.Rev, Title: marker, Body: "Nu iets anders.", KeepOld: true}); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := s.TrashNote(ctx, add(t, s, marker, "").ID); err != nil {
		t.Fatal(err)
	}
	run := testRun(t, s)
	if _, err := s.UpdateRun(ctx, run.ID, func(r *domain.Run) error { r.Name = marker; return nil }); err != nil {
		t.Fatal(err)
	}
	if err := s.SetSettings(ctx, map[string]string{"name": marker}); err != nil {
		t.Fatal(err)
	}
	info, _, err := s.DailyBackup(ctx, day(t, "2026-03-18"))
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := s.Restore(ctx, info.Path); err != nil {
		t.Fatal(err)
	}
	rescued := filepath.Join(s.config.Folder, RescuedPrefix+"2026-03-01")
	if err := os.Mkdir(rescued, 0o700); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{damagedPath(s.config.Folder), damagedPath(s.config.Folder) + "-wal", filepath.Join(rescued, "notitie.md"),
		filepath.Join(s.config.Folder, BackupFolder, "eigen.age")} {
		write(t, path, marker)
	}
}

func erase(t *testing.T, s *Store, copies bool) (aside string) {
	t.Helper()
	aside, err := s.Erase(ctx, copies)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.FinishErase(ctx); err != nil {
		t.Fatal(err)
	}
	return aside
}

func isEmpty(t *testing.T, s *Store) {
	t.Helper()
	counts, err := s.Counts(ctx)
	if err != nil || counts != (Counts{}) {
		t.Fatal(counts, err)
	}
	if values, err := s.Settings(ctx); err != nil || len(values) > 0 {
		t.Fatal(values, err)
	}
	if findings, err := s.Check(ctx); err != nil || len(findings) > 0 {
		t.Fatal(findings, err)
	}
}

func TestNothingOfTheDataIsLeftInAnyFile(t *testing.T) {
	config, _ := testConfig(t)
	s := openAt(t, config)
	full(t, s)
	if kept, err := Kept(config.Folder); err != nil || len(kept) < 5 {
		t.Fatal(kept, err)
	}
	theirs := filepath.Join(config.Folder, "van mijzelf.txt")
	write(t, theirs, "blijft")
	if aside := erase(t, s, true); aside != "" {
		t.Fatal(aside)
	}
	if found := holding(t, config.Folder); found != nil {
		t.Fatal("left in", found)
	}
	isEmpty(t, s)
	if kept, err := Kept(config.Folder); err != nil || len(kept) > 0 {
		t.Fatal(kept, err)
	}
	if _, err := os.Stat(theirs); err != nil {
		t.Fatal("a file that is not ours was removed", err)
	}
	add(t, s, "Opnieuw begonnen", "")
	if info, made, err := s.DailyBackup(ctx, day(t, "2026-03-18")); err != nil || !made || info.Counts.Notes != 1 {
		t.Fatal(info, made, err)
	}
	if found := holding(t, config.Folder); found != nil {
		t.Fatal("the copy of the day brought it back in", found)
	}
}

func TestErasedDataArePutBackFromTheCopy(t *testing.T) {
	config, c := testConfig(t)
	s := openAt(t, config)
	full(t, s)
	before, err := s.Counts(ctx)
	if err != nil {
		t.Fatal(err)
	}
	aside := erase(t, s, false)
	isEmpty(t, s)
	if name := filepath.Base(aside); !strings.HasPrefix(name, erasePrefix) {
		t.Fatal(name)
	}
	for _, file := range holding(t, config.Folder) {
		if strings.HasPrefix(file, FileName) {
			t.Error("left in", file)
		}
	}
	c.now = c.now.Add(time.Minute)
	if _, _, err := s.Restore(ctx, aside); err != nil {
		t.Fatal(err)
	}
	if after, err := s.Counts(ctx); err != nil || after != before {
		t.Fatal(after, before, err)
	}
	if pending, err := s.Erasing(ctx); err != nil || pending {
		t.Fatal("what was put back would be erased", err)
	}
}

// Between the empty database and the end of the work the program may be killed.
func TestAnEraseThatWasBrokenOffIsFinishedLater(t *testing.T) {
	config, _ := testConfig(t)
	s := openAt(t, config)
	full(t, s)
	if _, err := s.Erase(ctx, true); err != nil {
		t.Fatal(err)
	}
	again := openAt(t, config)
	if pending, err := again.Erasing(ctx); err != nil || !pending {
		t.Fatal(pending, err)
	}
	if err := again.FinishErase(ctx); err != nil {
		t.Fatal(err)
	}
	isEmpty(t, again)
	if found := holding(t, config.Folder); found != nil {
		t.Fatal("left in", found)
	}
	if err := s.FinishErase(ctx); err != nil { // nothing is left to do
		t.Fatal(err)
	}
}

func TestAReaderKeepsTheOldPagesUntilItEnds(t *testing.T) {
	config, _ := testConfig(t)
	s := openAt(t, config)
	full(t, s)
	reader, err := openAt(t, config).db.Conn(ctx)
	if err != nil {
		t.Fatal(err)
	}
	var count int
	if _, err := reader.ExecContext(ctx, "BEGIN"); err != nil {
		t.Fatal(err)
	}
	if err := reader.QueryRowContext(ctx, "SELECT count(*) FROM notes").Scan(&count); err != nil || count == 0 {
		t.Fatal(count, err)
	}
	if _, err := s.writer.ExecContext(ctx, "PRAGMA busy_timeout = 0"); err != nil { // not five seconds
		t.Fatal(err)
	}
	if _, err := s.Erase(ctx, true); err != nil {
		t.Fatal(err)
	}
	wantCode(t, s.FinishErase(ctx), domain.CodeEraseUnfinished)
	if pending, err := s.Erasing(ctx); err != nil || !pending {
		t.Fatal("nobody would try it again", err)
	}
	if _, err := reader.ExecContext(ctx, "ROLLBACK"); err != nil {
		t.Fatal(err)
	}
	if err := reader.Close(); err != nil {
		t.Fatal(err)
	}
	if err := s.FinishErase(ctx); err != nil {
		t.Fatal(err)
	}
	if found := holding(t, config.Folder); found != nil {
		t.Fatal("left in", found)
	}
}

// A backup may come from anybody: one that says that copies must go does not
// make them go.
func TestABackupOfAnotherErasesNothing(t *testing.T) {
	s, _ := open(t)
	add(t, s, "Blijft", "")
	theirs := Config{Folder: t.TempDir()}
	path := filepath.Join(theirs.Folder, FileName)
	if _, err := s.Backup(ctx, path, false); err != nil {
		t.Fatal(err)
	}
	change(t, theirs, "INSERT INTO settings (name, value) VALUES ('"+settingErasing+"', '"+eraseCopies+"')")
	_, aside, err := s.Restore(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	if pending, err := s.Erasing(ctx); err != nil || pending {
		t.Fatal(pending, err)
	}
	if err := s.FinishErase(ctx); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(aside); err != nil {
		t.Fatal("a copy was removed", err)
	}
}

func TestDataThatAreNotSoundCanBeErased(t *testing.T) {
	for _, copies := range []bool{false, true} {
		config, _ := testConfig(t)
		s := openAt(t, config)
		full(t, s)
		damage(t, s)
		aside := erase(t, s, copies)
		isEmpty(t, s)
		if kept := strings.HasPrefix(filepath.Base(aside), damagedPrefix); kept == copies {
			t.Error(copies, aside)
		}
	}
}

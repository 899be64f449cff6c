package store

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"raadwijzer/app/internal/domain"
)

func day(t *testing.T, s string) domain.Date {
	t.Helper()
	d, err := domain.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func names(t *testing.T, folder string) []string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

func TestDailyBackupIsMadeOnceADayAndTenStay(t *testing.T) {
	s, _ := open(t)
	add(t, s, "Notitie", "")
	first := day(t, "2026-02-20")
	for i := range 14 {
		info, made, err := s.DailyBackup(ctx, first.AddDays(i))
		if err != nil || !made || info.Counts.Notes != 1 {
			t.Fatal(i, info, made, err)
		}
		if _, made, err = s.DailyBackup(ctx, first.AddDays(i)); err != nil || made {
			t.Fatal("a second copy on one day", made, err)
		}
	}
	got := names(t, filepath.Join(s.config.Folder, BackupFolder))
	if len(got) != KeptCopies || got[0] != "dagelijks-2026-02-24.db" || got[9] != "dagelijks-2026-03-05.db" {
		t.Fatal(got)
	}
}

func TestAClockSetBackRemovesNotTheNewCopy(t *testing.T) {
	s, _ := open(t)
	for i := range KeptCopies {
		if _, _, err := s.DailyBackup(ctx, day(t, "2026-03-01").AddDays(i)); err != nil {
			t.Fatal(err)
		}
	}
	info, made, err := s.DailyBackup(ctx, day(t, "2016-03-18"))
	if err != nil || !made {
		t.Fatal(made, err)
	}
	if _, err := Inspect(ctx, info.Path); err != nil {
		t.Fatal("the copy that was just made is gone", err)
	}
	if got := names(t, filepath.Dir(info.Path)); len(got) != KeptCopies {
		t.Fatal(got)
	}
}

func TestNoCopyIsRemovedWhenTheNewOneFails(t *testing.T) {
	s, _ := open(t)
	add(t, s, "Notitie", strings.Repeat("woord ", 30000))
	for i := range KeptCopies {
		if _, _, err := s.DailyBackup(ctx, day(t, "2026-03-01").AddDays(i)); err != nil {
			t.Fatal(err)
		}
	}
	before := names(t, filepath.Join(s.config.Folder, BackupFolder))
	damage(t, s)
	if _, _, err := s.DailyBackup(ctx, day(t, "2026-04-01")); err == nil {
		t.Fatal("a copy of a damaged database counts as a copy")
	}
	if after := names(t, filepath.Join(s.config.Folder, BackupFolder)); fmt.Sprint(after) != fmt.Sprint(before) {
		t.Fatal(after)
	}
}

// damage makes the index of titles disagree with its table.
func damage(t *testing.T, s *Store) {
	t.Helper()
	for _, statement := range []string{"PRAGMA writable_schema = on",
		"UPDATE sqlite_schema SET sql = 'CREATE INDEX notes_title ON notes (pinned DESC, body)' WHERE name = 'notes_title'"} {
		if _, err := s.writer.ExecContext(ctx, statement); err != nil {
			t.Fatal(err)
		}
	}
}

func TestCopyBackupToASecondPlace(t *testing.T) {
	s, _ := open(t)
	info, _, err := s.DailyBackup(ctx, day(t, "2026-03-18"))
	if err != nil {
		t.Fatal(err)
	}
	stick := t.TempDir()
	write(t, filepath.Join(stick, "raadwijzer-b-2020-01-01.db"), "van een ander")
	for i := range 12 {
		made, err := CopyBackup(ctx, info.Path, stick, "raadwijzer-a-", day(t, "2026-03-18").AddDays(i))
		if err != nil || !made {
			t.Fatal(made, err)
		}
	}
	got := names(t, stick)
	if len(got) != KeptCopies+1 || got[0] != "raadwijzer-a-2026-03-20.db" || got[10] != "raadwijzer-b-2020-01-01.db" {
		t.Fatal(got)
	}
	if made, err := CopyBackup(ctx, info.Path, stick, "raadwijzer-a-", day(t, "2026-03-29")); made || err != nil {
		t.Fatal("an existing copy was written again", made, err)
	}
	_, err = CopyBackup(ctx, info.Path, filepath.Join(stick, "weg"), "raadwijzer-a-", day(t, "2026-03-18"))
	wantCode(t, err, domain.CodeTargetUnwritable)
	bad := filepath.Join(stick, "slecht")
	write(t, bad, "geen database")
	_, err = CopyBackup(ctx, bad, stick, "raadwijzer-c-", day(t, "2026-03-18"))
	wantCode(t, err, domain.CodeBackupInvalid)
	if got := names(t, stick); len(got) != KeptCopies+2 {
		t.Fatal("a refused copy left something behind", got)
	}
}

func TestCopiesNewestFirstAndTheNewestSoundOne(t *testing.T) {
	s, c := open(t)
	if got, err := Copies(ctx, s.config.Folder); err != nil || len(got) != 0 {
		t.Fatal(got, err)
	}
	_, err := NewestSound(ctx, s.config.Folder)
	wantCode(t, err, domain.CodeBackupInvalid)
	var paths []string
	for i := range 3 {
		info, _, err := s.DailyBackup(ctx, day(t, "2026-03-18").AddDays(i))
		if err != nil {
			t.Fatal(err)
		}
		at := c.now.Add(time.Duration(i) * time.Hour)
		if err := os.Chtimes(info.Path, at, at); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, info.Path)
	}
	write(t, filepath.Join(s.config.Folder, BackupFolder, "van-mij.txt"), "geen kopie")
	got, err := Copies(ctx, s.config.Folder)
	if err != nil || len(got) != 3 || got[0].Path != paths[2] || got[2].Path != paths[0] {
		t.Fatal(got, err)
	}
	write(t, paths[2], "kapot")
	newest, err := NewestSound(ctx, s.config.Folder)
	if err != nil || newest.Path != paths[1] {
		t.Fatal(newest, err)
	}
}

func TestRestoringKeepsTenOfWhatWasThere(t *testing.T) {
	s, c := open(t)
	path := filepath.Join(t.TempDir(), "kopie.db")
	if _, err := s.Backup(ctx, path, false); err != nil {
		t.Fatal(err)
	}
	var last string
	for range KeptCopies + 2 {
		c.now = c.now.Add(time.Minute)
		_, aside, err := s.Restore(ctx, path)
		if err != nil {
			t.Fatal(err)
		}
		last = aside
	}
	got := names(t, filepath.Join(s.config.Folder, BackupFolder))
	if len(got) != KeptCopies || got[KeptCopies-1] != filepath.Base(last) {
		t.Fatal(got)
	}
}

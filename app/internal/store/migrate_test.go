package store

import (
	"context"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"raadwijzer/app/internal/domain"
)

// future gives the program two more versions of the schema: one that rewrites
// every note and takes a while, and one with this script.
func future(t *testing.T, last string) {
	t.Helper()
	first, err := fs.ReadFile(embedded, "migrations/0001_initial.sql")
	if err != nil {
		t.Fatal(err)
	}
	migrations = fstest.MapFS{
		"migrations/0001_initial.sql": {Data: first},
		"migrations/0002_long.sql": {Data: []byte(`CREATE TABLE later (n INTEGER PRIMARY KEY, t TEXT NOT NULL) STRICT;
			WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 60000)
				INSERT INTO later SELECT n, 'tekst ' || n FROM c;
			UPDATE notes SET title = title || ' (twee)'`)},
		"migrations/0003_last.sql": {Data: []byte(last)},
	}
	t.Cleanup(func() { migrations = embedded })
}

const lastScript = "ALTER TABLE notes ADD COLUMN mood TEXT NOT NULL DEFAULT ''"

// closedFolder makes a data folder of the present schema with so many notes.
func closedFolder(t *testing.T, notes int) Config {
	t.Helper()
	config, _ := testConfig(t)
	config.Now = nil // copies of several starts have a name each
	s, err := Open(ctx, config)
	if err != nil {
		t.Fatal(err)
	}
	for range notes {
		add(t, s, "Notitie", strings.Repeat("Tekst. ", 200))
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return config
}

func TestAnUpgradeKeepsTheFileAsItWas(t *testing.T) {
	if SchemaVersion() != 1 {
		t.Skip("the schemas of the future are made for version 1")
	}
	config := closedFolder(t, 3)
	future(t, lastScript)
	s := openAt(t, config)
	if got := titles(t, s, NoteFilter{}); len(got) != 3 || got[0] != "Notitie (twee)" {
		t.Fatal(got)
	}
	if findings, err := s.Check(ctx); err != nil || len(findings) > 0 {
		t.Fatal(findings, err)
	}
	kept, err := Copies(ctx, config.Folder)
	if err != nil || len(kept) != 1 || kept[0].Schema != 1 || kept[0].Counts.Notes != 3 {
		t.Fatal("no copy from before the upgrade", kept, err)
	}
	// The way back to the old file is a restore, which upgrades it again.
	if _, _, err := s.Restore(ctx, kept[0].Path); err != nil {
		t.Fatal(err)
	}
	if got := titles(t, s, NoteFilter{}); len(got) != 3 || got[0] != "Notitie (twee)" {
		t.Fatal(got)
	}
}

func TestAnUpgradeThatFailsLosesNothing(t *testing.T) {
	if SchemaVersion() != 1 {
		t.Skip("the schemas of the future are made for version 1")
	}
	config := closedFolder(t, 3)
	for range KeptCopies + 2 {
		future(t, "UPDATE notes SET title = 'weg'; SELECT no_such_function()")
		if s, err := Open(ctx, config); err == nil {
			t.Fatal("a script that fails is no upgrade", s.Close())
		}
	}
	if got := names(t, filepath.Join(config.Folder, BackupFolder)); len(got) != KeptCopies {
		t.Fatal("an upgrade that is tried again and again fills the disk", got)
	}
	future(t, lastScript)
	if got := titles(t, openAt(t, config), NoteFilter{}); len(got) != 3 || got[0] != "Notitie (twee)" {
		t.Fatal(got)
	}
}

// A program of now says no to what one of the future has written, and leaves
// it as it is.
func TestADowngradeIsRefused(t *testing.T) {
	if SchemaVersion() != 1 {
		t.Skip("the schemas of the future are made for version 1")
	}
	config := closedFolder(t, 1)
	future(t, lastScript)
	s, err := Open(ctx, config)
	if err != nil {
		t.Fatal(err)
	}
	copied := filepath.Join(t.TempDir(), "kopie.db")
	if _, err := s.Backup(ctx, copied, false); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	migrations = embedded
	before := snapshot(t, config)
	_, err = Open(ctx, config)
	wantCode(t, err, domain.CodeDataNewer)
	if snapshot(t, config) != before {
		t.Fatal("the refused file was changed")
	}
	_, err = Inspect(ctx, copied)
	wantCode(t, err, domain.CodeDataNewer)
}

// The test program runs itself to be killed in the middle of an upgrade.
const upgradeFolder = "RAADWIJZER_TEST_UPGRADE"

func TestUpgradeToBeKilled(t *testing.T) {
	folder := os.Getenv(upgradeFolder)
	if folder == "" {
		t.Skip("only run by TestUpgradeKilledLosesNothing")
	}
	future(t, lastScript)
	config, _ := testConfig(t)
	config.Folder, config.Now = folder, nil
	s, err := Open(ctx, config)
	if err != nil {
		t.Fatal(err)
	}
	_ = s.Close() // the upgrade was what counts
}

func TestUpgradeKilledLosesNothing(t *testing.T) {
	if SchemaVersion() != 1 {
		t.Skip("the schemas of the future are made for version 1")
	}
	const notes = 40
	upgrade := func(config Config) *exec.Cmd {
		cmd := exec.CommandContext(context.Background(), os.Args[0], "-test.run", "^TestUpgradeToBeKilled$")
		cmd.Env = append(os.Environ(), upgradeFolder+"="+config.Folder)
		return cmd
	}
	begin := time.Now()
	if out, err := upgrade(closedFolder(t, notes)).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	usual := time.Since(begin)
	stopped := map[int]int{} // how often, by the schema after the kill
	for range faults(t, 5) {
		config := closedFolder(t, notes)
		cmd := upgrade(config)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(rand.Int64N(int64(usual))))
		_ = cmd.Process.Kill() // it may have ended
		_ = cmd.Wait()
		stopped[schemaAt(t, config)]++
		future(t, lastScript)
		s, err := Open(ctx, config)
		if err != nil {
			t.Fatal(err)
		}
		got := titles(t, s, NoteFilter{})
		if len(got) != notes || got[0] != "Notitie (twee)" {
			t.Fatal("an upgrade was lost or done twice:", len(got), got[0])
		}
		if findings, err := s.Check(ctx); err != nil || len(findings) > 0 {
			t.Fatal(findings, err)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		migrations = embedded
	}
	t.Logf("kills by the schema that they left: %v", stopped)
}

func schemaAt(t *testing.T, config Config) (version int) {
	t.Helper()
	s, err := connect(filepath.Join(config.Folder, FileName), config)
	if err != nil {
		t.Fatal(err)
	}
	if version, err = schemaOf(ctx, s.db); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return version
}

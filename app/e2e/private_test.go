//go:build e2e

package e2e

import (
	"bytes"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// What is proved here: all that the program keeps is for its user alone, on a
// system that gives new files to everybody too; and no word of a note stands
// anywhere but in the database and in what the user asked for.
func TestWhatIsKeptIsForTheUserAlone(t *testing.T) {
	const marker = "geheimwoordje"
	data, beside := filepath.Join(t.TempDir(), "data"), t.TempDir()
	said := &bytes.Buffer{}
	run := func(args ...string) string {
		t.Helper()
		cmd := exec.Command("bash", append([]string{"-c", `umask 0; exec "$@"`, "bash", console, "--data", data}, args...)...)
		cmd.Stderr = said
		out, _ := cmd.Output() // some must fail
		return strings.TrimSpace(string(out))
	}
	note := filepath.Join(beside, "notitie.md")
	if err := os.WriteFile(note, []byte("# "+marker+"\n\nOver "+marker+".\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	broken := filepath.Join(beside, "kapot.md")
	if err := os.WriteFile(broken, []byte(marker+"\x00\xff"), 0o600); err != nil {
		t.Fatal(err)
	}
	secret := filepath.Join(beside, "wachtwoord")
	if err := os.WriteFile(secret, []byte("vier losse woorden hier\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	id := run("notes", "add", "--tag", marker, "--meeting", marker, note)
	traject := run("runs", "start", "anders-formeren", "--name", marker)
	for _, args := range [][]string{
		{"notes", "edit", id, note}, {"notes", "edit", id, broken}, {"notes", "edit", "weg", note}, {"notes", "add", broken},
		{"notes", "add", "--title", strings.Repeat(marker, 100), note}, {"notes", "set", id, "--tag", marker + "," + marker},
		{"runs", "set", traject, "af-01", "skipped", "--reason", marker}, {"runs", "set", traject, marker, "done"},
		{"runs", "facts", traject, "af-01", "--note", marker, "--link", marker},
		{"search", marker, `"` + marker}, {"import", beside}, {"import", broken},
		{"export", "--all", "--format", "pdf", "--out", filepath.Join(beside, "alles.pdf")},
		{"backup", filepath.Join(beside, "kopie.db")}, {"backup", filepath.Join(beside, "kopie.age"), "--password-file", secret},
		{"restore", filepath.Join(beside, "kopie.age"), "--password-file", secret}, {"restore", note}, {"check"}, {"rescue", filepath.Join(data, "gered")},
	} {
		run(args...)
	}
	if strings.Contains(said.String(), "panic") || !strings.Contains(said.String(), "niet") {
		t.Fatal("what should have failed did not fail as it should:", said)
	}
	seen := 0
	for _, root := range []string{data, filepath.Join(beside, "kopie.db"), filepath.Join(beside, "kopie.age"), filepath.Join(beside, "alles.pdf")} {
		err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			seen++
			forUserAlone(t, path, entry)
			if strings.HasPrefix(path, data) && !entry.IsDir() && !strings.Contains(path, ".db") && !strings.Contains(path, "gered") {
				text, err := os.ReadFile(path)
				if err != nil || bytes.Contains(text, []byte(marker)) {
					t.Errorf("%s holds a word of a note (%v)", path, err)
				}
			}
			return nil
		})
		if err != nil {
			t.Error(err)
		}
	}
	if log, err := os.ReadFile(filepath.Join(data, "raadwijzer.log")); err != nil || !bytes.Contains(log, []byte("not_utf8")) || seen < 8 {
		t.Errorf("%d files were looked at, and the log does not tell what failed: %v", seen, err)
	}
}

func forUserAlone(t *testing.T, path string, entry fs.DirEntry) {
	t.Helper()
	want := fs.FileMode(0o600)
	if entry.IsDir() {
		want = 0o700
	}
	if info, err := entry.Info(); err != nil || info.Mode().Perm() != want {
		t.Errorf("%s has mode %v, want %v (%v)", path, info.Mode().Perm(), want, err)
	}
}

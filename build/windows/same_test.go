//go:build wine

package windows

import (
	"archive/zip"
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// side is one of the two programs that must do the same, in a folder of its
// own.
type side struct {
	t       *testing.T
	folder  string
	program func(folder string, args ...string) *exec.Cmd
}

// do runs a command on the data in a folder.
func (s side) do(data string, args ...string) []byte {
	s.t.Helper()
	return output(s.t, s.program(s.folder, append([]string{"--data", data}, args...)...))
}

func sides(t *testing.T) (linux, windows side) {
	own, exe := absolute(t, bin+"package/raadwijzer-cli"), absolute(t, bin+"windows/raadwijzer-cli.exe")
	linux = side{t, t.TempDir(), func(folder string, args ...string) *exec.Cmd {
		cmd := exec.Command(own, args...)
		cmd.Dir = folder
		return cmd
	}}
	windows = side{t, t.TempDir(), func(folder string, args ...string) *exec.Cmd { return wine(t, folder, exe, args...) }}
	return linux, windows
}

const note = `---
id: 01a212ef-0000-7000-8000-00000000000%NUMBER%
title: '%TITLE%'
tags: [wonen, begroting]
created: 2026-03-18T12:00:00Z
updated: 2026-03-19T12:00:00Z
---

# Één vraag over *wonen*

De gemeenteraadsverkiezingen gaan vooraf aan de formatie. Coördinatie: 3 × 4 €.

- [ ] vraag stellen
- [x] stukken lezen

| Wie | Wat |
|---|---|
| Griffier | raad |
`

// archive writes a zip of notes with ids and days, so that nothing in a result
// depends on when or where it was made. Their titles are what a file system
// for Windows does not take as a name.
func archive(t *testing.T, path string) {
	t.Helper()
	var file bytes.Buffer
	w := zip.NewWriter(&file)
	for i, title := range []string{"Begroting", "CON", "nul.txt", `"Vraag: waarom \ nu?"`, "Coördinatie één ĳ", "begroting"} {
		entry, err := w.Create(`map\notitie ` + strconv.Itoa(i) + ".md")
		if err != nil {
			t.Fatal(err)
		}
		text := strings.NewReplacer("%NUMBER%", strconv.Itoa(i), "%TITLE%", title)
		if _, err := text.WriteString(entry, note); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	write(t, path, file.String())
}

// asked is what both programs are asked about the same data.
var asked = [][]string{
	{"items", "--json"},
	{"notes", "list", "--json"},
	{"notes", "show", "01a212ef-0000-7000-8000-000000000003"},
	{"search", "raad", "--json"},
	{"search", `"coordinatie een"`, "--json"},
	{"search", "wonen", "vraag", "--json"},
	{"runs", "list", "--json"},
	{"export", "--all", "--format", "md", "--date", "2030-03-20", "--out", "-"},
	{"check", "--json"},
}

func TestTheSameAsOnLinux(t *testing.T) {
	linux, windows := sides(t)
	both := []side{linux, windows}
	for _, s := range both {
		archive(t, filepath.Join(s.folder, "notities.zip"))
	}
	same(t, both, "data", "import", "notities.zip", "--json")
	run := strings.TrimSpace(string(linux.do("data", "runs", "start", "anders-formeren", "--name", "Formatie", "--anchor", "2030-03-20")))
	linux.do("data", "runs", "set", run, "af-09", "skipped", "--reason", "De grootste partij begon")

	// A backup of one is data of the other, and back again.
	carry(t, linux, windows)
	carry(t, windows, linux)
	for _, question := range append(asked, []string{"runs", "show", run, "--json"}, []string{"runs", "log", run, "--json"}) {
		same(t, both, "over", question...)
	}
	files := map[string][]string{
		"notities.pdf": {"--all", "--format", "pdf"}, "notities.html": {"--all", "--format", "html"}, "notities.zip.zip": {"--all", "--format", "md"},
		"map":         {"--all", "--format", "md"},
		"traject.pdf": {"--run", run, "--format", "pdf"}, "traject.ics": {"--run", run, "--format", "ics"}, "traject.csv": {"--run", run, "--format", "csv"},
		"dossier": {"--handover", run},
	}
	for out, what := range files {
		for _, s := range both {
			s.do("over", append([]string{"export", "--date", "2030-03-20", "--out", out}, what...)...)
		}
		sameFiles(t, linux.folder, windows.folder, out)
	}
}

// carry makes a backup on one side and restores it on the other, in new data
// that are called "over" there.
func carry(t *testing.T, from, to side) {
	t.Helper()
	data, backup := "data", "heen.db"
	if exists(filepath.Join(from.folder, "over")) {
		data, backup = "over", "terug.db"
	}
	from.do(data, "backup", backup)
	write(t, filepath.Join(to.folder, backup), string(read(t, filepath.Join(from.folder, backup))))
	to.do("over", "restore", backup)
}

// same asks both programs the same and compares the bytes of their answers.
func same(t *testing.T, both []side, data string, question ...string) {
	t.Helper()
	linux, windows := both[0].do(data, question...), both[1].do(data, question...)
	if len(linux) == 0 || !bytes.Equal(linux, windows) {
		at := firstDifference(linux, windows)
		t.Errorf("%v: Linux says\n%.300s\nWindows says\n%.300s", question, linux[at:], windows[at:])
	}
}

// firstDifference returns how many bytes are the same.
func firstDifference(a, b []byte) int {
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return i
		}
	}
	return min(len(a), len(b))
}

// sameFiles compares a file, or every file in a folder, on both sides.
func sameFiles(t *testing.T, linux, windows, path string) {
	t.Helper()
	compared := 0
	err := filepath.WalkDir(filepath.Join(linux, path), func(file string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		name, err := filepath.Rel(linux, file)
		if err != nil {
			return err
		}
		compared++
		if !bytes.Equal(read(t, file), read(t, filepath.Join(windows, name))) {
			t.Errorf("%s is not the same", name)
		}
		return nil
	})
	if err != nil || compared == 0 {
		t.Error(path, err)
	}
	t.Logf("%s: %d files compared", path, compared)
}

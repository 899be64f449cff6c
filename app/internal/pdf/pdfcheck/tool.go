package pdfcheck

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// Run runs a program on a file, in place of the argument FILE, and gives what
// it prints. A program that is missing fails the test: a check that is not
// made is no check. So does one that complains.
func Run(t *testing.T, doc []byte, debian, name string, args ...string) string {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("these programs judge the file on Linux, where it has the same bytes")
	}
	path, err := exec.LookPath(name)
	if err != nil {
		t.Fatalf("this test needs %s; install the Debian package %s", name, debian)
	}
	file := filepath.Join(t.TempDir(), "document.pdf")
	if err := os.WriteFile(file, doc, 0o600); err != nil {
		t.Fatal(err)
	}
	for i, a := range args {
		if a == "FILE" {
			args[i] = file
		}
	}
	var out, errs bytes.Buffer
	cmd := exec.Command(path, args...)
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); err != nil {
		t.Fatalf("%s %s: %v\n%s%s", name, strings.Join(args, " "), err, out.String(), errs.String())
	}
	if errs.Len() > 0 {
		t.Errorf("%s %s complains: %s", name, strings.Join(args, " "), errs.String())
	}
	return out.String()
}

// Golden compares text with that of a file, which a person has found right.
// With update it writes the file anew.
func Golden(t *testing.T, file, got string, update bool) {
	t.Helper()
	if update {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("not as in %s (write it anew with -update, and read what changed):\n%s", file, diff(string(want), got))
	}
}

// diff shows the first lines that differ.
func diff(want, got string) string {
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range min(len(w), len(g)) {
		if w[i] != g[i] {
			return "want " + w[i] + "\ngot  " + g[i]
		}
	}
	return "one is longer than the other"
}

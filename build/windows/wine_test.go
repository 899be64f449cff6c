//go:build wine

package windows

import (
	"bufio"
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

const (
	bin     = "../bin/"
	version = "0.1.0"
	name    = "raadwijzer-" + version + "-windows-amd64"
)

// absolute is the path of a file of the project, whatever folder a program
// runs in.
func absolute(t *testing.T, path string) string {
	t.Helper()
	path, err := filepath.Abs(path)
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// wine returns how to run a program for Windows in a folder.
func wine(t *testing.T, folder, program string, args ...string) *exec.Cmd {
	t.Helper()
	cmd := exec.Command(absolute(t, "wine.sh"), append([]string{program}, args...)...)
	cmd.Dir = folder
	return cmd
}

// output runs a program that must succeed and returns what it writes.
func output(t *testing.T, cmd *exec.Cmd) []byte {
	t.Helper()
	var told bytes.Buffer
	cmd.Stderr = &told
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v: %v\n%s%s", cmd.Args, err, out, told.Bytes())
	}
	return out
}

// script runs a script of the project.
func script(t *testing.T, path string, args ...string) {
	t.Helper()
	cmd := exec.Command(absolute(t, path), args...)
	output(t, cmd)
}

// until waits for what a program that was started does later.
func until(t *testing.T, what string, done func() bool) {
	t.Helper()
	for deadline := time.Now().Add(2 * time.Minute); !done(); time.Sleep(100 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("waited in vain for ", what)
		}
	}
}

func exists(path string) bool { _, err := os.Stat(path); return err == nil }

func read(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// unpack unpacks a zip and returns the folder.
func unpack(t *testing.T, zip string) string {
	t.Helper()
	dir := t.TempDir()
	output(t, exec.Command("unzip", "-q", absolute(t, zip), "-d", dir))
	return dir
}

// held is a program that stays open, because nobody reads what it writes.
type held struct {
	cmd *exec.Cmd
	out *bufio.Reader
}

// hold starts a command that writes more than a pipe takes, and returns when it
// has begun to write.
func hold(t *testing.T, cmd *exec.Cmd) held {
	t.Helper()
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	h := held{cmd, bufio.NewReader(out)}
	if _, err := h.out.Peek(1); err != nil {
		t.Fatal(err)
	}
	return h
}

// release reads the rest, so that the program ends.
func (h held) release(t *testing.T) {
	t.Helper()
	if _, err := io.Copy(io.Discard, h.out); err != nil {
		t.Fatal(err)
	}
	if err := h.cmd.Wait(); err != nil {
		t.Fatal(err)
	}
}

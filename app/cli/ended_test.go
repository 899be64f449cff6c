//go:build unix

package cli_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// program returns a command of the program itself, on data of its own.
func program(t *testing.T, data string, args ...string) (*exec.Cmd, *bytes.Buffer) {
	t.Helper()
	var said bytes.Buffer
	cmd := exec.Command("raadwijzer", args...)
	cmd.Env = append(os.Environ(), "RAADWIJZER_DATA="+data)
	cmd.Stdout, cmd.Stderr = &said, &said
	return cmd, &said
}

// manyNotes makes a data folder with so many notes that an export takes a while.
func manyNotes(t *testing.T) (data string) {
	t.Helper()
	data, folder := filepath.Join(t.TempDir(), "data"), t.TempDir()
	for i := range 600 {
		text := fmt.Sprintf("# Notitie %d\n\n%s", i, strings.Repeat("De raad bespreekt **de begroting** van dit jaar. ", 60))
		if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("%d.md", i)), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if cmd, said := program(t, data, "import", folder); cmd.Run() != nil {
		t.Fatal(said)
	}
	return data
}

// halfWay starts an export, and returns when a part of it is on disk.
func halfWay(t *testing.T, data, folder, format string) (*exec.Cmd, *bytes.Buffer) {
	t.Helper()
	cmd, said := program(t, data, "export", "--all", "--format", format, "--out", filepath.Join(folder, "alles."+format), "--force")
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	for start := time.Now(); ; time.Sleep(time.Millisecond) {
		if time.Since(start) > time.Minute {
			t.Fatal("nothing comes")
		}
		for _, name := range listed(t, folder) {
			if info, err := os.Stat(filepath.Join(folder, name)); err == nil && info.Size() > 0 && strings.HasSuffix(name, ".tmp") {
				return cmd, said
			}
		}
	}
}

func listed(t *testing.T, folder string) []string {
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

func TestCtrlCLeavesNothing(t *testing.T) {
	data, folder := manyNotes(t), t.TempDir()
	old := filepath.Join(folder, "alles.pdf")
	if err := os.WriteFile(old, []byte("oud"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, signal := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM} {
		cmd, said := halfWay(t, data, folder, "pdf")
		if err := cmd.Process.Signal(signal); err != nil {
			t.Fatal(err)
		}
		if err := cmd.Wait(); cmd.ProcessState.ExitCode() != 1 || !strings.Contains(said.String(), "gestopt") {
			t.Errorf("%v: %v, %s", signal, err, said)
		}
		if text, err := os.ReadFile(old); err != nil || string(text) != "oud" || len(listed(t, folder)) != 1 {
			t.Errorf("%v: file %q, %v, folder holds %q", signal, text, err, listed(t, folder))
		}
	}
}

// A disk that is full, here a limit on the size of a file, leaves the old file
// as it was and nothing beside it.
func TestNoRoomLeavesTheOldFile(t *testing.T) {
	data, folder := manyNotes(t), t.TempDir()
	for _, format := range []string{"pdf", "html", "md"} {
		old := filepath.Join(folder, "alles."+format)
		if err := os.WriteFile(old, []byte("oud"), 0o600); err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command("bash", "-c", `ulimit -f 64; exec raadwijzer export --all --format "$0" --out "$1" --force`, format, old)
		cmd.Env = append(os.Environ(), "RAADWIJZER_DATA="+data)
		said, err := cmd.CombinedOutput()
		if cmd.ProcessState.ExitCode() != 1 {
			t.Errorf("%s: %v, %s", format, err, said)
		}
		if text, err := os.ReadFile(old); err != nil || string(text) != "oud" {
			t.Errorf("%s: file %q, %v", format, text, err)
		}
	}
	if names := listed(t, folder); len(names) != 3 {
		t.Errorf("folder holds %q", names)
	}
}

func TestAFolderThatGoesAwayIsTold(t *testing.T) {
	data, folder := manyNotes(t), filepath.Join(t.TempDir(), "weg")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	cmd, said := halfWay(t, data, folder, "pdf")
	if err := os.RemoveAll(folder); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Wait(); cmd.ProcessState.ExitCode() != 1 || !strings.Contains(said.String(), "Bewaren lukt niet op deze plek") {
		t.Errorf("%v, %s", err, said)
	}
	if _, err := os.Stat(folder); !os.IsNotExist(err) {
		t.Errorf("the folder is back: %v", err)
	}
}

func TestAFullStreamIsTold(t *testing.T) {
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip("this system has no /dev/full")
	}
	defer func() { _ = full.Close() }() // nothing was kept
	cmd, said := program(t, manyNotes(t), "export", "--all", "--format", "html", "--out", "-")
	cmd.Stdout = full
	if err := cmd.Run(); cmd.ProcessState.ExitCode() != 1 || !strings.Contains(said.String(), "De schijf is vol") {
		t.Errorf("%v, %s", err, said)
	}
}

// After kill -9 there is no half file under its own name, and the next start
// removes what is left under another.
func TestAKilledExportLeavesNothingAfterTheNextStart(t *testing.T) {
	data, folder := manyNotes(t), t.TempDir()
	other := filepath.Join(folder, ".raadwijzer-vanander-1.tmp") // not of the program that is killed
	if err := os.WriteFile(other, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	cmd, said := halfWay(t, data, folder, "pdf")
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = cmd.Wait() // killed
	if names := listed(t, folder); len(names) != 2 || strings.Contains(strings.Join(names, " "), "alles") {
		t.Fatalf("after the kill: %q\n%s", names, said)
	}
	if cmd, said := program(t, data, "notes", "list"); cmd.Run() != nil {
		t.Fatal(said)
	}
	if names := listed(t, folder); len(names) != 1 || names[0] != filepath.Base(other) {
		t.Errorf("after the next start: %q", names)
	}
	if left := listed(t, filepath.Join(data, "under-way")); len(left) != 0 {
		t.Errorf("the list is still there: %q", left)
	}
}

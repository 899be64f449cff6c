//go:build unix

package cli_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

// kinds are the forms of an export that take a while: what to ask for, and the
// name of what comes. RUN is a run that all notes belong to.
var kinds = []struct{ ask, name string }{
	{"--all --format pdf", "alles.pdf"},
	{"--all --format html", "alles.html"},
	{"--all --format md", "alles.md"},
	{"--all --format md", "alles.zip"},
	{"--all --format md", "alles"},
	{"--handover RUN", "dossier.zip"},
	{"--handover RUN", "dossier"},
}

// notes is a data folder with many notes, and a run that they belong to.
type notes struct{ data, run string }

// manyNotes makes so many notes that an export takes a while.
func manyNotes(t *testing.T) notes {
	t.Helper()
	n := notes{data: filepath.Join(t.TempDir(), "data")}
	out, err := n.program("runs", "start", "lokale-driehoeken", "--name", "Driehoek").Output()
	if err != nil {
		t.Fatal(err)
	}
	n.run = strings.TrimSpace(string(out))
	folder := t.TempDir()
	for i := range 400 {
		text := fmt.Sprintf("---\nrun: %s\n---\n# Notitie %d\n\n%s", n.run, i, strings.Repeat("De raad bespreekt **de begroting** van dit jaar. ", 60))
		if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("%d.md", i)), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if said, err := n.program("import", folder).CombinedOutput(); err != nil {
		t.Fatalf("%v, %s", err, said)
	}
	return n
}

// program returns a command of the program itself, on these notes.
func (n notes) program(args ...string) *exec.Cmd {
	cmd := exec.Command("raadwijzer", args...)
	cmd.Env = append(os.Environ(), "RAADWIJZER_DATA="+n.data)
	return cmd
}

// export returns the command that makes a kind in a folder, in place of a file
// that is there.
func (n notes) export(ask, folder, name string) *exec.Cmd {
	args := strings.Fields("export " + strings.ReplaceAll(ask, "RUN", n.run) + " --force --out")
	return n.program(append(args, filepath.Join(folder, name))...)
}

// tries is how often a test may find that an export was over too soon.
const tries = 50

// halfWay starts an export in a folder that newFolder makes, and holds it when
// a part of it is on disk; end says what becomes of it then. It returns the
// folder, the command and what it said.
func (n notes) halfWay(t *testing.T, ask, name string, newFolder func() string, end func(p *os.Process, folder string)) (string, *exec.Cmd, *bytes.Buffer) {
	t.Helper()
	for range tries {
		var said bytes.Buffer
		folder := newFolder()
		cmd := n.export(ask, folder, name)
		cmd.Stdout, cmd.Stderr = &said, &said
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		for start := time.Now(); !underWay(t, folder) && time.Since(start) < time.Minute; time.Sleep(time.Millisecond) {
			if _, err := os.Stat(filepath.Join(folder, name)); err == nil && filepath.Ext(name) == "" {
				break // it is there already
			}
		}
		held := hold(cmd.Process) && underWay(t, folder)
		if held {
			end(cmd.Process, folder)
		}
		_ = cmd.Process.Signal(syscall.SIGCONT) // it may be over
		_ = cmd.Wait()                          // its status is looked at
		if held {
			return folder, cmd, &said
		}
	}
	t.Fatal("every export is over before anything is seen of it")
	return "", nil, nil
}

// hold stops a process for a while. It reports false when it is over.
func hold(p *os.Process) bool {
	var status syscall.WaitStatus
	if p.Signal(syscall.SIGSTOP) != nil {
		return false
	}
	_, err := syscall.Wait4(p.Pid, &status, syscall.WUNTRACED, nil)
	return err == nil && status.Stopped()
}

// underWay reports whether something is being made in a folder.
func underWay(t *testing.T, folder string) bool {
	t.Helper()
	for _, name := range listed(t, folder) {
		path := filepath.Join(folder, name)
		if !strings.HasSuffix(name, ".tmp") {
			continue
		}
		if parts, err := os.ReadDir(path); err == nil && len(parts) > 0 {
			return true
		}
		if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() && info.Size() > 0 {
			return true
		}
	}
	return false
}

func listed(t *testing.T, folder string) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

// old puts a file where a file is to come, and returns a check that it is as
// it was and that nothing is beside it. A folder gets none.
func old(t *testing.T, folder, name string) (unchanged func(t *testing.T)) {
	t.Helper()
	want := listed(t, folder)
	path := filepath.Join(folder, name)
	if filepath.Ext(name) != "" {
		if err := os.WriteFile(path, []byte("oud"), 0o600); err != nil {
			t.Fatal(err)
		}
		want = listed(t, folder)
	}
	return func(t *testing.T) {
		t.Helper()
		if got := listed(t, folder); !slices.Equal(got, want) {
			t.Errorf("the folder holds %q, want %q", got, want)
		}
		if text, err := os.ReadFile(path); filepath.Ext(name) != "" && (err != nil || string(text) != "oud") {
			t.Errorf("the old file holds %.20q, %v", text, err)
		}
	}
}

// failed looks whether a command ended with status 1 and a sentence.
func failed(t *testing.T, cmd *exec.Cmd, said, sentence string) {
	t.Helper()
	if cmd.ProcessState.ExitCode() != 1 || !strings.Contains(said, sentence) {
		t.Errorf("status %d, want 1; it says %q, want %q", cmd.ProcessState.ExitCode(), said, sentence)
	}
}

// TestAnExportThatFailsLeavesNothing ends each kind of export half-way in each
// way there is.
func TestAnExportThatFailsLeavesNothing(t *testing.T) {
	n := manyNotes(t)
	for _, kind := range kinds {
		name := strings.Fields(kind.ask)[0] + " " + kind.name
		t.Run("stopped "+name, func(t *testing.T) { n.stopped(t, kind.ask, kind.name) })
		t.Run("removed "+name, func(t *testing.T) { n.removed(t, kind.ask, kind.name) })
		t.Run("killed "+name, func(t *testing.T) { n.killed(t, kind.ask, kind.name) })
		t.Run("full "+name, func(t *testing.T) { n.full(t, kind.ask, kind.name) })
		if kind.name != "alles" { // a folder of small files
			t.Run("too large "+name, func(t *testing.T) { n.tooLarge(t, kind.ask, kind.name) })
		}
	}
}

// stopped is Ctrl+C, or what the system says when it shuts down. One that comes
// when all is written is too late.
func (n notes) stopped(t *testing.T, ask, name string) {
	for _, signal := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM} {
		ended := false
		for i := 0; i < tries && !ended; i++ {
			var unchanged func(t *testing.T)
			folder := func() string {
				folder := t.TempDir()
				unchanged = old(t, folder, name)
				return folder
			}
			_, cmd, said := n.halfWay(t, ask, name, folder, func(p *os.Process, _ string) { _ = p.Signal(signal) })
			if ended = !cmd.ProcessState.Success(); ended {
				failed(t, cmd, said.String(), "gestopt")
				unchanged(t)
			}
		}
		if !ended {
			t.Errorf("%v never comes in time", signal)
		}
	}
}

// removed is a folder that goes away, such as a stick.
func (n notes) removed(t *testing.T, ask, name string) {
	newFolder := func() string {
		folder := filepath.Join(t.TempDir(), "weg")
		if err := os.Mkdir(folder, 0o700); err != nil {
			t.Fatal(err)
		}
		return folder
	}
	folder, cmd, said := n.halfWay(t, ask, name, newFolder, func(_ *os.Process, folder string) {
		if err := os.Rename(folder, folder+" naar elders"); err != nil {
			t.Fatal(err)
		}
	})
	failed(t, cmd, said.String(), "Bewaren lukt niet op deze plek")
	if _, err := os.Stat(folder); !os.IsNotExist(err) {
		t.Errorf("the folder is back: %v", err)
	}
}

// killed is kill -9: the next start clears what is left, and nothing else.
func (n notes) killed(t *testing.T, ask, name string) {
	var unchanged func(t *testing.T)
	newFolder := func() string {
		folder := t.TempDir()
		other := filepath.Join(folder, ".raadwijzer-vanander-1.tmp") // not of the program that is killed
		if err := os.WriteFile(other, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		unchanged = old(t, folder, name)
		return folder
	}
	folder, _, said := n.halfWay(t, ask, name, newFolder, func(p *os.Process, _ string) { _ = p.Kill() })
	if !underWay(t, folder) {
		t.Fatalf("nothing was under way: %q\n%s", listed(t, folder), said)
	}
	if said, err := n.program("notes", "list").CombinedOutput(); err != nil {
		t.Fatalf("%v, %.200s", err, said)
	}
	unchanged(t)
	if left, err := os.ReadDir(filepath.Join(n.data, "under-way")); err == nil && len(left) > 0 {
		t.Errorf("the list is still there: %q", left)
	}
}

// inFull runs a command in a folder that is a file system of its own, with room
// for 64 kB. It says what is in the folder at the end.
const inFull = `mount -t tmpfs -o size=64k none "$1" || exit
echo begonnen
case "$2" in *.*) printf oud >"$1/$2";; esac
folder=$1; shift 2
"$@"; status=$?
echo; echo over; cd "$folder"; ls -A; cat -- * 2>/dev/null
exit $status`

// full is a disk without room.
func (n notes) full(t *testing.T, ask, name string) {
	folder := t.TempDir()
	cmd := n.export(ask, folder, name)
	cmd.Args = append([]string{"unshare", "--user", "--map-root-user", "--mount", "sh", "-c", inFull, "sh", folder, name}, cmd.Args...)
	var err error
	if cmd.Path, err = exec.LookPath("unshare"); err != nil {
		t.Skip(err)
	}
	said, _ := cmd.CombinedOutput() // its status is looked at
	if !strings.Contains(string(said), "begonnen\n") {
		t.Skipf("no file system can be made here: %s", said)
	}
	failed(t, cmd, string(said), "De schijf is vol")
	want := ""
	if filepath.Ext(name) != "" {
		want = name + "\noud"
	}
	if _, left, _ := strings.Cut(string(said), "\nover\n"); left != want {
		t.Errorf("in the folder is %q, want %q", left, want)
	}
}

// tooLarge is a limit to the size of a file.
func (n notes) tooLarge(t *testing.T, ask, name string) {
	folder := t.TempDir()
	unchanged := old(t, folder, name)
	cmd := n.export(ask, folder, name)
	cmd.Args = append([]string{"bash", "-c", `ulimit -f 64; exec "$0" "$@"`}, cmd.Args...)
	cmd.Path = "/bin/bash"
	said, _ := cmd.CombinedOutput() // its status is looked at
	failed(t, cmd, string(said), "te groot voor deze plek")
	unchanged(t)
}

func TestAFullStreamIsTold(t *testing.T) {
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip("this system has no /dev/full")
	}
	defer func() { _ = full.Close() }() // nothing was kept
	var said bytes.Buffer
	cmd := manyNotes(t).program("export", "--all", "--format", "html", "--out", "-")
	cmd.Stdout, cmd.Stderr = full, &said
	_ = cmd.Run() // its status is looked at
	failed(t, cmd, said.String(), "De schijf is vol")
}

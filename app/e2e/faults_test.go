//go:build e2e

package e2e

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
)

// What is proved here: whatever fails, what was said to be stored is there,
// and the user reads one sentence that says what to do.

// told is how a command ended.
type told struct {
	code    string // "" when all went well
	message string
}

// tell runs a command that may fail and returns how it ended. Whatever else
// than a success or one sentence ends the test.
func tell(t *testing.T, data string, args ...string) told {
	t.Helper()
	cmd := exec.Command(console, append([]string{"--data", data, "--json"}, args...)...)
	var out, said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &said
	err := cmd.Run()
	if err == nil {
		return told{}
	}
	var problem struct {
		Error struct{ Code, Message string }
	}
	sentence := strings.TrimSpace(said.String())
	if cmd.ProcessState.ExitCode() != 1 || json.Unmarshal(out.Bytes(), &problem) != nil {
		t.Fatalf("%q ended with %v and no sentence: %s %s", args, err, &out, sentence)
	}
	end := told{problem.Error.Code, problem.Error.Message}
	if end.code == "internal" || end.message == "" || sentence != end.message || strings.Contains(sentence, "\n") {
		t.Fatalf("%q: %q with the code %q is no clear sentence", args, sentence, end.code)
	}
	return end
}

// disk returns a folder that is a disk of its own with room for so many bytes.
func disk(t *testing.T, size int) string {
	t.Helper()
	folder := t.TempDir()
	if err := syscall.Mount("proef", folder, "tmpfs", 0, fmt.Sprintf("size=%d", size)); err != nil {
		t.Skipf("only who may mount can make a small disk (%v); TestAnExportThatFailsLeavesNothing in app/cli works with a limit instead", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(folder, syscall.MNT_DETACH); err != nil {
			t.Error(err)
		}
	})
	return folder
}

// fill leaves no room on the disk of a folder, and returns how to make room.
func fill(t *testing.T, folder string) (free func()) {
	t.Helper()
	path := filepath.Join(folder, "vol")
	f, err := os.Create(path)
	for err == nil {
		_, err = f.Write(make([]byte, 4096))
	}
	if !errors.Is(err, syscall.ENOSPC) {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	return func() {
		if err := os.Remove(path); err != nil {
			t.Fatal(err)
		}
	}
}

// file makes a file with a text and returns its path.
func file(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestFaultDiskFillsUpUnderCommands(t *testing.T) {
	small := disk(t, 4<<20)
	data, text := filepath.Join(small, "data"), strings.Repeat("Een zin die ruimte kost. ", 4000)
	k := &killing{t: t, data: data}
	ballast := filepath.Join(small, "ballast") // what a user can throw away
	if err := os.WriteFile(ballast, make([]byte, 1<<20), 0o600); err != nil {
		t.Fatal(err)
	}
	stored := map[string]string{}
	end := told{}
	for n := 0; end.code == ""; n++ {
		body := fmt.Sprintf("Notitie %d. %s", n, text)
		path := file(t, "notitie.md", body)
		before := k.notes()
		if end = tell(t, data, "notes", "add", path); end.code == "" {
			stored[k.newest(before)] = body
		}
	}
	if end.code != "disk_full" || len(stored) == 0 {
		t.Fatal(len(stored), end)
	}
	k.hold(stored)

	_ = fill(t, small)
	big := k.texts(100)
	for _, args := range [][]string{
		{"notes", "add", file(t, "notitie.md", text)},
		{"import", big},
		{"backup", filepath.Join(small, "kopie.db")},
		{"export", "--all", "--format", "pdf", "--out", filepath.Join(small, "alles.pdf")},
		{"runs", "start", "anders-formeren", "--name", "Formatie"},
	} {
		if end := tell(t, data, args...); end.code != "disk_full" {
			t.Errorf("%q on a full disk: %+v", args, end)
		}
	}
	names, err := os.ReadDir(small)
	if err != nil || len(names) != 3 { // the data folder and what fills the disk
		t.Error("left behind:", names, err)
	}
	if err := os.Remove(ballast); err != nil {
		t.Fatal(err)
	}
	k.hold(stored)
	whole(t, data)
	k.did("notes", "add", file(t, "notitie.md", "Er is weer ruimte."))
}

// newest returns the id of the note that came after so many.
func (k *killing) newest(before int) string {
	k.t.Helper()
	var list []struct{ ID string }
	k.json(&list, "notes", "list")
	if len(list) != before+1 {
		k.t.Fatalf("%d notes, want %d", len(list), before+1)
	}
	ids := []string{}
	for _, n := range list {
		ids = append(ids, n.ID)
	}
	return slices.Max(ids) // ids sort as time does
}

// hold fails unless every note is there with its text.
func (k *killing) hold(stored map[string]string) {
	k.t.Helper()
	for id, body := range stored {
		if now := bodyOf(k.t, k.data, id); now != body {
			k.t.Fatalf("what was stored has changed: %.60q became %.60q", body, now)
		}
	}
	if now := k.notes(); now != len(stored) {
		k.t.Fatalf("%d notes, want %d", now, len(stored))
	}
}

func TestFaultDiskFillsUpUnderTheWindow(t *testing.T) {
	small := disk(t, 24<<20)
	data := filepath.Join(small, "data")
	w := Start(t, data)
	w.Later()
	w.Write("Wat er al stond.")
	free := fill(t, small)
	w.Type(strings.Repeat(" En dit past er niet meer bij.", 3))
	w.Says("De schijf is vol")
	free()
	w.Press(Button, "Probeer opnieuw")
	w.Says("Bewaard om ")
	w.Gone(Button, "Probeer opnieuw")
	w.Kill()
	again := Start(t, data)
	again.Go("Notities")
	again.Find(Link, "Wat er al stond. En dit past er niet meer bij.…")
	again.Close()
}

func TestFaultFolderGoesAwayUnderTheWindow(t *testing.T) {
	data := filepath.Join(t.TempDir(), "data")
	w := Start(t, data)
	w.Later()
	w.Write("Wat er al stond.")
	if err := os.Rename(data, data+"-weg"); err != nil {
		t.Fatal(err)
	}
	w.Type(" En wat er later bij kwam.")
	w.Says("De map met uw gegevens is verplaatst")
	if _, err := os.Stat(data); err == nil {
		t.Error("the folder was made anew")
	}
	if err := os.Rename(data+"-weg", data); err != nil {
		t.Fatal(err)
	}
	w.Press(Button, "Probeer opnieuw")
	w.Says("Bewaard om ")
	w.Kill()
	again := Start(t, data)
	again.Go("Notities")
	again.Find(Link, "Wat er al stond. En wat er later bij kwam.…")
	again.Close()
}

func TestFaultFolderThatIsOnlyToRead(t *testing.T) {
	stick := disk(t, 16<<20)
	data := filepath.Join(stick, "data")
	k := &killing{t: t, data: data}
	k.did("notes", "add", file(t, "notitie.md", "Blijft."))
	kept := k.newest(0)
	if err := syscall.Mount("", stick, "", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""); err != nil {
		t.Skip("this system does not make a disk only to read", err)
	}
	for _, args := range [][]string{
		{"notes", "list"}, {"notes", "add", file(t, "notitie.md", "Weg.")}, {"check"},
		{"import", k.texts(2)}, {"backup", filepath.Join(t.TempDir(), "kopie.db")},
	} {
		if end := tell(t, data, args...); end.code != "data_unwritable" {
			t.Errorf("%q on a disk that is only to read: %+v", args, end)
		}
	}
	w := launch(t, data)
	w.Find(Alert, "")
	w.Says("kan niet schrijven in de map met uw gegevens")
	w.Press(Button, "Sluit")
	w.ended(1)
	if err := syscall.Mount("", stick, "", syscall.MS_REMOUNT, ""); err != nil {
		t.Fatal(err)
	}
	k.hold(map[string]string{kept: "Blijft."})
	if end := tell(t, data, "export", "--all", "--format", "md", "--out", "/proc/alles.md"); end.code != "target_unwritable" {
		t.Errorf("export to where nobody may write: %+v", end)
	}
}

// Two windows on one folder cannot be; commands beside each other and beside a
// window can.
func TestFaultSeveralProcessesAtOnce(t *testing.T) {
	data := t.TempDir()
	w := Start(t, data)
	w.Later()
	w.Write("Uit het venster.")
	const processes, each = 4, 10
	text := file(t, "notitie.md", "Uit een opdracht.")
	ids := make(chan string, processes*each)
	var work sync.WaitGroup
	for range processes {
		work.Go(func() {
			for range each {
				out, err := exec.Command(console, "--data", data, "notes", "add", text).CombinedOutput()
				if err != nil {
					t.Errorf("%v: %s", err, out)
				}
				ids <- strings.TrimSpace(string(out))
			}
		})
	}
	w.Type(" En meer.")
	work.Wait()
	close(ids)
	for id := range ids {
		if body := bodyOf(t, data, id); body != "Uit een opdracht." {
			t.Errorf("%s is %q", id, body)
		}
	}
	w.Says("Bewaard om ")
	w.Close()
	k := &killing{t: t, data: data}
	if now := k.notes(); now != processes*each+1 {
		t.Errorf("%d notes, want %d", now, processes*each+1)
	}
	whole(t, data)
}

// TestFaultDamagedFile damages a database at one random place after another,
// and at last at a hundred at once. In a night the places and the data differ
// each time; else they are the same, so that no run fails where another passed.
func TestFaultDamagedFile(t *testing.T) {
	k := &killing{t: t, data: filepath.Join(t.TempDir(), "heel"), beside: t.TempDir()}
	seed := uint64(1)
	if os.Getenv(killsVariable) == "" {
		k.did("restore", "../internal/store/testdata/schemas/1.db")
	} else {
		seed = rand.Uint64()
		k.did("import", k.texts(120))
		k.did("runs", "start", "anders-formeren", "--name", "Formatie")
	}
	notes, random := k.notes(), rand.New(rand.NewPCG(seed, seed))
	backup := filepath.Join(k.beside, "kopie.db")
	k.did("backup", backup)
	sound, err := os.ReadFile(filepath.Join(k.data, "raadwijzer.db"))
	if err != nil {
		t.Fatal(err)
	}
	ends := map[string]int{}
	rounds := kills(t, 6)
	for n := range rounds + 1 {
		places := 1
		if n == rounds {
			places = 100
		}
		data := filepath.Join(k.beside, "data")
		if err := errors.Join(os.RemoveAll(data), os.Mkdir(data, 0o700)); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(data, "raadwijzer.db"), damaged(random, sound, places), 0o600); err != nil {
			t.Fatal(err)
		}
		k.wayBack(data, backup, notes, ends)
	}
	t.Logf("seed %d: %d files damaged at one place and one at 100: %v", seed, rounds, ends)
}

// damaged returns a copy of a file with up to 400 bytes spoilt at each of so
// many places.
func damaged(random *rand.Rand, sound []byte, places int) []byte {
	spoilt := bytes.Clone(sound)
	for range places {
		at := random.IntN(len(spoilt))
		for i := at; i < min(len(spoilt), at+1+random.IntN(400)); i++ {
			spoilt[i] = byte(random.IntN(256))
		}
	}
	return spoilt
}

// wayBack works with damaged data, and goes the whole way back: every command
// succeeds or says one sentence, what can be read is saved, and a backup mends
// all.
func (k *killing) wayBack(data, backup string, notes int, ends map[string]int) {
	t := k.t
	t.Helper()
	for _, args := range [][]string{
		{"notes", "list"}, {"search", "begroting"}, {"runs", "list"},
		{"export", "--all", "--format", "md", "--out", filepath.Join(t.TempDir(), "alles.zip")},
		{"notes", "add", file(t, "notitie.md", "Nieuw")},
	} {
		_ = tell(t, data, args...) // what is damaged decides which sentence it is
	}
	check := exec.Command(console, "--data", data, "check")
	said, err := check.CombinedOutput()
	switch {
	case err == nil:
		ends["sound to the eye"]++
	case check.ProcessState.ExitCode() == 1 && len(said) > 0 && !bytes.Contains(said, []byte("code internal")):
		ends["told by check"]++
	default:
		t.Errorf("check: %v: %s", err, said)
	}
	saved := filepath.Join(t.TempDir(), "gered")
	_ = exec.Command(console, "--data", data, "rescue", saved).Run() // there may be nothing to save
	files, _ := filepath.Glob(filepath.Join(saved, "*.md"))
	ends["notes saved"] += len(files)
	ends["notes"] += notes
	if end := tell(t, data, "restore", backup); end.code != "" {
		t.Fatalf("restore over a damaged file: %+v", end)
	}
	var list []struct{ ID string }
	command(t, data, &list, "notes", "list")
	if len(list) != notes {
		t.Fatalf("%d notes after the restore, want %d", len(list), notes)
	}
	whole(t, data)
}

//go:build e2e

package e2e

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// killing is a command that is killed again and again, on one data folder.
type killing struct {
	t      *testing.T
	data   string
	beside string // folder for what lies outside the data folder
}

// round is one start of the command.
type round struct {
	args []string
	// after looks at what is there when the command has ended (it said that all
	// went well) or was killed. It reports whether the work was done.
	after func(ended bool) (done bool)
}

// TestCommandKilled kills every kind of work that changes something, at a
// moment that nobody knows before. What a command said to have done is there;
// what it had not said is there whole or not at all.
func TestCommandKilled(t *testing.T) {
	for _, work := range []struct {
		name    string
		percent int // of all kills
		begin   func(k *killing) (next func(n int) round)
	}{
		{"saving", 12, (*killing).saving},
		{"ticking", 10, (*killing).ticking},
		{"importing", 12, (*killing).importing},
		{"starting anew", 10, (*killing).startingAnew},
		{"backing up", 12, (*killing).backingUp},
		{"restoring", 12, (*killing).restoring},
		{"mending", 10, (*killing).mending},
		{"exporting", 10, (*killing).exporting},
		{"erasing", 6, (*killing).erasing},
	} {
		t.Run(work.name, func(t *testing.T) {
			k := &killing{t: t, data: filepath.Join(t.TempDir(), "data"), beside: t.TempDir()}
			next := work.begin(k)
			usual := k.usualTime(next)
			rounds := kills(t, work.percent)
			killed, ended, done := 0, 0, 0
			for n := range rounds {
				r := next(n)
				well := k.run(r.args, time.Duration(rand.Int64N(int64(usual*5/4))))
				if well {
					ended++
				} else {
					killed++
				}
				if r.after(well) {
					done++
				} else if well {
					t.Fatalf("round %d: the command said that it was done, and it is not", n)
				}
				k.nothingHalf()
				whole(t, k.data)
			}
			t.Logf("%d rounds: %d killed under way, %d ended before the kill; the work was done in %d", rounds, killed, ended, done)
		})
	}
}

// usualTime returns about how long the command takes here.
func (k *killing) usualTime(next func(int) round) time.Duration {
	k.t.Helper()
	var took time.Duration
	for n := range 2 {
		r, begin := next(n), time.Now()
		if !k.run(r.args, time.Minute) {
			k.t.Fatalf("%q does not succeed", r.args)
		}
		took = time.Since(begin)
		if !r.after(true) {
			k.t.Fatalf("%q did nothing", r.args)
		}
	}
	return took
}

// run runs a command, kills it after some time, and reports whether it had
// ended well before.
func (k *killing) run(args []string, after time.Duration) bool {
	k.t.Helper()
	cmd := exec.Command(console, append([]string{"--data", k.data}, args...)...)
	if err := cmd.Start(); err != nil {
		k.t.Fatal(err)
	}
	timer := time.AfterFunc(after, func() { _ = cmd.Process.Kill() })
	defer timer.Stop()
	return cmd.Wait() == nil
}

// nothingHalf starts the program, as a user does after a fault, and fails when
// something half is still there then.
func (k *killing) nothingHalf() {
	k.t.Helper()
	k.notes()
	for _, folder := range []string{k.data, filepath.Join(k.data, "reservekopieen"), k.beside} {
		entries, _ := os.ReadDir(folder) // not every data folder has copies
		for _, entry := range entries {
			if strings.HasPrefix(entry.Name(), ".") {
				k.t.Errorf("left behind: %s", filepath.Join(folder, entry.Name()))
			}
		}
	}
}

func (k *killing) json(into any, args ...string) {
	k.t.Helper()
	command(k.t, k.data, into, args...)
}

// did runs a command that must succeed and returns what it wrote.
func (k *killing) did(args ...string) string {
	k.t.Helper()
	var said bytes.Buffer
	cmd := exec.Command(console, append([]string{"--data", k.data}, args...)...)
	cmd.Stderr = &said
	out, err := cmd.Output()
	if err != nil {
		k.t.Fatalf("%q: %v: %s%s", args, err, out, &said)
	}
	return strings.TrimSpace(string(out))
}

func (k *killing) notes() int {
	k.t.Helper()
	var list []struct{ ID string }
	k.json(&list, "notes", "list")
	return len(list)
}

// texts makes a folder of Markdown files.
func (k *killing) texts(count int) string {
	k.t.Helper()
	folder := k.t.TempDir()
	for i := range count {
		text := fmt.Sprintf("# Notitie %d\n\n%s", i, strings.Repeat("De raad bespreekt de begroting van dit jaar. ", 20))
		k.write(filepath.Join(folder, fmt.Sprintf("%04d.md", i)), text)
	}
	return folder
}

func (k *killing) write(path, text string) {
	k.t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		k.t.Fatal(err)
	}
}

func (k *killing) saving() func(int) round {
	text := filepath.Join(k.t.TempDir(), "tekst.md")
	k.write(text, "eerst")
	stored, id := "eerst", k.did("notes", "add", "--title", "Eerste", text)
	return func(n int) round {
		// Long enough for a text to lie in several pages of the database.
		next := strings.Repeat(fmt.Sprintf("ronde %d met een zin erin\n", n), 1+rand.IntN(2000))
		k.write(text, next)
		return round{[]string{"notes", "edit", id, text}, func(bool) bool {
			now := bodyOf(k.t, k.data, id)
			if now != stored && now != next {
				k.t.Fatalf("the text is neither the old nor the new one: %.200q", now)
			}
			stored = now
			return now == next
		}}
	}
}

func (k *killing) ticking() func(int) round {
	const step = "af-01"
	run := k.did("runs", "start", "anders-formeren", "--name", "Formatie")
	state, lines := "open", 1
	return func(int) round {
		next := map[string]string{"open": "done", "done": "open"}[state]
		return round{[]string{"runs", "set", run, step, next}, func(bool) bool {
			now, logged := k.stateOf(run, step), k.logged(run)
			if now == next && logged == lines+1 {
				state, lines = next, lines+1
				return true
			}
			if now != state || logged != lines {
				k.t.Fatalf("the step is %s with %d lines in the log; it was %s with %d", now, logged, state, lines)
			}
			return false
		}}
	}
}

func (k *killing) stateOf(run, step string) string {
	var view struct {
		Phases []struct{ Steps []struct{ ID, State string } }
	}
	k.json(&view, "runs", "show", run)
	for _, phase := range view.Phases {
		for _, s := range phase.Steps {
			if s.ID == step {
				return s.State
			}
		}
	}
	return ""
}

func (k *killing) logged(run string) int {
	var lines []struct{ Text string }
	k.json(&lines, "runs", "log", run)
	return len(lines)
}

// importing stores in portions of 500 files; each is there whole or not.
func (k *killing) importing() func(int) round {
	const files, portion = 620, 500
	folder := k.texts(files)
	return func(int) round {
		if err := os.RemoveAll(k.data); err != nil {
			k.t.Fatal(err)
		}
		return round{[]string{"import", folder}, func(bool) bool {
			before := k.notes()
			if before != 0 && before != portion && before != files {
				k.t.Fatalf("%d notes were imported", before)
			}
			k.did("import", folder) // goes on where it was
			if now := k.notes(); now != files {
				k.t.Fatalf("after a second import there are %d notes", now)
			}
			return before == files
		}}
	}
}

// startingAnew is the first start, in which the database gets its schema.
func (k *killing) startingAnew() func(int) round {
	return func(int) round {
		if err := os.RemoveAll(k.data); err != nil {
			k.t.Fatal(err)
		}
		return round{[]string{"items"}, func(bool) bool {
			k.did("notes", "add", filepath.Join(k.texts(1), "0000.md"))
			return k.notes() == 1
		}}
	}
}

// backingUp writes over an older backup, now and then with a password.
func (k *killing) backingUp() func(int) round {
	k.did("import", k.texts(200))
	one := filepath.Join(k.texts(1), "0000.md")
	secret := filepath.Join(k.t.TempDir(), "wachtwoord")
	k.write(secret, "vier losse woorden hier\n")
	copied := map[string]int{} // notes, by name
	return func(n int) round {
		path, options := filepath.Join(k.beside, "kopie.db"), []string{}
		if n%5 == 2 {
			path, options = filepath.Join(k.beside, "kopie.age"), []string{"--password-file", secret}
		}
		k.write(one, fmt.Sprintf("# Ronde %d van %s\n", n, path))
		k.did("notes", "add", one)
		now := k.notes()
		return round{append([]string{"backup", path, "--force"}, options...), func(bool) bool {
			var found struct{ Notes int }
			if _, err := os.Stat(path); err == nil {
				k.json(&found, append([]string{"restore", path, "--look"}, options...)...)
			}
			if found.Notes != copied[path] && found.Notes != now {
				k.t.Fatalf("the backup holds %d notes, want %d or %d", found.Notes, copied[path], now)
			}
			copied[path] = found.Notes
			return found.Notes == now
		}}
	}
}

// restoring goes to and fro between two backups.
func (k *killing) restoring() func(int) round {
	k.did("import", k.texts(40))
	backups := map[int]string{40: filepath.Join(k.beside, "klein.db"), 300: filepath.Join(k.beside, "groot.db")}
	k.did("backup", backups[40])
	k.did("import", k.texts(300))
	k.did("backup", backups[300])
	have := 300
	return func(int) round {
		next := map[int]int{40: 300, 300: 40}[have]
		return round{[]string{"restore", backups[next]}, func(bool) bool {
			now := k.notes()
			if now != have && now != next {
				k.t.Fatalf("there are %d notes, want %d or %d", now, have, next)
			}
			have = now
			return now == next
		}}
	}
}

// mending puts a backup in the place of a database that cannot be opened.
func (k *killing) mending() func(int) round {
	k.did("import", k.texts(200))
	backup := filepath.Join(k.beside, "kopie.db")
	k.did("backup", backup)
	return func(int) round {
		k.write(database(k.t, k.data), strings.Repeat("kapot", 20_000))
		return round{[]string{"restore", backup}, func(bool) bool {
			out, err := exec.Command(console, "--data", k.data, "--json", "notes", "list").Output()
			done := err == nil
			if !done && !strings.Contains(string(out), "data_damaged") {
				k.t.Fatalf("%v: %s", err, out)
			}
			if !done {
				k.did("restore", backup)
			}
			if now := k.notes(); now != 200 {
				k.t.Fatalf("there are %d notes, want 200", now)
			}
			k.forgetDamaged()
			return done
		}}
	}
}

// forgetDamaged removes the damaged files that were kept, so that the one
// database of the folder is known.
func (k *killing) forgetDamaged() {
	k.t.Helper()
	kept, err := filepath.Glob(filepath.Join(k.data, "beschadigd-*"))
	if err != nil || len(kept) == 0 {
		k.t.Fatal("the damaged file was not kept", err)
	}
	for _, path := range kept {
		if err := os.Remove(path); err != nil {
			k.t.Fatal(err)
		}
	}
}

// exporting writes over an older file. The same notes on the same day give the
// same file, so the new one is known.
func (k *killing) exporting() func(int) round {
	k.did("import", k.texts(120))
	names := []string{"alles.pdf", "alles.html", "alles.zip"}
	want := map[string][]byte{}
	export := func(name, folder string) []string {
		form := strings.Replace(filepath.Ext(name)[1:], "zip", "md", 1)
		return []string{"export", "--all", "--format", form, "--out", filepath.Join(folder, name), "--date", "2030-03-20", "--force"}
	}
	folder := k.t.TempDir()
	for _, name := range names {
		k.did(export(name, folder)...)
		var err error
		if want[name], err = os.ReadFile(filepath.Join(folder, name)); err != nil {
			k.t.Fatal(err)
		}
	}
	return func(n int) round {
		name := names[n%len(names)]
		path := filepath.Join(k.beside, name)
		k.write(path, "oud")
		return round{export(name, k.beside), func(bool) bool {
			now, err := os.ReadFile(path)
			if err != nil || string(now) != "oud" && !bytes.Equal(now, want[name]) {
				k.t.Fatalf("%s is neither the old nor the new file (%d bytes, %v)", name, len(now), err)
			}
			return string(now) != "oud"
		}}
	}
}

// erasing removes everything for good; a copy elsewhere brings it back for the
// next round. Killed under way, all is there or, after the next start, nothing
// in any file.
func (k *killing) erasing() func(int) round {
	const marker = "De raad bespreekt de begroting"
	k.did("import", k.texts(200))
	elsewhere := filepath.Join(k.beside, "kopie.db")
	k.did("backup", elsewhere)
	return func(int) round {
		k.did("restore", elsewhere)
		copies := k.copies()
		return round{[]string{"erase", "--yes", "--copies"}, func(bool) bool {
			switch now := k.notes(); {
			case now == 200 && k.copies() == copies:
				return false
			case now != 0 || k.copies() != 0:
				k.t.Fatalf("there are %d notes and %d copies", now, k.copies())
			}
			if found := holding(k.t, k.data, marker); len(found) > 0 {
				k.t.Fatalf("a note can still be read in %q", found)
			}
			return true
		}}
	}
}

func (k *killing) copies() int {
	k.t.Helper()
	var view struct{ Copies []struct{ Path string } }
	k.json(&view, "backups")
	return len(view.Copies)
}

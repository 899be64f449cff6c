//go:build e2e

package e2e

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// trace returns how to run a program so that every socket that it or a child
// of it makes is written to a file.
func trace(t *testing.T, options ...string) (under []string, file string) {
	t.Helper()
	file = filepath.Join(t.TempDir(), "trace")
	under = []string{"strace", "-f", "-qq", "-e", "trace=socket,connect", "-o", file}
	return append(under, options...), file
}

// internet returns the lines of a trace that have to do with the internet
// family of addresses, be it only this computer's own.
func internet(t *testing.T, file string) (lines []string, sockets int) {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(text)) {
		if strings.Contains(line, "socket(") {
			sockets++
		}
		if strings.Contains(line, "AF_INET") {
			lines = append(lines, strings.TrimSpace(line))
		}
	}
	return lines, sockets
}

func TestTheTraceSeesAConnection(t *testing.T) {
	under, file := trace(t)
	// bash makes the connection itself; nothing listens at the other end.
	line := append(under, "bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/9")
	_ = exec.Command(line[0], line[1:]...).Run() // refused, of course
	if lines, _ := internet(t, file); len(lines) == 0 {
		t.Error("the trace does not show a connection that was made")
	}
}

func TestTheWindowMakesNoConnection(t *testing.T) {
	links := fakeBrowser(t)
	// -D: the tracer steps aside, so that the program is the process we know.
	under, file := trace(t, "-D")
	w := launch(t, t.TempDir(), under...)
	w.Later()
	w.Press(Link, "Versterken lokale driehoeken")
	w.Find(Heading, "Bronnen")
	address := w.firstSource()
	w.until("the browser with "+address, func() bool { return slices.Contains(links(), address) })
	w.Write(sentence)
	w.StartRun("Anders formeren", "Formatie")
	w.Click(CheckBox, w.Find(CheckBox, "").Name)
	w.Says("1 van 25 stappen klaar")
	w.Go("Exporteren")
	w.Go("Instellingen")
	w.Key("ctrl+k")
	w.Type("raad")
	w.Find(Heading, "Artikelen")
	w.Key("Escape")
	w.Close()
	w.silent(file)
}

// silent fails when a window that was closed has made a connection.
func (w *Window) silent(file string) {
	w.t.Helper()
	time.Sleep(500 * time.Millisecond) // the tracer writes its last words after the end
	lines, sockets := internet(w.t, file)
	if sockets == 0 {
		w.t.Error("the trace is empty, so it proves nothing")
	}
	for _, line := range lines {
		w.t.Errorf("connection: %s", line)
	}
}

// firstSource clicks the first link to the internet and returns its address.
func (w *Window) firstSource() string {
	w.t.Helper()
	for _, link := range w.All(Link, "") {
		if address := link.Address(); strings.HasPrefix(address, "https://") {
			w.Click(Link, link.Name)
			return address
		}
	}
	w.t.Fatal("no link to the internet on this screen")
	return ""
}

// fakeBrowser puts a program in the place of the user's browser and returns
// the addresses that it was given.
func fakeBrowser(t *testing.T) func() []string {
	t.Helper()
	dir := t.TempDir()
	seen := filepath.Join(dir, "seen")
	script := "#!/bin/sh\necho \"$1\" >>'" + seen + "'\n"
	if err := os.WriteFile(filepath.Join(dir, "xdg-open"), []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", dir+string(os.PathListSeparator)+os.Getenv("PATH"))
	return func() []string {
		text, err := os.ReadFile(seen)
		if err != nil {
			return nil
		}
		return strings.Fields(string(text))
	}
}

func TestNoCommandMakesAConnection(t *testing.T) {
	dir := t.TempDir()
	data, text := filepath.Join(dir, "data"), filepath.Join(dir, "notitie.md")
	if err := os.WriteFile(text, []byte("# Gesprek\n\n"+sentence+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	at := func(name string) string { return filepath.Join(dir, name) }
	run := func(args ...string) string {
		t.Helper()
		under, file := trace(t)
		line := append(under, console, "--data", data)
		line = append(line, args...)
		out, err := exec.Command(line[0], line[1:]...).CombinedOutput()
		if err != nil {
			t.Fatalf("%q: %v: %s", args, err, out)
		}
		lines, _ := internet(t, file)
		for _, line := range lines {
			t.Errorf("%q: connection: %s", args, line)
		}
		return strings.TrimSpace(string(out))
	}

	note := run("notes", "add", text)
	traject := run("runs", "start", "anders-formeren", "--name", "Formatie", "--anchor", "2030-03-20")
	step := run("runs", "add", traject, "deelnemers", "Bel de dorpsraden")
	triangle := run("runs", "start", "lokale-driehoeken", "--name", "Driehoek")
	question := run("runs", "ask", triangle, "ld-foto-4", "Wat gaat goed?")
	own := run("templates", "save", traject, "Eigen lijst")
	recess := run("recess", "add", "Zomerreces", "2030-07-13", "2030-08-25")
	lines := [][]string{
		{"items", "--role", "griffier"},
		{"item", "versterken-lokale-driehoeken"},
		{"notes", "add", text},
		{"notes", "templates"},
		{"notes", "list"},
		{"notes", "show", note},
		{"notes", "edit", note, text},
		{"notes", "history", note},
		{"notes", "set", note, "--pinned", "--tag", "een", "--tag", "twee"},
		{"notes", "link", note, "--item", "raad-in-beraad", "--meeting", "Raad"},
		{"tags"},
		{"tags", "rename", "een", "drie"},
		{"tags", "merge", "drie", "twee", "--into", "vier"},
		{"tags", "remove", "vier"},
		{"notes", "trash", note},
		{"notes", "restore", note},
		{"import", text},
		{"search", "raad"},
		{"templates"},
		{"runs", "start", "--from", traject, "--name", "Volgende"},
		{"runs", "list"},
		{"runs", "show", traject},
		{"runs", "set", traject, "af-01", "done"},
		{"runs", "deadline", traject, "af-02", "2030-01-10"},
		{"runs", "anchor", traject, "2030-03-27"},
		{"runs", "log", traject},
		{"runs", "dates", "anders-formeren", "--anchor", "2030-03-20"},
		{"runs", "edit", traject, "--period", "2030-2034"},
		{"runs", "facts", traject, "af-01", "--who", "griffier"},
		{"runs", "add", traject, "deelnemers", "Bel de dorpsraden"},
		{"runs", "undo", traject},
		{"runs", "offers", traject},
		{"runs", "compare", traject, traject},
		{"runs", "who", "griffier"},
		{"runs", "archive", traject},
		{"runs", "archive", traject, "--back"},
		{"runs", "change", traject, step, "Bel de wijkraden"},
		{"runs", "move", traject, step, "up"},
		{"runs", "remove", traject, step},
		{"runs", "answer", triangle, "ld-foto-4", question, "griffier", "De rust"},
		{"runs", "ask", triangle, "ld-foto-4", "Wat gaat goed?"},
		{"templates", "save", traject, "Onze formatie"},
		{"templates", "export", "anders-formeren", at("lijst.md")},
		{"templates", "import", at("lijst.md")},
		{"templates", "remove", own},
		{"recess", "add", "Meireces", "2030-04-27", "2030-05-12"},
		{"recess", "list"},
		{"recess", "remove", recess},
		{"export", "--run", traject, "--format", "pdf", "--out", at("traject.pdf")},
		{"export", "--all", "--format", "md", "--out", at("alles.md")},
		{"export", "--all", "--format", "html", "--out", at("alles.html")},
		{"check"},
		{"backup", at("kopie.raadwijzer")},
		{"restore", at("kopie.raadwijzer"), "--look"},
		{"restore", at("kopie.raadwijzer")},
		{"backups"},
		{"rescue", at("gered")},
		{"erase"},
		{"erase", "--yes", "--copies"},
		{"version"},
	}
	for _, line := range lines {
		run(line...)
	}
	for _, name := range commandNames(t) {
		words := strings.Fields(name)
		if !slices.ContainsFunc(lines, func(line []string) bool { return slices.Equal(line[:min(len(words), len(line))], words) }) {
			t.Errorf("the command %q is not in this test", name)
		}
	}
}

// commandNames reads the names of the commands from the help.
func commandNames(t *testing.T) []string {
	t.Helper()
	out, err := exec.Command(console, "help").CombinedOutput()
	if err != nil {
		t.Fatalf("help: %v: %s", err, out)
	}
	var names []string
	for line := range strings.Lines(string(out)) {
		if entry, ok := strings.CutPrefix(line, "  "); ok {
			name, _, _ := strings.Cut(entry, "  ")
			names = append(names, strings.TrimSpace(name))
		}
	}
	if len(names) < 10 {
		t.Fatalf("the help names %d commands:\n%s", len(names), out)
	}
	return names
}

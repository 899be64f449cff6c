//go:build e2e

package e2e

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"
)

// TestADaysWorkByKeyboardAlone does what a clerk does on a day without a
// mouse: choose a function, read, write, tick, search, export and close. With
// RAADWIJZER_DAY it keeps every key and a picture of each part in that folder.
func TestADaysWorkByKeyboardAlone(t *testing.T) {
	data := t.TempDir()
	target := filepath.Join(t.TempDir(), "werk van vandaag.pdf")
	d := newDay(t, Start(t, data))

	d.part("functie", func() {
		d.Find(Heading, firstQuestion)
		d.tabTo(RadioButton, "Burgemeester")
		d.arrowTo("Down", RadioButton, "Griffier")
		d.tabTo(Button, "Ga aan de slag")
		d.key("Return")
		d.Says("7 van 9 artikelen")
		d.tabTo(Button, "Begrepen")
		d.key("Return")
		d.Gone(Heading, "Zo werkt het")
	})
	d.part("lezen", func() {
		d.key("ctrl+f")
		d.write("driehoek")
		d.Says("1 van 9 artikelen")
		d.tabTo(Link, "Versterken lokale driehoeken")
		d.key("Return")
		d.Find(Heading, "Bronnen")
		d.key("Next", "Next", "Home")
		d.tabTo(Button, "Markeer als gelezen")
		d.key("space")
		d.Says("U hebt dit gelezen")
	})
	d.part("notitie", func() {
		d.key("shift+Tab")
		d.focused(Link, "Maak een notitie")
		d.key("Return")
		d.focused(Panel, "Tekst")
		d.arrowTo("shift+Tab", Entry, "Titel van de notitie")
		d.write("Gesprek met de burgemeester")
		d.key("Return")
		d.focused(Panel, "Tekst")
		d.write("Eerst de ")
		d.key("ctrl+b")
		d.write("kwartiermaker")
		d.key("ctrl+b")
		d.write(" bellen.")
		d.Says("Bewaard om ")
	})
	d.part("stap", func() {
		d.key("ctrl+3")
		d.Find(Heading, "Trajecten")
		d.tabTo(Button, "Start een traject: Anders formeren")
		d.key("Return")
		d.tabTo(Entry, "Naam van het traject")
		d.write("Formatie")
		d.key("Return")
		d.Find(Heading, "Formatie")
		first := d.Find(CheckBox, "").Name
		d.tabTo(CheckBox, first)
		d.key("space")
		d.Says("1 van 25 stappen klaar")
	})
	d.part("zoeken", func() {
		d.key("ctrl+k")
		d.focused(Entry, "Zoek in notities, artikelen en stappen")
		d.write("kwartiermaker")
		d.Says("1 resultaat")
		d.arrowTo("Down", Link, "Gesprek met de burgemeester…")
		d.key("Return")
		d.Find(Entry, "Titel van de notitie")
	})
	d.part("exporteren", func() {
		d.key("ctrl+e")
		d.Find(Heading, "Exporteren")
		d.tabTo(Button, "Kies waar u het bewaart")
		d.key("Return")
		d.saveByKeys(target)
		d.Says("werk van vandaag.pdf")
	})
	d.part("sluiten", func() {
		d.key("alt+F4")
		d.ended(0)
	})
	d.stored(target)
}

// stored looks at what the day left: in the database, and in the file.
func (d *day) stored(target string) {
	d.t.Helper()
	if body := onlyNote(d.t, d.Data); body != "Eerst de **kwartiermaker** bellen." {
		d.t.Errorf("the note is %q", body)
	}
	var notes []struct{ Title, Item string }
	command(d.t, d.Data, &notes, "notes", "list")
	if notes[0].Title != "Gesprek met de burgemeester" || notes[0].Item != "versterken-lokale-driehoeken" {
		d.t.Errorf("%+v", notes)
	}
	var runs []struct {
		Name     string
		Progress struct{ Done int }
	}
	command(d.t, d.Data, &runs, "runs", "list")
	if len(runs) != 1 || runs[0].Name != "Formatie" || runs[0].Progress.Done != 1 {
		d.t.Errorf("%+v", runs)
	}
	if text, err := exec.Command("pdftotext", target, "-").CombinedOutput(); err != nil || !strings.Contains(string(text), "Eerst de kwartiermaker bellen.") {
		d.t.Errorf("the file: %v: %s", err, text)
	}
}

// day is a window that is worked with by keys alone.
type day struct {
	*Window
	arrivals chan ref // what got the focus, in that order
	folder   string   // for the record, "" for none
	keys     strings.Builder
}

func newDay(t *testing.T, w *Window) *day {
	t.Helper()
	arrivals, stop, err := w.bus.arrivals()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(stop)
	d := &day{Window: w, arrivals: arrivals, folder: os.Getenv("RAADWIJZER_DAY")}
	if d.folder != "" {
		if err := os.MkdirAll(d.folder, 0o700); err != nil {
			t.Fatal(err)
		}
	}
	t.Cleanup(func() {
		if d.folder == "" {
			return
		}
		if err := os.WriteFile(filepath.Join(d.folder, "toetsen.txt"), []byte(d.keys.String()), 0o600); err != nil {
			t.Error(err)
		}
	})
	return d
}

func (d *day) part(name string, work func()) {
	d.t.Helper()
	fmt.Fprintf(&d.keys, "== %s\n", name)
	work()
	if d.folder != "" && name != "sluiten" {
		d.tool("import", "-silent", "-window", "root", filepath.Join(d.folder, name+".png"))
	}
}

func (d *day) key(keys ...string) {
	d.t.Helper()
	fmt.Fprintln(&d.keys, strings.Join(keys, " "))
	d.Key(keys...)
}

func (d *day) write(text string) {
	d.t.Helper()
	fmt.Fprintf(&d.keys, "%q\n", text)
	d.Type(text)
}

// tabTo presses Tab until something with this role and name has the focus.
func (d *day) tabTo(role Role, name string) {
	d.t.Helper()
	d.arrowTo("Tab", role, name)
}

// arrowTo presses one key until something with this role and name has the
// focus. Each press waits for where the last one led.
func (d *day) arrowTo(key string, role Role, name string) {
	d.t.Helper()
	d.Find(role, name)
	// What the screen gave the focus itself may still be told, and is no answer to a key.
	here := d.current()
	for len(d.arrivals) > 0 {
		<-d.arrivals
	}
	passed := []string{}
	for range 60 {
		d.key(key)
		n := d.arrival(here)
		here = n.ref
		if n.Role == role && matches(n.Name, name) {
			return
		}
		passed = append(passed, fmt.Sprintf("%d %q", n.Role, n.Name))
	}
	d.t.Fatalf("%s never came to role %d %q; it passed %s", key, role, name, strings.Join(passed, ", "))
}

// current returns what has the focus now, nothing when nothing has.
func (d *day) current() ref {
	found := ref{}
	d.walk(func(n *Node) bool {
		if n.Is(Focused) && n.Role != DocumentWeb {
			found = n.ref
		}
		return true
	})
	return found
}

// arrival waits until something else than before gets the focus.
func (d *day) arrival(before ref) *Node {
	d.t.Helper()
	for {
		select {
		case r := <-d.arrivals:
			if r == before {
				continue
			}
			if n, err := d.bus.node(r, 0); err == nil {
				return n
			}
			return &Node{ref: r} // it is gone already
		case <-time.After(patience):
			d.t.Fatal("the focus goes nowhere")
		}
	}
}

// focused waits until something with this role and name has the focus.
func (d *day) focused(role Role, name string) {
	d.t.Helper()
	d.until(fmt.Sprintf("the focus on role %d %q", role, name), func() bool {
		n := d.first(role, name)
		return n != nil && n.Is(Focused)
	})
}

// saveByKeys answers the system's save dialog: its field for the name takes a
// whole path.
func (d *day) saveByKeys(path string) {
	d.t.Helper()
	open := func() (field bool, dialog bool) {
		d.native(func(n *Node) bool {
			if n.Role != FileChooser {
				return true
			}
			dialog = true
			d.bus.walk(n.ref, 0, func(in *Node) bool {
				field = in.Role == Text && in.Is(Focused)
				return !field
			})
			return false
		})
		return field, dialog
	}
	d.until("the field of the save dialog", func() bool { field, _ := open(); return field })
	d.key("ctrl+a")
	d.write(path)
	d.key("Return")
	d.until("the end of the save dialog", func() bool { _, dialog := open(); return !dialog })
}

// arrivals tells of everything that gets the focus from now on.
func (b *bus) arrivals() (chan ref, func(), error) {
	rule := []dbus.MatchOption{dbus.WithMatchInterface("org.a11y.atspi.Event.Object"), dbus.WithMatchMember("StateChanged")}
	if err := b.conn.AddMatchSignal(rule...); err != nil {
		return nil, nil, err
	}
	const event = "object:state-changed:focused"
	err := b.call(ref{"org.a11y.atspi.Registry", "/org/a11y/atspi/registry"}, "org.a11y.atspi.Registry.RegisterEvent", nil, event, []string{}, "")
	if err != nil {
		return nil, nil, err
	}
	signals, found := make(chan *dbus.Signal, 256), make(chan ref, 256)
	b.conn.Signal(signals)
	go func() {
		for s := range signals {
			if len(s.Body) > 1 && s.Body[0] == "focused" && s.Body[1] == int32(1) {
				found <- ref{s.Sender, s.Path}
			}
		}
	}()
	return found, func() {
		b.conn.RemoveSignal(signals)
		close(signals)
		_ = b.conn.RemoveMatchSignal(rule...) // the connection ends with the tests
	}, nil
}

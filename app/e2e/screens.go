//go:build e2e

package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
)

// The way through the screens, in the words of frontend/src/lib/nl.

const firstQuestion = "Welkom. Wat voor functie hebt u?"

// Later answers the first question with "Later kiezen".
func (w *Window) Later() {
	w.t.Helper()
	w.Find(Heading, firstQuestion)
	w.Press(Button, "Later kiezen")
	w.Find(Heading, "Aan de slag")
}

// Go opens a screen from the menu.
func (w *Window) Go(screen string) {
	w.t.Helper()
	w.Press(Link, screen)
	w.Find(Heading, screen)
}

// StartRun starts a checklist and waits until its steps are there.
func (w *Window) StartRun(checklist, name string) {
	w.t.Helper()
	w.Go("Trajecten")
	w.Press(Button, "Start een traject: "+checklist)
	w.Focus(Entry, "Naam van het traject")
	w.Type(name)
	w.Press(Button, "Start dit traject")
	w.Find(Heading, name)
	w.Find(CheckBox, "")
}

// Write makes a note with this text and waits until it is kept.
func (w *Window) Write(text string) {
	w.t.Helper()
	w.Key("ctrl+n")
	w.Focus(Panel, "Tekst")
	w.Type(text)
	w.Says("Bewaard om ")
}

// SaveAs answers the system's save dialog with a path, and waits until the
// page is back.
func (w *Window) SaveAs(path string) {
	w.t.Helper()
	var dialog *Node
	w.until("the system's save dialog", func() bool {
		w.native(func(n *Node) bool {
			if n.Role == FileChooser {
				dialog = n
			}
			return dialog == nil
		})
		return dialog != nil
	})
	w.until("the name in the save dialog", func() bool {
		set := false
		w.bus.walk(dialog.ref, 0, func(n *Node) bool {
			if n.Role == Text && n.Is(Focused) {
				set = n.SetText(path) == nil
				return false
			}
			return true
		})
		return set
	})
	w.until("the button of the save dialog", func() bool {
		pressed := false
		w.bus.walk(dialog.ref, 0, func(n *Node) bool {
			if n.Role == Button && n.Name == "Save" {
				pressed = n.Press() == nil
				return false
			}
			return true
		})
		return pressed
	})
	w.until("the end of the save dialog", func() bool {
		open := false
		w.native(func(n *Node) bool {
			open = n.Role == FileChooser
			return !open
		})
		return !open
	})
}

// OpenPath answers the system's open dialog with a path, and waits until the
// page is back. In that dialog a slash opens a field for a path.
func (w *Window) OpenPath(path string) {
	w.t.Helper()
	var dialog *Node
	open := func() bool {
		dialog = nil
		w.native(func(n *Node) bool {
			if n.Role == FileChooser {
				dialog = n
			}
			return dialog == nil
		})
		return dialog != nil
	}
	w.until("the system's open dialog", open)
	w.Type("/")
	w.until("the path in the open dialog", func() bool {
		set := false
		w.bus.walk(dialog.ref, 0, func(n *Node) bool {
			if n.Role == Text && n.Is(Focused) {
				set = n.SetText(path) == nil
				return false
			}
			return true
		})
		return set
	})
	w.Key("Return")
	w.until("the end of the open dialog", func() bool { return !open() })
}

// KillPage ends the process that draws the page, as a fault in WebKit would.
func (w *Window) KillPage() {
	w.t.Helper()
	for _, pid := range children(w.cmd.Process.Pid) {
		name, err := os.ReadFile(filepath.Join("/proc", strconv.Itoa(pid), "comm"))
		if err == nil && strings.HasPrefix(string(name), "WebKitWebProces") {
			if err := syscall.Kill(pid, syscall.SIGKILL); err != nil {
				w.t.Fatal(err)
			}
			return
		}
	}
	w.t.Fatal("no web process")
}

// children returns the processes that a process started itself.
func children(pid int) []int {
	tasks, err := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/children", pid))
	if err != nil {
		return nil
	}
	var pids []int
	for _, task := range tasks {
		list, err := os.ReadFile(task)
		if err != nil {
			continue
		}
		for field := range strings.FieldsSeq(string(list)) {
			if n, err := strconv.Atoi(field); err == nil {
				pids = append(pids, n)
			}
		}
	}
	return pids
}

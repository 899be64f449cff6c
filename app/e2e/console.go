//go:build e2e

package e2e

import (
	"fmt"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// listener is the library of testdata/console.c, which makes WebKit tell what
// stands in the console of the page.
var listener string

// buildListener makes the library in a folder.
func buildListener(dir string) error {
	listener = filepath.Join(dir, "console.so")
	out, err := exec.Command("cc", "-shared", "-fPIC", "-Wall", "-Werror", "-o", listener, "testdata/console.c").CombinedOutput()
	if err != nil {
		return fmt.Errorf("cc: %w: %s", err, out)
	}
	return nil
}

// spoken begins a message of the console: "CONSOLE JS ERROR ...".
var spoken = regexp.MustCompile(`(?m)^.*\bCONSOLE [A-Z]+ .*$`)

// messages returns what stands in the console of the page. The program has
// ended.
func (w *Window) messages() []string { return spoken.FindAllString(w.log.String(), -1) }

// critical is how GLib tells that the program, or a library of it, does what
// must not be done.
var critical = regexp.MustCompile(`(?m)^.*-CRITICAL \*\*.*$`)

// harmless are the ends of such lines for which this program can do nothing.
var harmless = []string{
	// GTK's own dialog to open files, when it is answered without the mouse.
	"gtk_widget_event: assertion 'WIDGET_REALIZED_FOR_EVENT (widget, event)' failed",
}

// faultless fails the test for every message in the console, whatever its
// kind, for this program writes none on purpose; and for what GLib calls
// critical.
func (w *Window) faultless() {
	w.t.Helper()
	for _, message := range w.messages() {
		w.t.Errorf("the console of the page: %s", message)
	}
	for _, line := range critical.FindAllString(w.log.String(), -1) {
		if !slices.ContainsFunc(harmless, func(known string) bool { return strings.HasSuffix(line, known) }) {
			w.t.Errorf("the program: %s", line)
		}
	}
}

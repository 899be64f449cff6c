//go:build e2e

package e2e

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

const (
	patience = 15 * time.Second // for anything to appear; busy machines are slow
	pause    = 40 * time.Millisecond
)

// Window is the running program.
type Window struct {
	t    *testing.T
	bus  *bus
	cmd  *exec.Cmd
	done chan struct{} // closed when the program has ended
	log  *bytes.Buffer // what it wrote, safe to read after done
	err  error         // how it ended, safe to read after done
	Data string        // its data folder

	wrong bool // its page does wrong on purpose
}

// Start runs the program on a data folder and waits until its page is there.
// The program is killed when the test ends, should it still run, and the test
// fails when its page had anything to say in the console.
func Start(t *testing.T, data string) *Window {
	t.Helper()
	w := launch(t, data)
	w.Find(DocumentWeb, "")
	return w
}

// launch starts the program, under another when one is given, and waits for
// nothing. The other must give its process to the program.
func launch(t *testing.T, data string, under ...string) *Window {
	t.Helper()
	line := append(under, program, "--data", data)
	w := &Window{t: t, bus: sharedBus, Data: data, done: make(chan struct{}), log: &bytes.Buffer{}}
	w.cmd = exec.Command(line[0], line[1:]...)
	w.cmd.Stdout, w.cmd.Stderr = w.log, w.log
	w.cmd.Env = append(environment(t), "LD_PRELOAD="+listener)
	// The web processes share its group, so that a kill leaves none behind.
	w.cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	if err := w.cmd.Start(); err != nil {
		t.Fatalf("start %s: %v", program, err)
	}
	go func() {
		w.err = w.cmd.Wait()
		close(w.done)
	}()
	t.Cleanup(func() {
		if t.Failed() {
			w.report()
		}
		w.Kill()
		if !w.wrong {
			w.faultless()
		}
	})
	return w
}

// environment gives each test a home of its own, so that what WebKit keeps
// beside the data folder cannot pass from one test to the next. The home is
// removed with the test.
func environment(t *testing.T) []string {
	return append(os.Environ(), "HOME="+t.TempDir(), "LC_ALL=C.UTF-8", "TZ=Europe/Amsterdam")
}

// Kill ends the program as a power cut does. Nothing is flushed.
func (w *Window) Kill() {
	_ = syscall.Kill(-w.cmd.Process.Pid, syscall.SIGKILL)
	<-w.done
}

// Close closes the window by its button and waits for the end, which must be
// a clean one.
func (w *Window) Close() {
	w.t.Helper()
	w.tool("wmctrl", "-i", "-c", w.id())
	select {
	case <-w.done:
	case <-time.After(patience):
		w.t.Fatalf("the program still runs %s after its window was closed", patience)
	}
	if w.err != nil {
		w.t.Fatalf("the program ended with %v:\n%s", w.err, w.log)
	}
}

// id returns the X id of the main window.
func (w *Window) id() string {
	w.t.Helper()
	var id string
	w.until("a window on the screen", func() bool {
		list, err := exec.Command("wmctrl", "-l", "-p").Output()
		if err != nil {
			return false
		}
		for line := range strings.Lines(string(list)) {
			field := strings.Fields(line)
			if len(field) > 2 && field[2] == fmt.Sprint(w.cmd.Process.Pid) {
				id = field[0]
				return true
			}
		}
		return false
	})
	return id
}

// until tries again until ok or the deadline, and then fails the test.
func (w *Window) until(what string, ok func() bool) {
	w.t.Helper()
	for end := time.Now().Add(patience); ; time.Sleep(pause) {
		if ok() {
			return
		}
		select {
		case <-w.done:
			w.t.Fatalf("waiting for %s, the program ended (%v):\n%s", what, w.err, w.log)
		default:
		}
		if time.Now().After(end) {
			w.t.Fatalf("not within %s: %s", patience, what)
		}
	}
}

// walk visits everything in the window.
func (w *Window) walk(visit func(*Node) bool) {
	if app, err := w.bus.application(w.cmd.Process.Pid); err == nil {
		w.bus.walk(app, 0, visit)
	}
}

// native visits the program's own windows without looking into any of them: a
// page that waits for a native dialog does not answer.
func (w *Window) native(visit func(*Node) bool) {
	app, err := w.bus.application(w.cmd.Process.Pid)
	if err != nil {
		return
	}
	children, err := w.bus.children(app)
	if err != nil {
		return
	}
	for _, child := range children {
		if n, err := w.bus.node(child, 1); err == nil && !visit(n) {
			return
		}
	}
}

// matches reports whether a name is the wanted one. "" is any name; one that
// ends in "…" is a beginning.
func matches(name, want string) bool {
	// WebKit tells apart what the page put in two elements.
	name = strings.ReplaceAll(strings.ReplaceAll(strings.TrimSpace(name), "\u00a0", " "), " :", ":")
	if begin, ok := strings.CutSuffix(want, "…"); ok {
		return strings.HasPrefix(name, begin)
	}
	return want == "" || name == want
}

// look returns what is there now with this role and name, at most limit.
func (w *Window) look(role Role, name string, limit int) []*Node {
	var found []*Node
	w.walk(func(n *Node) bool {
		if (role == Any || n.Role == role) && matches(n.Name, name) && (n.Is(Visible) || n.Role == DocumentWeb) {
			found = append(found, n)
		}
		return limit == 0 || len(found) < limit
	})
	return found
}

// first returns the first of what look finds, nil when there is none.
func (w *Window) first(role Role, name string) *Node {
	if found := w.look(role, name, 1); len(found) > 0 {
		return found[0]
	}
	return nil
}

// Find waits for something with this role and name. See matches for names.
func (w *Window) Find(role Role, name string) *Node {
	w.t.Helper()
	var found *Node
	w.until(fmt.Sprintf("role %d %q", role, name), func() bool {
		found = w.first(role, name)
		return found != nil
	})
	return found
}

// All returns everything there is now with this role and name.
func (w *Window) All(role Role, name string) []*Node { return w.look(role, name, 0) }

// Gone waits until nothing has this role and name.
func (w *Window) Gone(role Role, name string) {
	w.t.Helper()
	w.until(fmt.Sprintf("the end of role %d %q", role, name), func() bool { return w.first(role, name) == nil })
}

// Says waits until the window shows a text, in a name or in running text.
func (w *Window) Says(text string) {
	w.t.Helper()
	w.until(fmt.Sprintf("the text %q", text), func() bool { return w.shows(text) })
}

func (w *Window) shows(text string) bool {
	found := false
	w.walk(func(n *Node) bool {
		found = strings.Contains(n.Name, text) || strings.Contains(n.Text(), text)
		return !found
	})
	return found
}

// Press presses something as a screen reader does.
func (w *Window) Press(role Role, name string) {
	w.t.Helper()
	w.until(fmt.Sprintf("pressing role %d %q", role, name), func() bool {
		n := w.first(role, name)
		return n != nil && n.Press() == nil
	})
}

// Click clicks something with the mouse.
func (w *Window) Click(role Role, name string) {
	w.t.Helper()
	w.until(fmt.Sprintf("clicking role %d %q", role, name), func() bool {
		n := w.first(role, name)
		if n == nil {
			return false
		}
		x, y, err := n.Middle()
		if err != nil {
			return false
		}
		w.tool("xdotool", "mousemove", fmt.Sprint(x), fmt.Sprint(y), "click", "1")
		return true
	})
}

// Focus gives the keyboard to something.
func (w *Window) Focus(role Role, name string) *Node {
	w.t.Helper()
	var focused *Node
	w.until(fmt.Sprintf("the keyboard in role %d %q", role, name), func() bool {
		focused = w.first(role, name)
		return focused != nil && focused.Focus() == nil
	})
	return focused
}

// Type types on the keyboard, into whatever has it.
func (w *Window) Type(text string) {
	w.t.Helper()
	w.tool("xdotool", "type", "--delay", "12", text)
}

// Key presses keys, by the names of X: "Return", "ctrl+s".
func (w *Window) Key(keys ...string) {
	w.t.Helper()
	w.tool("xdotool", append([]string{"key"}, keys...)...)
}

// tool runs a program that acts on the display.
func (w *Window) tool(name string, args ...string) {
	w.t.Helper()
	ctx, cancel := context.WithTimeout(w.t.Context(), patience)
	defer cancel()
	if out, err := exec.CommandContext(ctx, name, args...).CombinedOutput(); err != nil {
		w.t.Fatalf("%s %q: %v: %s", name, args, err, out)
	}
}

// report says what stood on the screen when a test failed, in words and, when
// a folder is given, in a picture.
func (w *Window) report() {
	select {
	case <-w.done:
		w.t.Logf("the program had ended (%v):\n%s", w.err, w.log)
		return
	default:
	}
	var tree strings.Builder
	w.walk(func(n *Node) bool {
		fmt.Fprintf(&tree, "%s%d %q %v\n", strings.Repeat("  ", n.Depth), n.Role, n.Name, n.States)
		return tree.Len() < 40_000
	})
	w.t.Logf("on the screen:\n%s", &tree)
	if folder := os.Getenv("RAADWIJZER_SHOTS"); folder != "" {
		file := filepath.Join(folder, strings.ReplaceAll(w.t.Name(), "/", "-")+".png")
		if out, err := exec.Command("import", "-window", "root", file).CombinedOutput(); err != nil {
			w.t.Logf("no picture: %v: %s", err, out)
		} else {
			w.t.Logf("picture: %s", file)
		}
	}
}

//go:build !cli

package window

import (
	"context"
	"os"
	"os/exec"
	goruntime "runtime"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/wailsapp/wails/v2/pkg/runtime"

	"raadwijzer/app"
)

// showAfter is when the window is shown even if the page never said that it
// was ready: a window with a fault is better than none.
const showAfter = 4 * time.Second

// desktop is app.Desktop on Wails.
type desktop struct {
	ctx   context.Context
	shown sync.Once
	quit  atomic.Bool
	mu    sync.Mutex
	timer *time.Timer // runs while the page saves before closing
}

func (d *desktop) start(ctx context.Context) { d.ctx = ctx }

func (d *desktop) showLater() { time.AfterFunc(showAfter, d.show) }

func (d *desktop) show() { d.shown.Do(func() { runtime.WindowShow(d.ctx) }) }

// Shade gives the window the background of the page. It shows for a moment when
// the window opens and while it grows.
func (d *desktop) Shade(isDark bool) {
	shade := light
	if isDark {
		shade = dark
	}
	runtime.WindowSetBackgroundColour(d.ctx, shade[0], shade[1], shade[2], 0xff)
}

// The backgrounds of the page, in red, green and blue.
var light, dark = [3]uint8{0xff, 0xff, 0xff}, [3]uint8{0x15, 0x1b, 0x20}

// Ready shows the window. Whoever started the program may ask for a file as a
// sign, because a program cannot see a window.
func (d *desktop) Ready() {
	d.show()
	if path := os.Getenv("RAADWIJZER_READY_FILE"); path != "" {
		_ = os.WriteFile(path, nil, 0o600) // only a sign for scripts
	}
}

func (d *desktop) SaveFile(title, name, extension string) (string, error) {
	return runtime.SaveFileDialog(d.ctx, runtime.SaveDialogOptions{Title: title, DefaultFilename: name,
		Filters: filters(extension), CanCreateDirectories: true})
}

func (d *desktop) OpenFile(title, extension string) (string, error) {
	return runtime.OpenFileDialog(d.ctx, runtime.OpenDialogOptions{Title: title, Filters: filters(extension)})
}

func (d *desktop) OpenFiles(title string, extensions ...string) ([]string, error) {
	return runtime.OpenMultipleFilesDialog(d.ctx, runtime.OpenDialogOptions{Title: title, Filters: filters(extensions...)})
}

func (d *desktop) OpenFolder(title string) (string, error) {
	return runtime.OpenDirectoryDialog(d.ctx, runtime.OpenDialogOptions{Title: title, CanCreateDirectories: true})
}

func filters(extensions ...string) []runtime.FileFilter {
	patterns := "*." + strings.Join(extensions, ";*.")
	return []runtime.FileFilter{{DisplayName: strings.ToUpper(strings.Join(extensions, ", ")) + " (" + patterns + ")", Pattern: patterns}}
}

func (d *desktop) ShowFolder(path string) error {
	program := map[string]string{"windows": "explorer", "darwin": "open"}[goruntime.GOOS]
	if program == "" {
		program = "xdg-open"
	}
	command := exec.Command(program, path)
	if err := command.Start(); err != nil {
		return err
	}
	go func() { _ = command.Wait() }() // explorer ends with 1 also when all is well
	return nil
}

func (d *desktop) OpenLink(address string) { runtime.BrowserOpenURL(d.ctx, address) }

func (d *desktop) Emit(event string) { runtime.EventsEmit(d.ctx, event) }

func (d *desktop) Raise() {
	runtime.WindowUnminimise(d.ctx)
	runtime.WindowShow(d.ctx)
}

// Quit closes the window without asking the page again.
func (d *desktop) Quit() {
	d.quit.Store(true)
	runtime.Quit(d.ctx)
}

// Stay lets the user close the window again later.
func (d *desktop) Stay() {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.timer != nil {
		d.timer.Stop()
		d.timer = nil
	}
}

// flushTime is how long the page may take to save before the window closes
// anyway: a page that hangs must not keep the window open for ever.
const flushTime = 3 * time.Second

// beforeClose is called when the user closes the window, and again by Quit.
// The first time the page is asked to save; it answers with Notes.Flushed.
func (d *desktop) beforeClose(a *app.App) (prevent bool) {
	if d.quit.Load() {
		return false
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.timer == nil {
		d.timer = time.AfterFunc(flushTime, func() { d.giveUp(a) })
		d.Emit(app.EventFlush)
	}
	return true
}

// giveUp closes the window of a page that does not answer. A save that has
// reached Go is waited for: a slow disk is not a dead page.
func (d *desktop) giveUp(a *app.App) {
	for a.Writing() {
		time.Sleep(flushTime / 30)
	}
	d.mu.Lock()
	stay := d.timer == nil
	d.mu.Unlock()
	if !stay {
		d.Quit()
	}
}

// silent is Wails' logger. Wails writes the arguments of calls to its log, and
// those are the user's text.
type silent struct{}

func (silent) Print(string)   {}
func (silent) Trace(string)   {}
func (silent) Debug(string)   {}
func (silent) Info(string)    {}
func (silent) Warning(string) {}
func (silent) Error(string)   {}
func (silent) Fatal(string)   { os.Exit(1) }

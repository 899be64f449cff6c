//go:build e2e && bench

package e2e

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"

	"raadwijzer/app/internal/corpus"
)

// started is a window of which only the process is known: looking at its
// accessibility tree would cost it time.
type started struct {
	cmd   *exec.Cmd
	ready time.Duration // until its page said that it was ready
	seen  time.Duration // until it stood on the screen
}

// The parts of the screen that are looked at, inside every window.
var (
	top  = area{4, 64, 840, 300}   // has text as soon as there is a page
	page = area{330, 64, 640, 500} // shows what a key asked for
	text = area{4, 64, 1240, 800}  // everything but the scrollbar, which comes and goes
)

// painted is how many colours a page with text has at least. A frame and a
// background have fewer.
const painted = 12

// start starts a program and looks at the screen until its page is there.
func (b *bench) start(args ...string) started {
	b.Helper()
	sign := filepath.Join(b.TempDir(), "ready")
	cmd := exec.Command(args[0], args[1:]...)
	cmd.Env = append(environment(b.T), "RAADWIJZER_READY_FILE="+sign)
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	before := b.look(top)
	s := started{cmd: cmd}
	begin := time.Now()
	if err := cmd.Start(); err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) })
	for s.ready == 0 || s.seen == 0 {
		if time.Since(begin) > patience {
			b.Fatalf("%q: no window", args)
		}
		if _, err := os.Stat(sign); err == nil && s.ready == 0 {
			s.ready = time.Since(begin)
		}
		if now := b.look(top); s.seen == 0 && !bytes.Equal(now, before) && colours(now) >= painted {
			s.seen = time.Since(begin)
		}
		time.Sleep(2 * time.Millisecond)
	}
	return s
}

// stop closes the window as the system does at the end of a session.
func (b *bench) stop(s started) {
	b.Helper()
	if err := syscall.Kill(s.cmd.Process.Pid, syscall.SIGTERM); err != nil {
		b.Fatal(err)
	}
	_ = s.cmd.Wait() // how it ends is not what is measured
	b.until("an empty screen", func() bool { return colours(b.look(top)) < painted })
}

func (b *bench) until(what string, ok func() bool) {
	b.Helper()
	for end := time.Now().Add(patience); !ok(); time.Sleep(2 * time.Millisecond) {
		if time.Now().After(end) {
			b.Fatalf("not within %s: %s", patience, what)
		}
	}
}

func (b *bench) look(a area) []byte {
	b.Helper()
	pixels, err := b.display.look(a)
	if err != nil {
		b.Fatal(err)
	}
	return pixels
}

func (b *bench) press(symbol uint32, held ...uint32) {
	b.Helper()
	if err := b.display.press(symbol, held...); err != nil {
		b.Fatal(err)
	}
}

func colours(pixels []byte) int {
	seen := map[[4]byte]bool{}
	for i := 0; i+4 <= len(pixels) && len(seen) < 64; i += 4 {
		seen[[4]byte(pixels[i:])] = true
	}
	return len(seen)
}

// differ counts the pixels that differ.
func differ(a, b []byte) int {
	if bytes.Equal(a, b) {
		return 0
	}
	count := 0
	for i := 0; i+4 <= min(len(a), len(b)); i += 4 {
		if [4]byte(a[i:]) != [4]byte(b[i:]) {
			count++
		}
	}
	return count
}

func (b *bench) floor() []string { return []string{filepath.Join(filepath.Dir(program), "floor")} }

func (b *bench) window(notes int) []string { return []string{program, "--data", b.data[notes]} }

func (b *bench) starts() {
	names := []string{"empty window"}
	lines := [][]string{b.floor()}
	for _, n := range b.sizes() {
		names, lines = append(names, fmt.Sprintf("%d notes", n)), append(lines, b.window(n))
	}
	seen, ready := make([][]float64, len(lines)), make([][]float64, len(lines))
	var cases []func()
	for i, line := range lines {
		b.stop(b.start(line...)) // once, so that the files are in memory
		cases = append(cases, func() {
			s := b.start(line...)
			seen[i], ready[i] = append(seen[i], ms(s.seen)), append(ready[i], ms(s.ready))
			b.stop(s)
		})
	}
	rounds(9, cases...)
	for i, name := range names {
		b.row("start until the page is on the screen, "+name, seen[i], "ms",
			times(seen[i], seen[0], "empty window")+fmt.Sprintf(", ready at %.4g ms", median(ready[i])))
	}
}

// memory measures what all processes of a window have to themselves, with a
// fair part of what they share.
func (b *bench) memory() {
	empty := []float64{}
	measure := func(into *[]float64, use bool, line []string) func() {
		return func() {
			s := b.start(line...)
			if use { // the list of notes and one of them
				b.press('2', keyControl)
				time.Sleep(time.Second)
				b.press('n', keyControl)
			}
			time.Sleep(3 * time.Second)
			*into = append(*into, memoryOf(s.cmd.Process.Pid))
			b.stop(s)
		}
	}
	var small, large, used []float64
	rounds(3, measure(&empty, false, b.floor()), measure(&small, false, b.window(1000)),
		measure(&large, false, b.window(b.notes)), measure(&used, true, b.window(b.notes)))
	b.row("memory, empty window", empty, "MiB", "")
	b.row("memory, 1000 notes", small, "MiB", times(small, empty, "empty window"))
	what := fmt.Sprintf("memory, %d notes", b.notes)
	b.row(what, large, "MiB", times(large, empty, "empty window")+", "+times(large, small, "1000 notes"))
	b.row(what+", list and editor open", used, "MiB", times(used, empty, "empty window"))
}

// memoryOf returns the proportional set size of a process and those below it,
// in MiB.
func memoryOf(pid int) float64 {
	kib := 0.0
	text, _ := os.ReadFile(fmt.Sprintf("/proc/%d/smaps_rollup", pid)) // gone: nothing
	for line := range strings.Lines(string(text)) {
		if field := strings.Fields(line); len(field) > 1 && field[0] == "Pss:" {
			kib, _ = strconv.ParseFloat(field[1], 64)
		}
	}
	total := kib / 1024
	for _, child := range children(pid) {
		total += memoryOf(child)
	}
	return total
}

// settled presses something and returns when the page first changed and when
// it changed for the last time. A cursor that blinks is no change.
func (b *bench) settled(press func()) (first, last float64) {
	b.Helper()
	const cursor = 150 // pixels
	before := b.look(page)
	begin := time.Now()
	press()
	for {
		now := b.look(page)
		at := time.Since(begin)
		if differ(now, before) > cursor {
			if first == 0 {
				first = ms(at)
			}
			last, before = ms(at), now
		}
		if last > 0 && ms(at)-last > 250 || at > 2*time.Second {
			return first, last
		}
		time.Sleep(3 * time.Millisecond)
	}
}

func (b *bench) inTheWindow() {
	long := filepath.Join(b.TempDir(), "lang.md")
	var body strings.Builder
	for i := 0; body.Len() < 20_000; i++ {
		body.WriteString(corpus.Make(i).Markdown)
	}
	if err := os.WriteFile(long, []byte(body.String()), 0o600); err != nil {
		b.Fatal(err)
	}
	b.run(console, "--data", b.data[b.notes], "notes", "add", "--title", "Lange notitie", long)

	w := Start(b.T, b.data[b.notes])
	w.Find(Heading, "Aan de slag")
	var screens, list []float64
	for range 5 {
		for _, key := range []uint32{'3', '4', '5', '1'} {
			_, last := b.settled(func() { b.press(key, keyControl) })
			screens = append(screens, last)
		}
		_, last := b.settled(func() { b.press('2', keyControl) })
		list = append(list, last)
	}
	b.row("another screen, until it is whole", screens, "ms", "")
	b.row(fmt.Sprintf("the list of %d notes, until it is whole", b.notes), list, "ms", "")
	b.searching(w)
	b.opening(w)
	b.typing(w)
	w.Close()
	b.typingAlone()
}

// typingAlone types where nothing reads along, as it is without a screen
// reader: in a note of 20 kB and in the text field of the empty window.
func (b *bench) typingAlone() {
	b.Helper()
	ours := b.start(b.window(b.notes)...)
	time.Sleep(3 * time.Second) // what comes behind the first screen
	b.settled(func() { b.press('k', keyControl) })
	for _, key := range "lange notitie" {
		b.settled(func() { b.press(uint32(key)) })
	}
	b.settled(func() { b.press(keyReturn) })
	b.click(900, 600)
	b.press(keyEnd, keyControl)
	time.Sleep(500 * time.Millisecond)
	b.row("key to pixels, note of 20 kB", b.keys(200), "ms", "saves among them")
	b.stop(ours)

	bare := b.start(b.floor()...)
	b.click(500, 400)
	time.Sleep(300 * time.Millisecond)
	b.row("key to pixels, text field of the empty window", b.keys(200), "ms", "")
	b.stop(bare)
}

func (b *bench) click(x, y int) {
	b.Helper()
	for _, err := range []error{b.display.fake(motion, 0, x, y), b.display.fake(buttonPress, 1, 0, 0), b.display.fake(buttonRelease, 1, 0, 0)} {
		if err != nil {
			b.Fatal(err)
		}
	}
}

func (b *bench) searching(w *Window) {
	var first, last []float64
	for range 3 {
		b.settled(func() { b.press('k', keyControl) })
		for _, key := range "zilvernaald" {
			if f, l := b.settled(func() { b.press(uint32(key)) }); l > 0 {
				first, last = append(first, f), append(last, l)
			}
		}
		w.Press(Button, "Sluit")
		w.Gone(Dialog, "Zoek overal")
	}
	b.row("search dialog, key to the first change", first, "ms", "")
	b.row("search dialog, key to the last result", last, "ms", "")
}

func (b *bench) opening(w *Window) {
	b.press('2', keyControl)
	w.Find(Heading, "Notities")
	var took []float64
	for i := range 10 {
		link := w.Find(Link, []string{"Lange notitie…", "Meting…"}[i%2])
		_, last := b.settled(func() { _ = link.Press() })
		took = append(took, last)
	}
	b.row("a note of 20 kB or none opened, until it is whole", took, "ms", "")
}

func (b *bench) typing(w *Window) {
	w.Press(Link, "Lange notitie…")
	time.Sleep(500 * time.Millisecond)
	w.Focus(Panel, "Tekst")
	b.press(keyEnd, keyControl)
	time.Sleep(500 * time.Millisecond)
	b.row("key to pixels, note of 20 kB, an assistive program reads along", b.keys(200), "ms", "saves among them")
}

// keys types and measures from each key until the pixels of its line change.
func (b *bench) keys(n int) []float64 {
	b.Helper()
	var took []float64
	strip := text
	for len(took) < n {
		if strip == text { // the word about saving changes at the first key, and must not be taken for the line
			b.press('a')
			time.Sleep(300 * time.Millisecond)
		}
		before := b.look(strip)
		begin := time.Now()
		b.press(uint32('a' + rand.IntN(26)))
		at := -1
		for at < 0 && time.Since(begin) < time.Second {
			now := b.look(strip)
			if !bytes.Equal(now, before) {
				at = line(before, now, strip)
			}
		}
		switch {
		case at < 0 || strip == text:
			strip = text // the line is elsewhere now
			if at >= 0 {
				strip = area{text.x, max(text.y, at-10), text.width, 40}
			}
		default:
			took = append(took, ms(time.Since(begin)))
		}
		time.Sleep(time.Duration(40+rand.IntN(60)) * time.Millisecond)
		if len(took)%10 == 9 {
			b.press(' ')
			time.Sleep(100 * time.Millisecond)
		}
	}
	return took
}

// line returns where on the screen the first row of pixels differs.
func line(a, b []byte, within area) int {
	for i := range a {
		if a[i] != b[i] {
			return within.y + i/4/within.width
		}
	}
	return -1
}

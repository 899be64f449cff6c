//go:build e2e && bench

package e2e

import (
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"raadwijzer/app/internal/corpus"
)

// TestBench measures the real program beside an empty window of the same kind
// (./floor), and prints a table. It judges nothing: a time in a test is one
// that a busy computer fails. RAADWIJZER_NOTES is how many notes there are,
// 10,000 without it.
//
// Cases that are compared take turns, in another order each round, so that
// what else runs on the computer meets them all alike. A ratio within one
// table says more than a time.
func TestBench(t *testing.T) {
	display, err := openScreen()
	if err != nil {
		t.Fatal(err)
	}
	b := &bench{T: t, display: display, notes: benchNotes(t), data: map[int]string{}}
	b.print("\n%s, load %s", time.Now().UTC().Format(time.DateTime), load())
	b.print("%-58s %9s %9s %9s   %s", "what", "median", "p95", "least", "beside")
	b.importing()
	b.folders()
	b.commands()
	b.starts()
	b.memory()
	b.inTheWindow()
}

type bench struct {
	*testing.T
	display *screen
	notes   int
	data    map[int]string // data folders, by the number of notes in them
}

func benchNotes(t *testing.T) int {
	t.Helper()
	given := os.Getenv("RAADWIJZER_NOTES")
	if given == "" {
		return 10_000
	}
	n, err := strconv.Atoi(given)
	if err != nil || n < 1000 {
		t.Fatalf("RAADWIJZER_NOTES is %q, want 1000 or more", given)
	}
	return n
}

func (b *bench) print(format string, args ...any) { fmt.Printf(format+"\n", args...) }

// row prints one line of the table. The unit follows from the values.
func (b *bench) row(what string, values []float64, unit, beside string) {
	b.Helper()
	if len(values) == 0 {
		b.Fatalf("%s was not measured", what)
	}
	v := slices.Sorted(slices.Values(values))
	cell := func(x float64) string { return strings.TrimSpace(fmt.Sprintf("%.4g %s", x, unit)) }
	b.print("%-58s %9s %9s %9s   %s", what, cell(median(v)), cell(v[min(len(v)*95/100, len(v)-1)]), cell(v[0]), beside)
}

func median(values []float64) float64 { return slices.Sorted(slices.Values(values))[len(values)/2] }

func times(values []float64, floor []float64, what string) string {
	return fmt.Sprintf("%.2f x %s", median(values)/median(floor), what)
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// rounds runs every case once in each round, in a new order each time.
func rounds(n int, cases ...func()) {
	for range n {
		for _, i := range rand.Perm(len(cases)) {
			cases[i]()
		}
	}
}

// spent is what one run of a command took.
type spent struct{ wall, cpu, peak float64 } // ms, ms, MiB

func (b *bench) run(args ...string) (spent, string) {
	b.Helper()
	var out strings.Builder
	cmd := exec.Command(args[0], args[1:]...)
	cmd.Stdout, cmd.Stderr = &out, io.Discard
	begin := time.Now()
	if err := cmd.Run(); err != nil {
		b.Fatalf("%q: %v", args, err)
	}
	wall := time.Since(begin)
	usage := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	return spent{ms(wall), ms(cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()), float64(usage.Maxrss) / 1024},
		strings.TrimSpace(out.String())
}

// importing measures the import of all notes into a new data folder.
func (b *bench) importing() {
	files := filepath.Join(b.TempDir(), "notities")
	if err := corpus.Write(files, b.notes); err != nil {
		b.Fatal(err)
	}
	n := 3
	if b.notes > 20_000 {
		n = 1
	}
	var wall, cpu, peak []float64
	for range n {
		b.data[b.notes] = b.TempDir()
		s, _ := b.run(console, "--data", b.data[b.notes], "import", files)
		wall, cpu, peak = append(wall, s.wall), append(cpu, s.cpu), append(peak, s.peak)
	}
	what := fmt.Sprintf("import of %d notes by command", b.notes)
	b.row(what, wall, "ms", "import of BenchmarkStore tells the limit")
	b.row(what+", processor", cpu, "ms", "")
	b.row(what+", memory", peak, "MiB", "")
	if info, err := os.Stat(database(b.T, b.data[b.notes])); err == nil {
		b.row("database of these notes", []float64{float64(info.Size()) / (1 << 20)}, "MiB", "")
	}
}

// sizes are the numbers of notes that are compared.
func (b *bench) sizes() []int { return slices.Compact([]int{0, 1000, b.notes}) }

// folders makes the other data folders and answers the first question in all.
func (b *bench) folders() {
	for _, n := range b.sizes() {
		if b.data[n] == "" {
			b.data[n] = b.TempDir()
		}
		if n == 1000 && n != b.notes {
			files := filepath.Join(b.TempDir(), "notities")
			if err := corpus.Write(files, n); err != nil {
				b.Fatal(err)
			}
			b.run(console, "--data", b.data[n], "import", files)
		}
		w := Start(b.T, b.data[n])
		w.Later()
		w.until("the copy of today, which is not made at each start", func() bool {
			copies, err := filepath.Glob(filepath.Join(b.data[n], "reservekopieen", "*.db"))
			return err == nil && len(copies) > 0
		})
		w.Close()
	}
}

// commands measures commands with many notes, start and end included.
func (b *bench) commands() {
	data := b.data[b.notes]
	_, id := b.run(console, "--data", data, "notes", "add", "--title", "Meting", "-")
	lines := []struct {
		what string
		args []string
		took []float64
		cpu  []float64
	}{
		{what: "version by command", args: []string{console, "version"}},
		{what: "search by command", args: []string{console, "--data", data, "search", "zilvernaald"}},
		{what: "search by command of the full program", args: []string{program, "--data", data, "search", "zilvernaald"}},
		{what: "note shown by command", args: []string{console, "--data", data, "notes", "show", id}},
	}
	var cases []func()
	for i := range lines {
		l := &lines[i]
		cases = append(cases, func() {
			s, _ := b.run(l.args...)
			l.took, l.cpu = append(l.took, s.wall), append(l.cpu, s.cpu)
		})
	}
	rounds(20, cases...)
	for _, l := range lines {
		b.row(l.what, l.took, "ms", fmt.Sprintf("processor %.3g ms, %s", median(l.cpu), times(l.took, lines[0].took, "version")))
	}
}

//go:build e2e

package e2e

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"
)

// Every tick that the window counts is there after a kill: it counts what Go
// has stored. A tick that was just made may be there or not.
func TestKilledWhileTicking(t *testing.T) {
	data := t.TempDir()
	w := Start(t, data)
	w.Later()
	w.Close()
	k := &killing{t: t, data: data}
	run := k.did("runs", "start", "anders-formeren", "--name", "Formatie")
	rounds, counted := kills(t, 4), 0
	for n := range rounds {
		pressed, said := tickAndKill(t, data)
		whole(t, data)
		now := k.ticked(run)
		if len(now) < said || len(now) > pressed {
			t.Fatalf("round %d: %d ticks are stored; the window counted %d, pressed were %d", n, len(now), said, pressed)
		}
		counted += said
		for _, step := range now {
			k.did("runs", "set", run, step, "open")
		}
	}
	t.Logf("%d kills; the window had counted %d ticks, and all of them were there", rounds, counted)
}

// tickAndKill ticks one step after another and kills the window at a moment
// that nobody knows before. It returns how many were ticked, and how many of
// them the window said to be done.
func tickAndKill(t *testing.T, data string) (pressed, said int) {
	t.Helper()
	w := Start(t, data)
	w.Find(Heading, "Aan de slag")
	w.Press(Link, "Naar mijn traject")
	w.Says("0 van 25 stappen klaar")
	boxes := w.All(CheckBox, "")
	end := time.Now().Add(time.Duration(rand.Int64N(int64(4 * time.Second))))
	for _, box := range boxes {
		pressed++
		if box.Press() != nil || time.Now().After(end) {
			break
		}
		if rand.IntN(2) == 0 { // else the next tick comes while this one is stored
			said = max(said, w.done25())
		}
	}
	time.Sleep(time.Until(end))
	w.Kill()
	return pressed, said
}

// done25 returns how many of the 25 steps the window says to be done.
func (w *Window) done25() (count int) {
	w.walk(func(n *Node) bool {
		for _, text := range []string{n.Name, n.Text()} {
			if found, _ := fmt.Sscanf(text, "%d van 25 stappen", &count); found == 1 {
				return false
			}
		}
		return true
	})
	return count
}

// ticked returns the steps of a run that are done.
func (k *killing) ticked(run string) (steps []string) {
	k.t.Helper()
	var view struct {
		Phases []struct{ Steps []struct{ ID, State string } }
	}
	k.json(&view, "runs", "show", run)
	for _, phase := range view.Phases {
		for _, s := range phase.Steps {
			if s.State == "done" {
				steps = append(steps, s.ID)
			}
		}
	}
	return steps
}

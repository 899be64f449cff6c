//go:build e2e

package e2e

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

// What is proved here: whatever the moment at which the program is killed, the
// database opens and is whole, all that was said to be stored is there, and of
// what was typed only the last moments are gone. A kill takes nothing from the
// system that was written to it, so this says nothing about a power cut; that
// is what synchronous=FULL is for.

const killsVariable = "RAADWIJZER_KILLS"

// usualKills is how often the program is killed in all these tests together,
// removing everything left out: that comes on top. RAADWIJZER_KILLS is another
// number, for a night (make test-faults).
const usualKills = 50

// kills returns how many of all kills come in this test.
func kills(t *testing.T, percent int) int {
	t.Helper()
	all := usualKills
	if given := os.Getenv(killsVariable); given != "" {
		var err error
		if all, err = strconv.Atoi(given); err != nil || all < usualKills {
			t.Fatalf("%s is %q, want a number from %d", killsVariable, given, usualKills)
		}
	}
	return all * percent / 100
}

// longestUnsaved is how much of what was typed a kill may take. It holds when
// RAADWIJZER_KILLS asks for it; a machine that runs all tests may be so busy
// that a key reaches the page seconds late, and then only the text counts.
const longestUnsaved = 3 * time.Second

func TestKilledWhileTyping(t *testing.T) {
	display, err := openScreen()
	if err != nil {
		t.Fatal(err)
	}
	data := t.TempDir()
	w := Start(t, data)
	w.Later()
	w.Close()
	bodies := map[string]string{} // of all rounds, by id
	var worst time.Duration
	acknowledged := 0
	rounds := kills(t, 8)
	for round := range rounds {
		typed := typeAndKill(t, display, data, round)
		whole(t, data)
		body := newNote(t, data, bodies)
		if !strings.HasPrefix(typed.text(), body) {
			t.Fatalf("round %d: stored is %q, typed was %q", round, body, typed.text())
		}
		if !strings.HasPrefix(body, typed.acknowledged) {
			t.Fatalf("round %d: said to be stored was %q, stored is %q", round, typed.acknowledged, body)
		}
		if typed.acknowledged != "" {
			acknowledged++
		}
		lost := typed.since(len(body))
		if lost > longestUnsaved && os.Getenv(killsVariable) != "" {
			t.Errorf("round %d: what was typed in the last %s is gone: %d of %d characters are stored, the first was typed %s before the kill, load %s",
				round, lost, len(body), len(typed.text()), typed.killed.Sub(typed.at[0]), load())
		}
		worst = max(worst, lost)
	}
	for id, body := range bodies {
		if now := bodyOf(t, data, id); now != body {
			t.Errorf("a note of an earlier round was %q and is %q", body, now)
		}
	}
	t.Logf("%d kills, %d after a save was shown; at most the last %s of typing was gone, load %s",
		rounds, acknowledged, worst.Round(10*time.Millisecond), load())
}

// typing is what was typed in one round.
type typing struct {
	mu           sync.Mutex
	keys         []rune
	at           []time.Time
	acknowledged string
	killed       time.Time
}

// text returns all that was typed. At its end a text has no space.
func (t *typing) text() string { return strings.TrimRight(string(t.keys), " ") }

// since returns how long before the kill the key at a place in the text was
// pressed, and nothing when everything is there.
func (t *typing) since(place int) time.Duration {
	if place >= len(t.text()) {
		return 0
	}
	return t.killed.Sub(t.at[place])
}

// typeAndKill starts the window, types into a new note and kills the program
// at a moment that nobody knows before.
func typeAndKill(t *testing.T, display *screen, data string, round int) *typing {
	t.Helper()
	w := Start(t, data)
	w.Find(Heading, "Aan de slag")
	if err := display.press('n', keyControl); err != nil {
		t.Fatal(err)
	}
	panel, status := w.Focus(Panel, "Tekst"), w.All(StatusBar, "")
	typed := &typing{}
	end := time.Now().Add(time.Duration(rand.Int64N(int64(5 * time.Second))))
	var typing sync.WaitGroup
	typing.Go(func() { typed.hand(t, display, round, end) })
	for time.Now().Before(end) {
		typed.acknowledge(panel, status)
		// WebKit answers such questions before it looks at timers: asked without
		// a pause, a busy machine would never come to the save.
		time.Sleep(50 * time.Millisecond)
	}
	typed.killed = time.Now()
	w.Kill()
	typing.Wait()
	return typed
}

// hand types until the moment of the kill: mostly without a pause, so that
// the longest wait counts, and now and then with one in which a save is shown.
func (t *typing) hand(tb testing.TB, display *screen, round int, end time.Time) {
	press := func(keys string) {
		for _, key := range keys {
			if time.Now().After(end) {
				return
			}
			t.mu.Lock()
			t.keys, t.at = append(t.keys, key), append(t.at, time.Now())
			t.mu.Unlock()
			if err := display.press(uint32(key)); err != nil {
				tb.Error(err)
				return
			}
			time.Sleep(time.Duration(8+rand.IntN(50)) * time.Millisecond)
		}
	}
	press(fmt.Sprintf("ronde %d ", round))
	for word := 0; time.Now().Before(end); word++ {
		press(fmt.Sprintf("woord%d ", word))
		if rand.IntN(8) == 0 {
			time.Sleep(time.Duration(500+rand.IntN(500)) * time.Millisecond)
		}
	}
}

// acknowledge notes down the text that the window says is stored. The text is
// read on both sides of the status, because keys go on coming.
func (t *typing) acknowledge(panel *Node, status []*Node) {
	before := said(panel)
	saved := slices.ContainsFunc(status, func(n *Node) bool { return strings.HasPrefix(said(n), "Bewaard om ") })
	if saved && before != "" && said(panel) == before {
		t.acknowledged = before
	}
}

// said returns the first text in something on the screen.
func said(n *Node) string {
	text := ""
	n.bus.walk(n.ref, 0, func(n *Node) bool {
		text = strings.TrimSpace(strings.NewReplacer("\u00a0", " ", "\ufffc", "").Replace(n.Text()))
		return text == ""
	})
	return text
}

// whole fails unless the database opens and is in order.
func whole(t *testing.T, data string) {
	t.Helper()
	var check struct {
		OK       bool
		Findings []string
	}
	command(t, data, &check, "check")
	if !check.OK {
		t.Fatalf("the database is not whole: %q", check.Findings)
	}
}

// newNote returns the text of the note that is not in bodies yet, and puts it
// there. Without one it is "".
func newNote(t *testing.T, data string, bodies map[string]string) string {
	t.Helper()
	var list []struct{ ID string }
	command(t, data, &list, "notes", "list")
	for _, note := range list {
		if _, known := bodies[note.ID]; !known {
			bodies[note.ID] = bodyOf(t, data, note.ID)
			return strings.TrimSpace(bodies[note.ID])
		}
	}
	if len(list) != len(bodies) {
		t.Fatalf("%d notes, want %d", len(list), len(bodies))
	}
	return ""
}

func bodyOf(t *testing.T, data, id string) string {
	t.Helper()
	var note struct{ Body string }
	command(t, data, &note, "notes", "show", id)
	return note.Body
}

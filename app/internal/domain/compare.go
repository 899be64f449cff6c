package domain

import "time"

// Course is how a step went.
type Course struct {
	State   State
	Reason  string
	Chosen  []string // texts of the directions
	Done    Date     // day on which it was ticked or skipped, zero while it is to do
	Anchor  Date     // of the run, to count the day of Done from
	Days    int      // from the first work on it to Done
	Present bool     // the run has the step
}

// Pair is a step of one run beside the same step of another.
type Pair struct {
	Phase, Step, Text string
	Left, Right       Course
}

// Compare puts the steps of two runs beside each other: those of the first in
// its order, then what only the second has. Topics are left out, because
// nothing is done with them. The logs tell when the work on a step began.
func Compare(left, right *Run, leftLog, rightLog []LogEntry) []Pair {
	var pairs []Pair
	leftBegun, rightBegun := begun(leftLog), begun(rightLog)
	for _, p := range left.Phases {
		for _, s := range p.Steps {
			if !s.Counts() {
				continue
			}
			pair := Pair{Phase: p.Title, Step: s.ID, Text: s.Text, Left: left.course(s, leftBegun)}
			if other, err := right.Step(s.ID); err == nil {
				pair.Right = right.course(*other, rightBegun)
			}
			pairs = append(pairs, pair)
		}
	}
	for _, p := range right.Phases {
		for _, s := range p.Steps {
			if _, err := left.Step(s.ID); err != nil && s.Counts() {
				pairs = append(pairs, Pair{Phase: p.Title, Step: s.ID, Text: s.Text, Right: right.course(s, rightBegun)})
			}
		}
	}
	return pairs
}

// begun returns when each step was first taken up.
func begun(log []LogEntry) map[string]time.Time {
	first := map[string]time.Time{}
	for _, e := range standing(log) {
		if _, known := first[e.Step]; !known && e.What == LogState {
			first[e.Step] = e.At
		}
	}
	return first
}

// standing leaves out what was undone, and the undoing of it.
func standing(log []LogEntry) []LogEntry {
	undone := map[string]bool{}
	for _, e := range log {
		undone[e.Undoes] = e.Undoes != ""
	}
	var list []LogEntry
	for _, e := range log {
		if e.Undoes == "" && !undone[e.Change] {
			list = append(list, e)
		}
	}
	return list
}

func (r *Run) course(s Step, begun map[string]time.Time) Course {
	c := Course{State: s.State, Reason: s.Reason, Anchor: r.Anchor, Present: true}
	for _, o := range s.Options {
		for _, id := range s.Chosen {
			if id == o.ID {
				c.Chosen = append(c.Chosen, o.Text)
			}
		}
	}
	if !s.ToDo() && !s.At.IsZero() {
		c.Done = DateOf(s.At.Local())
		if first, ok := begun[s.ID]; ok {
			c.Days = DateOf(first.Local()).DaysUntil(c.Done)
		}
	}
	return c
}

// Span returns how many days lie between the first and the last change of a
// step in a log.
func Span(log []LogEntry) int {
	var first, last time.Time
	for _, e := range standing(log) {
		if e.What != LogState {
			continue
		}
		if first.IsZero() {
			first = e.At
		}
		last = e.At
	}
	if first.IsZero() {
		return 0
	}
	return DateOf(first.Local()).DaysUntil(DateOf(last.Local()))
}

package domain

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"time"
)

// LogEntry is one line of the log of a run: one value that changed, from what
// to what. Values are text that holds everything, so that the lines in their
// order give the run, and backwards take it back (see Replay and Undo).
type LogEntry struct {
	ID     string // given by the store
	Change string // given by the store: the same for the lines of one action
	Undoes string // Change that this line takes back, or ""
	At     time.Time
	By     string
	Step   string // id of the step, "" for the run itself
	Part   string // what of the step, for an answer or a question; or a phase
	Text   string // text of the step at that moment
	What   string // one of the Log words
	From   string
	To     string
}

// What changed, in the log.
const (
	LogStarted      = "started"
	LogName         = "name"
	LogMunicipality = "municipality"
	LogPeriod       = "period"
	LogElection     = "election"
	LogAnchor       = "anchor"
	LogArchived     = "archived"
	LogTemplate     = "template"

	// Of a phase, whose id stands in Part.
	LogPhaseAdded   = "phaseAdded"
	LogPhaseRemoved = "phaseRemoved"

	LogAdded    = "added"
	LogRemoved  = "removed"
	LogMoved    = "moved"
	LogState    = "state"
	LogReason   = "reason"
	LogChoice   = "choice"
	LogDeadline = "deadline"
	LogWho      = "who"
	LogNote     = "note"
	LogLink     = "link"
	LogText     = "text"
	LogWhy      = "why"
	LogQuestion = "question"
	LogAnswer   = "answer"
)

// Word returns what a reader needs of a value. Of a state, who and when stand
// in the line itself; of a deadline, whether it follows the anchor does not
// matter; what comes, goes or moves is told by its text.
func (e LogEntry) Word(value string) string {
	first, rest, _ := strings.Cut(value, " ")
	switch e.What {
	case LogAdded, LogRemoved, LogMoved, LogPhaseAdded, LogPhaseRemoved:
		return ""
	case LogQuestion:
		return rest
	case LogState, LogDeadline:
		return strings.TrimSuffix(first, noDate)
	}
	return value
}

// change sets one value and writes the line. A value that stays the same
// writes none.
func (r *Run) change(e LogEntry) error {
	from, err := r.value(e)
	if err != nil || from == e.To {
		return err
	}
	e.At, e.From = toMoment(e.At), from
	if e.Text == "" && e.Step != "" {
		e.Text = r.textOf(e)
	}
	if err := r.put(e); err != nil {
		return err
	}
	r.Added = append(r.Added, e)
	r.Updated = e.At
	return nil
}

// textOf is the text of a step at this moment, also of one that comes or goes.
// For an answer it tells the question and whose answer it is.
func (r *Run) textOf(e LogEntry) string {
	if s, err := r.Step(e.Step); err == nil {
		if e.What != LogAnswer {
			return s.Text
		}
		question, column := splitPart(e.Part)
		return s.Text + ": " + s.Questions[s.question(question)].Text + " (" + s.People[column] + ")"
	}
	var placed placedStep
	if json.Unmarshal([]byte(e.To), &placed) != nil {
		return ""
	}
	return placed.Step.Text
}

// opposite names what takes a change back, where that is another word.
var opposite = map[string]string{LogAdded: LogRemoved, LogRemoved: LogAdded,
	LogPhaseAdded: LogPhaseRemoved, LogPhaseRemoved: LogPhaseAdded}

// Action names what a reader sees happen: what was done, or what was taken
// back.
func (e LogEntry) Action() string {
	if word := opposite[e.What]; word != "" && e.Undoes != "" {
		return word
	}
	return e.What
}

// Undo takes back the last change that was not taken back yet, and writes that
// in the log. log is the whole log of the run, oldest line first. Errors:
// CodeNothingToUndo.
func (r *Run) Undo(log []LogEntry, by string, at time.Time) error {
	last := LastChange(log)
	if last == "" {
		return Fail(CodeNothingToUndo, "")
	}
	for _, e := range slices.Backward(log) {
		if e.Change != last {
			continue
		}
		back := LogEntry{Undoes: last, At: at, By: by, Step: e.Step, Part: e.Part, Text: e.Text, What: e.What, To: e.From}
		if word := opposite[e.What]; word != "" {
			back.What = word
		}
		if err := r.change(back); err != nil {
			return err
		}
	}
	return nil
}

// LastChange returns the change that Undo would take back, or "".
func LastChange(log []LogEntry) string {
	undone := map[string]bool{}
	for _, e := range log {
		undone[e.Undoes] = true
	}
	for _, e := range slices.Backward(log) {
		if e.What != LogStarted && e.Undoes == "" && !undone[e.Change] {
			return e.Change
		}
	}
	return ""
}

// Replay does all changes of a log to a run as it began, and so gives the run
// as it is.
func (r *Run) Replay(log []LogEntry) error {
	for _, e := range log {
		if e.What == LogStarted {
			continue
		}
		if err := r.put(e); err != nil {
			return err
		}
		r.Updated = e.At
	}
	return nil
}

// placedStep is a step with its place, as the log keeps one that comes or goes.
type placedStep struct {
	Phase string `json:"phase"`
	At    int    `json:"at"`
	Step  Step   `json:"step"`
}

func placedText(phase string, at int, s Step) (string, error) {
	text, err := json.Marshal(placedStep{phase, at, s})
	return string(text), err
}

// placedPhase is a phase with its place and without its steps.
type placedPhase struct {
	At    int   `json:"at"`
	Phase Phase `json:"phase"`
}

func placedPhaseText(at int, p Phase) (string, error) {
	p.Steps = nil
	text, err := json.Marshal(placedPhase{at, p})
	return string(text), err
}

func placeText(phase string, at int) string { return strconv.Itoa(at) + " " + phase }

func parsePlace(value string) (phase string, at int, err error) {
	number, phase, _ := strings.Cut(value, " ")
	at, err = strconv.Atoi(number)
	return phase, at, err
}

package domain

import (
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// State is how far a step is.
type State string

// The states of a step.
const (
	StateOpen    State = "open"
	StateBusy    State = "busy"
	StateDone    State = "done"
	StateSkipped State = "skipped"
)

// ParseState returns the state with this name, or an error with
// CodeStateUnknown.
func ParseState(name string) (State, error) {
	switch s := State(name); s {
	case StateOpen, StateBusy, StateDone, StateSkipped:
		return s, nil
	}
	return "", Fail(CodeStateUnknown, name)
}

// The longest texts of a run, in runes: maxName for a name, a municipality or
// who does a step, maxText for a reason, a text or a note.
const (
	maxName = 200
	maxText = 1000
)

// Run is one time that a checklist is followed. It is a copy of its template,
// so that a newer template never moves a run that is under way.
type Run struct {
	ID              string
	Template        string
	TemplateVersion int    // the newest version whose new steps were looked at
	Title           string // of the template
	Notice          string
	AnchorLabel     string
	Item            string
	Name            string
	Municipality    string
	Period          string   // council period, as the user writes it
	Anchor          Date     // day the deadlines are counted from; zero: no dates
	Election        Election // which calendar the anchor has; "" for none
	Archived        bool
	Rev             int
	Created         time.Time
	Updated         time.Time
	Phases          []Phase

	// Added are the log lines of changes since the run was read. Storing
	// appends them and never touches older lines.
	Added []LogEntry
}

// Phase is a group of steps of a run.
type Phase struct {
	ID     string
	Title  string
	Goal   string
	Origin Origin
	Source Source
	Steps  []Step
}

// Step is one step of a run: the copied text and what was done with it.
type Step struct {
	ChecklistStep
	State     State
	Reason    string    // why it was skipped
	By        string    // who set the state; may be ""
	At        time.Time // when the state was set, zero when it never was
	Chosen    []string
	Deadline  Date
	Pinned    bool   // the deadline was set by hand and does not follow the anchor
	Who       string // who takes care of it
	Note      string
	Link      string // address of the web, or ""
	Questions []Question
}

// Question is one row of a form step: asked by the user, answered by each of
// the people of the step.
type Question struct {
	ID      string   `json:"id"`
	Text    string   `json:"text"`
	Answers []string `json:"answers"` // as many as the step has people
}

// Counts reports whether the step is part of the progress at all.
func (s Step) Counts() bool { return s.Kind != StepTopic }

// ToDo reports whether something must still happen.
func (s Step) ToDo() bool { return s.Counts() && (s.State == StateOpen || s.State == StateBusy) }

// Late reports whether the deadline passed before today while the step is
// still to do.
func (s Step) Late(today Date) bool { return s.ToDo() && s.Deadline.Before(today) }

// Progress counts steps. Topics are not counted, and a skipped step leaves
// the total.
type Progress struct{ Done, Total, Skipped int }

func (p *Progress) add(s Step) {
	switch {
	case !s.Counts():
	case s.State == StateSkipped:
		p.Skipped++
	case s.State == StateDone:
		p.Done++
		p.Total++
	default:
		p.Total++
	}
}

// Start is what a run begins with. Period and Anchor may be empty: then no
// step gets a deadline.
type Start struct {
	Name, Municipality, Period string
	Anchor                     Date
	Election                   Election // "" lets the day decide
	By                         string
}

// NewRun copies a checklist. Errors: CodeNameMissing, CodeNameTooLong,
// CodeNotUTF8, CodeElectionUnknown.
func NewRun(id string, c Checklist, start Start, at time.Time) (*Run, error) {
	start.Name, start.Municipality = strings.TrimSpace(start.Name), strings.TrimSpace(start.Municipality)
	start.Period = strings.TrimSpace(start.Period)
	if start.Name == "" {
		return nil, Fail(CodeNameMissing, "")
	}
	if err := checkTexts(maxName, start.Name, start.Municipality, start.Period); err != nil {
		return nil, err
	}
	if !start.Election.Valid() {
		return nil, Fail(CodeElectionUnknown, string(start.Election))
	}
	at = toMoment(at)
	r := &Run{
		ID: id, Template: c.ID, TemplateVersion: c.Version, Title: c.Title, Notice: c.Notice,
		AnchorLabel: c.AnchorLabel, Item: c.Item, Name: start.Name, Municipality: start.Municipality,
		Period: start.Period, Anchor: start.Anchor, Created: at, Updated: at,
	}
	if c.Election {
		r.Election = ElectionRegular // until something tells otherwise
		r.Election = r.ElectionFor(start.Anchor, start.Election)
	}
	for _, p := range c.Phases {
		phase := Phase{ID: p.ID, Title: p.Title, Goal: p.Goal, Origin: p.Origin, Source: p.Source}
		for _, s := range p.Steps {
			phase.Steps = append(phase.Steps, r.newStep(s))
		}
		r.Phases = append(r.Phases, phase)
	}
	r.Added = append(r.Added, LogEntry{At: at, By: start.By, What: LogStarted, To: start.Name})
	return r, nil
}

func (r *Run) newStep(s ChecklistStep) Step {
	step := Step{ChecklistStep: s, State: StateOpen, Deadline: s.DateFor(r.Anchor, r.Election)}
	step.Asks = nil
	for i, text := range s.Asks {
		step.Questions = append(step.Questions, Question{ID: "q" + strconv.Itoa(i+1), Text: text, Answers: make([]string, len(s.People))})
	}
	return step
}

// toMoment is how precise a moment is kept, so that what was stored and what
// is in memory are the same.
func toMoment(at time.Time) time.Time { return at.UTC().Truncate(time.Millisecond) }

func checkTexts(most int, texts ...string) error {
	for _, text := range texts {
		switch {
		case !utf8.ValidString(text):
			return Fail(CodeNotUTF8, "")
		case utf8.RuneCountInString(text) > most:
			return Fail(CodeNameTooLong, "")
		}
	}
	return nil
}

// Progress counts all steps of the run.
func (r *Run) Progress() Progress {
	var p Progress
	for _, phase := range r.Phases {
		for _, s := range phase.Steps {
			p.add(s)
		}
	}
	return p
}

// Progress counts the steps of one phase.
func (p Phase) Progress() Progress {
	var sum Progress
	for _, s := range p.Steps {
		sum.add(s)
	}
	return sum
}

// Step returns the step with this id, or an error with CodeStepUnknown. The
// pointer is into the run and holds until steps are added or moved.
func (r *Run) Step(id string) (*Step, error) {
	phase, at := r.place(id)
	if phase == nil {
		return nil, Fail(CodeStepUnknown, id)
	}
	return &phase.Steps[at], nil
}

// place returns the phase of a step and its position there, nil when there is
// no such step.
func (r *Run) place(id string) (*Phase, int) {
	for i := range r.Phases {
		for j := range r.Phases[i].Steps {
			if r.Phases[i].Steps[j].ID == id {
				return &r.Phases[i], j
			}
		}
	}
	return nil, 0
}

// Summary is what an overview shows of a run.
type Summary struct {
	Progress Progress
	Next     string // text of the first step to do, "" when there is none
	Due      Date   // earliest deadline of a step to do
	DueStep  string // its text
}

// Late reports whether a step should have been done before today.
func (s Summary) Late(today Date) bool { return s.Due.Before(today) }

// Summary returns where the run stands.
func (r *Run) Summary() Summary {
	s := Summary{Progress: r.Progress()}
	for _, p := range r.Phases {
		for _, step := range p.Steps {
			if !step.ToDo() {
				continue
			}
			if s.Next == "" {
				s.Next = step.Text
			}
			if !step.Deadline.IsZero() && (s.Due.IsZero() || step.Deadline.Before(s.Due)) {
				s.Due, s.DueStep = step.Deadline, step.Text
			}
		}
	}
	return s
}

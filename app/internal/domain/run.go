package domain

import (
	"slices"
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

// maxName is the longest name, municipality or reason, in runes.
const maxName = 200

// Run is one time that a checklist is followed. It is a copy of its template,
// so that a newer template never moves a run that is under way.
type Run struct {
	ID              string
	Template        string
	TemplateVersion int
	Title           string // of the template
	Notice          string
	AnchorLabel     string
	Item            string
	Name            string
	Municipality    string
	Anchor          Date // day the deadlines are counted from; zero: no dates
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
	State    State
	Reason   string // why it was skipped
	By       string // who set the state; may be ""
	Chosen   []string
	Deadline Date
	Pinned   bool // the deadline was set by hand and does not follow the anchor
}

// Counts reports whether the step is part of the progress at all.
func (s Step) Counts() bool { return s.Kind != StepTopic }

// ToDo reports whether something must still happen.
func (s Step) ToDo() bool { return s.Counts() && (s.State == StateOpen || s.State == StateBusy) }

// Late reports whether the deadline passed before today while the step is
// still to do.
func (s Step) Late(today Date) bool { return s.ToDo() && s.Deadline.Before(today) }

// LogEntry is one line of the log of a run.
type LogEntry struct {
	ID   string // given by the store
	At   time.Time
	By   string
	Step string // id of the step, "" for the run itself
	Text string // text of the step at that moment
	What string // one of the Log words
	From string
	To   string
}

// What happened, in the log.
const (
	LogStarted  = "started"
	LogState    = "state"
	LogReason   = "reason"
	LogChoice   = "choice"
	LogDeadline = "deadline"
	LogAnchor   = "anchor"
)

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

// NewRun copies a checklist. The anchor may be the zero date: then no step
// gets a deadline. Errors: CodeNameMissing, CodeNameTooLong.
func NewRun(id string, c Checklist, name, municipality string, anchor Date, by string, at time.Time) (*Run, error) {
	name, municipality = strings.TrimSpace(name), strings.TrimSpace(municipality)
	if err := checkName(name); err != nil {
		return nil, err
	}
	if utf8.RuneCountInString(municipality) > maxName {
		return nil, Fail(CodeNameTooLong, "")
	}
	r := &Run{
		ID: id, Template: c.ID, TemplateVersion: c.Version, Title: c.Title, Notice: c.Notice,
		AnchorLabel: c.AnchorLabel, Item: c.Item, Name: name, Municipality: municipality,
		Anchor: anchor, Created: at, Updated: at,
	}
	for _, p := range c.Phases {
		phase := Phase{ID: p.ID, Title: p.Title, Goal: p.Goal, Origin: p.Origin, Source: p.Source}
		for _, s := range p.Steps {
			step := Step{ChecklistStep: s, State: StateOpen}
			if s.Offset != nil {
				step.Deadline = anchor.AddDays(*s.Offset)
			}
			phase.Steps = append(phase.Steps, step)
		}
		r.Phases = append(r.Phases, phase)
	}
	r.Added = append(r.Added, LogEntry{At: at, By: by, What: LogStarted, To: name})
	return r, nil
}

func checkName(name string) error {
	switch {
	case name == "":
		return Fail(CodeNameMissing, "")
	case utf8.RuneCountInString(name) > maxName:
		return Fail(CodeNameTooLong, "")
	case !utf8.ValidString(name):
		return Fail(CodeNotUTF8, "")
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
// pointer is into the run.
func (r *Run) Step(id string) (*Step, error) {
	for i := range r.Phases {
		for j := range r.Phases[i].Steps {
			if r.Phases[i].Steps[j].ID == id {
				return &r.Phases[i].Steps[j], nil
			}
		}
	}
	return nil, Fail(CodeStepUnknown, id)
}

// StepChange is what a user does with a step. Chosen is used for a choice
// step only: nil leaves the chosen directions as they are.
type StepChange struct {
	Step   string
	State  State
	Reason string
	By     string
	Chosen []string
}

// SetStep changes a step and writes the log. A change that changes nothing
// writes no line. Errors: CodeStepUnknown, CodeTopicNotTickable,
// CodeReasonMissing when a step is skipped without a reason,
// CodeChoiceUnknown, CodeNameTooLong.
func (r *Run) SetStep(c StepChange, at time.Time) error {
	s, err := r.Step(c.Step)
	if err != nil {
		return err
	}
	c.Reason, c.By = strings.TrimSpace(c.Reason), strings.TrimSpace(c.By)
	if err := c.check(s); err != nil {
		return err
	}
	if s.Kind == StepChoice {
		r.choose(s, c, at)
	}
	r.setState(s, c, at)
	return nil
}

func (c StepChange) check(s *Step) error {
	switch {
	case !s.Counts():
		return Fail(CodeTopicNotTickable, s.ID)
	case c.State == StateSkipped && c.Reason == "":
		return Fail(CodeReasonMissing, s.ID)
	case utf8.RuneCountInString(c.Reason) > 5*maxName || utf8.RuneCountInString(c.By) > maxName:
		return Fail(CodeNameTooLong, "")
	case !utf8.ValidString(c.Reason) || !utf8.ValidString(c.By):
		return Fail(CodeNotUTF8, "")
	}
	for _, id := range c.Chosen {
		if !slices.ContainsFunc(s.Options, func(o ChoiceOption) bool { return o.ID == id }) {
			return Fail(CodeChoiceUnknown, id)
		}
	}
	return nil
}

// choose keeps the chosen directions in the order of the template. A step
// that is opened again loses them; the log keeps what they were.
func (r *Run) choose(s *Step, c StepChange, at time.Time) {
	chosen := s.Chosen
	if c.Chosen != nil {
		chosen = nil
		for _, o := range s.Options {
			if slices.Contains(c.Chosen, o.ID) {
				chosen = append(chosen, o.ID)
			}
		}
	}
	if c.State == StateOpen && c.Chosen == nil {
		chosen = nil
	}
	if slices.Equal(chosen, s.Chosen) {
		return
	}
	r.log(LogEntry{At: at, By: c.By, Step: s.ID, Text: s.Text, What: LogChoice,
		From: strings.Join(s.Chosen, ","), To: strings.Join(chosen, ",")})
	s.Chosen = chosen
}

func (r *Run) setState(s *Step, c StepChange, at time.Time) {
	reason := ""
	if c.State == StateSkipped {
		reason = c.Reason
	}
	if s.State == c.State && s.Reason == reason {
		return
	}
	if s.State != c.State {
		r.log(LogEntry{At: at, By: c.By, Step: s.ID, Text: s.Text, What: LogState, From: string(s.State), To: string(c.State)})
	}
	if s.Reason != reason {
		r.log(LogEntry{At: at, By: c.By, Step: s.ID, Text: s.Text, What: LogReason, From: s.Reason, To: reason})
	}
	s.State, s.Reason, s.By = c.State, reason, c.By
}

// SetDeadline pins the deadline of a step. The zero date removes it. Errors:
// CodeStepUnknown, CodeTopicNotTickable.
func (r *Run) SetDeadline(step string, d Date, by string, at time.Time) error {
	s, err := r.Step(step)
	if err != nil {
		return err
	}
	if !s.Counts() {
		return Fail(CodeTopicNotTickable, step)
	}
	if s.Deadline == d && s.Pinned {
		return nil
	}
	r.log(LogEntry{At: at, By: by, Step: s.ID, Text: s.Text, What: LogDeadline, From: s.Deadline.String(), To: d.String()})
	s.Deadline, s.Pinned = d, true
	return nil
}

// AnchorShift is a deadline that moves with the anchor.
type AnchorShift struct {
	Step, Text string
	From, To   Date
}

// ShiftsFor returns what MoveAnchor would change, in the order of the run.
func (r *Run) ShiftsFor(anchor Date) []AnchorShift {
	var shifts []AnchorShift
	for _, p := range r.Phases {
		for _, s := range p.Steps {
			if s.Pinned || s.Offset == nil {
				continue
			}
			if to := anchor.AddDays(*s.Offset); to != s.Deadline {
				shifts = append(shifts, AnchorShift{s.ID, s.Text, s.Deadline, to})
			}
		}
	}
	return shifts
}

// MoveAnchor moves the anchor and every deadline that nobody pinned.
func (r *Run) MoveAnchor(anchor Date, by string, at time.Time) error {
	if r.Anchor == anchor {
		return nil
	}
	shifts := r.ShiftsFor(anchor)
	r.log(LogEntry{At: at, By: by, What: LogAnchor, From: r.Anchor.String(), To: anchor.String()})
	r.Anchor = anchor
	for _, shift := range shifts {
		s, err := r.Step(shift.Step)
		if err != nil {
			return err
		}
		s.Deadline = shift.To
	}
	return nil
}

// NextStep returns the first step to do and the step to do with the earliest
// deadline; either is nil when there is none.
func (r *Run) NextStep() (first, due *Step) {
	for i := range r.Phases {
		for j := range r.Phases[i].Steps {
			s := &r.Phases[i].Steps[j]
			if !s.ToDo() {
				continue
			}
			if first == nil {
				first = s
			}
			if !s.Deadline.IsZero() && (due == nil || s.Deadline.Before(due.Deadline)) {
				due = s
			}
		}
	}
	return first, due
}

func (r *Run) log(e LogEntry) {
	r.Added = append(r.Added, e)
	r.Updated = e.At
}

package domain

import (
	"slices"
	"strings"
	"time"
)

// Actor is who does something, and when. By may be "".
type Actor struct {
	By string
	At time.Time
}

// changes does several changes as one action, in order, and stops at the
// first error. A caller that gets an error throws the run away.
func (r *Run) changes(who Actor, entries ...LogEntry) error {
	for _, e := range entries {
		e.By, e.At = who.By, who.At
		if err := r.change(e); err != nil {
			return err
		}
	}
	return nil
}

// StepChange is what a user does with a step. Chosen is used for a choice
// step only: nil leaves the chosen directions as they are.
type StepChange struct {
	Step   string
	State  State
	Reason string
	Chosen []string
}

// SetStep changes how far a step is. Errors: CodeStepUnknown,
// CodeTopicNotTickable, CodeReasonMissing when a step is skipped without a
// reason, CodeChoiceUnknown, CodeChoiceMissing when a choice is done with
// nothing chosen, CodeNameTooLong.
func (r *Run) SetStep(c StepChange, who Actor) error {
	s, err := r.Step(c.Step)
	if err != nil {
		return err
	}
	c.Reason = strings.TrimSpace(c.Reason)
	if c.State != StateSkipped {
		c.Reason = ""
	}
	if err := c.check(s, who.By); err != nil {
		return err
	}
	changes := []LogEntry{}
	if s.Kind == StepChoice {
		changes = append(changes, LogEntry{Step: s.ID, What: LogChoice, To: strings.Join(c.choice(s), ",")})
	}
	if s.State != c.State {
		changes = append(changes, LogEntry{Step: s.ID, What: LogState, To: stateValue(c.State, toMoment(who.At), who.By)})
	}
	return r.changes(who, append(changes, LogEntry{Step: s.ID, What: LogReason, To: c.Reason})...)
}

func (c StepChange) check(s *Step, by string) error {
	switch {
	case !s.Counts():
		return Fail(CodeTopicNotTickable, s.ID)
	case c.State == StateSkipped && c.Reason == "":
		return Fail(CodeReasonMissing, s.ID)
	}
	for _, id := range c.Chosen {
		if !slices.ContainsFunc(s.Options, func(o ChoiceOption) bool { return o.ID == id }) {
			return Fail(CodeChoiceUnknown, id)
		}
	}
	if s.Kind == StepChoice && c.State == StateDone && len(c.choice(s)) == 0 {
		return Fail(CodeChoiceMissing, s.ID)
	}
	if err := checkTexts(maxText, c.Reason); err != nil {
		return err
	}
	return checkTexts(maxName, by)
}

// choice returns the chosen directions in the order of the template. A step
// that is opened again loses them; the log keeps what they were.
func (c StepChange) choice(s *Step) []string {
	if c.Chosen == nil {
		if c.State == StateOpen {
			return nil
		}
		return s.Chosen
	}
	var chosen []string
	for _, o := range s.Options {
		if slices.Contains(c.Chosen, o.ID) {
			chosen = append(chosen, o.ID)
		}
	}
	return chosen
}

// StepFacts is what a user writes beside a step.
type StepFacts struct {
	Who, Note, Link string
}

// SetFacts stores who takes care of a step, a note and a link. Errors:
// CodeStepUnknown, CodeNameTooLong, CodeLinkInvalid.
func (r *Run) SetFacts(step string, f StepFacts, who Actor) error {
	f.Who, f.Note, f.Link = strings.TrimSpace(f.Who), strings.TrimSpace(f.Note), strings.TrimSpace(f.Link)
	if err := checkTexts(maxName, f.Who); err != nil {
		return err
	}
	if err := checkTexts(maxText, f.Note, f.Link); err != nil {
		return err
	}
	if err := checkLink(f.Link); err != nil {
		return err
	}
	return r.changes(who, LogEntry{Step: step, What: LogWho, To: f.Who}, LogEntry{Step: step, What: LogNote, To: f.Note},
		LogEntry{Step: step, What: LogLink, To: f.Link})
}

// checkLink allows what may be opened with a click: an address of the web.
func checkLink(link string) error {
	if link == "" {
		return nil
	}
	rest, ok := strings.CutPrefix(link, "https://")
	if !ok {
		rest, ok = strings.CutPrefix(link, "http://")
	}
	host, _, _ := strings.Cut(rest, "/")
	if !ok || host == "" || strings.ContainsFunc(link, func(r rune) bool { return r <= ' ' || strings.ContainsRune(`"<>`, r) }) {
		return Fail(CodeLinkInvalid, link)
	}
	return nil
}

// SetDeadline pins the deadline of a step. The zero date removes it. Errors:
// CodeStepUnknown, CodeTopicNotTickable.
func (r *Run) SetDeadline(step string, d Date, who Actor) error {
	return r.setDeadline(step, deadlineValue(d, true), who)
}

// FollowAnchor gives a step its proposed date back, which moves with the
// anchor. Errors: as SetDeadline.
func (r *Run) FollowAnchor(step string, who Actor) error {
	s, err := r.Step(step)
	if err != nil {
		return err
	}
	return r.setDeadline(step, deadlineValue(s.DateFor(r.Anchor, r.Election), false), who)
}

func (r *Run) setDeadline(step, value string, who Actor) error {
	s, err := r.Step(step)
	if err != nil {
		return err
	}
	if !s.Counts() {
		return Fail(CodeTopicNotTickable, step)
	}
	return r.changes(who, LogEntry{Step: step, What: LogDeadline, To: value})
}

// AnchorShift is a date that moves with the anchor: of a step, or of the
// calendar of the election when Step is "".
type AnchorShift struct {
	Step, Text string
	From, To   Date
}

// ElectionFor returns the kind of election that a run has after its anchor
// moves: what was asked for, else what the day tells, else what it was. A run
// without an election never gets one.
func (r *Run) ElectionFor(anchor Date, wanted Election) Election {
	switch on := ElectionOn(anchor); {
	case r.Election == "":
		return ""
	case wanted != "":
		return wanted
	case on != "":
		return on
	}
	return r.Election
}

// ShiftsFor returns what MoveAnchor would change, in the order of the run.
func (r *Run) ShiftsFor(anchor Date, wanted Election) []AnchorShift {
	election := r.ElectionFor(anchor, wanted)
	var shifts []AnchorShift
	for _, p := range r.Phases {
		for _, s := range p.Steps {
			if to := s.DateFor(anchor, election); !s.Pinned && to != s.Deadline {
				shifts = append(shifts, AnchorShift{s.ID, s.Text, s.Deadline, to})
			}
		}
	}
	return shifts
}

// CalendarShiftsFor returns how the dates of the calendar would change with the
// anchor: those that stay in their order, then those that come or go.
func (r *Run) CalendarShiftsFor(entries []CalendarEntry, anchor Date, wanted Election) []AnchorShift {
	before := CalendarFor(entries, r.Election, r.Anchor)
	after := CalendarFor(entries, r.ElectionFor(anchor, wanted), anchor)
	to := map[string]Date{}
	for _, d := range after {
		to[d.ID] = d.Day
	}
	var shifts []AnchorShift
	known := map[string]bool{}
	for _, d := range before {
		known[d.ID] = true
		if to[d.ID] != d.Day {
			shifts = append(shifts, AnchorShift{Text: d.Text, From: d.Day, To: to[d.ID]})
		}
	}
	for _, d := range after {
		if !known[d.ID] {
			shifts = append(shifts, AnchorShift{Text: d.Text, To: d.Day})
		}
	}
	return shifts
}

// MoveAnchor moves the anchor and every deadline that nobody pinned. The kind
// of election "" is decided as ElectionFor tells. Errors: CodeElectionUnknown.
func (r *Run) MoveAnchor(anchor Date, wanted Election, who Actor) error {
	if !wanted.Valid() {
		return Fail(CodeElectionUnknown, string(wanted))
	}
	return r.changes(who, LogEntry{What: LogElection, To: string(r.ElectionFor(anchor, wanted))},
		LogEntry{What: LogAnchor, To: anchor.String()})
}

// Heading is what a run is called and whom it is of.
type Heading struct{ Name, Municipality, Period string }

// SetHeading changes what a run is called. Errors: CodeNameMissing,
// CodeNameTooLong.
func (r *Run) SetHeading(h Heading, who Actor) error {
	h.Name, h.Municipality, h.Period = strings.TrimSpace(h.Name), strings.TrimSpace(h.Municipality), strings.TrimSpace(h.Period)
	if h.Name == "" {
		return Fail(CodeNameMissing, "")
	}
	if err := checkTexts(maxName, h.Name, h.Municipality, h.Period); err != nil {
		return err
	}
	return r.changes(who, LogEntry{What: LogName, To: h.Name}, LogEntry{What: LogMunicipality, To: h.Municipality},
		LogEntry{What: LogPeriod, To: h.Period})
}

// Archive puts a run away, or takes it back.
func (r *Run) Archive(away bool, who Actor) error {
	return r.changes(who, LogEntry{What: LogArchived, To: yes(away)})
}

package domain

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"time"
)

// noDate stands for no date in a value, because an absent value is "".
const noDate = "-"

// follows marks the value of a deadline that moves with the anchor.
const follows = " auto"

// momentLayout is a moment inside a value.
const momentLayout = "2006-01-02T15:04:05.000Z"

// value returns the present value of what a log line is about. Errors:
// CodeStepUnknown.
func (r *Run) value(e LogEntry) (string, error) {
	if field := r.field(e.What); field != nil {
		return *field, nil
	}
	switch e.What {
	case LogAnchor:
		return r.Anchor.String(), nil
	case LogElection:
		return string(r.Election), nil
	case LogArchived:
		return yes(r.Archived), nil
	case LogTemplate:
		return strconv.Itoa(r.TemplateVersion), nil
	case LogPhaseAdded, LogPhaseRemoved:
		if at := r.phaseAt(e.Part); at >= 0 {
			return placedPhaseText(at, r.Phases[at])
		}
		return "", nil
	}
	phase, at := r.place(e.Step)
	if phase == nil {
		if e.What == LogAdded || e.What == LogRemoved {
			return "", nil
		}
		return "", Fail(CodeStepUnknown, e.Step)
	}
	switch e.What {
	case LogAdded, LogRemoved:
		return placedText(phase.ID, at, phase.Steps[at])
	case LogMoved:
		return placeText(phase.ID, at), nil
	}
	return phase.Steps[at].value(e), nil
}

// field returns the texts of a run that the user fills in.
func (r *Run) field(what string) *string {
	switch what {
	case LogName:
		return &r.Name
	case LogMunicipality:
		return &r.Municipality
	case LogPeriod:
		return &r.Period
	}
	return nil
}

// field returns the texts of a step that the user fills in.
func (s *Step) field(what string) *string {
	switch what {
	case LogReason:
		return &s.Reason
	case LogWho:
		return &s.Who
	case LogNote:
		return &s.Note
	case LogLink:
		return &s.Link
	case LogText:
		return &s.Text
	case LogWhy:
		return &s.Why
	}
	return nil
}

func (s *Step) value(e LogEntry) string {
	if field := s.field(e.What); field != nil {
		return *field
	}
	switch e.What {
	case LogState:
		return stateValue(s.State, s.At, s.By)
	case LogChoice:
		return strings.Join(s.Chosen, ",")
	case LogDeadline:
		return deadlineValue(s.Deadline, s.Pinned)
	case LogQuestion:
		if i := s.question(e.Part); i >= 0 {
			return strconv.Itoa(i) + " " + s.Questions[i].Text
		}
	case LogAnswer:
		if answer := s.answer(e.Part); answer != nil {
			return *answer
		}
	}
	return ""
}

// put sets the value of what a log line is about to e.To.
func (r *Run) put(e LogEntry) (err error) {
	if field := r.field(e.What); field != nil {
		*field = e.To
		return nil
	}
	switch e.What {
	case LogAnchor:
		err = setDate(&r.Anchor, e.To)
		r.follow()
		return err
	case LogElection:
		r.Election = Election(e.To)
		r.follow()
		return nil
	case LogArchived:
		r.Archived = e.To != ""
		return nil
	case LogTemplate:
		r.TemplateVersion, err = strconv.Atoi(e.To)
		return err
	case LogPhaseAdded, LogPhaseRemoved:
		return r.putPhase(e)
	case LogAdded, LogRemoved:
		return r.putStep(e)
	case LogMoved:
		return r.putPlace(e)
	}
	s, err := r.Step(e.Step)
	if err != nil {
		return err
	}
	return s.put(e)
}

func (s *Step) put(e LogEntry) (err error) {
	if field := s.field(e.What); field != nil {
		*field = e.To
		return nil
	}
	switch e.What {
	case LogState:
		return s.putState(e.To)
	case LogChoice:
		s.Chosen = nil
		if e.To != "" {
			s.Chosen = strings.Split(e.To, ",")
		}
	case LogDeadline:
		text, follow := strings.CutSuffix(e.To, follows)
		s.Pinned = !follow
		err = setDate(&s.Deadline, strings.TrimSuffix(text, noDate))
	case LogQuestion:
		return s.putQuestion(e)
	case LogAnswer:
		if answer := s.answer(e.Part); answer != nil {
			*answer = e.To
		}
	default:
		return Fail(CodeInternal, e.What)
	}
	return err
}

func stateValue(state State, at time.Time, by string) string {
	if at.IsZero() {
		return string(state)
	}
	return string(state) + " " + at.UTC().Format(momentLayout) + " " + by
}

func (s *Step) putState(value string) (err error) {
	parts := strings.SplitN(value, " ", 3)
	s.At, s.By = time.Time{}, ""
	if len(parts) == 3 {
		s.By = parts[2]
		if s.At, err = time.Parse(momentLayout, parts[1]); err != nil {
			return err
		}
	}
	s.State, err = ParseState(parts[0])
	return err
}

func deadlineValue(d Date, pinned bool) string {
	value := d.String()
	if d.IsZero() {
		value = noDate
	}
	if !pinned {
		value += follows
	}
	return value
}

func (s *Step) question(id string) int {
	return slices.IndexFunc(s.Questions, func(q Question) bool { return q.ID == id })
}

// answer returns the answer that a part "question/column" names, or nil.
func (s *Step) answer(part string) *string {
	id, column := splitPart(part)
	i := s.question(id)
	if i < 0 || column < 0 || column >= len(s.Questions[i].Answers) {
		return nil
	}
	return &s.Questions[i].Answers[column]
}

// splitPart reads "question/column"; a column that is none is -1.
func splitPart(part string) (question string, column int) {
	question, number, _ := strings.Cut(part, "/")
	column, err := strconv.Atoi(number)
	if err != nil {
		return question, -1
	}
	return question, column
}

// putQuestion adds, changes or removes a question. A value is "2 Text": the
// position, so that one that comes back stands where it stood.
func (s *Step) putQuestion(e LogEntry) error {
	i := s.question(e.Part)
	if e.To == "" {
		if i >= 0 {
			s.Questions = slices.Delete(s.Questions, i, i+1)
		}
		if len(s.Questions) == 0 {
			s.Questions = nil
		}
		return nil
	}
	text, at, err := parsePlace(e.To)
	if err != nil {
		return err
	}
	if i >= 0 {
		s.Questions[i].Text = text
		return nil
	}
	q := Question{ID: e.Part, Text: text, Answers: make([]string, len(s.People))}
	s.Questions = slices.Insert(s.Questions, min(max(at, 0), len(s.Questions)), q)
	return nil
}

func (r *Run) putStep(e LogEntry) error {
	if e.To == "" {
		r.take(e.Step)
		return nil
	}
	var placed placedStep
	if err := json.Unmarshal([]byte(e.To), &placed); err != nil {
		return err
	}
	return r.insert(placed.Phase, placed.At, placed.Step)
}

// take removes a step and returns it, nil when there is no such step.
func (r *Run) take(id string) *Step {
	phase, at := r.place(id)
	if phase == nil {
		return nil
	}
	s := phase.Steps[at]
	if phase.Steps = slices.Delete(phase.Steps, at, at+1); len(phase.Steps) == 0 {
		phase.Steps = nil
	}
	return &s
}

func (r *Run) insert(phase string, at int, s Step) error {
	p := r.phase(phase)
	if p == nil {
		return Fail(CodePhaseUnknown, phase)
	}
	if !s.Pinned {
		s.Deadline = s.DateFor(r.Anchor, r.Election)
	}
	p.Steps = slices.Insert(p.Steps, min(max(at, 0), len(p.Steps)), s)
	return nil
}

// putPhase adds a phase, or takes one away that is empty: its steps go first.
func (r *Run) putPhase(e LogEntry) error {
	if e.To == "" {
		if at := r.phaseAt(e.Part); at >= 0 {
			r.Phases = slices.Delete(r.Phases, at, at+1)
		}
		return nil
	}
	var placed placedPhase
	if err := json.Unmarshal([]byte(e.To), &placed); err != nil {
		return err
	}
	r.Phases = slices.Insert(r.Phases, min(max(placed.At, 0), len(r.Phases)), placed.Phase)
	return nil
}

// phaseAt returns the position of a phase, -1 when there is none with this id.
func (r *Run) phaseAt(id string) int {
	return slices.IndexFunc(r.Phases, func(p Phase) bool { return p.ID == id })
}

// phase returns a phase, nil when there is none with this id.
func (r *Run) phase(id string) *Phase {
	if i := r.phaseAt(id); i >= 0 {
		return &r.Phases[i]
	}
	return nil
}

func (r *Run) putPlace(e LogEntry) error {
	to, position, err := parsePlace(e.To)
	if err != nil {
		return err
	}
	if r.phase(to) == nil {
		return Fail(CodePhaseUnknown, to)
	}
	s := r.take(e.Step)
	if s == nil {
		return Fail(CodeStepUnknown, e.Step)
	}
	return r.insert(to, position, *s)
}

// follow gives every deadline that nobody pinned its date again.
func (r *Run) follow() {
	for i := range r.Phases {
		for j := range r.Phases[i].Steps {
			if s := &r.Phases[i].Steps[j]; !s.Pinned {
				s.Deadline = s.DateFor(r.Anchor, r.Election)
			}
		}
	}
}

func setDate(d *Date, value string) (err error) {
	*d = Date{}
	if value != "" {
		*d, err = ParseDate(value)
	}
	return err
}

func yes(b bool) string {
	if b {
		return "1"
	}
	return ""
}

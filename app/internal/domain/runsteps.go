package domain

import (
	"slices"
	"strconv"
	"strings"
)

// OwnStep is what a user writes of a step of his own.
type OwnStep struct {
	Text, Why string
	Topic     bool // to talk about, never counted
}

func (o *OwnStep) check() error {
	o.Text, o.Why = strings.TrimSpace(o.Text), strings.TrimSpace(o.Why)
	if o.Text == "" {
		return Fail(CodeNameMissing, "")
	}
	return checkTexts(maxText, o.Text, o.Why)
}

// AddStep adds a step of the user's own at the end of a phase, under an id
// that is new. Errors: CodePhaseUnknown, CodeNameMissing, CodeNameTooLong.
func (r *Run) AddStep(id, phase string, own OwnStep, who Actor) error {
	if err := own.check(); err != nil {
		return err
	}
	p := r.phase(phase)
	if p == nil {
		return Fail(CodePhaseUnknown, phase)
	}
	step := ChecklistStep{ID: id, Kind: StepTick, Text: own.Text, Why: own.Why, Origin: OriginOwn}
	if own.Topic {
		step.Kind = StepTopic
	}
	return r.add(phase, len(p.Steps), step, who)
}

func (r *Run) add(phase string, at int, step ChecklistStep, who Actor) error {
	text, err := placedText(phase, at, r.newStep(step))
	if err != nil {
		return err
	}
	return r.changes(who, LogEntry{Step: step.ID, What: LogAdded, To: text})
}

// checkOwn refuses a step that the user did not write, and so may not change.
// Errors: CodeStepUnknown, CodeStepNotOwn.
func (r *Run) checkOwn(id string) error {
	s, err := r.Step(id)
	if err == nil && s.Origin != OriginOwn {
		err = Fail(CodeStepNotOwn, id)
	}
	return err
}

// EditStep changes the text of a step of the user's own. Errors:
// CodeStepUnknown, CodeStepNotOwn, CodeNameMissing, CodeNameTooLong.
func (r *Run) EditStep(id string, own OwnStep, who Actor) error {
	if err := own.check(); err != nil {
		return err
	}
	if err := r.checkOwn(id); err != nil {
		return err
	}
	return r.changes(who, LogEntry{Step: id, What: LogText, To: own.Text}, LogEntry{Step: id, What: LogWhy, To: own.Why})
}

// RemoveStep removes a step of the user's own with the topics under it; the
// log keeps them. A step that came with the checklist is skipped instead.
// Errors: CodeStepUnknown, CodeStepNotOwn.
func (r *Run) RemoveStep(id string, who Actor) error {
	if err := r.checkOwn(id); err != nil {
		return err
	}
	var gone []LogEntry
	for _, topic := range slices.Backward(r.topics(id)) {
		gone = append(gone, LogEntry{Step: topic, What: LogRemoved})
	}
	return r.changes(who, append(gone, LogEntry{Step: id, What: LogRemoved})...)
}

// MoveStep moves a step of the user's own one place up or down, over the step
// there and the topics under it, also to the phase before or after, where its
// own topics go along. At the end it stays. Errors: CodeStepUnknown, CodeStepNotOwn.
func (r *Run) MoveStep(id string, up bool, who Actor) error {
	if err := r.checkOwn(id); err != nil {
		return err
	}
	phase, at, ok := r.neighbour(id, up)
	if !ok {
		return nil
	}
	moves := []LogEntry{{Step: id, What: LogMoved, To: placeText(phase, at)}}
	if from, _ := r.place(id); from.ID != phase {
		for _, topic := range r.topics(id) {
			at++
			moves = append(moves, LogEntry{Step: topic, What: LogMoved, To: placeText(phase, at)})
		}
	}
	return r.changes(who, moves...)
}

// topics returns the topics under a step, in their order.
func (r *Run) topics(step string) (list []string) {
	for _, p := range r.Phases {
		for _, s := range p.Steps {
			if s.Parent == step {
				list = append(list, s.ID)
			}
		}
	}
	return list
}

// neighbour returns the place that a step has after a move by one.
func (r *Run) neighbour(id string, up bool) (phase string, at int, ok bool) {
	p, at := r.place(id)
	i := slices.IndexFunc(r.Phases, func(one Phase) bool { return one.ID == p.ID })
	step := 1
	if up {
		step = -1
	}
	for j := at + step; j >= 0 && j < len(p.Steps); j += step {
		if p.Steps[j].Parent == "" {
			return p.ID, j, true
		}
	}
	switch {
	case up && i > 0:
		before := r.Phases[i-1]
		return before.ID, len(before.Steps), true
	case !up && i+1 < len(r.Phases):
		return r.Phases[i+1].ID, 0, true
	}
	return "", 0, false
}

// form returns a form step. Errors: CodeStepUnknown, CodeFormMissing.
func (r *Run) form(id string) (*Step, error) {
	s, err := r.Step(id)
	if err == nil && s.Kind != StepForm {
		err = Fail(CodeFormMissing, id)
	}
	return s, err
}

// SetQuestion adds a question to a form step under a new id, or changes the
// text of one. Errors: CodeStepUnknown, CodeFormMissing, CodeNameMissing,
// CodeNameTooLong.
func (r *Run) SetQuestion(step, id, text string, who Actor) error {
	s, err := r.form(step)
	if err != nil {
		return err
	}
	text = strings.Join(strings.Fields(text), " ")
	if text == "" {
		return Fail(CodeNameMissing, "")
	}
	if err := checkTexts(maxText, text); err != nil {
		return err
	}
	at := s.question(id)
	if at < 0 {
		at = len(s.Questions)
	}
	return r.changes(who, LogEntry{Step: step, Part: id, What: LogQuestion, To: strconv.Itoa(at) + " " + text})
}

// RemoveQuestion removes a question with its answers; the log keeps them.
// Errors: CodeStepUnknown, CodeFormMissing, CodeQuestionUnknown.
func (r *Run) RemoveQuestion(step, id string, who Actor) error {
	s, err := r.form(step)
	if err != nil {
		return err
	}
	i := s.question(id)
	if i < 0 {
		return Fail(CodeQuestionUnknown, id)
	}
	var gone []LogEntry
	for column := range s.Questions[i].Answers {
		gone = append(gone, LogEntry{Step: step, Part: answerPart(id, column), What: LogAnswer})
	}
	return r.changes(who, append(gone, LogEntry{Step: step, Part: id, What: LogQuestion})...)
}

// SetAnswer stores the answer of one of the people of a form, counted from 0.
// Errors: CodeStepUnknown, CodeFormMissing, CodeQuestionUnknown,
// CodeNameTooLong.
func (r *Run) SetAnswer(step, question string, column int, text string, who Actor) error {
	s, err := r.form(step)
	if err != nil {
		return err
	}
	part := answerPart(question, column)
	if s.answer(part) == nil {
		return Fail(CodeQuestionUnknown, question)
	}
	if err := checkTexts(2*maxText, text); err != nil {
		return err
	}
	return r.changes(who, LogEntry{Step: step, Part: part, What: LogAnswer, To: strings.TrimSpace(text)})
}

func answerPart(question string, column int) string { return question + "/" + strconv.Itoa(column) }

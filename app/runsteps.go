package app

import (
	"strings"

	"raadwijzer/app/internal/domain"
	"raadwijzer/app/internal/store"
)

// AddStep adds a step of the user's own at the end of a phase. Errors:
// CodeRunUnknown, and those of domain.Run.AddStep.
func (c *Checklists) AddStep(step OwnStep) (view RunView, err error) {
	defer c.app.guard(&err)
	return c.app.changeRun(step.Run, func(r *domain.Run) error {
		return r.AddStep(store.NewID(), step.Phase, ownStep(step), c.app.actor(""))
	})
}

// EditStep changes the text of a step of the user's own. Errors:
// CodeRunUnknown, and those of domain.Run.EditStep.
func (c *Checklists) EditStep(step OwnStep) (view RunView, err error) {
	defer c.app.guard(&err)
	return c.app.changeRun(step.Run, func(r *domain.Run) error {
		return r.EditStep(step.Step, ownStep(step), c.app.actor(""))
	})
}

func ownStep(step OwnStep) domain.OwnStep {
	return domain.OwnStep{Text: step.Text, Why: step.Why, Topic: step.Topic}
}

// RemoveStep removes a step of the user's own. Errors: CodeRunUnknown,
// CodeStepUnknown, CodeStepNotOwn.
func (c *Checklists) RemoveStep(run, step string) (view RunView, err error) {
	defer c.app.guard(&err)
	return c.app.changeRun(run, func(r *domain.Run) error { return r.RemoveStep(step, c.app.actor("")) })
}

// MoveStep moves a step of the user's own one place up or down. Errors: as
// RemoveStep.
func (c *Checklists) MoveStep(run, step string, up bool) (view RunView, err error) {
	defer c.app.guard(&err)
	return c.app.changeRun(run, func(r *domain.Run) error { return r.MoveStep(step, up, c.app.actor("")) })
}

// SetQuestion adds a question to a form, or changes its text. Errors:
// CodeRunUnknown, and those of domain.Run.SetQuestion.
func (c *Checklists) SetQuestion(q Answer) (view RunView, err error) {
	defer c.app.guard(&err)
	if q.Question == "" {
		q.Question = store.NewID()
	}
	return c.app.changeRun(q.Run, func(r *domain.Run) error {
		return r.SetQuestion(q.Step, q.Question, q.Text, c.app.actor(""))
	})
}

// RemoveQuestion removes a question with its answers. Errors: CodeRunUnknown,
// and those of domain.Run.RemoveQuestion.
func (c *Checklists) RemoveQuestion(run, step, question string) (view RunView, err error) {
	defer c.app.guard(&err)
	return c.app.changeRun(run, func(r *domain.Run) error { return r.RemoveQuestion(step, question, c.app.actor("")) })
}

// SetAnswer stores the answer of one of the people of a form. Errors:
// CodeRunUnknown, and those of domain.Run.SetAnswer.
func (c *Checklists) SetAnswer(answer Answer) (view RunView, err error) {
	defer c.app.guard(&err)
	return c.app.changeRun(answer.Run, func(r *domain.Run) error {
		return r.SetAnswer(answer.Step, answer.Question, answer.Column, answer.Text, c.app.actor(""))
	})
}

// Offers returns the steps that a newer version of the template of a run has
// and the run has not. Errors: CodeRunUnknown.
func (c *Checklists) Offers(run string) (views []OfferView, err error) {
	defer c.app.guard(&err)
	r, err := c.app.store.Run(c.app.ctx, run)
	if err != nil {
		return nil, err
	}
	views = []OfferView{}
	for _, o := range c.app.offers(r) {
		views = append(views, OfferView{Step: o.Step.ID, Phase: o.PhaseTitle, Fresh: o.NewPhase, Text: o.Step.Text, Why: o.Step.Why, Origin: string(o.Step.Origin)})
	}
	return views, nil
}

// TakeOffers adds the wanted new steps; the others are not offered again.
// Errors: CodeRunUnknown, CodeTemplateUnknown, CodeStepUnknown.
func (c *Checklists) TakeOffers(run string, steps []string) (view RunView, err error) {
	defer c.app.guard(&err)
	return c.app.changeRun(run, func(r *domain.Run) error {
		template, err := c.app.checklist(r.Template)
		if err != nil {
			return err
		}
		return r.TakeOffers(template, steps, c.app.actor(""))
	})
}

// offers is empty too when the template of the run is gone.
func (a *App) offers(run *domain.Run) []domain.Offer {
	template, err := a.checklist(run.Template)
	if err != nil {
		return nil
	}
	return run.Offers(template)
}

// Recesses returns the periods without meetings, in the order of time.
func (c *Checklists) Recesses() (views []RecessView, err error) {
	defer c.app.guard(&err)
	recesses, err := c.app.store.Recesses(c.app.ctx)
	views = []RecessView{}
	for _, r := range recesses {
		views = append(views, RecessView{ID: r.ID, Name: r.Name, First: r.First.String(), Last: r.Last.String()})
	}
	return views, err
}

// AddRecess adds a period without meetings and returns it. Errors:
// CodeNameMissing, CodeNameTooLong, CodeDateInvalid.
func (c *Checklists) AddRecess(recess RecessView) (view RecessView, err error) {
	defer c.app.guard(&err)
	first, err := plannedDate(recess.First)
	if err != nil {
		return view, err
	}
	last, err := plannedDate(recess.Last)
	if err != nil {
		return view, err
	}
	r := domain.Recess{ID: store.NewID(), Name: strings.TrimSpace(recess.Name), First: first, Last: last}
	if err := r.Check(); err != nil {
		return view, err
	}
	return RecessView{ID: r.ID, Name: r.Name, First: first.String(), Last: last.String()}, c.app.store.AddRecess(c.app.ctx, r)
}

// RemoveRecess removes a period without meetings. Errors: CodeRecessUnknown.
func (c *Checklists) RemoveRecess(id string) (err error) {
	defer c.app.guard(&err)
	return c.app.store.RemoveRecess(c.app.ctx, id)
}

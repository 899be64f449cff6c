package app

import (
	"strings"

	"raadwijzer/app/internal/domain"
	"raadwijzer/app/internal/store"
)

// Checklists is the screen "Trajecten".
type Checklists struct{ app *App }

// Templates returns the checklists that can be started.
func (c *Checklists) Templates() (views []TemplateView, err error) {
	defer c.app.guard(&err)
	views = []TemplateView{}
	for _, t := range c.app.library.Checklists() {
		views = append(views, templateView(t))
	}
	return views, nil
}

// PreviewDates returns the dates that a run with this anchor would get, the
// calendar of an election among them, in the order of time. Errors:
// CodeTemplateUnknown, CodeDateInvalid.
func (c *Checklists) PreviewDates(template, anchor string) (dates []DatePreview, err error) {
	defer c.app.guard(&err)
	t, err := c.app.library.Checklist(template)
	if err != nil {
		return nil, err
	}
	day, err := plannedDate(anchor)
	if err != nil {
		return nil, err
	}
	return datePreviews(t, day, c.app.library.Calendar()), nil
}

// Start starts a run. Errors: CodeTemplateUnknown, CodeNameMissing,
// CodeNameTooLong, CodeDateInvalid.
func (c *Checklists) Start(start NewRun) (view RunView, err error) {
	defer c.app.guard(&err)
	run, err := c.app.StartRun(start)
	if err != nil {
		return view, err
	}
	return c.app.runView(run)
}

// List returns every run: late ones first, then by deadline, then the last
// changed first; finished ones last.
func (c *Checklists) List() (cards []RunCard, err error) {
	defer c.app.guard(&err)
	runs, err := c.app.store.Runs(c.app.ctx)
	cards = []RunCard{}
	for _, run := range runs {
		cards = append(cards, c.app.runCard(run))
	}
	sortRuns(cards)
	return cards, err
}

// Get returns one run. Errors: CodeRunUnknown.
func (c *Checklists) Get(id string) (view RunView, err error) {
	defer c.app.guard(&err)
	run, err := c.app.store.Run(c.app.ctx, id)
	if err != nil {
		return view, err
	}
	return c.app.runView(run)
}

// SetStep changes a step. Errors: CodeRunUnknown, CodeStateUnknown, and those
// of domain.Run.SetStep.
func (c *Checklists) SetStep(change StepChange) (view RunView, err error) {
	defer c.app.guard(&err)
	state, err := domain.ParseState(change.State)
	if err != nil {
		return view, err
	}
	return c.app.changeRun(change.Run, func(r *domain.Run) error {
		return r.SetStep(domain.StepChange{Step: change.Step, State: state, Reason: change.Reason,
			By: change.By, Chosen: change.Options}, c.app.now())
	})
}

// SetDeadline sets the deadline of a step, "" for none. Errors:
// CodeRunUnknown, CodeStepUnknown, CodeDateInvalid, CodeTopicNotTickable.
func (c *Checklists) SetDeadline(run, step, date string) (view RunView, err error) {
	defer c.app.guard(&err)
	day, err := optionalDate(date)
	if err != nil {
		return view, err
	}
	return c.app.changeRun(run, func(r *domain.Run) error {
		return r.SetDeadline(step, day, c.app.who(), c.app.now())
	})
}

// PreviewAnchor returns what MoveAnchor would change. Errors: CodeRunUnknown,
// CodeDateInvalid.
func (c *Checklists) PreviewAnchor(run, date string) (shifts []AnchorShift, err error) {
	defer c.app.guard(&err)
	day, err := optionalDate(date)
	if err != nil {
		return nil, err
	}
	r, err := c.app.store.Run(c.app.ctx, run)
	if err != nil {
		return nil, err
	}
	shifts = []AnchorShift{}
	for _, s := range r.ShiftsFor(day) {
		shifts = append(shifts, AnchorShift{Step: s.Step, Text: s.Text, From: s.From.String(), To: s.To.String()})
	}
	return shifts, nil
}

// MoveAnchor moves the anchor and the deadlines that nobody set by hand.
// Errors: CodeRunUnknown, CodeDateInvalid.
func (c *Checklists) MoveAnchor(run, date string) (view RunView, err error) {
	defer c.app.guard(&err)
	day, err := optionalDate(date)
	if err != nil {
		return view, err
	}
	return c.app.changeRun(run, func(r *domain.Run) error { return r.MoveAnchor(day, c.app.who(), c.app.now()) })
}

// Log returns the log of a run, oldest line first. Errors: CodeRunUnknown.
func (c *Checklists) Log(run string) (lines []LogLine, err error) {
	defer c.app.guard(&err)
	entries, err := c.app.store.RunLog(c.app.ctx, run)
	lines = []LogLine{}
	for _, e := range entries {
		lines = append(lines, LogLine{At: moment(e.At), By: e.By, ID: e.Step, Step: e.Text, What: e.What, From: e.From, To: e.To})
	}
	return lines, err
}

// StartRun starts a run and returns it.
func (a *App) StartRun(start NewRun) (*domain.Run, error) {
	template, err := a.library.Checklist(start.Template)
	if err != nil {
		return nil, err
	}
	anchor, err := optionalDate(start.Anchor)
	if err != nil {
		return nil, err
	}
	run, err := domain.NewRun(store.NewID(), template, start.Name, start.Municipality, anchor, a.who(), a.now())
	if err != nil {
		return nil, err
	}
	return run, a.store.CreateRun(a.ctx, run)
}

func (a *App) changeRun(id string, f func(*domain.Run) error) (RunView, error) {
	run, err := a.store.UpdateRun(a.ctx, id, f)
	if err != nil {
		return RunView{}, err
	}
	return a.runView(run)
}

// who is the name that the user gave for the log. It is asked, never required,
// so a name that cannot be read is no name.
func (a *App) who() string {
	name, err := a.store.Setting(a.ctx, settingName)
	if err != nil {
		return ""
	}
	return name
}

func optionalDate(s string) (domain.Date, error) {
	if strings.TrimSpace(s) == "" {
		return domain.Date{}, nil
	}
	return plannedDate(s)
}

// plannedDate reads a day of a run. It leaves room on both sides: dates that
// are counted from it must stay dates that can be written.
func plannedDate(s string) (domain.Date, error) {
	day, err := domain.ParseDate(s)
	if err == nil && (day.Year() < 1900 || day.Year() > 2200) {
		err = domain.Fail(domain.CodeDateInvalid, s)
	}
	return day, err
}

package app

import (
	"strings"

	"raadwijzer/app/internal/domain"
	"raadwijzer/app/internal/store"
)

// Checklists is the screen "Trajecten".
type Checklists struct{ app *App }

// Templates returns the checklists that can be started, the user's own last.
func (c *Checklists) Templates() (views []TemplateView, err error) {
	defer c.app.guard(&err)
	views = []TemplateView{}
	own, err := c.app.ownChecklists()
	for _, t := range append(c.app.library.Checklists(), own...) {
		views = append(views, templateView(t))
	}
	return views, err
}

// PreviewDates returns the dates that a run with this anchor would get, the
// calendar of an election among them, in the order of time. Errors:
// CodeTemplateUnknown, CodeDateInvalid, CodeElectionUnknown.
func (c *Checklists) PreviewDates(preview DatePreview) (view PreviewView, err error) {
	defer c.app.guard(&err)
	t, err := c.app.checklist(preview.Template)
	if err != nil {
		return view, err
	}
	day, err := plannedDate(preview.Anchor)
	if err != nil {
		return view, err
	}
	return c.app.previewDates(t, domain.Start{Name: "-", Anchor: day, Election: domain.Election(preview.Election)})
}

// Start starts a run. Errors: CodeTemplateUnknown, CodeRunUnknown,
// CodeNameMissing, CodeNameTooLong, CodeDateInvalid, CodeElectionUnknown.
func (c *Checklists) Start(start NewRun) (view RunView, err error) {
	defer c.app.guard(&err)
	run, err := c.app.StartRun(start)
	if err != nil {
		return view, err
	}
	return c.app.runView(run)
}

// List returns every run: late ones first, then by deadline, then the last
// changed first; finished ones and then archived ones last.
func (c *Checklists) List() (cards []RunCard, err error) {
	defer c.app.guard(&err)
	runs, err := c.app.store.Runs(c.app.ctx)
	cards = []RunCard{}
	for i := range runs {
		cards = append(cards, c.app.runCard(&runs[i].Run, runs[i].Summary))
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
		return r.SetStep(domain.StepChange{Step: change.Step, State: state, Reason: change.Reason, Chosen: change.Options},
			c.app.actor(change.By))
	})
}

// SetFacts stores who takes care of a step, a note and a link. Errors:
// CodeRunUnknown, and those of domain.Run.SetFacts.
func (c *Checklists) SetFacts(f StepFacts) (view RunView, err error) {
	defer c.app.guard(&err)
	return c.app.changeRun(f.Run, func(r *domain.Run) error {
		return r.SetFacts(f.Step, domain.StepFacts{Who: f.Who, Note: f.Note, Link: f.Link}, c.app.actor(""))
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
	return c.app.changeRun(run, func(r *domain.Run) error { return r.SetDeadline(step, day, c.app.actor("")) })
}

// FollowAnchor gives a step its proposed date back. Errors: CodeRunUnknown,
// CodeStepUnknown, CodeTopicNotTickable.
func (c *Checklists) FollowAnchor(run, step string) (view RunView, err error) {
	defer c.app.guard(&err)
	return c.app.changeRun(run, func(r *domain.Run) error { return r.FollowAnchor(step, c.app.actor("")) })
}

// PreviewAnchor returns what MoveAnchor would change. Errors: CodeRunUnknown,
// CodeDateInvalid, CodeElectionUnknown.
func (c *Checklists) PreviewAnchor(move AnchorMove) (view AnchorPreview, err error) {
	defer c.app.guard(&err)
	day, err := optionalDate(move.Date)
	if err != nil {
		return view, err
	}
	r, err := c.app.store.Run(c.app.ctx, move.Run)
	if err != nil {
		return view, err
	}
	return c.app.anchorPreview(r, day, domain.Election(move.Election))
}

// MoveAnchor moves the anchor and the deadlines that nobody set by hand.
// Errors: CodeRunUnknown, CodeDateInvalid, CodeElectionUnknown.
func (c *Checklists) MoveAnchor(move AnchorMove) (view RunView, err error) {
	defer c.app.guard(&err)
	day, err := optionalDate(move.Date)
	if err != nil {
		return view, err
	}
	return c.app.changeRun(move.Run, func(r *domain.Run) error {
		return r.MoveAnchor(day, domain.Election(move.Election), c.app.actor(""))
	})
}

// SetHeading changes what a run is called. Errors: CodeRunUnknown,
// CodeNameMissing, CodeNameTooLong.
func (c *Checklists) SetHeading(h RunHeading) (view RunView, err error) {
	defer c.app.guard(&err)
	return c.app.changeRun(h.Run, func(r *domain.Run) error {
		return r.SetHeading(domain.Heading{Name: h.Name, Municipality: h.Municipality, Period: h.Period}, c.app.actor(""))
	})
}

// Archive puts a run away, or takes it back. Errors: CodeRunUnknown.
func (c *Checklists) Archive(run string, away bool) (view RunView, err error) {
	defer c.app.guard(&err)
	return c.app.changeRun(run, func(r *domain.Run) error { return r.Archive(away, c.app.actor("")) })
}

// Undo takes back the last change of a run, as a new line in its log. Errors:
// CodeRunUnknown, CodeNothingToUndo.
func (c *Checklists) Undo(run string) (view RunView, err error) {
	defer c.app.guard(&err)
	who := c.app.actor("")
	r, err := c.app.store.UpdateRunByLog(c.app.ctx, run, func(r *domain.Run, log []domain.LogEntry) error {
		return r.Undo(log, who.By, who.At)
	})
	if err != nil {
		return view, err
	}
	return c.app.runView(r)
}

// Log returns the log of a run, oldest line first. Errors: CodeRunUnknown.
func (c *Checklists) Log(run string) (lines []LogLine, err error) {
	defer c.app.guard(&err)
	entries, err := c.app.store.RunLog(c.app.ctx, run)
	return logLines(entries), err
}

// StartRun starts a run and returns it.
func (a *App) StartRun(start NewRun) (*domain.Run, error) {
	template, err := a.templateFor(start)
	if err != nil {
		return nil, err
	}
	anchor, err := optionalDate(start.Anchor)
	if err != nil {
		return nil, err
	}
	who := a.actor("")
	run, err := domain.NewRun(store.NewID(), template, domain.Start{Name: start.Name, Municipality: start.Municipality,
		Period: start.Period, Anchor: anchor, Election: domain.Election(start.Election), By: who.By}, who.At)
	if err != nil {
		return nil, err
	}
	return run, a.store.CreateRun(a.ctx, run)
}

func (a *App) templateFor(start NewRun) (domain.Checklist, error) {
	if start.From == "" {
		return a.checklist(start.Template)
	}
	run, err := a.store.Run(a.ctx, start.From)
	if err != nil {
		return domain.Checklist{}, err
	}
	return run.Checklist(), nil
}

func (a *App) previewDates(t domain.Checklist, start domain.Start) (view PreviewView, err error) {
	run, err := domain.NewRun("", t, start, a.now()) // decides the kind of election as the start does
	if err != nil {
		return view, err
	}
	recesses, err := a.store.Recesses(a.ctx)
	if err != nil {
		return view, err
	}
	view.Election, view.Period = string(run.Election), periodFor(run.Election, run.Anchor)
	calendar, unsure := calendarDates(a.calendar(), run.Election, run.Anchor, recesses)
	view.Dates, view.Unsure = append(stepDates(t, run.Anchor, run.Election, recesses), calendar...), unsure
	sortDates(view.Dates)
	return view, nil
}

func (a *App) anchorPreview(r *domain.Run, day domain.Date, wanted domain.Election) (AnchorPreview, error) {
	if !wanted.Valid() {
		return AnchorPreview{}, domain.Fail(domain.CodeElectionUnknown, string(wanted))
	}
	view := AnchorPreview{Election: string(r.ElectionFor(day, wanted)), Shifts: []AnchorShift{}}
	calendar := a.calendar()
	for _, s := range append(r.ShiftsFor(day, wanted), r.CalendarShiftsFor(calendar, day, wanted)...) {
		view.Shifts = append(view.Shifts, AnchorShift{Step: s.Step, Text: s.Text, From: s.From.String(), To: s.To.String()})
	}
	_, view.Unsure = calendarDates(calendar, r.ElectionFor(day, wanted), day, nil)
	return view, nil
}

func (a *App) changeRun(id string, f func(*domain.Run) error) (RunView, error) {
	run, err := a.store.UpdateRun(a.ctx, id, f)
	if err != nil {
		return RunView{}, err
	}
	return a.runView(run)
}

// actor is who does something now. Without a name it is the one that the user
// gave for the log, which is asked and never required: a name that cannot be
// read is no name.
func (a *App) actor(by string) domain.Actor {
	if by = strings.TrimSpace(by); by == "" {
		if name, err := a.store.Setting(a.ctx, settingName); err == nil {
			by = name
		}
	}
	return domain.Actor{By: by, At: a.now()}
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

package app

import (
	"raadwijzer/app/internal/domain"
)

// CourseView is how a step went in one run.
type CourseView struct {
	Present bool     `json:"present"` // the run has the step
	State   string   `json:"state"`
	Reason  string   `json:"reason"`
	Chosen  []string `json:"chosen"` // texts of the directions
	Done    string   `json:"done"`   // day, "" while it is to do
	// Dated: Offset tells how many days Done lies after the anchor of the run.
	Dated  bool `json:"dated"`
	Offset int  `json:"offset"`
	Days   int  `json:"days"` // from the first work on it to Done
}

// PairView is a step of one run beside the same step of another.
type PairView struct {
	Phase string     `json:"phase"`
	Step  string     `json:"step"`
	Text  string     `json:"text"`
	Left  CourseView `json:"left"`
	Right CourseView `json:"right"`
}

// CompareView puts two runs beside each other. Days is how long a run took,
// from its first to its last tick.
type CompareView struct {
	Left      RunCard    `json:"left"`
	Right     RunCard    `json:"right"`
	LeftDays  int        `json:"leftDays"`
	RightDays int        `json:"rightDays"`
	Pairs     []PairView `json:"pairs"`
}

// Compare puts the steps of two runs beside each other. Errors:
// CodeRunUnknown.
func (c *Checklists) Compare(left, right string) (view CompareView, err error) {
	defer c.app.guard(&err)
	one, oneLog, err := c.app.runWithLog(left)
	if err != nil {
		return view, err
	}
	two, twoLog, err := c.app.runWithLog(right)
	if err != nil {
		return view, err
	}
	view = CompareView{Left: c.app.runCard(one, one.Summary()), Right: c.app.runCard(two, two.Summary()),
		LeftDays: domain.Span(oneLog), RightDays: domain.Span(twoLog), Pairs: []PairView{}}
	for _, p := range domain.Compare(one, two, oneLog, twoLog) {
		view.Pairs = append(view.Pairs, PairView{Phase: p.Phase, Step: p.Step, Text: p.Text, Left: courseView(p.Left), Right: courseView(p.Right)})
	}
	return view, nil
}

func (a *App) runWithLog(id string) (*domain.Run, []domain.LogEntry, error) {
	run, err := a.store.Run(a.ctx, id)
	if err != nil {
		return nil, nil, err
	}
	log, err := a.store.RunLog(a.ctx, id)
	return run, log, err
}

func courseView(c domain.Course) CourseView {
	view := CourseView{Present: c.Present, State: string(c.State), Reason: c.Reason, Chosen: filled(c.Chosen),
		Done: c.Done.String(), Days: c.Days, Dated: !c.Done.IsZero() && !c.Anchor.IsZero()}
	if view.Dated {
		view.Offset = c.Anchor.DaysUntil(c.Done)
	}
	return view
}

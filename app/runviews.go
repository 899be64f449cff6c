package app

import (
	"cmp"
	"slices"
	"time"

	"raadwijzer/app/internal/domain"
	"raadwijzer/app/internal/store"
)

func templateView(t domain.Checklist) TemplateView {
	view := TemplateView{ID: t.ID, Version: t.Version, Title: t.Title, Summary: t.Summary, Notice: t.Notice,
		AnchorLabel: t.AnchorLabel, Item: t.Item, Phases: []string{}}
	for _, p := range t.Phases {
		view.Phases = append(view.Phases, p.Title)
		for _, s := range p.Steps {
			if s.Kind != domain.StepTopic {
				view.Steps++
			}
		}
	}
	return view
}

func (a *App) runCard(run *domain.Run) RunCard {
	card := RunCard{ID: run.ID, Template: run.Template, Name: run.Name, Municipality: run.Municipality,
		Anchor: run.Anchor.String(), Progress: progressView(run.Progress()), Updated: moment(run.Updated)}
	first, due := run.NextStep()
	if first != nil {
		card.NextStep = first.Text
	}
	if due != nil {
		card.Deadline, card.DeadlineStep, card.Late = due.Deadline.String(), due.Text, due.Late(a.today())
	}
	return card
}

// sortRuns puts what asks for attention first.
func sortRuns(cards []RunCard) {
	rank := func(c RunCard) int {
		switch {
		case c.Late:
			return 0
		case c.Deadline != "":
			return 1
		case c.NextStep != "":
			return 2
		}
		return 3
	}
	slices.SortStableFunc(cards, func(a, b RunCard) int {
		return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(a.Deadline, b.Deadline), cmp.Compare(b.Updated, a.Updated))
	})
}

func (a *App) runView(run *domain.Run) (RunView, error) {
	view := RunView{RunCard: a.runCard(run), Title: run.Title, Notice: run.Notice, AnchorLabel: run.AnchorLabel,
		Item: run.Item, Phases: []PhaseView{}}
	rows, _, err := a.store.Notes(a.ctx, store.NoteFilter{Run: run.ID})
	if err != nil {
		return view, err
	}
	notes := map[string][]NoteCard{}
	for _, row := range rows {
		notes[row.Step] = append(notes[row.Step], noteCard(row.Note, row.Excerpt, ""))
	}
	for _, p := range run.Phases {
		phase := PhaseView{ID: p.ID, Title: p.Title, Goal: p.Goal, Origin: string(p.Origin),
			Progress: progressView(p.Progress()), Steps: []StepView{}}
		for _, s := range p.Steps {
			step := a.stepView(s)
			step.Notes = append(step.Notes, notes[s.ID]...)
			phase.Steps = append(phase.Steps, step)
		}
		view.Phases = append(view.Phases, phase)
	}
	return view, nil
}

func (a *App) stepView(s domain.Step) StepView {
	view := StepView{ID: s.ID, Kind: string(s.Kind), Text: s.Text, Why: s.Why, Origin: string(s.Origin),
		Article: s.Article, Source: SourceView(s.Source), Parent: s.Parent, State: string(s.State), Reason: s.Reason,
		By: s.By, Options: []OptionView{}, Deadline: s.Deadline.String(), Pinned: s.Pinned, Late: s.Late(a.today()),
		Notes: []NoteCard{}}
	for _, o := range s.Options {
		view.Options = append(view.Options, OptionView{ID: o.ID, Text: o.Text, Chosen: slices.Contains(s.Chosen, o.ID)})
	}
	return view
}

func progressView(p domain.Progress) ProgressView {
	return ProgressView{Done: p.Done, Total: p.Total, Skipped: p.Skipped}
}

// datePreviews returns the dates of the steps and, when the anchor is an
// election, those of the calendar.
func datePreviews(t domain.Checklist, anchor domain.Date, calendar []domain.CalendarEntry) []DatePreview {
	dates := []DatePreview{}
	for _, p := range t.Phases {
		for _, s := range p.Steps {
			if s.Offset != nil {
				dates = append(dates, DatePreview{Step: s.ID, Text: s.Text, Date: anchor.AddDays(*s.Offset).String(),
					Origin: string(domain.OriginProposal)})
			}
		}
	}
	if t.ID == electionChecklist {
		dates = append(dates, calendarDates(anchor, calendar)...)
	}
	slices.SortStableFunc(dates, func(a, b DatePreview) int { return cmp.Compare(a.Date, b.Date) })
	return dates
}

// electionChecklist is the checklist whose anchor is election day.
const electionChecklist = "anders-formeren"

func calendarDates(anchor domain.Date, calendar []domain.CalendarEntry) []DatePreview {
	var dates []DatePreview
	for _, e := range calendar {
		// What we propose stands with the steps already.
		if e.Election != electionOn(anchor) || e.Origin == domain.OriginProposal {
			continue
		}
		calculated := slices.Contains(e.Calculated, anchor.Year())
		if len(e.Years) > 0 && !slices.Contains(e.Years, anchor.Year()) && !calculated {
			continue
		}
		source := e.Source.Title
		if e.Article != "" {
			source = e.Article
		}
		dates = append(dates, DatePreview{Text: e.Text, Date: e.On(anchor).String(), Origin: string(e.Origin),
			Source: source, Note: e.Note, Calculated: calculated})
	}
	return dates
}

// electionOn tells the kind of election by its day: a regular one falls on a
// Wednesday from 15 to 21 March (Kieswet F 1 and J 1), a redivision election
// in the autumn. Any other day has no calendar of which we are sure.
func electionOn(day domain.Date) domain.Election {
	switch {
	case day.Weekday() != time.Wednesday:
		return ""
	case day.Month() == time.March && day.Day() >= 15 && day.Day() <= 21:
		return domain.ElectionRegular
	case day.Month() == time.November:
		return domain.ElectionRedivision
	}
	return ""
}

package app

import (
	"cmp"
	"fmt"
	"slices"

	"raadwijzer/app/internal/domain"
	"raadwijzer/app/internal/store"
)

func templateView(t domain.Checklist) TemplateView {
	view := TemplateView{ID: t.ID, Version: t.Version, Title: t.Title, Summary: t.Summary, Notice: t.Notice,
		AnchorLabel: t.AnchorLabel, Item: t.Item, Phases: []string{}, Election: t.Election, Own: t.Own}
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

func (a *App) runCard(run *domain.Run, sum domain.Summary) RunCard {
	return RunCard{ID: run.ID, Template: run.Template, Title: run.Title, Name: run.Name, Municipality: run.Municipality,
		Period: run.Period, Anchor: run.Anchor.String(), AnchorLabel: run.AnchorLabel, Progress: progressView(sum.Progress),
		NextStep: sum.Next, Deadline: sum.Due.String(), DeadlineStep: sum.DueStep, Late: sum.Late(a.today()),
		Archived: run.Archived, Created: moment(run.Created), Updated: moment(run.Updated)}
}

// sortRuns puts what asks for attention first, and what was put away last.
func sortRuns(cards []RunCard) {
	rank := func(c RunCard) int {
		switch {
		case c.Archived:
			return 4
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
	view := RunView{RunCard: a.runCard(run, run.Summary()), Notice: run.Notice, Item: run.Item, Election: string(run.Election),
		Phases: []PhaseView{}, Notes: []NoteCard{}, Offers: len(a.offers(run))}
	rows, _, err := a.store.Notes(a.ctx, store.NoteFilter{Run: run.ID})
	if err != nil {
		return view, err
	}
	recesses, err := a.store.Recesses(a.ctx)
	if err != nil {
		return view, err
	}
	last, err := a.store.LastChange(a.ctx, run.ID)
	if err != nil {
		return view, err
	}
	view.CanUndo = last != ""
	view.Dates, view.Unsure = calendarDates(a.calendar(), run.Election, run.Anchor, recesses)
	notes := map[string][]NoteCard{}
	for _, row := range rows {
		notes[row.Step] = append(notes[row.Step], noteCard(row.Note, row.Excerpt, ""))
	}
	view.Notes = append(view.Notes, notes[""]...)
	for _, p := range run.Phases {
		phase := PhaseView{ID: p.ID, Title: p.Title, Goal: p.Goal, Origin: string(p.Origin), Source: SourceView(p.Source),
			Progress: progressView(p.Progress()), Steps: []StepView{}}
		for _, s := range p.Steps {
			step := a.stepView(run, s, recesses)
			step.Notes = append(step.Notes, notes[s.ID]...)
			phase.Steps = append(phase.Steps, step)
		}
		view.Phases = append(view.Phases, phase)
	}
	return view, nil
}

func (a *App) stepView(run *domain.Run, s domain.Step, recesses []domain.Recess) StepView {
	view := StepView{ID: s.ID, Kind: string(s.Kind), Text: s.Text, Why: s.Why, Origin: string(s.Origin),
		Article: s.Article, Source: SourceView(s.Source), Parent: s.Parent, State: string(s.State), Reason: s.Reason,
		By: s.By, At: moment(s.At), Options: []OptionView{}, People: filled(s.People), Questions: []QuestionView{},
		Deadline: s.Deadline.String(), Proposed: s.DateFor(run.Anchor, run.Election).String(), Pinned: s.Pinned,
		Late: s.Late(a.today()), Remarks: filled(s.Deadline.Remarks(recesses)), Who: s.Who, Note: s.Note, Link: s.Link,
		Notes: []NoteCard{}}
	for _, o := range s.Options {
		view.Options = append(view.Options, OptionView{ID: o.ID, Text: o.Text, Chosen: slices.Contains(s.Chosen, o.ID)})
	}
	for _, q := range s.Questions {
		view.Questions = append(view.Questions, QuestionView(q))
	}
	return view
}

// filled makes a list that is never null in JSON.
func filled(list []string) []string {
	if list == nil {
		return []string{}
	}
	return list
}

func progressView(p domain.Progress) ProgressView {
	return ProgressView{Done: p.Done, Total: p.Total, Skipped: p.Skipped}
}

// stepDates returns the proposed dates of the steps of a template.
func stepDates(t domain.Checklist, anchor domain.Date, election domain.Election, recesses []domain.Recess) []DateView {
	dates := []DateView{}
	for _, p := range t.Phases {
		for _, s := range p.Steps {
			if day := s.DateFor(anchor, election); !day.IsZero() {
				dates = append(dates, DateView{Step: s.ID, Text: s.Text, Date: day.String(), Origin: string(domain.OriginProposal),
					Remarks: filled(day.Remarks(recesses))})
			}
		}
	}
	return dates
}

// calendarDates returns the dates of the calendar of an election. It reports
// whether the day does not fit this kind of election.
func calendarDates(entries []domain.CalendarEntry, election domain.Election, anchor domain.Date, recesses []domain.Recess) ([]DateView, bool) {
	dates := []DateView{}
	for _, d := range domain.CalendarFor(entries, election, anchor) {
		dates = append(dates, DateView{Text: d.Text, Date: d.Day.String(), Origin: string(d.Origin), Article: d.Article,
			Source: SourceView(d.Source), Note: d.Note, Until: d.Until.String(), Calculated: d.Calculated, Reference: d.Reference,
			Remarks: filled(d.Day.Remarks(recesses))})
	}
	return dates, election != "" && !anchor.IsZero() && len(dates) == 0
}

func sortDates(dates []DateView) {
	slices.SortStableFunc(dates, func(a, b DateView) int { return cmp.Compare(a.Date, b.Date) })
}

// periodFor returns the council period that an election begins, "2030-2034".
func periodFor(election domain.Election, anchor domain.Date) string {
	switch {
	case anchor.IsZero():
		return ""
	case election == domain.ElectionRegular:
		return fmt.Sprintf("%d-%d", anchor.Year(), anchor.Year()+4)
	case election == domain.ElectionRedivision:
		return fmt.Sprintf("vanaf %d", anchor.Year()+1) // how long differs, see content/calendar.yaml
	}
	return ""
}

func logLines(entries []domain.LogEntry) []LogLine {
	undone := map[string]bool{}
	for _, e := range entries {
		undone[e.Undoes] = true
	}
	lines := []LogLine{}
	for _, e := range entries {
		line := LogLine{At: moment(e.At), By: e.By, ID: e.Step, Step: e.Text, What: e.Action(), From: e.Word(e.From), To: e.Word(e.To),
			Undone: undone[e.Change], Undoes: e.Undoes != ""}
		lines = append(lines, line)
	}
	return lines
}

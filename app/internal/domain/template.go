package domain

// Checklist returns the steps of a run as a checklist, to start another run
// with or to keep: without what was done, with the user's own steps. A date
// that the user gave to a step of his own becomes a number of days from the
// anchor.
func (r *Run) Checklist() Checklist {
	c := Checklist{ID: r.Template, Version: r.TemplateVersion, Title: r.Title, Notice: r.Notice, Item: r.Item,
		AnchorLabel: r.AnchorLabel, Election: r.Election != ""}
	for _, p := range r.Phases {
		phase := ChecklistPhase{ID: p.ID, Title: p.Title, Goal: p.Goal, Origin: p.Origin, Source: p.Source}
		for _, s := range p.Steps {
			step := s.ChecklistStep
			for _, q := range s.Questions {
				step.Asks = append(step.Asks, q.Text)
			}
			if step.Origin == OriginOwn && s.Pinned && !s.Deadline.IsZero() && !r.Anchor.IsZero() {
				days := r.Anchor.DaysUntil(s.Deadline)
				step.Offset = &days
			}
			phase.Steps = append(phase.Steps, step)
		}
		c.Phases = append(c.Phases, phase)
	}
	return c
}

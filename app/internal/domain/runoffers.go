package domain

import (
	"slices"
	"strconv"
)

// Offer is a step that a newer version of the template has and a run has not.
type Offer struct {
	Phase      string // id
	PhaseTitle string // of the template
	NewPhase   bool   // the run has no such phase yet
	At         int    // position in the phase
	Step       ChecklistStep
}

// Offers returns the new steps of a newer version of the template of the run,
// in the order of the template.
func (r *Run) Offers(c Checklist) []Offer {
	if c.ID != r.Template || c.Version <= r.TemplateVersion {
		return nil
	}
	var offers []Offer
	for _, p := range c.Phases {
		fresh := r.phase(p.ID) == nil
		after, count := 0, 0
		for _, s := range p.Steps {
			if phase, at := r.place(s.ID); phase == nil {
				offers = append(offers, Offer{p.ID, p.Title, fresh, after + count, s})
				count++
			} else if phase.ID == p.ID {
				after = at + 1
			}
		}
	}
	return offers
}

// TakeOffers adds the wanted new steps of the template, with the new phases
// they stand in, and remembers that this version was looked at, so that what
// was left out is not offered again. Errors: CodeStepUnknown for a step that
// is not offered.
func (r *Run) TakeOffers(c Checklist, wanted []string, who Actor) error {
	offers := r.Offers(c)
	for _, id := range wanted {
		if !slices.ContainsFunc(offers, func(o Offer) bool { return o.Step.ID == id }) {
			return Fail(CodeStepUnknown, id)
		}
	}
	left := map[string]int{} // of each phase: offers that were not taken
	for _, o := range offers {
		if !slices.Contains(wanted, o.Step.ID) {
			left[o.Phase]++
			continue
		}
		if err := r.takeOffer(c, o, o.At-left[o.Phase], who); err != nil {
			return err
		}
	}
	return r.changes(who, LogEntry{What: LogTemplate, To: strconv.Itoa(max(c.Version, r.TemplateVersion))})
}

func (r *Run) takeOffer(c Checklist, o Offer, at int, who Actor) error {
	if r.phase(o.Phase) == nil {
		if err := r.addPhase(c, o.Phase, who); err != nil {
			return err
		}
	}
	// A topic whose step was not taken stands on its own.
	if parent, _ := r.place(o.Step.Parent); parent == nil {
		o.Step.Parent = ""
	}
	return r.add(o.Phase, at, o.Step, who)
}

// addPhase adds a phase of the template, after the phase that stands before it
// there.
func (r *Run) addPhase(c Checklist, id string, who Actor) error {
	at := 0
	for _, p := range c.Phases {
		if p.ID == id {
			phase := Phase{ID: p.ID, Title: p.Title, Goal: p.Goal, Origin: p.Origin, Source: p.Source}
			text, err := placedPhaseText(at, phase)
			if err != nil {
				return err
			}
			return r.changes(who, LogEntry{Part: id, Text: p.Title, What: LogPhaseAdded, To: text})
		}
		if i := r.phaseAt(p.ID); i >= 0 {
			at = i + 1
		}
	}
	return Fail(CodePhaseUnknown, id)
}

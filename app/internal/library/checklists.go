package library

import (
	"errors"
	"fmt"
	"io/fs"

	"raadwijzer/app/internal/domain"
)

type rawChecklist struct {
	ID          string     `yaml:"id"`
	Version     int        `yaml:"version"`
	Title       string     `yaml:"title"`
	Summary     string     `yaml:"summary"`
	Notice      string     `yaml:"notice"`
	Item        string     `yaml:"item"`
	AnchorLabel string     `yaml:"anchor_label"`
	Election    bool       `yaml:"election"`
	Phases      []rawPhase `yaml:"phases"`
}

type rawPhase struct {
	ID     string        `yaml:"id"`
	Title  string        `yaml:"title"`
	Goal   string        `yaml:"goal"`
	Origin domain.Origin `yaml:"origin"`
	Source rawSource     `yaml:"source"`
	Steps  []rawStep     `yaml:"steps"`
}

type rawStep struct {
	ID      string          `yaml:"id"`
	Kind    domain.StepKind `yaml:"kind"`
	Text    string          `yaml:"text"`
	Why     string          `yaml:"why"`
	Origin  domain.Origin   `yaml:"origin"`
	Article string          `yaml:"article"`
	Source  rawSource       `yaml:"source"`
	Parent  string          `yaml:"parent"`
	Offset  *int            `yaml:"offset"`
	// Redivision is the rule for the date after a redivision election.
	Redivision string      `yaml:"redivision"`
	Options    []rawOption `yaml:"options"`
	People     []string    `yaml:"people"`
}

type rawOption struct {
	ID   string `yaml:"id"`
	Text string `yaml:"text"`
}

func loadChecklists(fsys fs.FS) ([]domain.Checklist, error) {
	names, err := files(fsys, "checklists", ".yaml")
	if err != nil {
		return nil, err
	}
	lists := make([]domain.Checklist, len(names))
	for i, name := range names {
		file := "checklists/" + name
		var raw rawChecklist
		if err := decodeFile(fsys, file, &raw); err != nil {
			return nil, at(file, err)
		}
		if lists[i], err = raw.checklist(); err != nil {
			return nil, at(file, err)
		}
		if want := raw.ID + ".yaml"; name != want {
			return nil, at(file, fmt.Errorf("the name should be %s", want))
		}
	}
	return lists, nil
}

func (r rawChecklist) checklist() (domain.Checklist, error) {
	c := domain.Checklist{
		ID: r.ID, Version: r.Version, Title: r.Title, Summary: r.Summary,
		Notice: r.Notice, Item: r.Item, AnchorLabel: r.AnchorLabel, Election: r.Election,
	}
	if err := (ids{}).add(r.ID); err != nil {
		return c, err
	}
	if err := allFilled("title", r.Title, "summary", r.Summary, "anchor_label", r.AnchorLabel, "item", r.Item); err != nil {
		return c, err
	}
	if r.Version < 1 || len(r.Phases) == 0 {
		return c, errors.New("missing version or phases")
	}
	phases, steps := ids{}, ids{}
	parents := map[string]bool{}
	for _, p := range r.Phases {
		if err := phases.add(p.ID); err != nil {
			return c, fmt.Errorf("phase: %w", err)
		}
		phase, err := p.phase(steps, parents)
		if err != nil {
			return c, fmt.Errorf("phase %s: %w", p.ID, err)
		}
		c.Phases = append(c.Phases, phase)
	}
	return c, nil
}

// phase converts a phase. steps collects the ids of the whole checklist,
// parents those under which a topic may hang.
func (r rawPhase) phase(steps ids, parents map[string]bool) (domain.ChecklistPhase, error) {
	p := domain.ChecklistPhase{ID: r.ID, Title: r.Title, Goal: r.Goal, Origin: r.Origin, Source: r.Source.source()}
	if err := allFilled("title", r.Title, "goal", r.Goal); err != nil {
		return p, err
	}
	if err := (ground{Origin: r.Origin, Source: r.Source}).check(); err != nil {
		return p, err
	}
	if len(r.Steps) == 0 {
		return p, errors.New("missing steps")
	}
	for _, s := range r.Steps {
		if err := s.check(steps, parents); err != nil {
			return p, fmt.Errorf("step %s: %w", s.ID, err)
		}
		p.Steps = append(p.Steps, s.step())
	}
	return p, nil
}

func (r rawStep) check(steps ids, parents map[string]bool) error {
	if err := steps.add(r.ID); err != nil {
		return err
	}
	if err := allFilled("text", r.Text, "why", r.Why); err != nil {
		return err
	}
	if err := (ground{r.Origin, r.Article, r.Source}).check(); err != nil {
		return err
	}
	switch {
	case !r.Kind.Valid():
		return fmt.Errorf("unknown kind %q", r.Kind)
	case r.Parent != "" && !parents[r.Parent]:
		return fmt.Errorf("unknown parent %q", r.Parent)
	case r.Parent != "" && r.Kind != domain.StepTopic:
		return errors.New("only a topic has a parent")
	case r.Kind == domain.StepTopic && r.Offset != nil:
		return errors.New("a topic has no date")
	case r.Origin == domain.OriginLaw && r.Offset != nil:
		// The law names no day for a formation step, and a proposed day
		// beside an article would look like one.
		return errors.New("a step from the law has no proposed date")
	case (r.Kind == domain.StepChoice) != (len(r.Options) > 1):
		return errors.New("a choice and only a choice has two options or more")
	case (r.Kind == domain.StepForm) != (len(r.People) > 1):
		return errors.New("a form and only a form has two people or more")
	case r.Redivision != "" && (r.Redivision != domain.RuleFirstWorkingDay || r.Offset == nil):
		return fmt.Errorf("unknown rule %q, or no offset beside it", r.Redivision)
	}
	parents[r.ID] = r.Kind != domain.StepTopic
	for _, o := range r.Options {
		if err := steps.add(o.ID); err != nil {
			return err
		}
		if err := filled("option text", o.Text); err != nil {
			return err
		}
	}
	return nil
}

func (r rawStep) step() domain.ChecklistStep {
	s := domain.ChecklistStep{
		ID: r.ID, Kind: r.Kind, Text: r.Text, Why: r.Why, Origin: r.Origin,
		Article: r.Article, Source: r.Source.source(), Parent: r.Parent, Offset: r.Offset,
		Redivision: r.Redivision, People: r.People,
	}
	for _, o := range r.Options {
		s.Options = append(s.Options, domain.ChoiceOption{ID: o.ID, Text: o.Text})
	}
	return s
}

// checkReferences refuses an item and a checklist that do not name each other.
func (l *Library) checkReferences() error {
	for _, c := range l.checklists {
		item, err := l.Item(c.Item)
		if err != nil {
			return at("checklists/"+c.ID+".yaml", fmt.Errorf("unknown item %q", c.Item))
		}
		if item.Checklist != c.ID {
			return at("checklists/"+c.ID+".yaml", fmt.Errorf("item %q belongs to checklist %q", item.ID, item.Checklist))
		}
	}
	for i, item := range l.items {
		if item.Checklist == "" {
			continue
		}
		if c, err := l.Checklist(item.Checklist); err != nil || c.Item != item.ID {
			return at(fmt.Sprintf("items/%02d-%s.md", i+1, item.ID), fmt.Errorf("unknown checklist %q", item.Checklist))
		}
	}
	return nil
}

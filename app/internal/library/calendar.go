package library

import (
	"errors"
	"fmt"
	"io/fs"

	"raadwijzer/app/internal/domain"
)

type rawEntry struct {
	ID         string          `yaml:"id"`
	Text       string          `yaml:"text"`
	Election   domain.Election `yaml:"election"`
	Offset     *int            `yaml:"offset"`
	Rule       string          `yaml:"rule"`
	Origin     domain.Origin   `yaml:"origin"`
	Article    string          `yaml:"article"`
	Source     rawSource       `yaml:"source"`
	Note       string          `yaml:"note"`
	Extends    bool            `yaml:"extends"`
	Reference  bool            `yaml:"reference"`
	Years      []int           `yaml:"years"`
	Calculated []int           `yaml:"calculated"`
}

const calendarFile = "calendar.yaml"

func loadCalendar(fsys fs.FS) ([]domain.CalendarEntry, error) {
	var raw []rawEntry
	if err := decodeFile(fsys, calendarFile, &raw); err != nil {
		return nil, at(calendarFile, err)
	}
	seen := ids{}
	entries := make([]domain.CalendarEntry, len(raw))
	for i, r := range raw {
		if err := r.check(seen); err != nil {
			return nil, at(calendarFile, fmt.Errorf("entry %s: %w", r.ID, err))
		}
		entries[i] = domain.CalendarEntry{
			ID: r.ID, Text: r.Text, Election: r.Election, Rule: r.Rule, Origin: r.Origin, Article: r.Article,
			Source: r.Source.source(), Note: r.Note, Extends: r.Extends, Reference: r.Reference, Years: r.Years, Calculated: r.Calculated,
		}
		if r.Offset != nil {
			entries[i].Offset = *r.Offset
		}
	}
	return entries, nil
}

func (r rawEntry) check(seen ids) error {
	if err := seen.add(r.ID); err != nil {
		return err
	}
	if err := filled("text", r.Text); err != nil {
		return err
	}
	if err := (ground{r.Origin, r.Article, r.Source}).check(); err != nil {
		return err
	}
	switch {
	case r.Election != domain.ElectionRegular && r.Election != domain.ElectionRedivision:
		return fmt.Errorf("unknown election %q", r.Election)
	case r.Rule != "" && r.Rule != domain.RuleFirstWorkingDay:
		return fmt.Errorf("unknown rule %q", r.Rule)
	case (r.Rule == "") != (r.Offset != nil):
		return errors.New("an entry has an offset or a rule")
	case len(r.Calculated) > 0 && len(r.Years) == 0:
		return errors.New("what holds every year needs no calculated years")
	}
	return nil
}

package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"reflect"
	"slices"
	"strings"

	"raadwijzer/app/internal/domain"
)

// CreateRun stores a new run with its steps and its first log line.
func (s *Store) CreateRun(ctx context.Context, r *domain.Run) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `INSERT INTO runs (id, template, template_version, title, notice, anchor_label,
			item, name, municipality, period, anchor, election, created, updated) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
			r.ID, r.Template, r.TemplateVersion, r.Title, r.Notice, r.AnchorLabel, r.Item, r.Name, r.Municipality,
			r.Period, r.Anchor.String(), r.Election, moment(r.Created), moment(r.Updated))
		if err != nil {
			return err
		}
		return s.updateRun(ctx, tx, r, shape{})
	})
}

// UpdateRun reads a run, lets f change it and stores what changed, all in one
// transaction. When f fails nothing is stored. Errors: CodeRunUnknown, and
// those of f.
func (s *Store) UpdateRun(ctx context.Context, id string, f func(*domain.Run) error) (*domain.Run, error) {
	return s.changeRun(ctx, id, func(_ *sql.Tx, run *domain.Run) error { return f(run) })
}

// UpdateRunByLog is UpdateRun for a change that depends on the log, oldest
// line first.
func (s *Store) UpdateRunByLog(ctx context.Context, id string, f func(*domain.Run, []domain.LogEntry) error) (*domain.Run, error) {
	return s.changeRun(ctx, id, func(tx *sql.Tx, run *domain.Run) error {
		log, err := readLog(ctx, tx, id)
		if err != nil {
			return err
		}
		return f(run, log)
	})
}

func (s *Store) changeRun(ctx context.Context, id string, f func(*sql.Tx, *domain.Run) error) (run *domain.Run, err error) {
	err = s.write(ctx, func(tx *sql.Tx) error {
		if run, err = readRun(ctx, tx, id); err != nil {
			return err
		}
		before := shapeOf(run)
		if err := f(tx, run); err != nil || len(run.Added) == 0 {
			return err
		}
		return s.updateRun(ctx, tx, run, before)
	})
	if err != nil {
		return nil, err
	}
	return run, nil
}

// place is a step with where it stands.
type place struct {
	phase    string
	position int
	step     domain.Step
}

// shape is which phases and steps a run has.
type shape struct {
	phases []string
	places map[string]place
}

func shapeOf(r *domain.Run) shape {
	s := shape{places: map[string]place{}}
	for _, p := range r.Phases {
		s.phases = append(s.phases, p.ID)
		for i, step := range p.Steps {
			step.Questions = cloneQuestions(step.Questions) // answers change in place
			s.places[step.ID] = place{p.ID, i, step}
		}
	}
	return s
}

func cloneQuestions(list []domain.Question) (clones []domain.Question) {
	for _, q := range list {
		q.Answers = append([]string(nil), q.Answers...)
		clones = append(clones, q)
	}
	return clones
}

// updateRun stores the run, the phases and steps that differ from before, and
// the log.
func (s *Store) updateRun(ctx context.Context, tx *sql.Tx, r *domain.Run, before shape) error {
	r.Rev++
	sum := r.Summary()
	_, err := tx.ExecContext(ctx, `UPDATE runs SET name = ?, municipality = ?, period = ?, anchor = ?, election = ?, archived = ?,
		template_version = ?, rev = ?, updated = ?, done = ?, total = ?, skipped = ?, next_step = ?, due = ?, due_step = ? WHERE id = ?`,
		r.Name, r.Municipality, r.Period, r.Anchor.String(), r.Election, r.Archived, r.TemplateVersion, r.Rev, moment(r.Updated),
		sum.Progress.Done, sum.Progress.Total, sum.Progress.Skipped, sum.Next, sum.Due.String(), sum.DueStep, r.ID)
	if err != nil {
		return err
	}
	after := shapeOf(r)
	if err := putPhases(ctx, tx, r, before.phases, after.phases); err != nil {
		return err
	}
	if err := putSteps(ctx, tx, r, before.places, after.places); err != nil {
		return err
	}
	if err := dropPhases(ctx, tx, r.ID, before.phases, after.phases); err != nil {
		return err
	}
	return appendLog(ctx, tx, r)
}

func putPhases(ctx context.Context, tx *sql.Tx, r *domain.Run, before, after []string) error {
	if slices.Equal(before, after) {
		return nil
	}
	for i, p := range r.Phases {
		_, err := tx.ExecContext(ctx, `INSERT INTO run_phases (run, id, position, title, goal, origin, source_title, source_url)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (run, id) DO UPDATE SET position = excluded.position`,
			r.ID, p.ID, i, p.Title, p.Goal, p.Origin, p.Source.Title, p.Source.URL)
		if err != nil {
			return err
		}
	}
	return nil
}

// dropPhases comes after the steps were stored: those of a phase go with it.
func dropPhases(ctx context.Context, tx *sql.Tx, run string, before, after []string) error {
	for _, id := range before {
		if slices.Contains(after, id) {
			continue
		}
		if _, err := tx.ExecContext(ctx, "DELETE FROM run_phases WHERE run = ? AND id = ?", run, id); err != nil {
			return err
		}
	}
	return nil
}

func putSteps(ctx context.Context, tx *sql.Tx, r *domain.Run, before, after map[string]place) error {
	for id := range before {
		if _, ok := after[id]; !ok {
			if err := dropStep(ctx, tx, r.ID, id); err != nil {
				return err
			}
		}
	}
	for id, now := range after {
		old, ok := before[id]
		if ok && reflect.DeepEqual(now, old) {
			continue
		}
		if err := putStep(ctx, tx, r.ID, now); err != nil {
			return err
		}
		if ok && stepText(old.step) == stepText(now.step) && old.step.Text == now.step.Text {
			continue
		}
		if err := putDoc(ctx, tx, SearchDoc{Kind: KindStep, ID: id, Run: r.ID, Title: now.step.Text,
			Text: stepText(now.step), Updated: moment(r.Updated)}); err != nil {
			return err
		}
	}
	return nil
}

// stepText is what is searched of a step besides its title.
func stepText(step domain.Step) string {
	text := []string{step.Why, step.Note, step.Reason}
	for _, o := range step.Options {
		text = append(text, o.Text)
	}
	for _, q := range step.Questions {
		text = append(append(text, q.Text), q.Answers...)
	}
	return strings.TrimSpace(strings.Join(text, "\n"))
}

func dropStep(ctx context.Context, tx *sql.Tx, run, id string) error {
	if _, err := tx.ExecContext(ctx, "DELETE FROM run_steps WHERE run = ? AND id = ?", run, id); err != nil {
		return err
	}
	return dropDoc(ctx, tx, KindStep, run, id)
}

func putStep(ctx context.Context, tx *sql.Tx, run string, p place) error {
	options, people, questions, err := lists(p.step)
	if err != nil {
		return err
	}
	step := p.step
	_, err = tx.ExecContext(ctx, `INSERT OR REPLACE INTO run_steps (run, id, phase, position, kind, text, why, origin, article,
		source_title, source_url, parent, "offset", redivision, options, people, state, reason, state_by, state_at, chosen,
		deadline, pinned, who, note, link, questions)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		run, step.ID, p.phase, p.position, step.Kind, step.Text, step.Why, step.Origin, step.Article,
		step.Source.Title, step.Source.URL, step.Parent, step.Offset, step.Redivision, options, people, step.State, step.Reason,
		step.By, moment(step.At), strings.Join(step.Chosen, ","), step.Deadline.String(), step.Pinned, step.Who, step.Note,
		step.Link, questions)
	return err
}

// lists returns the lists of a step as JSON, "" for an empty one.
func lists(step domain.Step) (options, people, questions string, err error) {
	put := func(to *string, list any, n int) {
		if n == 0 || err != nil {
			return
		}
		var text []byte
		text, err = json.Marshal(list)
		*to = string(text)
	}
	put(&options, step.Options, len(step.Options))
	put(&people, step.People, len(step.People))
	put(&questions, step.Questions, len(step.Questions))
	return options, people, questions, err
}

// appendLog writes the new lines. They were one action, so they share the id
// of a change.
func appendLog(ctx context.Context, tx *sql.Tx, r *domain.Run) error {
	change := NewID()
	for _, e := range r.Added {
		_, err := tx.ExecContext(ctx, `INSERT INTO run_log (id, run, change, undoes, at, by, step, part, text, what, from_value, to_value)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, NewID(), r.ID, change, e.Undoes, moment(e.At), e.By, e.Step, e.Part,
			e.Text, e.What, e.From, e.To)
		if err != nil {
			return err
		}
	}
	r.Added = nil
	return nil
}

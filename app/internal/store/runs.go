package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"reflect"
	"strings"

	"raadwijzer/app/internal/domain"
)

// CreateRun stores a new run with its steps and its first log line.
func (s *Store) CreateRun(ctx context.Context, r *domain.Run) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `INSERT INTO runs (id, template, template_version, title, notice, anchor_label,
			item, name, municipality, anchor, created, updated) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
			r.ID, r.Template, r.TemplateVersion, r.Title, r.Notice, r.AnchorLabel, r.Item, r.Name, r.Municipality,
			r.Anchor.String(), moment(r.Created), moment(r.Updated))
		if err != nil {
			return err
		}
		r.Rev = 1
		for i, p := range r.Phases {
			if err := s.insertPhase(ctx, tx, r, i, p); err != nil {
				return err
			}
		}
		return appendLog(ctx, tx, r)
	})
}

func (s *Store) insertPhase(ctx context.Context, tx *sql.Tx, r *domain.Run, position int, p domain.Phase) error {
	_, err := tx.ExecContext(ctx, `INSERT INTO run_phases (run, id, position, title, goal, origin, source_title, source_url)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?)`, r.ID, p.ID, position, p.Title, p.Goal, p.Origin, p.Source.Title, p.Source.URL)
	if err != nil {
		return err
	}
	for i, step := range p.Steps {
		options, err := json.Marshal(step.Options)
		if err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, `INSERT INTO run_steps (run, id, phase, position, kind, text, why, origin, article,
			source_title, source_url, parent, "offset", options, state, reason, done_by, chosen, deadline, pinned)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
			r.ID, step.ID, p.ID, i, step.Kind, step.Text, step.Why, step.Origin, step.Article,
			step.Source.Title, step.Source.URL, step.Parent, step.Offset, string(options), step.State, step.Reason,
			step.By, strings.Join(step.Chosen, ","), step.Deadline.String(), step.Pinned)
		if err != nil {
			return err
		}
		if err := indexStep(ctx, tx, r, step); err != nil {
			return err
		}
	}
	return nil
}

func indexStep(ctx context.Context, tx *sql.Tx, r *domain.Run, step domain.Step) error {
	text := []string{step.Why}
	for _, o := range step.Options {
		text = append(text, o.Text)
	}
	return putDoc(ctx, tx, SearchDoc{Kind: KindStep, ID: step.ID, Run: r.ID, Title: step.Text,
		Text: strings.Join(text, "\n"), Updated: moment(r.Updated)})
}

// Run returns a run with its steps. Errors: CodeRunUnknown.
func (s *Store) Run(ctx context.Context, id string) (*domain.Run, error) {
	runs, err := readRuns(ctx, s.db, "WHERE id = ?", id)
	if err != nil {
		return nil, failure(err)
	}
	if len(runs) == 0 {
		return nil, domain.Fail(domain.CodeRunUnknown, id)
	}
	return runs[0], nil
}

// Runs returns every run with its steps, the last changed first.
func (s *Store) Runs(ctx context.Context) ([]*domain.Run, error) {
	runs, err := readRuns(ctx, s.db, "")
	return runs, failure(err)
}

// UpdateRun reads a run, lets f change it and stores what changed, all in one
// transaction. When f fails nothing is stored. Errors: CodeRunUnknown, and
// those of f.
func (s *Store) UpdateRun(ctx context.Context, id string, f func(*domain.Run) error) (*domain.Run, error) {
	var run *domain.Run
	err := s.write(ctx, func(tx *sql.Tx) error {
		runs, err := readRuns(ctx, tx, "WHERE id = ?", id)
		if err != nil {
			return err
		}
		if len(runs) == 0 {
			return domain.Fail(domain.CodeRunUnknown, id)
		}
		run = runs[0]
		before := stepsOf(run)
		if err := f(run); err != nil {
			return err
		}
		if len(run.Added) == 0 {
			return nil
		}
		return s.updateRun(ctx, tx, run, before)
	})
	if err != nil {
		return nil, err
	}
	return run, nil
}

func stepsOf(r *domain.Run) map[string]domain.Step {
	steps := map[string]domain.Step{}
	for _, p := range r.Phases {
		for _, step := range p.Steps {
			steps[step.ID] = step
		}
	}
	return steps
}

func (s *Store) updateRun(ctx context.Context, tx *sql.Tx, r *domain.Run, before map[string]domain.Step) error {
	r.Rev++
	_, err := tx.ExecContext(ctx, "UPDATE runs SET name = ?, municipality = ?, anchor = ?, rev = ?, updated = ? WHERE id = ?",
		r.Name, r.Municipality, r.Anchor.String(), r.Rev, moment(r.Updated), r.ID)
	if err != nil {
		return err
	}
	for id, step := range stepsOf(r) {
		if reflect.DeepEqual(step, before[id]) {
			continue
		}
		_, err := tx.ExecContext(ctx, `UPDATE run_steps SET state = ?, reason = ?, done_by = ?, chosen = ?, deadline = ?, pinned = ?
			WHERE run = ? AND id = ?`, step.State, step.Reason, step.By, strings.Join(step.Chosen, ","),
			step.Deadline.String(), step.Pinned, r.ID, id)
		if err != nil {
			return err
		}
	}
	return appendLog(ctx, tx, r)
}

func appendLog(ctx context.Context, tx *sql.Tx, r *domain.Run) error {
	for _, e := range r.Added {
		_, err := tx.ExecContext(ctx, `INSERT INTO run_log (id, run, at, by, step, text, what, from_value, to_value)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`, NewID(), r.ID, moment(e.At), e.By, e.Step, e.Text, e.What, e.From, e.To)
		if err != nil {
			return err
		}
	}
	r.Added = nil
	return nil
}

// RunLog returns the log of a run, oldest line first. Errors: CodeRunUnknown.
func (s *Store) RunLog(ctx context.Context, run string) (list []domain.LogEntry, err error) {
	if _, err := s.Run(ctx, run); err != nil {
		return nil, err
	}
	err = each(ctx, s.db, `SELECT id, at, by, step, text, what, from_value, to_value FROM run_log WHERE run = ? ORDER BY key`,
		[]any{run}, func(rows *sql.Rows) error {
			var e domain.LogEntry
			var at string
			if err := rows.Scan(&e.ID, &at, &e.By, &e.Step, &e.Text, &e.What, &e.From, &e.To); err != nil {
				return err
			}
			var err error
			e.At, err = parseMoment(at)
			list = append(list, e)
			return err
		})
	return list, failure(err)
}

func readRuns(ctx context.Context, q querier, where string, args ...any) (list []*domain.Run, err error) {
	byID := map[string]*domain.Run{}
	err = each(ctx, q, `SELECT id, template, template_version, title, notice, anchor_label, item, name, municipality,
		anchor, rev, created, updated FROM runs `+where+` ORDER BY updated DESC, id DESC`, args, func(rows *sql.Rows) error {
		r, err := scanRun(rows)
		list, byID[r.ID] = append(list, r), r
		return err
	})
	if err != nil {
		return nil, err
	}
	if len(list) == 0 {
		return nil, nil
	}
	whereRun := strings.Replace(where, "id =", "run =", 1)
	err = each(ctx, q, `SELECT run, id, title, goal, origin, source_title, source_url FROM run_phases `+whereRun+
		` ORDER BY run, position`, args, func(rows *sql.Rows) error {
		var run string
		var p domain.Phase
		err := rows.Scan(&run, &p.ID, &p.Title, &p.Goal, &p.Origin, &p.Source.Title, &p.Source.URL)
		if r := byID[run]; r != nil {
			r.Phases = append(r.Phases, p)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	return list, readSteps(ctx, q, byID, whereRun, args)
}

func scanRun(rows *sql.Rows) (*domain.Run, error) {
	var r domain.Run
	var anchor, created, updated string
	err := rows.Scan(&r.ID, &r.Template, &r.TemplateVersion, &r.Title, &r.Notice, &r.AnchorLabel, &r.Item, &r.Name,
		&r.Municipality, &anchor, &r.Rev, &created, &updated)
	return &r, errors.Join(err, setDate(&r.Anchor, anchor), setMoment(&r.Created, created), setMoment(&r.Updated, updated))
}

func setDate(d *domain.Date, s string) (err error) {
	if s != "" {
		*d, err = domain.ParseDate(s)
	}
	return err
}

func readSteps(ctx context.Context, q querier, runs map[string]*domain.Run, where string, args []any) error {
	return each(ctx, q, `SELECT run, phase, id, kind, text, why, origin, article, source_title, source_url, parent, "offset",
		options, state, reason, done_by, chosen, deadline, pinned FROM run_steps `+where+` ORDER BY run, position`, args,
		func(rows *sql.Rows) error {
			run, phase, step, err := scanStep(rows)
			if err != nil || runs[run] == nil {
				return err
			}
			phases := runs[run].Phases
			for i := range phases {
				if phases[i].ID == phase {
					phases[i].Steps = append(phases[i].Steps, step)
				}
			}
			return nil
		})
}

func scanStep(rows *sql.Rows) (run, phase string, step domain.Step, err error) {
	var options, chosen, deadline string
	err = rows.Scan(&run, &phase, &step.ID, &step.Kind, &step.Text, &step.Why, &step.Origin, &step.Article,
		&step.Source.Title, &step.Source.URL, &step.Parent, &step.Offset, &options, &step.State, &step.Reason,
		&step.By, &chosen, &deadline, &step.Pinned)
	if err != nil {
		return "", "", step, err
	}
	if options != "null" {
		err = json.Unmarshal([]byte(options), &step.Options)
	}
	if chosen != "" {
		step.Chosen = strings.Split(chosen, ",")
	}
	return run, phase, step, errors.Join(err, setDate(&step.Deadline, deadline))
}

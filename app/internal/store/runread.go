package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"strings"

	"raadwijzer/app/internal/domain"
)

// RunCard is a run as an overview shows it: its steps are not read.
type RunCard struct {
	domain.Run
	Summary domain.Summary
}

// Runs returns the runs without their steps, the last changed first.
func (s *Store) Runs(ctx context.Context) (cards []RunCard, err error) {
	err = each(ctx, s.db, "SELECT "+runColumns+", done, total, skipped, next_step, due, due_step FROM runs ORDER BY updated DESC, id DESC", nil,
		func(rows *sql.Rows) error {
			var c RunCard
			var due string
			p := &c.Summary.Progress
			err := scanRun(rows, &c.Run, &p.Done, &p.Total, &p.Skipped, &c.Summary.Next, &due, &c.Summary.DueStep)
			cards = append(cards, c)
			return errors.Join(err, setDate(&cards[len(cards)-1].Summary.Due, due))
		})
	return cards, failure(err)
}

// Run returns a run with its steps. Errors: CodeRunUnknown.
func (s *Store) Run(ctx context.Context, id string) (*domain.Run, error) {
	run, err := readRun(ctx, s.db, id)
	return run, failure(err)
}

// RunLog returns the log of a run, oldest line first. Errors: CodeRunUnknown.
func (s *Store) RunLog(ctx context.Context, run string) ([]domain.LogEntry, error) {
	log, err := readLog(ctx, s.db, run)
	if err == nil && len(log) == 0 { // every run has a line of its start
		err = domain.Fail(domain.CodeRunUnknown, run)
	}
	return log, failure(err)
}

// LastChange returns the change of a run that can be undone, or "".
func (s *Store) LastChange(ctx context.Context, run string) (change string, err error) {
	err = s.db.QueryRowContext(ctx, `SELECT change FROM run_log AS line WHERE run = ? AND what <> ? AND undoes = ''
		AND NOT EXISTS (SELECT 1 FROM run_log WHERE run = line.run AND undoes = line.change) ORDER BY key DESC LIMIT 1`,
		run, domain.LogStarted).Scan(&change)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	return change, failure(err)
}

func readLog(ctx context.Context, q querier, run string) (list []domain.LogEntry, err error) {
	err = each(ctx, q, `SELECT id, change, undoes, at, by, step, part, text, what, from_value, to_value FROM run_log
		WHERE run = ? ORDER BY key`, []any{run}, func(rows *sql.Rows) error {
		var e domain.LogEntry
		var at string
		if err := rows.Scan(&e.ID, &e.Change, &e.Undoes, &at, &e.By, &e.Step, &e.Part, &e.Text, &e.What, &e.From, &e.To); err != nil {
			return err
		}
		err := setMoment(&e.At, at)
		list = append(list, e)
		return err
	})
	return list, err
}

const runColumns = `id, template, template_version, title, notice, anchor_label, item, name, municipality, period,
	anchor, election, archived, rev, created, updated`

func scanRun(rows *sql.Rows, r *domain.Run, more ...any) error {
	var anchor, created, updated string
	err := rows.Scan(append([]any{&r.ID, &r.Template, &r.TemplateVersion, &r.Title, &r.Notice, &r.AnchorLabel, &r.Item, &r.Name,
		&r.Municipality, &r.Period, &anchor, &r.Election, &r.Archived, &r.Rev, &created, &updated}, more...)...)
	return errors.Join(err, setDate(&r.Anchor, anchor), setMoment(&r.Created, created), setMoment(&r.Updated, updated))
}

func readRun(ctx context.Context, q querier, id string) (run *domain.Run, err error) {
	err = each(ctx, q, "SELECT "+runColumns+" FROM runs WHERE id = ?", []any{id}, func(rows *sql.Rows) error {
		run = &domain.Run{}
		return scanRun(rows, run)
	})
	if err != nil {
		return nil, err
	}
	if run == nil {
		return nil, domain.Fail(domain.CodeRunUnknown, id)
	}
	err = each(ctx, q, "SELECT id, title, goal, origin, source_title, source_url FROM run_phases WHERE run = ? ORDER BY position",
		[]any{id}, func(rows *sql.Rows) error {
			var p domain.Phase
			err := rows.Scan(&p.ID, &p.Title, &p.Goal, &p.Origin, &p.Source.Title, &p.Source.URL)
			run.Phases = append(run.Phases, p)
			return err
		})
	if err != nil {
		return nil, err
	}
	return run, readSteps(ctx, q, run)
}

func setDate(d *domain.Date, s string) (err error) {
	if s != "" {
		*d, err = domain.ParseDate(s)
	}
	return err
}

func readSteps(ctx context.Context, q querier, run *domain.Run) error {
	phases := map[string]*domain.Phase{}
	for i := range run.Phases {
		phases[run.Phases[i].ID] = &run.Phases[i]
	}
	return each(ctx, q, `SELECT phase, id, kind, text, why, origin, article, source_title, source_url, parent, "offset", redivision,
		options, people, state, reason, state_by, state_at, chosen, deadline, pinned, who, note, link, questions
		FROM run_steps WHERE run = ? ORDER BY position`, []any{run.ID}, func(rows *sql.Rows) error {
		phase, step, err := scanStep(rows)
		if p := phases[phase]; p != nil {
			p.Steps = append(p.Steps, step)
		}
		return err
	})
}

func scanStep(rows *sql.Rows) (phase string, step domain.Step, err error) {
	var options, people, questions, at, chosen, deadline string
	err = rows.Scan(&phase, &step.ID, &step.Kind, &step.Text, &step.Why, &step.Origin, &step.Article,
		&step.Source.Title, &step.Source.URL, &step.Parent, &step.Offset, &step.Redivision, &options, &people, &step.State,
		&step.Reason, &step.By, &at, &chosen, &deadline, &step.Pinned, &step.Who, &step.Note, &step.Link, &questions)
	if err != nil {
		return "", step, err
	}
	if chosen != "" {
		step.Chosen = strings.Split(chosen, ",")
	}
	return phase, step, errors.Join(setList(&step.Options, options), setList(&step.People, people),
		setList(&step.Questions, questions), setDate(&step.Deadline, deadline), setMoment(&step.At, at))
}

func setList[T any](list *[]T, text string) error {
	if text == "" {
		return nil
	}
	return json.Unmarshal([]byte(text), list)
}

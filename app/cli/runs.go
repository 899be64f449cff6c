package cli

import (
	"github.com/spf13/pflag"

	"raadwijzer/app"
)

// runJSON is a run as a program reads it.
type runJSON struct {
	ID           string           `json:"id"`
	Template     string           `json:"template"`
	Name         string           `json:"name"`
	Municipality string           `json:"municipality"`
	Anchor       string           `json:"anchor"`
	Progress     app.ProgressView `json:"progress"`
	Phases       []phaseJSON      `json:"phases,omitempty"`
}

type phaseJSON struct {
	ID    string     `json:"id"`
	Title string     `json:"title"`
	Steps []stepJSON `json:"steps"`
}

type stepJSON struct {
	ID       string           `json:"id"`
	Kind     string           `json:"kind"`
	Text     string           `json:"text"`
	State    string           `json:"state"`
	Origin   string           `json:"origin"`
	Deadline string           `json:"deadline,omitempty"`
	Reason   string           `json:"reason,omitempty"`
	By       string           `json:"by,omitempty"`
	Options  []app.OptionView `json:"options,omitempty"`
}

type logJSON struct {
	At   string `json:"at"`
	By   string `json:"by"`
	Step string `json:"step"` // id of the step, "" for the run itself
	Text string `json:"text"` // of the step at that moment
	What string `json:"what"`
	From string `json:"from"`
	To   string `json:"to"`
}

func toRunJSON(card app.RunCard, phases []app.PhaseView) runJSON {
	run := runJSON{ID: card.ID, Template: card.Template, Name: card.Name, Municipality: card.Municipality,
		Anchor: card.Anchor, Progress: card.Progress}
	for _, p := range phases {
		phase := phaseJSON{ID: p.ID, Title: p.Title, Steps: []stepJSON{}}
		for _, s := range p.Steps {
			phase.Steps = append(phase.Steps, stepJSON{ID: s.ID, Kind: s.Kind, Text: s.Text, State: s.State, Origin: s.Origin,
				Deadline: s.Deadline, Reason: s.Reason, By: s.By, Options: s.Options})
		}
		run.Phases = append(run.Phases, phase)
	}
	return run
}

func runsStart(flags *pflag.FlagSet) action {
	var start app.NewRun
	flags.StringVar(&start.Name, "name", "", "naam van het traject")
	flags.StringVar(&start.Municipality, "municipality", "", "gemeente")
	flags.StringVar(&start.Anchor, "anchor", "", "dag waarvan de datums afhangen, zoals 2030-03-20")
	return func(s *session, args []string) error {
		if err := want(args, 1, 1); err != nil {
			return err
		}
		a, err := s.app()
		if err != nil {
			return err
		}
		start.Template = args[0]
		view, err := a.Checklists.Start(start)
		if err != nil {
			return err
		}
		if s.JSON {
			return s.json(toRunJSON(view.RunCard, view.Phases))
		}
		return s.printf("%s\n", view.ID)
	}
}

func runsList(*pflag.FlagSet) action {
	return func(s *session, args []string) error {
		if err := want(args, 0, 0); err != nil {
			return err
		}
		a, err := s.app()
		if err != nil {
			return err
		}
		cards, err := a.Checklists.List()
		if err != nil {
			return err
		}
		if s.JSON {
			list := []runJSON{}
			for _, c := range cards {
				list = append(list, toRunJSON(c, nil))
			}
			return s.json(list)
		}
		for _, c := range cards {
			if err := s.printf("%s  %d van %d  %s\n", c.ID, c.Progress.Done, c.Progress.Total, c.Name); err != nil {
				return err
			}
		}
		return nil
	}
}

func runsShow(*pflag.FlagSet) action {
	return func(s *session, args []string) error {
		if err := want(args, 1, 1); err != nil {
			return err
		}
		a, err := s.app()
		if err != nil {
			return err
		}
		view, err := a.Checklists.Get(args[0])
		if err != nil {
			return err
		}
		return s.showRun(view)
	}
}

// showRun shows one run.
func (s *session) showRun(view app.RunView) error {
	if s.JSON {
		return s.json(toRunJSON(view.RunCard, view.Phases))
	}
	if err := s.printf("%s (%d van %d stappen klaar)\n", view.Name, view.Progress.Done, view.Progress.Total); err != nil {
		return err
	}
	for _, p := range view.Phases {
		if err := s.printf("\n%s\n", p.Title); err != nil {
			return err
		}
		for _, step := range p.Steps {
			if err := s.printf("  %s %-22s %s\n", box(step), step.ID, step.Text); err != nil {
				return err
			}
		}
	}
	return nil
}

func box(s app.StepView) string {
	if s.Kind == "topic" {
		return " · "
	}
	return map[string]string{"open": "[ ]", "busy": "[~]", "done": "[x]", "skipped": "[-]"}[s.State]
}

func runsSet(flags *pflag.FlagSet) action {
	var change app.StepChange
	flags.StringVar(&change.Reason, "reason", "", "waarom de stap is overgeslagen")
	flags.StringVar(&change.By, "by", "", "wie dit deed")
	flags.StringSliceVar(&change.Options, "choose", nil, "gekozen richtingen van een keuze")
	return func(s *session, args []string) error {
		if err := want(args, 3, 3); err != nil {
			return err
		}
		a, err := s.app()
		if err != nil {
			return err
		}
		change.Run, change.Step, change.State = args[0], args[1], args[2]
		view, err := a.Checklists.SetStep(change)
		if err != nil {
			return err
		}
		return s.progress(view)
	}
}

// progress answers a command that changed a run.
func (s *session) progress(view app.RunView) error {
	if s.JSON {
		return s.json(toRunJSON(view.RunCard, view.Phases))
	}
	s.say("%d van %d stappen klaar.", view.Progress.Done, view.Progress.Total)
	return nil
}

func runsDeadline(*pflag.FlagSet) action {
	return func(s *session, args []string) error {
		if err := want(args, 3, 3); err != nil {
			return err
		}
		a, err := s.app()
		if err != nil {
			return err
		}
		view, err := a.Checklists.SetDeadline(args[0], args[1], none(args[2]))
		if err != nil {
			return err
		}
		return s.progress(view)
	}
}

func runsAnchor(*pflag.FlagSet) action {
	return func(s *session, args []string) error {
		if err := want(args, 2, 2); err != nil {
			return err
		}
		a, err := s.app()
		if err != nil {
			return err
		}
		shifts, err := a.Checklists.PreviewAnchor(args[0], none(args[1]))
		if err != nil {
			return err
		}
		view, err := a.Checklists.MoveAnchor(args[0], none(args[1]))
		if err != nil {
			return err
		}
		for _, shift := range shifts {
			s.say("%s -> %s  %s", orDash(shift.From), orDash(shift.To), shift.Text)
		}
		return s.progress(view)
	}
}

// none reads "-" as no date: a shell makes an empty argument easy to lose.
func none(arg string) string {
	if arg == "-" {
		return ""
	}
	return arg
}

func runsLog(*pflag.FlagSet) action {
	return func(s *session, args []string) error {
		if err := want(args, 1, 1); err != nil {
			return err
		}
		a, err := s.app()
		if err != nil {
			return err
		}
		lines, err := a.Checklists.Log(args[0])
		if err != nil {
			return err
		}
		if s.JSON {
			list := []logJSON{}
			for _, l := range lines {
				list = append(list, logJSON{At: l.At, By: l.By, Step: l.ID, Text: l.Step, What: l.What, From: l.From, To: l.To})
			}
			return s.json(list)
		}
		for _, l := range lines {
			if err := s.printf("%s  %-10s %s: %s -> %s  %s\n", l.At, l.By, l.What, orDash(l.From), orDash(l.To), l.Step); err != nil {
				return err
			}
		}
		return nil
	}
}

func orDash(value string) string {
	if value == "" {
		return "-"
	}
	return value
}

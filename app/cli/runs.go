package cli

import (
	"slices"

	"github.com/spf13/pflag"

	"raadwijzer/app"
)

// runJSON is a run as a program reads it.
type runJSON struct {
	ID           string           `json:"id"`
	Template     string           `json:"template"`
	Name         string           `json:"name"`
	Municipality string           `json:"municipality"`
	Period       string           `json:"period"`
	Anchor       string           `json:"anchor"`
	Election     string           `json:"election,omitempty"`
	Archived     bool             `json:"archived"`
	Late         bool             `json:"late"`
	Deadline     string           `json:"deadline,omitempty"`
	Progress     app.ProgressView `json:"progress"`
	Dates        []app.DateView   `json:"dates,omitempty"` // of the calendar of the election
	Phases       []phaseJSON      `json:"phases,omitempty"`
}

type phaseJSON struct {
	ID    string     `json:"id"`
	Title string     `json:"title"`
	Steps []stepJSON `json:"steps"`
}

type stepJSON struct {
	ID        string             `json:"id"`
	Kind      string             `json:"kind"`
	Text      string             `json:"text"`
	Why       string             `json:"why,omitempty"`
	State     string             `json:"state"`
	Origin    string             `json:"origin"`
	Article   string             `json:"article,omitempty"`
	Deadline  string             `json:"deadline,omitempty"`
	Pinned    bool               `json:"pinned,omitempty"`
	Remarks   []string           `json:"remarks,omitempty"`
	Reason    string             `json:"reason,omitempty"`
	By        string             `json:"by,omitempty"`
	At        string             `json:"at,omitempty"`
	Who       string             `json:"who,omitempty"`
	Note      string             `json:"note,omitempty"`
	Link      string             `json:"link,omitempty"`
	Options   []app.OptionView   `json:"options,omitempty"`
	People    []string           `json:"people,omitempty"`
	Questions []app.QuestionView `json:"questions,omitempty"`
}

func cardJSON(card app.RunCard) runJSON {
	return runJSON{ID: card.ID, Template: card.Template, Name: card.Name, Municipality: card.Municipality, Period: card.Period,
		Anchor: card.Anchor, Archived: card.Archived, Late: card.Late, Deadline: card.Deadline, Progress: card.Progress}
}

func toRunJSON(view app.RunView) runJSON {
	run := cardJSON(view.RunCard)
	run.Election, run.Dates = view.Election, view.Dates
	for _, p := range view.Phases {
		phase := phaseJSON{ID: p.ID, Title: p.Title, Steps: []stepJSON{}}
		for _, s := range p.Steps {
			phase.Steps = append(phase.Steps, stepJSON{ID: s.ID, Kind: s.Kind, Text: s.Text, Why: s.Why, State: s.State, Origin: s.Origin,
				Article: s.Article, Deadline: s.Deadline, Pinned: s.Pinned, Remarks: s.Remarks, Reason: s.Reason, By: s.By, At: s.At,
				Who: s.Who, Note: s.Note, Link: s.Link, Options: s.Options, People: s.People, Questions: s.Questions})
		}
		run.Phases = append(run.Phases, phase)
	}
	return run
}

func runsStart(flags *pflag.FlagSet) action {
	var start app.NewRun
	flags.StringVar(&start.Name, "name", "", "naam van het traject")
	flags.StringVar(&start.From, "from", "", "traject waarvan u de stappen overneemt")
	flags.StringVar(&start.Municipality, "municipality", "", "gemeente")
	flags.StringVar(&start.Period, "period", "", "raadsperiode, zoals 2030-2034")
	flags.StringVar(&start.Anchor, "anchor", "", "dag waarvan de datums afhangen, zoals 2030-03-20")
	flags.StringVar(&start.Election, "election", "", electionHelp)
	return func(s *session, args []string) error {
		templates := 1
		if start.From != "" {
			templates = 0
		}
		if err := want(args, templates, templates); err != nil {
			return err
		}
		a, err := s.app()
		if err != nil {
			return err
		}
		if templates == 1 {
			start.Template = args[0]
		}
		view, err := a.Checklists.Start(start)
		if err != nil {
			return err
		}
		if s.JSON {
			return s.json(toRunJSON(view))
		}
		return s.printf("%s\n", view.ID)
	}
}

const electionHelp = "soort verkiezing: gewoon of herindeling"

func runsList(flags *pflag.FlagSet) action {
	archived := flags.Bool("archived", false, "alleen trajecten in het archief")
	return within(0, 0, func(s *session, a *app.App, _ []string) error {
		cards, err := a.Checklists.List()
		if err != nil {
			return err
		}
		cards = slices.DeleteFunc(cards, func(c app.RunCard) bool { return c.Archived != *archived })
		if s.JSON {
			list := []runJSON{}
			for _, c := range cards {
				list = append(list, cardJSON(c))
			}
			return s.json(list)
		}
		if len(cards) == 0 {
			s.say("Er zijn hier geen trajecten.")
		}
		for _, c := range cards {
			if err := s.printf("%s  %d van %d  %s%s\n", c.ID, c.Progress.Done, c.Progress.Total, c.Name, due(c)); err != nil {
				return err
			}
		}
		return nil
	})
}

func due(c app.RunCard) string {
	switch {
	case c.Late:
		return "  te laat sinds " + c.Deadline
	case c.Deadline != "":
		return "  uiterlijk " + c.Deadline
	}
	return ""
}

// changeRun is a command that changes a run and tells where it stands.
func changeRun(least, most int, change func(a *app.App, args []string) (app.RunView, error)) action {
	return within(least, most, func(s *session, a *app.App, args []string) error {
		view, err := change(a, args)
		if err != nil {
			return err
		}
		return s.progress(view)
	})
}

// progress answers a command that changed a run.
func (s *session) progress(view app.RunView) error {
	if s.JSON {
		return s.json(toRunJSON(view))
	}
	s.say("%s.", progressText(view.Progress))
	return nil
}

func runsSet(flags *pflag.FlagSet) action {
	var change app.StepChange
	flags.StringVar(&change.Reason, "reason", "", "waarom de stap is overgeslagen")
	flags.StringVar(&change.By, "by", "", "wie dit deed")
	flags.StringSliceVar(&change.Options, "choose", nil, "gekozen richtingen van een keuze")
	return changeRun(3, 3, func(a *app.App, args []string) (app.RunView, error) {
		change.Run, change.Step, change.State = args[0], args[1], args[2]
		return a.Checklists.SetStep(change)
	})
}

func runsDeadline(*pflag.FlagSet) action {
	return changeRun(3, 3, func(a *app.App, args []string) (app.RunView, error) {
		if args[2] == "auto" {
			return a.Checklists.FollowAnchor(args[0], args[1])
		}
		return a.Checklists.SetDeadline(args[0], args[1], none(args[2]))
	})
}

func runsAnchor(flags *pflag.FlagSet) action {
	election := flags.String("election", "", electionHelp)
	look := flags.Bool("look", false, "toon alleen wat er zou veranderen")
	return within(2, 2, func(s *session, a *app.App, args []string) error {
		move := app.AnchorMove{Run: args[0], Date: none(args[1]), Election: *election}
		preview, err := a.Checklists.PreviewAnchor(move)
		if err != nil {
			return err
		}
		if *look && s.JSON {
			return s.json(preview.Shifts)
		}
		for _, shift := range preview.Shifts {
			s.say("%s -> %s  %s", orDash(shift.From), orDash(shift.To), shift.Text)
		}
		if preview.Unsure {
			s.say(unsureText)
		}
		if *look {
			return nil
		}
		view, err := a.Checklists.MoveAnchor(move)
		if err != nil {
			return err
		}
		return s.progress(view)
	})
}

// none reads "-" as no date: a shell makes an empty argument easy to lose.
func none(arg string) string {
	if arg == "-" {
		return ""
	}
	return arg
}

func orDash(value string) string {
	if value == "" {
		return "-"
	}
	return value
}

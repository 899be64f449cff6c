package cli

import (
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"raadwijzer/app"
)

func runsFacts(flags *pflag.FlagSet) action {
	var given app.StepFacts
	flags.StringVar(&given.Who, "who", "", "wie de stap doet")
	flags.StringVar(&given.Note, "note", "", "korte notitie bij de stap")
	flags.StringVar(&given.Link, "link", "", "adres dat bij de stap hoort")
	return changeRun(2, 2, func(a *app.App, args []string) (app.RunView, error) {
		view, err := a.Checklists.Get(args[0])
		if err != nil {
			return view, err
		}
		step := stepOf(view, args[1])
		facts := app.StepFacts{Run: args[0], Step: args[1], Who: step.Who, Note: step.Note, Link: step.Link}
		for name, pair := range map[string][2]*string{"who": {&facts.Who, &given.Who}, "note": {&facts.Note, &given.Note}, "link": {&facts.Link, &given.Link}} {
			if flags.Changed(name) {
				*pair[0] = *pair[1]
			}
		}
		return a.Checklists.SetFacts(facts)
	})
}

// stepOf returns a step of a run. One that is not there is empty: what is asked
// of it is refused by the run itself.
func stepOf(view app.RunView, id string) app.StepView {
	for _, p := range view.Phases {
		for _, s := range p.Steps {
			if s.ID == id {
				return s
			}
		}
	}
	return app.StepView{}
}

func runsEdit(flags *pflag.FlagSet) action {
	var given app.RunHeading
	flags.StringVar(&given.Name, "name", "", "naam van het traject")
	flags.StringVar(&given.Municipality, "municipality", "", "gemeente")
	flags.StringVar(&given.Period, "period", "", "raadsperiode")
	return changeRun(1, 1, func(a *app.App, args []string) (app.RunView, error) {
		view, err := a.Checklists.Get(args[0])
		if err != nil {
			return view, err
		}
		h := app.RunHeading{Run: args[0], Name: view.Name, Municipality: view.Municipality, Period: view.Period}
		for name, pair := range map[string][2]*string{"name": {&h.Name, &given.Name}, "municipality": {&h.Municipality, &given.Municipality}, "period": {&h.Period, &given.Period}} {
			if flags.Changed(name) {
				*pair[0] = *pair[1]
			}
		}
		return a.Checklists.SetHeading(h)
	})
}

func runsArchive(flags *pflag.FlagSet) action {
	back := flags.Bool("back", false, "haal het traject terug uit het archief")
	return changeRun(1, 1, func(a *app.App, args []string) (app.RunView, error) {
		return a.Checklists.Archive(args[0], !*back)
	})
}

func runsUndo(*pflag.FlagSet) action {
	return changeRun(1, 1, func(a *app.App, args []string) (app.RunView, error) { return a.Checklists.Undo(args[0]) })
}

func runsAdd(flags *pflag.FlagSet) action {
	var own app.OwnStep
	flags.StringVar(&own.Why, "why", "", "waarom deze stap er is")
	flags.BoolVar(&own.Topic, "topic", false, "alleen om te bespreken, telt niet mee")
	return within(3, 3, func(s *session, a *app.App, args []string) error {
		before, err := a.Checklists.Get(args[0])
		if err != nil {
			return err
		}
		own.Run, own.Phase, own.Text = args[0], phaseOf(before, args[1]), args[2]
		view, err := a.Checklists.AddStep(own)
		if err != nil || s.JSON {
			return errorOr(err, func() error { return s.json(toRunJSON(view)) })
		}
		for _, p := range view.Phases {
			if p.ID == own.Phase { // a new step stands last in its phase
				return s.printf("%s\n", p.Steps[len(p.Steps)-1].ID)
			}
		}
		return nil
	})
}

// phaseOf returns the id of a phase that is named by its id or its title.
func phaseOf(view app.RunView, name string) string {
	for _, p := range view.Phases {
		if strings.EqualFold(p.Title, name) {
			return p.ID
		}
	}
	return name
}

// errorOr does the next thing unless there was an error.
func errorOr(err error, next func() error) error {
	if err != nil {
		return err
	}
	return next()
}

func runsChange(flags *pflag.FlagSet) action {
	why := flags.String("why", "", "waarom deze stap er is; zonder deze optie blijft dat zoals het was")
	return changeRun(3, 3, func(a *app.App, args []string) (app.RunView, error) {
		view, err := a.Checklists.Get(args[0])
		if err != nil {
			return view, err
		}
		if !flags.Changed("why") {
			*why = stepOf(view, args[1]).Why
		}
		return a.Checklists.EditStep(app.OwnStep{Run: args[0], Step: args[1], Text: args[2], Why: *why})
	})
}

func runsMove(*pflag.FlagSet) action {
	return changeRun(3, 3, func(a *app.App, args []string) (app.RunView, error) {
		if args[2] != "up" && args[2] != "down" {
			return app.RunView{}, errUsage{"Kies up of down."}
		}
		return a.Checklists.MoveStep(args[0], args[1], args[2] == "up")
	})
}

func runsRemove(*pflag.FlagSet) action {
	return changeRun(2, 2, func(a *app.App, args []string) (app.RunView, error) {
		return a.Checklists.RemoveStep(args[0], args[1])
	})
}

func runsAsk(flags *pflag.FlagSet) action {
	question := flags.String("question", "", "id van een vraag die u verandert")
	remove := flags.Bool("remove", false, "haal de vraag weg")
	return func(s *session, args []string) error {
		if err := want(args, 2, 3); err != nil {
			return err
		}
		if *remove != (len(args) == 2) {
			return errUsage{"Geef een vraag, of --question ID --remove."}
		}
		a, err := s.app()
		if err != nil {
			return err
		}
		if *remove {
			view, err := a.Checklists.RemoveQuestion(args[0], args[1], *question)
			return errorOr(err, func() error { return s.progress(view) })
		}
		view, err := a.Checklists.SetQuestion(app.Answer{Run: args[0], Step: args[1], Question: *question, Text: args[2]})
		if err != nil || s.JSON {
			return errorOr(err, func() error { return s.json(toRunJSON(view)) })
		}
		if *question != "" {
			return s.progress(view)
		}
		questions := stepOf(view, args[1]).Questions
		return s.printf("%s\n", questions[len(questions)-1].ID)
	}
}

func runsAnswer(*pflag.FlagSet) action {
	return changeRun(5, 5, func(a *app.App, args []string) (app.RunView, error) {
		view, err := a.Checklists.Get(args[0])
		if err != nil {
			return view, err
		}
		step := stepOf(view, args[1])
		column := slices.Index(step.People, args[3])
		if column < 0 && len(step.People) > 0 {
			return view, errUsage{"Kies wie dit antwoord geeft: " + strings.Join(step.People, ", ") + "."}
		}
		return a.Checklists.SetAnswer(app.Answer{Run: args[0], Step: args[1], Question: args[2], Column: column, Text: args[4]})
	})
}

func runsOffers(flags *pflag.FlagSet) action {
	take := flags.StringSlice("take", nil, "stappen die u overneemt")
	none := flags.Bool("none", false, "neem geen nieuwe stappen over")
	return within(1, 1, func(s *session, a *app.App, args []string) error {
		if *none || flags.Changed("take") {
			view, err := a.Checklists.TakeOffers(args[0], *take)
			return errorOr(err, func() error { return s.progress(view) })
		}
		offers, err := a.Checklists.Offers(args[0])
		if err != nil || s.JSON {
			return errorOr(err, func() error { return s.json(offers) })
		}
		if len(offers) == 0 {
			s.say("Er zijn geen nieuwe stappen.")
		}
		for _, o := range offers {
			if err := s.printf("%-22s %s: %s\n", o.Step, o.Phase, o.Text); err != nil {
				return err
			}
		}
		return nil
	})
}

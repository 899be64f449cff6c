package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"raadwijzer/app"
)

const unsureText = "Deze dag past niet bij dit soort verkiezing. Wij kennen er geen wettelijke datums voor."

func runsDates(flags *pflag.FlagSet) action {
	preview := app.DatePreview{}
	flags.StringVar(&preview.Anchor, "anchor", "", "dag waarvan de datums afhangen, zoals 2030-03-20")
	flags.StringVar(&preview.Election, "election", "", electionHelp)
	return within(1, 1, func(s *session, a *app.App, args []string) error {
		if preview.Anchor == "" {
			return errUsage{"Zeg met --anchor vanaf welke dag de datums tellen."}
		}
		preview.Template = args[0]
		view, err := a.Checklists.PreviewDates(preview)
		if err != nil || s.JSON {
			return errorOr(err, func() error { return s.json(view) })
		}
		if view.Unsure {
			s.say(unsureText)
		}
		for _, d := range view.Dates {
			text := strings.Join(slices.DeleteFunc(append([]string{d.Text, d.Article}, d.Remarks...), func(s string) bool { return s == "" }), "  ")
			if err := s.printf("%s  %-9s %s\n", d.Date, d.Origin, text); err != nil {
				return err
			}
		}
		return nil
	})
}

func runsCompare(*pflag.FlagSet) action {
	return within(2, 2, func(s *session, a *app.App, args []string) error {
		view, err := a.Checklists.Compare(args[0], args[1])
		if err != nil || s.JSON {
			return errorOr(err, func() error { return s.json(view) })
		}
		var b strings.Builder
		fmt.Fprintf(&b, "%s (%s) naast %s (%s)\n", view.Left.Name, days(view.LeftDays), view.Right.Name, days(view.RightDays))
		for _, p := range view.Pairs {
			fmt.Fprintf(&b, "\n%s\n  1: %s\n  2: %s\n", p.Text, course(p.Left), course(p.Right))
		}
		return s.printf("%s", b.String())
	})
}

func days(n int) string { return count(n, "dag", "dagen") }

func course(c app.CourseView) string {
	if !c.Present {
		return "niet in dit traject"
	}
	text := stateWords[c.State]
	if c.Done != "" {
		text += fmt.Sprintf(" op %s, na %s", c.Done, days(c.Days))
	}
	if c.Dated {
		text += fmt.Sprintf(" (dag %+d)", c.Offset)
	}
	for _, more := range append(c.Chosen, c.Reason) {
		if more != "" {
			text += "; " + more
		}
	}
	return text
}

func runsWho(*pflag.FlagSet) action {
	return within(0, 1, func(s *session, a *app.App, args []string) error {
		settings, err := a.Settings.Get()
		if err != nil {
			return err
		}
		if len(args) == 1 {
			settings.Name = args[0]
			if settings, err = a.Settings.Set(settings); err != nil {
				return err
			}
		}
		if s.JSON {
			return s.json(struct {
				Name string `json:"name"`
			}{settings.Name})
		}
		if settings.Name == "" {
			s.say("Er is nog geen naam voor het logboek. U geeft die met: raadwijzer runs who NAAM")
			return nil
		}
		return s.printf("%s\n", settings.Name)
	})
}

func templatesSave(*pflag.FlagSet) action {
	return within(2, 2, func(s *session, a *app.App, args []string) error {
		view, err := a.Checklists.SaveTemplate(args[0], args[1])
		return errorOr(err, func() error { return s.template(view) })
	})
}

func (s *session) template(view app.TemplateView) error {
	if s.JSON {
		return s.json(view)
	}
	return s.printf("%s\n", view.ID)
}

func templatesImport(*pflag.FlagSet) action {
	return within(1, 1, func(s *session, a *app.App, args []string) error {
		text, err := s.readText(args[0])
		if err != nil {
			return err
		}
		view, err := a.ImportTemplate(text)
		return errorOr(err, func() error { return s.template(view) })
	})
}

func templatesExport(flags *pflag.FlagSet) action {
	force := flags.Bool("force", false, "vervang een bestand dat er al is")
	return within(2, 2, func(s *session, a *app.App, args []string) error {
		if args[1] == "-" {
			return a.WriteTemplate(args[0], s.Stdout)
		}
		result, err := a.ExportTemplateTo(args[0], args[1], *force)
		if err != nil {
			return err
		}
		s.say("Klaar: %s", result.Path)
		return nil
	})
}

func templatesRemove(*pflag.FlagSet) action {
	return func(s *session, args []string) error {
		if err := want(args, 1, 1); err != nil {
			return err
		}
		a, err := s.app()
		return errorOr(err, func() error { return a.Checklists.RemoveTemplate(args[0]) })
	}
}

func recessList(*pflag.FlagSet) action {
	return within(0, 0, func(s *session, a *app.App, _ []string) error {
		list, err := a.Checklists.Recesses()
		if err != nil || s.JSON {
			return errorOr(err, func() error { return s.json(list) })
		}
		for _, r := range list {
			if err := s.printf("%s  %s tot en met %s  %s\n", r.ID, r.First, r.Last, r.Name); err != nil {
				return err
			}
		}
		return nil
	})
}

func recessAdd(*pflag.FlagSet) action {
	return within(3, 3, func(s *session, a *app.App, args []string) error {
		view, err := a.Checklists.AddRecess(app.RecessView{Name: args[0], First: args[1], Last: args[2]})
		if err != nil || s.JSON {
			return errorOr(err, func() error { return s.json(view) })
		}
		return s.printf("%s\n", view.ID)
	})
}

func recessRemove(*pflag.FlagSet) action {
	return func(s *session, args []string) error {
		if err := want(args, 1, 1); err != nil {
			return err
		}
		a, err := s.app()
		return errorOr(err, func() error { return a.Checklists.RemoveRecess(args[0]) })
	}
}

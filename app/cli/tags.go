package cli

import (
	"github.com/spf13/pflag"

	"raadwijzer/app"
)

func tagsCommand(*pflag.FlagSet) action {
	return within(0, 0, func(s *session, a *app.App, _ []string) error {
		tags, err := a.Tags.List()
		if err != nil {
			return err
		}
		if s.JSON {
			return s.json(tags)
		}
		for _, t := range tags {
			if err := s.printf("%6d  %s\n", t.Count, t.Tag); err != nil {
				return err
			}
		}
		return nil
	})
}

func tagsRename(*pflag.FlagSet) action {
	return within(2, 2, func(s *session, a *app.App, args []string) error {
		count, err := a.Tags.Rename(args[0], args[1])
		return s.retagged(count, err)
	})
}

func tagsMerge(flags *pflag.FlagSet) action {
	into := flags.String("into", "", "het label dat overblijft")
	return func(s *session, args []string) error {
		if err := want(args, 1, -1); err != nil {
			return err
		}
		if *into == "" {
			return errUsage{"Zeg met --into welk label overblijft."}
		}
		a, err := s.app()
		if err != nil {
			return err
		}
		count, err := a.Tags.Merge(args, *into)
		return s.retagged(count, err)
	}
}

func tagsRemove(*pflag.FlagSet) action {
	return within(1, 1, func(s *session, a *app.App, args []string) error {
		count, err := a.Tags.Remove(args[0])
		return s.retagged(count, err)
	})
}

// retagged tells how many notes have other tags now.
func (s *session) retagged(notes int, err error) error {
	if err != nil {
		return err
	}
	if s.JSON {
		return s.json(struct {
			Notes int `json:"notes"`
		}{notes})
	}
	s.say("Veranderd: %s.", count(notes, "notitie", "notities"))
	return nil
}

package cli

import (
	"github.com/spf13/pflag"

	"raadwijzer/app"
)

// emptied answers a command that emptied the trash.
type emptied struct {
	Deleted int `json:"deleted"`
}

func notesTrash(flags *pflag.FlagSet) action {
	list := flags.Bool("list", false, "toont wat er in de prullenbak ligt")
	empty := flags.Bool("empty", false, "maakt de prullenbak leeg; dat kan niet terug")
	return func(s *session, args []string) error {
		switch {
		case *list && *empty:
			return errUsage{"Kies één van --list en --empty."}
		case *list:
			return s.list(app.NoteQuery{Trashed: true}, args)
		case *empty:
			return s.emptyTrash(args)
		}
		if err := want(args, 1, 1); err != nil {
			return err
		}
		a, err := s.app()
		if err != nil {
			return err
		}
		if err := a.Notes.Trash(args[0]); err != nil {
			return err
		}
		return s.shown(a, args[0], "De notitie ligt in de prullenbak. Na 30 dagen verdwijnt die.")
	}
}

func (s *session) emptyTrash(args []string) error {
	if err := want(args, 0, 0); err != nil {
		return err
	}
	a, err := s.app()
	if err != nil {
		return err
	}
	n, err := a.Notes.EmptyTrash()
	switch {
	case err != nil:
		return err
	case s.JSON:
		return s.json(emptied{n})
	}
	s.say("Voorgoed verwijderd: %s.", count(n, "notitie", "notities"))
	return nil
}

// notesSet changes what a note has besides its text. What is not named stays.
func notesSet(flags *pflag.FlagSet) action {
	pinned := flags.Bool("pinned", false, "bovenaan vastgezet, of --pinned=false")
	confidential := flags.Bool("confidential", false, "vertrouwelijk, of --confidential=false")
	tags := flags.StringArray("tag", nil, "label, in plaats van de labels die er zijn; mag vaker, --tag= is geen")
	return func(s *session, args []string) error {
		if err := want(args, 1, 1); err != nil {
			return err
		}
		if !flags.Changed("pinned") && !flags.Changed("confidential") && !flags.Changed("tag") {
			return errUsage{"Zeg met --pinned, --confidential of --tag wat er moet veranderen."}
		}
		a, err := s.app()
		if err != nil {
			return err
		}
		note, err := a.Notes.Get(args[0])
		if err != nil {
			return err
		}
		p := app.NoteProperties{ID: note.ID, Tags: note.Tags, Pinned: note.Pinned, Confidential: note.Confidential}
		if flags.Changed("pinned") {
			p.Pinned = *pinned
		}
		if flags.Changed("confidential") {
			p.Confidential = *confidential
		}
		if flags.Changed("tag") {
			p.Tags = *tags
		}
		if _, err := a.Notes.SetProperties(p); err != nil {
			return err
		}
		return s.shown(a, note.ID, "Bewaard.")
	}
}

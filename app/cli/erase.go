package cli

import (
	"github.com/spf13/pflag"

	"raadwijzer/app"
)

// eraseCommand tells what would go, and removes it only when it is told to.
func eraseCommand(flags *pflag.FlagSet) action {
	yes := flags.Bool("yes", false, "verwijder het echt; zonder --yes ziet u alleen wat er weggaat")
	copies := flags.Bool("copies", false, "ook de reservekopieën op deze computer; dat kan niet terug")
	return func(s *session, args []string) error {
		if err := want(args, 0, 0); err != nil {
			return err
		}
		if *yes {
			view, err := app.EraseAlone(s.config(), *copies)
			if err != nil {
				return err
			}
			return s.erased(view)
		}
		a, err := s.app()
		if err != nil {
			return err
		}
		view, err := a.ToErase()
		if err != nil {
			return err
		}
		return s.toErase(view, *copies)
	}
}

func (s *session) toErase(view app.EraseView, copies bool) error {
	if s.JSON {
		return s.json(view)
	}
	s.say("Er is nog niets verwijderd. Met --yes gaan weg: %s, en al uw instellingen.", amounts(view))
	if copies {
		s.say("Ook gaan weg: %s. Daarna kan er niets meer terug.", count(view.Copies, "reservekopie", "reservekopieën"))
	} else {
		s.say("Uw gegevens worden eerst apart gezet als reservekopie. Met --copies blijft er geen reservekopie op deze computer.")
	}
	s.sayStays(view)
	return nil
}

func (s *session) erased(view app.EraseView) error {
	if s.JSON {
		return s.json(view)
	}
	if view.Aside != "" {
		s.say("Verwijderd: %s. Uw gegevens staan nog in %s.", amounts(view), view.Aside)
	} else {
		s.say("Voorgoed verwijderd: %s, %s.", amounts(view), count(view.Copies, "reservekopie", "reservekopieën"))
	}
	s.sayStays(view)
	return nil
}

// sayStays names what the program does not remove.
func (s *session) sayStays(view app.EraseView) {
	if view.SecondPlace != "" {
		s.say("Op uw tweede plek blijven reservekopieën staan: %s.", view.SecondPlace)
	}
}

func amounts(view app.EraseView) string {
	return count(view.Notes, "notitie", "notities") + ", " + count(view.Trashed, "notitie", "notities") + " in de prullenbak, " +
		count(view.Runs, "traject", "trajecten")
}

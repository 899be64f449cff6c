package cli

import (
	"os"
	"strings"

	"github.com/spf13/pflag"

	"raadwijzer/app"
	"raadwijzer/app/internal/domain"
)

const passwordFileFlag = "password-file"

// passwordFlag adds the flag for a password and returns how to read it, "" for
// none. It comes from a file, because other users of the computer can see the
// arguments of a command.
func passwordFlag(flags *pflag.FlagSet) func() (string, error) {
	path := flags.String(passwordFileFlag, "", "bestand met het wachtwoord op de eerste regel")
	return func() (string, error) {
		if *path == "" {
			return "", nil
		}
		text, err := os.ReadFile(*path)
		if err != nil {
			return "", domain.Wrap(domain.CodeFileUnreadable, *path, err)
		}
		first, _, _ := strings.Cut(string(text), "\n")
		return strings.TrimSuffix(first, "\r"), nil
	}
}

func backupsCommand(*pflag.FlagSet) action {
	return within(0, 0, func(s *session, a *app.App, _ []string) error {
		view, err := a.ListBackups()
		if err != nil {
			return err
		}
		if s.JSON {
			return s.json(view)
		}
		for _, b := range view.Copies {
			if err := s.printf("%s  %s  %s  %s\n", b.Made, count(b.Notes, "notitie", "notities"), count(b.Runs, "traject", "trajecten"), b.Path); err != nil {
				return err
			}
		}
		return nil
	})
}

func rescueCommand(*pflag.FlagSet) action {
	return func(s *session, args []string) error {
		if err := want(args, 1, 1); err != nil {
			return err
		}
		notes, err := app.Rescue(s.config(), args[0])
		if err != nil {
			return err
		}
		if s.JSON {
			return s.json(struct {
				Notes int `json:"notes"`
			}{notes})
		}
		if notes == 0 {
			s.say("Er is geen notitie meer te lezen. Er is geen map gemaakt.")
			return errSilent
		}
		s.say("Gered: %s, in %s.", count(notes, "notitie", "notities"), args[0])
		return nil
	}
}

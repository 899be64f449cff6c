package cli

import (
	"context"
	"fmt"

	"github.com/spf13/pflag"

	"raadwijzer/app"
)

func importCommand(*pflag.FlagSet) action {
	return within(1, -1, func(s *session, a *app.App, args []string) error {
		var result app.ImportResult
		err := s.watched("bestanden", func(ctx context.Context, progress func(done, total int)) (err error) {
			result, err = a.ImportWith(ctx, args, progress)
			return err
		})
		if app.IsCancelled(err) {
			return s.importStopped(result)
		}
		if err != nil {
			return err
		}
		return s.imported(result)
	})
}

func (s *session) imported(result app.ImportResult) error {
	if s.JSON {
		if err := s.json(result); err != nil {
			return err
		}
	} else {
		s.say("Ingelezen: %d. Al aanwezig: %d. Niet gelukt: %d.", result.Imported, result.Unchanged, len(result.Failed))
		if result.Trashed > 0 {
			s.say("In de prullenbak: %d. Die veranderen niet. 'notes trash --list' toont ze, 'notes restore ID' zet er een terug.", result.Trashed)
		}
		for _, f := range result.Failed {
			s.say("%s: %s", f.Path, f.Reason)
		}
	}
	if len(result.Failed) > 0 {
		return errSilent
	}
	return nil
}

// importStopped tells what an import did that was ended halfway.
func (s *session) importStopped(result app.ImportResult) error {
	text := fmt.Sprintf("Gestopt. Ingelezen en bewaard: %s; nog eens inlezen gaat verder en doet niets dubbel.",
		count(result.Imported, "notitie", "notities"))
	if s.JSON {
		var p problem
		p.Error.Code, p.Error.Message = "cancelled", text
		if err := s.json(p); err != nil {
			return err
		}
	}
	s.say("%s", text)
	return errSilent
}

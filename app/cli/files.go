package cli

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/pflag"

	"raadwijzer/app"
	"raadwijzer/app/internal/domain"
)

func exportCommand(flags *pflag.FlagSet) action {
	var request app.ExportRequest
	notes := flags.StringSlice("notes", nil, "notities, met een komma ertussen")
	all := flags.Bool("all", false, "alle notities")
	run := flags.String("run", "", "traject")
	handover := flags.StringSlice("handover", nil, "trajecten voor een overdrachtsdossier, met een komma ertussen")
	item := flags.String("item", "", "artikel")
	flags.StringVar(&request.Format, "format", "", "pdf, html of md; van een traject ook ics of csv")
	out := flags.String("out", "", "bestand of map; - is de standaarduitvoer")
	force := flags.Bool("force", false, "vervang een bestand dat er al is")
	date := flags.String("date", "", "dag die in het bestand staat, bijvoorbeeld 2030-03-20; anders vandaag")
	flags.BoolVar(&request.WithNotes, "with-notes", false, "bij een traject: ook de notities die erbij horen (pdf, html, md)")
	flags.BoolVar(&request.IncludeConfidential, "include-confidential", false, "ook vertrouwelijke notities")
	return func(s *session, args []string) error {
		if err := want(args, 0, 0); err != nil {
			return err
		}
		what := 0
		choose := func(name string, ids []string, chosen bool) {
			if chosen {
				request.What, request.IDs = name, ids
				what++
			}
		}
		choose("notes", *notes, flags.Changed("notes"))
		choose("all", nil, *all)
		choose("run", []string{*run}, *run != "")
		choose("handover", *handover, flags.Changed("handover"))
		choose("item", []string{*item}, *item != "")
		switch {
		case what != 1:
			return errUsage{"Kies één van --notes, --all, --run, --handover of --item."}
		case *out == "":
			return errUsage{"Zeg met --out waar het bestand moet komen."}
		case request.What == "handover":
			if request.Format != "" && request.Format != "zip" || !dossierName(*out) {
				return errUsage{"Een overdrachtsdossier is een map, of een bestand waarvan de naam eindigt op .zip."}
			}
			request.Format = "zip" // one form: a folder or a zip, as --out tells
		case request.Format == "":
			return errUsage{"Kies met --format pdf, html of md."}
		case request.WithNotes && (request.What != "run" || request.Format == "ics" || request.Format == "csv"):
			return errUsage{"--with-notes hoort bij --run met --format pdf, html of md."}
		}
		if err := s.pretend(*date); err != nil {
			return err
		}
		a, err := s.app()
		if err != nil {
			return err
		}
		return s.export(a, request, *out, *force)
	}
}

// dossierName reports whether a hand-over can have this name: of a folder, of a
// zip, or of the standard output.
func dossierName(out string) bool {
	info, err := os.Stat(out)
	return out == "-" || err == nil && info.IsDir() || strings.HasSuffix(out, string(filepath.Separator)) ||
		filepath.Ext(out) == "" || strings.EqualFold(filepath.Ext(out), ".zip")
}

// pretend makes a command work as on a given day, "" for today. The same notes
// on the same day give the same file, byte for byte.
func (s *session) pretend(day string) error {
	if day == "" {
		return nil
	}
	date, err := domain.ParseDate(day)
	if err != nil {
		return err
	}
	noon := time.Date(date.Year(), date.Month(), date.Day(), 12, 0, 0, 0, time.UTC)
	s.now = func() time.Time { return noon }
	return nil
}

func (s *session) export(a *app.App, request app.ExportRequest, out string, force bool) error {
	var result app.ExportResult
	err := s.watched("notities", func(ctx context.Context, progress func(done, total int)) (err error) {
		if out == "-" {
			result.LeftOut, err = a.WriteExport(ctx, request, s.Stdout, progress)
		} else {
			result, err = a.ExportTo(ctx, request, out, force, progress)
		}
		return err
	})
	if err != nil {
		return err
	}
	s.sayLeftOut(result.LeftOut)
	if out == "-" {
		return nil
	}
	if s.JSON {
		return s.json(struct {
			Path    string `json:"path"`
			Bytes   int    `json:"bytes"`
			LeftOut int    `json:"leftOut"`
		}{result.Path, result.Bytes, result.LeftOut})
	}
	s.say("Klaar: %s", result.Path)
	return nil
}

func (s *session) sayLeftOut(n int) {
	switch {
	case n == 1:
		s.say("1 vertrouwelijke notitie is weggelaten. Met --include-confidential gaat die mee.")
	case n > 1:
		s.say("%d vertrouwelijke notities zijn weggelaten. Met --include-confidential gaan ze mee.", n)
	}
}

func backupCommand(flags *pflag.FlagSet) action {
	force := flags.Bool("force", false, "vervang een bestand dat er al is")
	password := passwordFlag(flags)
	return func(s *session, args []string) error {
		if err := want(args, 1, 1); err != nil {
			return err
		}
		secret, err := password()
		if err != nil {
			return err
		}
		a, err := s.app()
		if err != nil {
			return err
		}
		sealed := flags.Changed(passwordFileFlag)
		switch {
		case sealed && secret == "": // else anybody could open it
			return domain.Fail(domain.CodePasswordShort, "")
		case args[0] == "-":
			return s.backupToStream(a, secret)
		}
		var view app.BackupView
		if sealed {
			view, err = a.BackupSealed(args[0], secret, *force)
		} else {
			view, err = a.Backup(args[0], *force)
		}
		if err != nil {
			return err
		}
		return s.backup(view, "De reservekopie is klaar en gecontroleerd")
	}
}

// backupToStream writes the file itself on standard output, so what a person
// or a program would be told has no place there.
func (s *session) backupToStream(a *app.App, password string) error {
	view, err := a.BackupTo(s.Stdout, password)
	if err == nil {
		s.say("De reservekopie is klaar en gecontroleerd (%s, %s).", count(view.Notes, "notitie", "notities"), count(view.Runs, "traject", "trajecten"))
	}
	return err
}

// count says a number with its word.
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}

func (s *session) backup(view app.BackupView, text string) error {
	if s.JSON {
		return s.json(view)
	}
	s.say("%s: %s (%s, %s).", text, view.Path, count(view.Notes, "notitie", "notities"), count(view.Runs, "traject", "trajecten"))
	if view.Aside != "" {
		s.say("Uw gegevens van vóór het terugzetten staan in %s.", view.Aside)
	}
	return nil
}

func restoreCommand(flags *pflag.FlagSet) action {
	password := passwordFlag(flags)
	look := flags.Bool("look", false, "toon alleen wat er in de reservekopie staat")
	return func(s *session, args []string) error {
		if err := want(args, 1, 1); err != nil {
			return err
		}
		secret, err := password()
		if err != nil {
			return err
		}
		var view app.BackupView
		read := func(path string) (err error) {
			if *look {
				view, err = app.LookAtBackup(s.config(), path, secret)
			} else {
				view, err = s.restore(path, secret)
			}
			return err
		}
		if args[0] == "-" {
			err = app.FromStream(s.config(), s.Stdin, read)
			view.Path = "-"
		} else {
			err = read(args[0])
		}
		switch {
		case err != nil:
			return err
		case *look:
			return s.backup(view, "Deze reservekopie is goed en van "+view.Made)
		}
		return s.backup(view, "Teruggezet")
	}
}

func (s *session) restore(path, password string) (app.BackupView, error) {
	a, err := s.app()
	switch {
	case app.IsDamaged(err):
		return app.RestoreDamaged(s.config(), path, password)
	case err != nil:
		return app.BackupView{}, err
	}
	return a.Restore(path, password)
}

func checkCommand(*pflag.FlagSet) action {
	return func(s *session, args []string) error {
		if err := want(args, 0, 0); err != nil {
			return err
		}
		findings, err := app.Check(s.config())
		if err != nil {
			return err
		}
		if s.JSON {
			err = s.json(struct {
				OK       bool     `json:"ok"`
				Findings []string `json:"findings"`
			}{len(findings) == 0, findings})
		}
		if len(findings) == 0 {
			s.say("Alles is in orde.")
			return err
		}
		for _, f := range findings {
			s.say("%s", f)
		}
		return errSilent
	}
}

func versionCommand(*pflag.FlagSet) action {
	return func(s *session, args []string) error {
		if err := want(args, 0, 0); err != nil {
			return err
		}
		if !s.JSON {
			return s.printf("Raadwijzer %s\n", s.Version)
		}
		program, err := os.Executable()
		if err != nil {
			return err
		}
		return s.json(map[string]string{"name": "Raadwijzer", "version": s.Version, "go": runtime.Version(),
			"system": runtime.GOOS + "/" + runtime.GOARCH, "program": strings.TrimSuffix(filepath.Base(program), ".exe")})
	}
}

package cli

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/spf13/pflag"

	"raadwijzer/app"
)

func exportCommand(flags *pflag.FlagSet) action {
	var request app.ExportRequest
	notes := flags.StringSlice("notes", nil, "notities, met een komma ertussen")
	all := flags.Bool("all", false, "alle notities")
	run := flags.String("run", "", "traject")
	item := flags.String("item", "", "artikel")
	flags.StringVar(&request.Format, "format", "", "pdf, html of md")
	out := flags.String("out", "", "bestand of map; - is de standaarduitvoer")
	force := flags.Bool("force", false, "vervang een bestand dat er al is")
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
		choose("item", []string{*item}, *item != "")
		switch {
		case what != 1:
			return errUsage{"Kies één van --notes, --all, --run of --item."}
		case *out == "":
			return errUsage{"Zeg met --out waar het bestand moet komen."}
		case request.Format == "":
			return errUsage{"Kies met --format pdf, html of md."}
		}
		a, err := s.app()
		if err != nil {
			return err
		}
		return s.export(a, request, *out, *force)
	}
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
	if result.LeftOut > 0 {
		s.say("%d vertrouwelijke notities zijn weggelaten. Met --include-confidential gaan ze mee.", result.LeftOut)
	}
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

func backupCommand(flags *pflag.FlagSet) action {
	force := flags.Bool("force", false, "vervang een bestand dat er al is")
	return func(s *session, args []string) error {
		if err := want(args, 1, 1); err != nil {
			return err
		}
		a, err := s.app()
		if err != nil {
			return err
		}
		view, err := a.Backup(args[0], *force)
		if err != nil {
			return err
		}
		return s.backup(view, "De reservekopie is klaar en gecontroleerd")
	}
}

func (s *session) backup(view app.BackupView, text string) error {
	if s.JSON {
		return s.json(view)
	}
	s.say("%s: %s (%d notities, %d trajecten).", text, view.Path, view.Notes, view.Runs)
	if view.Aside != "" {
		s.say("Uw gegevens van vóór het terugzetten staan in %s.", view.Aside)
	}
	return nil
}

func restoreCommand(*pflag.FlagSet) action {
	return func(s *session, args []string) error {
		if err := want(args, 1, 1); err != nil {
			return err
		}
		a, err := s.app()
		var view app.BackupView
		switch {
		case app.IsDamaged(err):
			view, err = app.RestoreDamaged(s.config(), args[0])
		case err == nil:
			view, err = a.Restore(args[0])
		}
		if err != nil {
			return err
		}
		return s.backup(view, "Teruggezet")
	}
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

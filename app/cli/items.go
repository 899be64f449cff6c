package cli

import (
	"strings"

	"github.com/spf13/pflag"

	"raadwijzer/app"
)

// itemJSON is an item as a program reads it.
type itemJSON struct {
	ID        string   `json:"id"`
	Title     string   `json:"title"`
	Roles     []string `json:"roles"`
	Summary   string   `json:"summary"`
	Takeaways []string `json:"takeaways"`
}

func itemsCommand(flags *pflag.FlagSet) action {
	role := flags.String("role", "", "burgemeester, wethouder, gemeentesecretaris, raadslid of griffier")
	return within(0, 0, func(s *session, a *app.App, _ []string) error {
		view, err := a.Library.List(*role)
		if err != nil {
			return err
		}
		if !s.JSON {
			for _, item := range view.Items {
				if err := s.printf("%-32s %s\n", item.ID, item.Title); err != nil {
					return err
				}
			}
			return nil
		}
		list := []itemJSON{}
		for _, item := range view.Items {
			list = append(list, toItemJSON(item))
		}
		return s.json(list)
	})
}

func toItemJSON(item app.ItemCard) itemJSON {
	return itemJSON{ID: item.ID, Title: item.Title, Roles: item.Roles, Summary: item.Summary, Takeaways: item.Takeaways}
}

func itemCommand(flags *pflag.FlagSet) action {
	format := flags.String("format", "md", "md, html of json")
	return within(1, 1, func(s *session, a *app.App, args []string) error {
		if s.JSON {
			*format = "json"
		}
		switch *format {
		case "json":
			view, err := a.Library.Item(args[0], "")
			if err != nil {
				return err
			}
			html, err := a.ItemHTML(args[0])
			if err != nil {
				return err
			}
			return s.json(struct {
				itemJSON
				HTML      string           `json:"html"`
				Parts     []partJSON       `json:"parts"`
				Sources   []app.SourceView `json:"sources"`
				CheckedOn string           `json:"checkedOn"`
			}{toItemJSON(view.ItemCard), html, partsJSON(view.Sections), view.Sources, view.CheckedOn})
		case "html":
			html, err := a.ItemHTML(args[0])
			if err != nil {
				return err
			}
			return s.printf("%s", html)
		case "md":
			return a.WriteItem(s.Stdout, args[0])
		}
		return errUsage{"Deze vorm bestaat niet: " + *format}
	})
}

// partJSON is a part of an item that a note can hang on.
type partJSON struct {
	ID    string `json:"id"`
	Title string `json:"title"`
}

func partsJSON(sections []app.ItemSection) []partJSON {
	parts := []partJSON{}
	for _, s := range sections {
		if s.ID != "" {
			parts = append(parts, partJSON{s.ID, s.Title})
		}
	}
	return parts
}

func templatesCommand(*pflag.FlagSet) action {
	return within(0, 0, func(s *session, a *app.App, _ []string) error {
		views, err := a.Checklists.Templates()
		if err != nil {
			return err
		}
		if s.JSON {
			return s.json(views)
		}
		for _, v := range views {
			if err := s.printf("%-20s %s (%d stappen)\n", v.ID, v.Title, v.Steps); err != nil {
				return err
			}
		}
		return nil
	})
}

func searchCommand(flags *pflag.FlagSet) action {
	var request app.SearchQuery
	flags.IntVar(&request.Limit, "limit", 20, "hoogste aantal resultaten, anders 20")
	flags.StringSliceVar(&request.Kinds, "kind", nil, "note, item of step; zonder keuze alle drie")
	flags.StringVar(&request.Tag, "tag", "", "alleen notities met dit label")
	flags.StringVar(&request.From, "from", "", "alleen notities, gewijzigd op of na deze dag, zoals 2026-03-18")
	flags.StringVar(&request.To, "to", "", "alleen notities, gewijzigd op of voor deze dag")
	return within(1, -1, func(s *session, a *app.App, args []string) error {
		request.Words = strings.Join(args, " ")
		hits, err := a.FindAll(request)
		if err != nil {
			return err
		}
		if s.JSON {
			return s.json(hits)
		}
		for _, h := range hits {
			title := h.Title
			if h.Confidential {
				title += "  [vertrouwelijk]"
			}
			if err := s.printf("%s  %s\n    %s\n    %s\n", kindName(h.Kind), title, h.Snippet, h.ID); err != nil {
				return err
			}
		}
		if len(hits) == 0 {
			s.say("Niets gevonden. Probeer een ander woord.")
		}
		return nil
	})
}

func kindName(kind string) string {
	return map[string]string{"note": "Notitie", "item": "Artikel", "step": "Stap"}[kind]
}

package cli

import (
	"github.com/spf13/pflag"

	"raadwijzer/app"
	"raadwijzer/app/internal/domain"
)

// noteJSON is a note as a program reads it.
type noteJSON struct {
	ID           string   `json:"id"`
	Title        string   `json:"title"`
	Tags         []string `json:"tags"`
	Created      string   `json:"created"`
	Updated      string   `json:"updated"`
	Item         string   `json:"item,omitempty"`
	Part         string   `json:"part,omitempty"`
	Run          string   `json:"run,omitempty"`
	Step         string   `json:"step,omitempty"`
	Meeting      string   `json:"meeting,omitempty"`
	MeetingDate  string   `json:"meetingDate,omitempty"`
	Confidential bool     `json:"confidential"`
	Pinned       bool     `json:"pinned"`
	Trashed      string   `json:"trashed,omitempty"`
}

func toNoteJSON(n app.NoteCard) noteJSON {
	return noteJSON{ID: n.ID, Title: n.Title, Tags: n.Tags, Created: n.Created, Updated: n.Updated, Item: n.Item, Part: n.Part,
		Run: n.Run, Step: n.Step, Meeting: n.Meeting, MeetingDate: n.MeetingDate, Confidential: n.Confidential, Pinned: n.Pinned, Trashed: n.Trashed}
}

// readText reads a text file; "-" is standard input. Errors: those of
// app.ReadText.
func (s *session) readText(path string) (string, error) {
	if path == "-" {
		return app.ReadText(s.Stdin, path)
	}
	return app.ReadTextFile(path)
}

func notesAdd(flags *pflag.FlagSet) action {
	var note domain.Note
	flags.StringVar(&note.Title, "title", "", "titel; zonder titel telt de eerste regel")
	flags.StringArrayVar(&note.Tags, "tag", nil, "label; mag vaker")
	day := placeFlags(flags, &note.Place)
	flags.BoolVar(&note.Confidential, "confidential", false, "vertrouwelijk")
	flags.BoolVar(&note.Pinned, "pinned", false, "bovenaan vastgezet")
	template := flags.String("template", "", "sjabloon waarmee de notitie begint, in plaats van een bestand")
	return func(s *session, args []string) error {
		if err := day(&note.Place); err != nil {
			return err
		}
		added, err := s.add(*template, note, args)
		if err != nil {
			return err
		}
		if s.JSON {
			return s.shown(s.open, added.ID, "")
		}
		return s.printf("%s\n", added.ID)
	}
}

// add stores a note with the text of a template or else of the one file.
func (s *session) add(template string, note domain.Note, args []string) (domain.Note, error) {
	files := 1
	if template != "" {
		files = 0
	}
	err := want(args, files, files)
	if err == nil && template == "" {
		note.Body, err = s.readText(args[0])
	}
	if err != nil {
		return note, err
	}
	a, err := s.app()
	if err != nil {
		return note, err
	}
	if template != "" {
		return a.AddFromTemplate(template, note)
	}
	return a.AddNote(note)
}

func notesTemplates(*pflag.FlagSet) action {
	return within(0, 0, func(s *session, a *app.App, _ []string) error {
		views, err := a.Notes.Templates()
		if err != nil {
			return err
		}
		if s.JSON {
			return s.json(views)
		}
		for _, v := range views {
			if err := s.printf("%-22s %s\n", v.ID, v.Title); err != nil {
				return err
			}
		}
		return nil
	})
}

func notesList(flags *pflag.FlagSet) action {
	var query app.NoteQuery
	flags.StringVar(&query.Tag, "tag", "", "alleen met dit label")
	flags.StringVar(&query.Item, "item", "", "alleen bij dit artikel")
	flags.StringVar(&query.Part, "part", "", "alleen bij dit deel van het artikel")
	flags.StringVar(&query.Run, "run", "", "alleen bij dit traject")
	flags.StringVar(&query.Meeting, "meeting", "", "alleen bij de vergadering met dit onderwerp")
	flags.StringVar(&query.MeetingDate, "meeting-date", "", "alleen bij een vergadering op deze dag")
	flags.BoolVar(&query.Pinned, "pinned", false, "alleen wat is vastgezet")
	flags.BoolVar(&query.Trashed, "trash", false, "de prullenbak")
	return func(s *session, args []string) error { return s.list(query, args) }
}

func (s *session) list(query app.NoteQuery, args []string) error {
	if err := want(args, 0, 0); err != nil {
		return err
	}
	a, err := s.app()
	if err != nil {
		return err
	}
	cards, err := a.ListNotes(query)
	if err != nil {
		return err
	}
	if s.JSON {
		list := []noteJSON{}
		for _, n := range cards {
			list = append(list, toNoteJSON(n))
		}
		return s.json(list)
	}
	for _, n := range cards {
		if err := s.printf("%s  %s  %s%s\n", n.ID, n.Updated[:len("2026-03-18")], n.Title, mark(n)); err != nil {
			return err
		}
	}
	return nil
}

// mark says in words what a list in the window shows with a mark as well.
func mark(n app.NoteCard) string {
	text := ""
	if n.Pinned {
		text += "  [vastgezet]"
	}
	if n.Confidential {
		text += "  [vertrouwelijk]"
	}
	return text
}

func notesShow(*pflag.FlagSet) action {
	return within(1, 1, func(s *session, a *app.App, args []string) error {
		view, err := a.Notes.Get(args[0])
		if err != nil {
			return err
		}
		if !s.JSON {
			return s.printf("%s", view.Body)
		}
		return s.fullNote(a, view)
	})
}

func notesEdit(flags *pflag.FlagSet) action {
	title := flags.String("title", "", "nieuwe titel")
	return func(s *session, args []string) error {
		if err := want(args, 2, 2); err != nil {
			return err
		}
		body, err := s.readText(args[1])
		if err != nil {
			return err
		}
		a, err := s.app()
		if err != nil {
			return err
		}
		view, err := a.Notes.Get(args[0])
		if err != nil {
			return err
		}
		edit := app.NoteEdit{ID: view.ID, Rev: view.Rev, Title: *title, Body: body, KeepOld: true}
		if edit.Title == "" && view.TitleGiven {
			edit.Title = view.Title
		}
		if _, err := a.SaveNote(edit); err != nil {
			return err
		}
		return s.shown(a, args[0], "Bewaard.")
	}
}

// shown answers a command that changed a note.
func (s *session) shown(a *app.App, id, text string) error {
	if !s.JSON {
		s.say("%s", text)
		return nil
	}
	view, err := a.Notes.Get(id)
	if err != nil {
		return err
	}
	return s.json(toNoteJSON(view.NoteCard))
}

func notesRestore(flags *pflag.FlagSet) action {
	version := flags.String("version", "", "eerdere tekst, zoals 'notes history' die noemt")
	return within(1, 1, func(s *session, a *app.App, args []string) error {
		if *version != "" {
			if _, err := a.Notes.RestoreVersion(args[0], *version); err != nil {
				return err
			}
			return s.shown(a, args[0], "De eerdere tekst staat terug. De tekst van net staat nu bij de eerdere teksten.")
		}
		if _, err := a.Notes.Restore(args[0]); err != nil {
			return err
		}
		return s.shown(a, args[0], "De notitie staat terug.")
	})
}

func notesHistory(*pflag.FlagSet) action {
	return within(1, 1, func(s *session, a *app.App, args []string) error {
		versions, err := a.Notes.History(args[0])
		if err != nil {
			return err
		}
		if s.JSON {
			return s.json(versions)
		}
		for _, v := range versions {
			if err := s.printf("%s  %s  %s\n", v.ID, v.Saved, v.Title); err != nil {
				return err
			}
		}
		return nil
	})
}

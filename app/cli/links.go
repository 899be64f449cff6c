package cli

import (
	"github.com/spf13/pflag"

	"raadwijzer/app"
	"raadwijzer/app/internal/domain"
)

// linkJSON is a reference in the text of a note.
type linkJSON struct {
	Target string `json:"target"`       // as it was typed
	ID     string `json:"id,omitempty"` // of the note that is meant; absent when there is none
	Title  string `json:"title"`
}

// fullNote writes a note with its text and its references.
func (s *session) fullNote(a *app.App, view app.NoteView) error {
	links, err := a.Notes.Links(view.ID)
	if err != nil {
		return err
	}
	out, back := []linkJSON{}, []noteJSON{}
	for _, l := range links.Links {
		out = append(out, linkJSON{Target: l.Target, ID: l.ID, Title: l.Title})
	}
	for _, n := range links.Backlinks {
		back = append(back, toNoteJSON(n))
	}
	return s.json(struct {
		noteJSON
		Rev       int        `json:"rev"`
		Body      string     `json:"body"`
		Links     []linkJSON `json:"links"`
		Backlinks []noteJSON `json:"backlinks"`
	}{toNoteJSON(view.NoteCard), view.Rev, view.Body, out, back})
}

// placeFlags defines the flags for what a note hangs on. The function that
// comes back fills in the day. Errors: CodeDateInvalid.
func placeFlags(flags *pflag.FlagSet, place *domain.Place) func(*domain.Place) error {
	flags.StringVar(&place.Item, "item", "", "artikel waar de notitie bij hoort")
	flags.StringVar(&place.Part, "part", "", "deel van dat artikel, zoals 'item ID --format json' het noemt")
	flags.StringVar(&place.Run, "run", "", "traject waar de notitie bij hoort")
	flags.StringVar(&place.Step, "step", "", "stap van dat traject")
	flags.StringVar(&place.Meeting, "meeting", "", "onderwerp van de vergadering")
	day := flags.String("meeting-date", "", "dag van de vergadering, zoals 2026-03-18")
	return func(place *domain.Place) (err error) {
		if *day != "" {
			place.MeetingDate, err = domain.ParseDate(*day)
		}
		return err
	}
}

// notesLink changes what the flags name and leaves the rest: an item takes the
// place of a run, and the other way round. An empty value takes off.
func notesLink(flags *pflag.FlagSet) action {
	var wanted domain.Place
	day := placeFlags(flags, &wanted)
	clear := flags.Bool("clear", false, "haal de notitie eerst overal af")
	return func(s *session, args []string) error {
		if err := want(args, 1, 1); err != nil {
			return err
		}
		if flags.Changed("item") && flags.Changed("run") {
			return errUsage{"Kies --item of --run, niet allebei."}
		}
		if err := day(&wanted); err != nil {
			return err
		}
		a, err := s.app()
		if err != nil {
			return err
		}
		place, err := a.Place(args[0])
		if err != nil {
			return err
		}
		if *clear {
			place = domain.Place{}
		}
		if _, err := a.SetPlace(args[0], changed(flags, place, wanted)); err != nil {
			return err
		}
		return s.shown(a, args[0], "Veranderd.")
	}
}

// changed returns a place with what the flags name.
func changed(flags *pflag.FlagSet, place, wanted domain.Place) domain.Place {
	switch {
	case flags.Changed("item"):
		place.Item, place.Part, place.Run, place.Step = wanted.Item, "", "", ""
	case flags.Changed("run"):
		place.Item, place.Part, place.Run, place.Step = "", "", wanted.Run, ""
	}
	for name, set := range map[string]func(){
		"part":         func() { place.Part = wanted.Part },
		"step":         func() { place.Step = wanted.Step },
		"meeting":      func() { place.Meeting = wanted.Meeting },
		"meeting-date": func() { place.MeetingDate = wanted.MeetingDate },
	} {
		if flags.Changed(name) {
			set()
		}
	}
	return place
}

package cli

import (
	"strings"
	"time"

	"github.com/spf13/pflag"

	"raadwijzer/app"
)

type logJSON struct {
	At     string `json:"at"`
	By     string `json:"by"`
	Step   string `json:"step"` // id of the step, "" for the run itself
	Text   string `json:"text"` // of the step at that moment
	What   string `json:"what"`
	From   string `json:"from"`
	To     string `json:"to"`
	Undone bool   `json:"undone,omitempty"`
	Undoes bool   `json:"undoes,omitempty"`
}

func runsLog(*pflag.FlagSet) action {
	return within(1, 1, func(s *session, a *app.App, args []string) error {
		view, err := a.Checklists.Get(args[0])
		if err != nil {
			return err
		}
		lines, err := a.Checklists.Log(args[0])
		if err != nil {
			return err
		}
		if s.JSON {
			list := []logJSON{}
			for _, l := range lines {
				list = append(list, logJSON{At: l.At, By: l.By, Step: l.ID, Text: l.Step, What: l.What, From: l.From, To: l.To, Undone: l.Undone, Undoes: l.Undoes})
			}
			return s.json(list)
		}
		words := logWords{view}
		for _, l := range lines {
			if err := s.printf("%s  %s\n", localMoment(l.At), words.sentence(l)); err != nil {
				return err
			}
		}
		return nil
	})
}

// localMoment is a moment where the program runs, to the minute.
func localMoment(moment string) string {
	at, err := time.Parse(time.RFC3339, moment)
	if err != nil {
		return moment
	}
	return at.Local().Format("2006-01-02 15:04")
}

// logWords says in Dutch what a line of the log tells. The run knows the texts
// of the directions that were chosen.
type logWords struct{ run app.RunView }

var logWhat = map[string]string{
	"started": "traject gestart", "state": "stand", "choice": "keuze", "reason": "reden", "deadline": "datum", "anchor": "begindatum",
	"name": "naam", "municipality": "gemeente", "period": "raadsperiode", "election": "soort verkiezing", "archived": "archief",
	"template": "nieuwe versie van de checklist bekeken", "phaseAdded": "fase toegevoegd", "phaseRemoved": "fase weggehaald",
	"added": "stap toegevoegd", "removed": "stap weggehaald", "moved": "stap verplaatst", "who": "wie", "note": "notitie", "link": "link",
	"text": "tekst", "why": "waarom", "question": "vraag", "answer": "antwoord",
}

func (w logWords) sentence(l app.LogLine) string {
	text := logWhat[l.What]
	switch l.What {
	case "added", "removed", "moved", "template", "phaseAdded", "phaseRemoved":
	case "started":
		text += ": " + l.To
	default:
		text += ": " + w.value(l, l.From) + " -> " + w.value(l, l.To)
	}
	if l.Undoes {
		text = "ongedaan gemaakt: " + text
	}
	if l.By != "" {
		text += ", door " + l.By
	}
	if l.Undone {
		text += " (later ongedaan gemaakt)"
	}
	if l.Step != "" {
		text += "  [" + l.Step + "]"
	}
	return text
}

func (w logWords) value(l app.LogLine, raw string) string {
	switch {
	case l.What == "archived" && raw == "":
		return "niet in het archief"
	case l.What == "archived":
		return "in het archief"
	case raw == "":
		return "-"
	case l.What == "state":
		return stateWords[raw]
	case l.What == "choice":
		var texts []string
		for _, id := range strings.Split(raw, ",") {
			texts = append(texts, w.option(id))
		}
		return strings.Join(texts, "; ")
	}
	return strings.ReplaceAll(raw, "\n", " ")
}

func (w logWords) option(id string) string {
	for _, p := range w.run.Phases {
		for _, s := range p.Steps {
			for _, o := range s.Options {
				if o.ID == id {
					return o.Text
				}
			}
		}
	}
	return id
}

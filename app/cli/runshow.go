package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/pflag"

	"raadwijzer/app"
)

func runsShow(*pflag.FlagSet) action {
	return within(1, 1, func(s *session, a *app.App, args []string) error {
		view, err := a.Checklists.Get(args[0])
		if err != nil {
			return err
		}
		if s.JSON {
			return s.json(toRunJSON(view))
		}
		return s.printf("%s", runText(view))
	})
}

// stateWords are the states of a step for a reader.
var stateWords = map[string]string{"open": "nog te doen", "busy": "mee bezig", "done": "klaar", "skipped": "overgeslagen"}

// originWords tell where a step comes from.
var originWords = map[string]string{"ldib": "LDiB", "wet": "wet", "bron": "andere bron", "voorstel": "voorstel van Raadwijzer", "eigen": "zelf toegevoegd"}

// runText shows a run with the ids that other commands ask for.
func runText(view app.RunView) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s (%s)\n", view.Name, progressText(view.Progress))
	anchor := view.AnchorLabel
	for _, fact := range [][2]string{{"checklist", view.Title}, {"gemeente", view.Municipality}, {"raadsperiode", view.Period},
		{strings.ToLower(anchor), view.Anchor}, {"verkiezing", view.Election}} {
		if fact[1] != "" {
			fmt.Fprintf(&b, "%s: %s\n", fact[0], fact[1])
		}
	}
	if view.Notice != "" {
		fmt.Fprintf(&b, "let op: %s\n", view.Notice)
	}
	for _, p := range view.Phases {
		fmt.Fprintf(&b, "\n%s [%s], herkomst: %s\n", p.Title, p.ID, originWords[p.Origin])
		for _, step := range p.Steps {
			fmt.Fprintf(&b, "  %s %s  %s\n", box(step), step.ID, step.Text)
			for _, line := range stepLines(step, p.Origin) {
				fmt.Fprintf(&b, "      %s\n", line)
			}
		}
	}
	return b.String()
}

func progressText(p app.ProgressView) string {
	text := fmt.Sprintf("%d van %s klaar", p.Done, count(p.Total, "stap", "stappen"))
	if p.Skipped > 0 {
		text += fmt.Sprintf(", %d overgeslagen", p.Skipped)
	}
	return text
}

// stepLines are the facts of a step, one on a line. Where it comes from is
// told when that is not where its phase comes from.
func stepLines(step app.StepView, phaseOrigin string) []string {
	var lines []string
	add := func(word, value string) {
		if value != "" {
			lines = append(lines, word+": "+value)
		}
	}
	if step.Origin != phaseOrigin || step.Article != "" {
		add("herkomst", strings.TrimSuffix(originWords[step.Origin]+", "+step.Article, ", "))
	}
	if step.State == "busy" || step.State == "skipped" || step.State == "done" && step.By != "" {
		add("stand", strings.TrimSuffix(stateWords[step.State]+", door "+step.By, ", door "))
	}
	add("reden", step.Reason)
	if step.Deadline != "" {
		parts := append([]string{step.Deadline}, step.Remarks...)
		if !step.Pinned {
			parts = append(parts, "voorstel")
		}
		if step.Late {
			parts = append(parts, "te laat")
		}
		add("uiterlijk", strings.Join(parts, ", "))
	}
	for _, o := range step.Options {
		mark := "( )"
		if o.Chosen {
			mark = "(x)"
		}
		lines = append(lines, mark+" "+o.ID+"  "+o.Text)
	}
	add("wie", step.Who)
	add("notitie", strings.ReplaceAll(step.Note, "\n", " "))
	add("link", step.Link)
	for _, q := range step.Questions {
		lines = append(lines, "vraag "+q.ID+": "+q.Text)
		for i, answer := range q.Answers {
			add("  "+step.People[i], strings.ReplaceAll(answer, "\n", " "))
		}
	}
	for _, n := range step.Notes {
		add("notitie "+n.ID, n.Title)
	}
	return lines
}

func box(s app.StepView) string {
	if s.Kind == "topic" {
		return " · "
	}
	return map[string]string{"open": "[ ]", "busy": "[~]", "done": "[x]", "skipped": "[-]"}[s.State]
}

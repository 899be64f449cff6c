package export

import (
	"strings"

	"raadwijzer/app/internal/domain"
	"raadwijzer/app/internal/markdown"
)

// FromRun returns a run as a document: where it stands, for each phase its
// steps as a list of tasks with everything that was recorded about them, and
// the dates of the election.
func FromRun(file RunFile) Document {
	run := file.Run
	var f facts
	f.add(nlRun, run.Title)
	f.add(nlMunicipality, run.Municipality)
	f.add(nlPeriod, run.Period)
	anchor := run.AnchorLabel
	if anchor == "" {
		anchor = nlAnchor
	}
	f.add(anchor, nlDate(run.Anchor))
	f.add(nlElection, nlElectionWord(run.Election))
	f.line(markdown.Inline{Text: nlProgress(run.Progress()), Bold: true})
	blocks := f.blocks()
	if run.Notice != "" {
		blocks = append(blocks, &markdown.Quote{Blocks: []markdown.Block{paragraph(run.Notice)}})
	}
	for _, phase := range run.Phases {
		blocks = append(blocks, file.phaseBlocks(phase)...)
	}
	if len(file.Calendar) > 0 {
		blocks = append(blocks, heading(nlCalendar), file.calendarList())
	}
	return Document{Title: run.Name, Municipality: run.Municipality, Date: run.Updated, Blocks: blocks}
}

// calendarList shows the dates of the election, each with where it comes from.
func (file RunFile) calendarList() markdown.Block {
	list := &markdown.List{Tight: true}
	for _, d := range file.Calendar {
		var about facts
		about.line(markdown.Inline{Text: file.nlDay(d.Day), Bold: true}, markdown.Inline{Text: ": " + d.Text})
		about.line(origin(d.Origin, d.Article, d.Source)...)
		about.add(nlUntil, nlDate(d.Until))
		if d.Note != "" {
			about.line(plain(d.Note)...)
		}
		if d.Calculated {
			about.line(plain(nlCalculated)...)
		}
		list.Items = append(list.Items, markdown.Item{Blocks: about.blocks()})
	}
	return list
}

func (file RunFile) phaseBlocks(phase domain.Phase) []markdown.Block {
	var f facts
	f.add(nlGoal, phase.Goal)
	if origin := origin(phase.Origin, "", phase.Source); len(origin) > 0 {
		f.line(origin...)
	}
	if p := phase.Progress(); p.Total+p.Skipped > 0 {
		f.line(markdown.Inline{Text: nlProgress(p)})
	}
	blocks := append([]markdown.Block{heading(phase.Title)}, f.blocks()...)
	if items := file.stepItems(phase); len(items) > 0 {
		blocks = append(blocks, &markdown.List{Tight: true, Items: items})
	}
	return blocks
}

// stepItems puts topics under the step they hang under. A topic whose step is
// not in this phase stands on its own, so that it is not lost.
func (file RunFile) stepItems(phase domain.Phase) []markdown.Item {
	steps := make([]domain.Step, len(phase.Steps))
	for i, s := range phase.Steps {
		if s.Source == phase.Source {
			s.Source = domain.Source{} // said once, at the head of the phase
		}
		steps[i] = s
	}
	children, present := map[string][]domain.Step{}, map[string]bool{}
	for _, s := range steps {
		present[s.ID] = true
	}
	var top []domain.Step
	for _, s := range steps {
		if s.Parent != "" && s.Parent != s.ID && present[s.Parent] {
			children[s.Parent] = append(children[s.Parent], s)
		} else {
			top = append(top, s)
		}
	}
	seen := map[string]bool{}
	items := make([]markdown.Item, 0, len(top))
	for _, s := range top {
		items = append(items, file.stepItem(s, children, seen))
	}
	for _, s := range steps { // steps that hang under each other in a circle
		if !seen[s.ID] {
			items = append(items, file.stepItem(s, children, seen))
		}
	}
	return items
}

func (file RunFile) stepItem(s domain.Step, children map[string][]domain.Step, seen map[string]bool) markdown.Item {
	seen[s.ID] = true
	item := markdown.Item{Task: stepTask(s), Blocks: []markdown.Block{paragraph(s.Text)}}
	item.Blocks = append(item.Blocks, file.stepFacts(s)...)
	sub := &markdown.List{Tight: true}
	for _, child := range children[s.ID] {
		if !seen[child.ID] {
			sub.Items = append(sub.Items, file.stepItem(child, children, seen))
		}
	}
	if len(sub.Items) > 0 {
		item.Blocks = append(item.Blocks, sub)
	}
	return item
}

func stepTask(s domain.Step) markdown.Task {
	switch {
	case !s.Counts():
		return markdown.NoTask
	case s.State == domain.StateDone:
		return markdown.TaskDone
	}
	return markdown.TaskOpen
}

// stepFacts returns what was recorded about a step and where it comes from.
func (file RunFile) stepFacts(s domain.Step) []markdown.Block {
	var f facts
	by := ""
	if s.By != "" {
		by = " " + nlBy + " " + s.By
	}
	if on := day(s.At); on != "" {
		by += " " + nlOn + " " + on
	}
	switch {
	case s.State == domain.StateSkipped:
		f.line(markdown.Inline{Text: nlSkipped + ": " + s.Reason})
		if by != "" {
			f.line(markdown.Inline{Text: nlDecided + by})
		}
	case s.State == domain.StateDone && by != "":
		f.line(markdown.Inline{Text: nlDone + by})
	case s.State == domain.StateBusy:
		f.line(markdown.Inline{Text: nlBusy + by})
	}
	if d := file.nlDay(s.Deadline); d != "" {
		if !s.Pinned { // a date that no law and nobody gave is ours
			d += ", " + nlProposal
		}
		f.line(markdown.Inline{Text: nlDeadline + " " + d})
	}
	f.add(nlWho, s.Who)
	f.add(nlNote, strings.ReplaceAll(s.Note, "\n", " "))
	if s.Link != "" {
		f.line(markdown.Inline{Text: nlLink + ": "}, linked(domain.Source{URL: s.Link}))
	}
	f.add(nlNotes, strings.Join(file.notesOf(s.ID), "; "))
	f.add(nlWhy, strings.ReplaceAll(s.Why, "\n", " "))
	if line := origin(s.Origin, s.Article, s.Source); len(line) > 0 {
		f.line(line...)
	}
	return append(append(optionBlocks(s), f.blocks()...), formBlocks(s)...)
}

// formBlocks puts the answers of the people side by side.
func formBlocks(s domain.Step) []markdown.Block {
	if len(s.Questions) == 0 {
		return nil
	}
	var rows [][]string
	for _, q := range s.Questions {
		rows = append(rows, append([]string{q.Text}, q.Answers...))
	}
	return []markdown.Block{table(append([]string{nlQuestion}, s.People...), rows)}
}

// optionBlocks lists the directions that were chosen, or all there are.
func optionBlocks(s domain.Step) []markdown.Block {
	chosen, all := optionTexts(s)
	word, texts := nlChosen, chosen
	if len(chosen) == 0 {
		word, texts = nlOptions, all
	}
	if len(texts) == 0 {
		return nil
	}
	list := &markdown.List{Tight: true}
	for _, text := range texts {
		list.Items = append(list.Items, markdown.Item{Blocks: []markdown.Block{paragraph(text)}})
	}
	return []markdown.Block{paragraph(word + ":"), list}
}

// optionTexts returns the directions that were chosen and all there are. One
// that the run does not know any more is shown by its id.
func optionTexts(s domain.Step) (chosen, all []string) {
	texts := map[string]string{}
	for _, o := range s.Options {
		texts[o.ID] = o.Text
		all = append(all, o.Text)
	}
	for _, id := range s.Chosen {
		if texts[id] == "" {
			texts[id] = id
		}
		chosen = append(chosen, texts[id])
	}
	return chosen, all
}

// origin returns "Wet: artikel 33 Gemeentewet (bron)", as far as known.
func origin(o domain.Origin, article string, source domain.Source) []markdown.Inline {
	label := nlOrigin(o)
	if article != "" {
		label += ": " + article
	}
	if source == (domain.Source{}) {
		if label == "" {
			return nil
		}
		return []markdown.Inline{{Text: label}}
	}
	if label == "" {
		label = nlSource
	}
	return []markdown.Inline{{Text: label + " ("}, linked(source), {Text: ")"}}
}

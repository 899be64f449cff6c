package export

import (
	"slices"
	"strings"

	"raadwijzer/app/internal/domain"
	"raadwijzer/app/internal/markdown"
)

// RunFile is a run with what belongs to it outside the run.
type RunFile struct {
	domain.Run
	Notes    []Note // that hang on it or on its steps
	Calendar []domain.CalendarDay
	Former   []domain.FormerDate // to be taken out of a calendar that has them
	Recesses []domain.Recess
	Today    domain.Date // zero: nothing is late
}

// Documents returns the run and then the notes that go along.
func (file RunFile) Documents() []Document {
	docs := []Document{FromRun(file)}
	for _, n := range file.Notes {
		docs = append(docs, FromNote(n))
	}
	return docs
}

// Options returns what a file of the run with its notes says about itself,
// beside what every file does.
func (file RunFile) Options(o Options) Options {
	if o.Period = file.Period; file.Municipality != "" {
		o.Municipality = file.Municipality
	}
	if len(file.Notes) > 0 {
		o.Parts, o.Confidential, o.Contents = nlRunWithNotes(len(file.Notes)), file.secret(), []string{file.Name}
		for _, n := range file.Notes {
			o.Contents = append(o.Contents, n.Title)
		}
	}
	return o
}

// secret reports whether a confidential note goes along.
func (file RunFile) secret() bool {
	return slices.ContainsFunc(file.Notes, func(n Note) bool { return n.Confidential })
}

// notesOf returns the titles of the notes that hang on a step.
func (file RunFile) notesOf(step string) []string {
	var titles []string
	for _, n := range file.Notes {
		if n.Step == step {
			titles = append(titles, n.Title)
		}
	}
	return titles
}

// openDates returns the steps to do with a deadline, the earliest first.
func (file RunFile) openDates() []domain.Step {
	var open []domain.Step
	for _, p := range file.Phases {
		for _, s := range p.Steps {
			if s.ToDo() && !s.Deadline.IsZero() {
				open = append(open, s)
			}
		}
	}
	sortByDeadline(open)
	return open
}

func (file RunFile) steps(state domain.State) []domain.Step {
	var list []domain.Step
	for _, p := range file.Phases {
		for _, s := range p.Steps {
			if s.Counts() && s.State == state {
				list = append(list, s)
			}
		}
	}
	return list
}

// text1 returns the collected lines as text.
func (f *facts) asText() string { return markdown.Text(f.text) }

// nlDay is a day with what is special about it: "5 mei 2026 (Bevrijdingsdag)".
func (file RunFile) nlDay(d domain.Date) string {
	text := nlDate(d)
	if remarks := d.Remarks(file.Recesses); len(remarks) > 0 {
		text += " (" + strings.Join(remarks, ", ") + ")"
	}
	return text
}

func table(head []string, rows [][]string) markdown.Block {
	t := &markdown.Table{Align: make([]markdown.Align, len(head))}
	for _, text := range head {
		t.Head = append(t.Head, plain(text))
	}
	for _, row := range rows {
		var cells [][]markdown.Inline
		for _, text := range row {
			cells = append(cells, plain(text))
		}
		t.Rows = append(t.Rows, cells)
	}
	return t
}

func sortByDeadline(steps []domain.Step) {
	slices.SortStableFunc(steps, func(a, b domain.Step) int { return a.Deadline.Compare(b.Deadline) })
}

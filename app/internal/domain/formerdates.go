package domain

import "slices"

// FormerDate is a date that a run once had: of a step or of the calendar of
// its election. Day is the last one it had.
type FormerDate struct {
	Step, Calendar string // the id of one of these
	Text           string
	Day            Date
}

// FormerDates returns the dates that a run had and has no more, so that a
// calendar that was given them can be told. The run is taken back to its
// beginning, so it must be a copy. log is its whole log, oldest line first.
func FormerDates(run *Run, log []LogEntry, entries []CalendarEntry) ([]FormerDate, error) {
	seen := map[FormerDate]bool{}
	var former []FormerDate
	look := func(found func(FormerDate)) {
		for _, d := range run.dates(entries) {
			key := FormerDate{Step: d.Step, Calendar: d.Calendar}
			if !seen[key] {
				seen[key] = true
				found(d)
			}
		}
	}
	look(func(FormerDate) {})
	for i, e := range slices.Backward(log) {
		if e.What == LogStarted {
			continue
		}
		e.To = e.From
		if err := run.put(e); err != nil {
			return nil, err
		}
		if i == 0 || log[i-1].Change != e.Change { // between the lines of one action the run never was
			look(func(d FormerDate) { former = append(former, d) })
		}
	}
	return former, nil
}

// dates returns every date of the run and of the calendar of its election.
func (r *Run) dates(entries []CalendarEntry) (list []FormerDate) {
	for _, p := range r.Phases {
		for _, s := range p.Steps {
			if s.Counts() && !s.Deadline.IsZero() {
				list = append(list, FormerDate{Step: s.ID, Text: s.Text, Day: s.Deadline})
			}
		}
	}
	for _, d := range CalendarFor(entries, r.Election, r.Anchor) {
		if !d.Reference {
			list = append(list, FormerDate{Calendar: d.ID, Text: d.Text, Day: d.Day})
		}
	}
	return list
}

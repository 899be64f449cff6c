package domain

import (
	"slices"
	"time"
)

// RuleFirstWorkingDay is the calendar rule for the first working day of the
// year after an election.
const RuleFirstWorkingDay = "first-working-day-of-year"

// FirstWorkingDayAfter returns the first working day of the year after the
// given day.
func FirstWorkingDayAfter(day Date) Date {
	// 1 January is a holiday, so the search begins a day later.
	return DateOf(time.Date(day.Year()+1, time.January, 2, 12, 0, 0, 0, time.UTC)).workingDay()
}

// On returns the day of the entry for an election on the given day.
func (e CalendarEntry) On(election Date) Date {
	if e.Rule == RuleFirstWorkingDay {
		return FirstWorkingDayAfter(election)
	}
	return election.AddDays(e.Offset)
}

// ElectionOn tells the kind of election by its day: a regular one falls on a
// Wednesday from 15 to 21 March (Kieswet F 1 and J 1), a redivision election
// on a Wednesday in November. Any other day is "": of it we are not sure.
func ElectionOn(day Date) Election {
	switch {
	case day.IsZero() || day.Weekday() != time.Wednesday:
		return ""
	case day.Month() == time.March && day.Day() >= 15 && day.Day() <= 21:
		return ElectionRegular
	case day.Month() == time.November:
		return ElectionRedivision
	}
	return ""
}

// Valid reports whether e is a kind of election or "".
func (e Election) Valid() bool {
	return e == "" || e == ElectionRegular || e == ElectionRedivision
}

// CalendarDay is an entry of the calendar on its day.
type CalendarDay struct {
	CalendarEntry
	Day        Date
	Until      Date // where a term runs on over days off, else zero
	Calculated bool // worked out by us; no official calendar of that election was seen
}

// CalendarFor returns the dates of an election in the order of time. A regular
// election on a day that the Kieswet does not allow has none, because its
// dates would be wrong.
func CalendarFor(entries []CalendarEntry, election Election, anchor Date) []CalendarDay {
	if anchor.IsZero() || election == ElectionRegular && ElectionOn(anchor) != ElectionRegular {
		return nil
	}
	var days []CalendarDay
	for _, e := range entries {
		calculated := slices.Contains(e.Calculated, anchor.Year())
		if e.Election != election || len(e.Years) > 0 && !slices.Contains(e.Years, anchor.Year()) && !calculated {
			continue
		}
		day := CalendarDay{CalendarEntry: e, Day: e.On(anchor), Calculated: calculated}
		if until := day.Day.workingDay(); e.Extends && until != day.Day {
			day.Until = until
		}
		days = append(days, day)
	}
	slices.SortStableFunc(days, func(a, b CalendarDay) int { return a.Day.Compare(b.Day) })
	return days
}

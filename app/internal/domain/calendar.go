package domain

import "time"

// RuleFirstWorkingDay is the calendar rule for the first working day of the
// year after an election.
const RuleFirstWorkingDay = "first-working-day-of-year"

// On returns the day of the entry for an election on the given day.
func (e CalendarEntry) On(election Date) Date {
	if e.Rule != RuleFirstWorkingDay {
		return election.AddDays(e.Offset)
	}
	// 1 January is a holiday, so the search begins a day later.
	day := DateOf(time.Date(election.Year()+1, time.January, 2, 12, 0, 0, 0, time.UTC))
	for day.Weekday() == time.Saturday || day.Weekday() == time.Sunday {
		day = day.AddDays(1)
	}
	return day
}

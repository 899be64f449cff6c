package domain

import "time"

// Easter returns Easter Sunday by the Gregorian computus, in the form of
// Meeus, Jones and Butcher.
func Easter(year int) Date {
	a, b, c := year%19, year/100, year%100
	d, e := b/4, b%4
	g := (8*b + 13) / 25
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	month := (h + l - 7*m + 114) / 31
	day := (h+l-7*m+114)%31 + 1
	return Date{year, time.Month(month), day}
}

// Holiday returns the Dutch name of a holiday in the Netherlands, or "".
func (d Date) Holiday() string {
	if d.IsZero() {
		return ""
	}
	if d == kingsDay(d.year) {
		return "Koningsdag"
	}
	switch [2]int{int(d.month), d.day} {
	case [2]int{1, 1}:
		return "Nieuwjaarsdag"
	case [2]int{5, 5}:
		return "Bevrijdingsdag"
	case [2]int{12, 25}:
		return "Eerste kerstdag"
	case [2]int{12, 26}:
		return "Tweede kerstdag"
	}
	return map[int]string{-2: "Goede Vrijdag", 0: "Eerste paasdag", 1: "Tweede paasdag", 39: "Hemelvaartsdag",
		49: "Eerste pinksterdag", 50: "Tweede pinksterdag"}[Easter(d.year).DaysUntil(d)]
}

// kingsDay is 27 April, a day earlier when that is a Sunday.
func kingsDay(year int) Date {
	day := Date{year, time.April, 27}
	if day.Weekday() == time.Sunday {
		return day.AddDays(-1)
	}
	return day
}

// DayOff tells why a day is no working day: "zaterdag", "zondag" or the name
// of a holiday; "" for a working day.
func (d Date) DayOff() string {
	if name := d.Holiday(); name != "" || d.IsZero() {
		return name
	}
	switch d.Weekday() {
	case time.Saturday:
		return "zaterdag"
	case time.Sunday:
		return "zondag"
	}
	return ""
}

// workingDay returns the day itself or the first working day after it.
func (d Date) workingDay() Date {
	for d.DayOff() != "" {
		d = d.AddDays(1)
	}
	return d
}

// Recess is a period in which the council of the user does not meet. Both days
// belong to it.
type Recess struct {
	ID          string
	Name        string
	First, Last Date
}

// Holds reports whether a day is in the recess.
func (r Recess) Holds(d Date) bool {
	return !d.IsZero() && !d.Before(r.First) && !r.Last.Before(d)
}

// Check refuses a recess without a name or that ends before it begins. Errors:
// CodeNameMissing, CodeNameTooLong, CodeDateInvalid.
func (r Recess) Check() error {
	switch {
	case r.Name == "":
		return Fail(CodeNameMissing, "")
	case r.First.IsZero() || r.Last.IsZero():
		return Fail(CodeDateInvalid, r.Last.String())
	case r.Last.Before(r.First):
		return Fail(CodeRecessOrder, "")
	}
	return checkTexts(maxName, r.Name)
}

// Remarks tells what is special about a day, for whom plans a meeting: a
// weekend or holiday, and the recesses it is in.
func (d Date) Remarks(recesses []Recess) []string {
	var remarks []string
	if off := d.DayOff(); off != "" {
		remarks = append(remarks, off)
	}
	for _, r := range recesses {
		if r.Holds(d) {
			remarks = append(remarks, r.Name)
		}
	}
	return remarks
}

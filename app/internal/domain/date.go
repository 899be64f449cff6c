package domain

import (
	"fmt"
	"time"
)

// Date is a civil day without a time zone, written "2026-03-18". The zero
// value is "no date".
type Date struct {
	year  int
	month time.Month
	day   int
}

const dateLayout = "2006-01-02"

// ParseDate reads "2026-03-18". The error has CodeDateInvalid.
func ParseDate(s string) (Date, error) {
	t, err := time.Parse(dateLayout, s)
	if err != nil {
		return Date{}, Fail(CodeDateInvalid, s)
	}
	return DateOf(t), nil
}

// DateOf returns the day of t in t's own zone.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	return Date{y, m, d}
}

// IsZero reports whether d is "no date".
func (d Date) IsZero() bool { return d == Date{} }

// AddDays returns the day n days later. The zero date stays zero.
func (d Date) AddDays(n int) Date {
	if d.IsZero() {
		return d
	}
	return DateOf(d.noon().AddDate(0, 0, n))
}

// Before reports whether d comes before e. The zero date is before nothing.
func (d Date) Before(e Date) bool {
	return !d.IsZero() && !e.IsZero() && d.noon().Before(e.noon())
}

// DaysUntil returns the number of days from d to e.
func (d Date) DaysUntil(e Date) int { return int(e.noon().Sub(d.noon()).Hours() / 24) }

// Weekday returns the day of the week.
func (d Date) Weekday() time.Weekday { return d.noon().Weekday() }

// Year returns the calendar year, 0 for the zero date.
func (d Date) Year() int { return d.year }

// String returns "2026-03-18", or "" for the zero date.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return d.noon().Format(dateLayout)
}

var months = [...]string{"januari", "februari", "maart", "april", "mei", "juni",
	"juli", "augustus", "september", "oktober", "november", "december"}

// Dutch returns "18 maart 2026", or "" for the zero date.
func (d Date) Dutch() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%d %s %d", d.day, months[d.month-1], d.year)
}

// Compare orders days; no date comes first.
func (d Date) Compare(e Date) int {
	switch {
	case d == e:
		return 0
	case d.IsZero() || d.Before(e):
		return -1
	}
	return 1
}

// MarshalText writes "2026-03-18", or nothing for the zero date.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what MarshalText wrote.
func (d *Date) UnmarshalText(text []byte) error { return setDate(d, string(text)) }

// noon keeps day arithmetic away from midnight; UTC has no summer time.
func (d Date) noon() time.Time { return time.Date(d.year, d.month, d.day, 12, 0, 0, 0, time.UTC) }

// Month returns the month, 0 for the zero date.
func (d Date) Month() time.Month { return d.month }

// Day returns the day of the month, 0 for the zero date.
func (d Date) Day() int { return d.day }

package export

import (
	"io"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/emersion/go-ical"

	"raadwijzer/app/internal/domain"
)

// WriteICS writes the dates of runs as a calendar of whole days: the deadlines
// of steps, and the dates of the election, but not those to compare with. The id of an event is made of the
// run and the step and stays the same, so a second import changes events and
// adds none twice; a step that was skipped is cancelled, and so is a date that the
// run has no more. Errors are those of w,
// and CodeNoDates when there is no date at all.
func WriteICS(w io.Writer, files ...RunFile) error {
	calendar := ical.NewCalendar()
	calendar.Props.SetText(ical.PropVersion, "2.0")
	calendar.Props.SetText(ical.PropProductID, "-//Raadwijzer//Trajecten//NL")
	calendar.Props.SetText(ical.PropCalendarScale, "GREGORIAN")
	for _, f := range files {
		for _, e := range events(f) {
			calendar.Children = append(calendar.Children, e.Component)
		}
	}
	if len(calendar.Children) == 0 {
		return domain.Fail(domain.CodeNoDates, "")
	}
	return ical.NewEncoder(&folder{w: w}).Encode(calendar)
}

func events(f RunFile) []*ical.Event {
	var list []*ical.Event
	for _, p := range f.Phases {
		for _, s := range p.Steps {
			if s.Counts() && !s.Deadline.IsZero() {
				list = append(list, f.stepEvent(s))
			}
		}
	}
	for _, d := range f.Calendar {
		if d.Reference {
			continue
		}
		var about facts
		about.line(origin(d.Origin, d.Article, d.Source)...)
		about.add(nlNote, d.Note)
		about.add(nlUntil, nlDate(d.Until))
		list = append(list, f.event(fromCalendar+d.ID, d.Day, d.Text, about.asText()))
	}
	for _, d := range f.Former {
		id := d.Step
		if id == "" {
			id = fromCalendar + d.Calendar
		}
		list = append(list, cancelled(f.event(id, d.Day, d.Text, nlFormer)))
	}
	return list
}

// fromCalendar stands before the id of an entry of the calendar of an election,
// so that it is never that of a step.
const fromCalendar = "kalender-"

// cancelled marks an event that does not take place.
func cancelled(e *ical.Event) *ical.Event {
	e.Props.SetText(ical.PropStatus, "CANCELLED")
	return e
}

func (file RunFile) stepEvent(s domain.Step) *ical.Event {
	var about facts
	about.add(nlState, nlStateWord(s.State))
	about.add(nlReason, s.Reason)
	about.add(nlWho, s.Who)
	if !s.Pinned {
		about.line(plain(nlProposedDate)...)
	}
	about.add(nlWhy, s.Why)
	about.line(origin(s.Origin, s.Article, s.Source)...)
	about.add(nlNote, s.Note)
	e := file.event(s.ID, s.Deadline, s.Text, about.asText())
	if s.State == domain.StateSkipped {
		cancelled(e)
	}
	if s.Link != "" {
		link := ical.NewProp(ical.PropURL)
		link.Value = s.Link // checked when it was stored
		e.Props.Set(link)
	}
	return e
}

// event is one whole day. It has no time and no zone, so that it can shift for
// nobody; its end is the day after, which does not belong to it (RFC 5545,
// 3.6.1).
func (file RunFile) event(id string, day domain.Date, title, about string) *ical.Event {
	e := ical.NewEvent()
	e.Props.SetText(ical.PropUID, file.ID+"-"+id+"@raadwijzer")
	e.Props.SetDateTime(ical.PropDateTimeStamp, file.Updated.UTC())
	e.Props.SetDateTime(ical.PropLastModified, file.Updated.UTC())
	e.Props.SetDate(ical.PropDateTimeStart, civil(day))
	e.Props.SetDate(ical.PropDateTimeEnd, civil(day.AddDays(1)))
	e.Props.SetText(ical.PropSummary, printable(file.Name+": "+title))
	e.Props.SetText(ical.PropDescription, printable(about))
	e.Props.SetText(ical.PropStatus, "CONFIRMED")
	e.Props.SetText(ical.PropTransparency, "TRANSPARENT")
	sequence := ical.NewProp(ical.PropSequence)
	sequence.Value = strconv.Itoa(file.Rev)
	e.Props.Set(sequence)
	return e
}

// civil is the day as the library wants it; only its year, month and day count.
func civil(d domain.Date) time.Time {
	return time.Date(d.Year(), d.Month(), d.Day(), 0, 0, 0, 0, time.UTC)
}

// printable leaves out what a line of a calendar cannot hold.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' || r == 0x7f {
			return -1
		}
		return r
	}, s)
}

// folder breaks lines of more than 75 bytes between characters, as RFC 5545,
// 3.1 asks, which the encoder leaves to others. Every write is whole lines.
type folder struct{ w io.Writer }

const foldAt = 75

// Write implements io.Writer.
func (f *folder) Write(p []byte) (int, error) {
	var b strings.Builder
	room := foldAt
	for _, r := range string(p) {
		size := utf8.RuneLen(r)
		switch {
		case r == '\r' || r == '\n':
			room = foldAt
		case size > room:
			b.WriteString("\r\n ")
			room = foldAt - 1 - size
		default:
			room -= size
		}
		b.WriteRune(r)
	}
	if _, err := io.WriteString(f.w, b.String()); err != nil {
		return 0, err
	}
	return len(p), nil
}

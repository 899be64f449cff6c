package export

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strings"
	"testing"
	"time"

	ics "github.com/arran4/golang-ical" // another reader than the library that writes

	"raadwijzer/app/internal/domain"
)

func icsOf(t *testing.T, files ...RunFile) string {
	t.Helper()
	var b bytes.Buffer
	if err := WriteICS(&b, files...); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func calendarFile(t *testing.T) RunFile {
	t.Helper()
	f := RunFile{Run: sampleRun(t)}
	f.Calendar = domain.CalendarFor([]domain.CalendarEntry{{ID: "nieuwe-raad", Text: "De nieuwe raad begint", Election: domain.ElectionRegular,
		Offset: 14, Origin: domain.OriginLaw, Article: "Kieswet, artikel C 4", Note: "Een woensdag; altijd, overal."}}, domain.ElectionRegular, f.Anchor)
	return f
}

func TestICSIsReadByAnotherLibrary(t *testing.T) {
	f := calendarFile(t)
	text := icsOf(t, f)
	calendar, err := ics.ParseCalendar(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	days := map[string]string{}
	for _, e := range calendar.Events() {
		start, end := e.GetProperty(ics.ComponentPropertyDtStart), e.GetProperty(ics.ComponentPropertyDtEnd)
		if start.ICalParameters["VALUE"][0] != "DATE" || end.ICalParameters["VALUE"][0] != "DATE" || len(start.Value) != 8 {
			t.Errorf("%+v is no whole day", start)
		}
		from, err := e.GetAllDayStartAt()
		if err != nil {
			t.Fatal(err)
		}
		until, err := e.GetAllDayEndAt()
		if err != nil || until.Sub(from) != 24*time.Hour {
			t.Errorf("from %s until %s: %v", from, until, err)
		}
		days[e.Id()] = start.Value
	}
	want := map[string]string{"r1-s1@raadwijzer": "20260311", "r1-kalender-nieuwe-raad@raadwijzer": "20260401"}
	for id, day := range want {
		if days[id] != day {
			t.Errorf("%s is on %q, want %s; all: %v", id, days[id], day, days)
		}
	}
	if !strings.Contains(strings.ReplaceAll(text, "\r\n ", ""), `Een woensdag\; altijd\, overal.`) {
		t.Error("signs of the format are not escaped")
	}
	for line := range strings.SplitSeq(text, "\r\n") {
		if len(line) > 75 {
			t.Errorf("a line of %d bytes: %s", len(line), line)
		}
	}
}

// The same event keeps its id, so that a second import changes it.
func TestASecondICSChangesTheSameEvents(t *testing.T) {
	f := calendarFile(t)
	first := icsOf(t, f)
	later, _ := domain.ParseDate("2026-03-13")
	if err := f.SetDeadline("s1", later, domain.Actor{At: noon.Add(time.Hour)}); err != nil {
		t.Fatal(err)
	}
	f.Rev++
	second := icsOf(t, f)
	ids := func(text string) (list []string) {
		for line := range strings.SplitSeq(text, "\r\n") {
			if strings.HasPrefix(line, "UID:") || strings.HasPrefix(line, "SEQUENCE:") {
				list = append(list, line)
			}
		}
		return list
	}
	one, two := ids(first), ids(second)
	if len(one) != len(two) {
		t.Fatalf("%q\n%q", one, two)
	}
	for i := range one {
		if strings.HasPrefix(one[i], "UID:") && one[i] != two[i] || strings.HasPrefix(one[i], "SEQ") && one[i] >= two[i] {
			t.Errorf("%s, then %s", one[i], two[i])
		}
	}
	if !strings.Contains(second, "20260313") || strings.Contains(second, "DTSTART;VALUE=DATE:20260311") {
		t.Error("the day did not move")
	}
}

func TestASkippedStepIsCancelled(t *testing.T) {
	f := calendarFile(t)
	if err := f.SetStep(domain.StepChange{Step: "s1", State: domain.StateSkipped, Reason: "niet nodig"}, domain.Actor{At: noon}); err != nil {
		t.Fatal(err)
	}
	if text := icsOf(t, f); !strings.Contains(text, "STATUS:CANCELLED") {
		t.Error(text)
	}
	var b bytes.Buffer
	if err := WriteICS(&b, RunFile{}); domain.CodeOf(err) != domain.CodeNoDates {
		t.Error(err)
	}
}

// A date that is gone is taken out of a calendar that has it.
func TestADateThatIsGoneIsCancelled(t *testing.T) {
	f := calendarFile(t)
	day, _ := domain.ParseDate("2026-04-01")
	f.Former = []domain.FormerDate{{Step: "weg", Text: "Een eigen stap", Day: day}, {Calendar: "weg", Text: "Een dag van de verkiezing", Day: day}}
	calendar, err := ics.ParseCalendar(strings.NewReader(icsOf(t, f)))
	if err != nil {
		t.Fatal(err)
	}
	states := map[string]string{}
	for _, e := range calendar.Events() {
		states[e.Id()] = e.GetProperty(ics.ComponentPropertyStatus).Value
	}
	for id, want := range map[string]string{"r1-weg@raadwijzer": "CANCELLED", "r1-kalender-weg@raadwijzer": "CANCELLED", "r1-s1@raadwijzer": "CONFIRMED"} {
		if states[id] != want {
			t.Errorf("%s is %q, want %s", id, states[id], want)
		}
	}
}

// A whole day is that day everywhere.
func TestDaysDoNotShiftWithTheZone(t *testing.T) {
	local := time.Local
	t.Cleanup(func() { time.Local = local })
	var texts []string
	for _, zone := range []string{"UTC", "Pacific/Auckland", "America/Los_Angeles", "Europe/Amsterdam"} {
		place, err := time.LoadLocation(zone)
		if err != nil {
			t.Fatal(err)
		}
		time.Local = place
		texts = append(texts, icsOf(t, calendarFile(t)))
	}
	if slices.ContainsFunc(texts, func(text string) bool { return text != texts[0] }) {
		t.Error("the calendar differs by zone")
	}
}

func TestCSVIsATableWithoutFormulas(t *testing.T) {
	f := calendarFile(t)
	for _, note := range []string{"=1+1", "+31 6", "-3", "@x", "\t=1", "  =1", "＝1", "gewoon; met \"tekens\"\nen regels"} {
		if err := f.SetFacts("s1", domain.StepFacts{Note: note, Who: "=cmd|' /C calc'!A0"}, domain.Actor{At: noon}); err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if err := WriteCSV(&b, f); err != nil {
			t.Fatal(err)
		}
		text, ok := strings.CutPrefix(b.String(), "\ufeff")
		if !ok || !strings.Contains(text, "\r\n") {
			t.Fatal("no mark of UTF-8, or no line ends of a spreadsheet")
		}
		reader := csv.NewReader(strings.NewReader(text))
		reader.Comma = ';'
		rows, err := reader.ReadAll()
		if err != nil || len(rows) != 7 {
			t.Fatal(len(rows), err)
		}
		for _, row := range rows {
			for _, cell := range row {
				if cell != "" && strings.ContainsRune("=+-@\t＝", []rune(strings.TrimLeft(cell, " "))[0]) {
					t.Errorf("%q would be a formula", cell)
				}
			}
		}
	}
}

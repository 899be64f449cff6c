package library

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"raadwijzer/app/internal/domain"
)

var update = flag.Bool("update", false, "writes the golden files anew")

// The dates of two regular elections and one redivision, each with its ground
// and what is special about the day. Those of 2026 were compared with a
// published calendar; a change here is a change of the law or a mistake.
func TestCalendarsOfElections(t *testing.T) {
	lib := load(t)
	for _, day := range []string{"2026-03-18", "2030-03-20", "2026-11-18"} {
		anchor, err := domain.ParseDate(day)
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		for _, d := range domain.CalendarFor(lib.Calendar(), domain.ElectionOn(anchor), anchor) {
			line := fmt.Sprintf("%-4s %s %-9s %s", offset(anchor.DaysUntil(d.Day)), d.Day, d.Origin, d.Text)
			for _, more := range []string{d.Article, prefixed("loopt door tot en met ", d.Until.String()), d.Day.DayOff(), calculated(d.Calculated)} {
				if more != "" {
					line += " | " + more
				}
			}
			b.WriteString(line + "\n")
		}
		file := filepath.Join("testdata", "kalender-"+day+".txt")
		if *update {
			if err := os.WriteFile(file, []byte(b.String()), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil || b.String() != string(want) {
			t.Errorf("%s: %v\n got:\n%s\nwant:\n%s", file, err, b.String(), want)
		}
	}
}

func offset(days int) string {
	if days == 0 {
		return "E"
	}
	return fmt.Sprintf("E%+d", days)
}

func prefixed(prefix, text string) string {
	if text == "" {
		return ""
	}
	return prefix + text
}

func calculated(yes bool) string {
	if yes {
		return "berekend"
	}
	return ""
}

// A redivision has no dates counted from the vote: its council begins with the
// year.
func TestRedivisionNeverCountsDaysFromTheVote(t *testing.T) {
	lib := load(t)
	for year := 2024; year < 2060; year++ {
		for day := 1; day <= 30; day++ {
			anchor, err := domain.ParseDate(fmt.Sprintf("%d-11-%02d", year, day))
			if err != nil {
				t.Fatal(err)
			}
			days := domain.CalendarFor(lib.Calendar(), domain.ElectionRedivision, anchor)
			if len(days) != 2 || days[0].Day != anchor || days[1].Day.Year() != year+1 || days[1].Day.Day() > 4 || days[1].Day.DayOff() != "" {
				t.Fatalf("%s: %+v", anchor, days)
			}
		}
	}
	checklist, err := lib.Checklist("anders-formeren")
	if err != nil {
		t.Fatal(err)
	}
	anchor, _ := domain.ParseDate("2026-11-18")
	run, err := domain.NewRun("1", checklist, domain.Start{Name: "x", Anchor: anchor}, time.Unix(0, 0))
	if err != nil {
		t.Fatal(err)
	}
	if s, err := run.Step("x-12"); err != nil || s.Deadline.String() != "2027-01-04" {
		t.Fatalf("the letters of credentials: %s, %v", s.Deadline, err)
	}
}

// Every regular election lies on a Wednesday in March, and its council begins
// on a Wednesday from 29 March to 4 April (Kieswet C 4).
func TestRegularElectionsFitTheLaw(t *testing.T) {
	lib := load(t)
	for year := 2026; year <= 2046; year += 4 {
		for day := 15; day <= 21; day++ {
			anchor, _ := domain.ParseDate(fmt.Sprintf("%d-03-%02d", year, day))
			if domain.ElectionOn(anchor) != domain.ElectionRegular {
				continue
			}
			for _, d := range domain.CalendarFor(lib.Calendar(), domain.ElectionRegular, anchor) {
				first, _ := domain.ParseDate(fmt.Sprintf("%d-03-29", year))
				if d.ID == "nieuwe-raad" && (d.Day.Before(first) || first.AddDays(6).Before(d.Day)) {
					t.Errorf("%s: the council begins on %s", anchor, d.Day)
				}
			}
		}
	}
	for _, wrong := range []string{"2026-03-17", "2026-03-11", "2026-06-03"} {
		anchor, _ := domain.ParseDate(wrong)
		if days := domain.CalendarFor(lib.Calendar(), domain.ElectionRegular, anchor); days != nil {
			t.Errorf("%s is no day for a regular election, and has %d dates", wrong, len(days))
		}
	}
}

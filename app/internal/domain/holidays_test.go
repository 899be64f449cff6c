package domain

import "testing"

// The dates of Easter as published (Gregorian), with the earliest and latest
// that can be.
func TestEaster(t *testing.T) {
	for year, want := range map[int]string{1818: "1818-03-22", 1943: "1943-04-25", 2018: "2018-04-01", 2022: "2022-04-17",
		2024: "2024-03-31", 2026: "2026-04-05", 2027: "2027-03-28", 2030: "2030-04-21", 2034: "2034-04-09", 2038: "2038-04-25", 2285: "2285-03-22"} {
		if got := Easter(year).String(); got != want {
			t.Errorf("%d: %s, want %s", year, got, want)
		}
	}
	for year := 1900; year <= 2200; year++ {
		if day := Easter(year); day.Weekday() != 0 {
			t.Errorf("%s is no Sunday", day)
		}
	}
}

func TestDaysOff(t *testing.T) {
	for day, want := range map[string]string{
		"2026-01-01": "Nieuwjaarsdag", "2026-04-03": "Goede Vrijdag", "2026-04-05": "Eerste paasdag", "2026-04-06": "Tweede paasdag",
		"2026-04-27": "Koningsdag", "2025-04-26": "Koningsdag", "2025-04-27": "zondag", "2026-05-05": "Bevrijdingsdag",
		"2026-05-14": "Hemelvaartsdag", "2026-05-24": "Eerste pinksterdag", "2026-05-25": "Tweede pinksterdag",
		"2026-12-25": "Eerste kerstdag", "2026-12-26": "Tweede kerstdag", "2026-03-14": "zaterdag", "2026-03-15": "zondag",
		"2026-03-18": "", "2024-04-30": "", "2008-05-01": "Hemelvaartsdag",
	} {
		if got := date(t, day).DayOff(); got != want {
			t.Errorf("%s: %q, want %q", day, got, want)
		}
	}
	if (Date{}).DayOff() != "" {
		t.Error("no date is a day off")
	}
	for day, want := range map[string]string{"2026-04-06": "2026-04-07", "2026-03-18": "2026-03-18", "2026-12-25": "2026-12-28"} {
		if got := date(t, day).workingDay().String(); got != want {
			t.Errorf("after %s: %s, want %s", day, got, want)
		}
	}
}

func TestRemarksNameTheRecess(t *testing.T) {
	recess := Recess{Name: "Meireces", First: date(t, "2026-04-25"), Last: date(t, "2026-05-03")}
	if err := recess.Check(); err != nil {
		t.Fatal(err)
	}
	for day, want := range map[string]int{"2026-04-24": 0, "2026-04-25": 2, "2026-04-28": 1, "2026-05-03": 2, "2026-05-04": 0} {
		if got := date(t, day).Remarks([]Recess{recess}); len(got) != want {
			t.Errorf("%s: %q", day, got)
		}
	}
	for name, r := range map[string]Recess{"name": {First: recess.First, Last: recess.Last}, "no end": {Name: "x", First: recess.First},
		"turned": {Name: "x", First: recess.Last, Last: recess.First}} {
		if r.Check() == nil {
			t.Errorf("%s is accepted", name)
		}
	}
}

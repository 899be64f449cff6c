package library

import (
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"raadwijzer/app/internal/domain"
)

func TestTemplatesInTheirOrder(t *testing.T) {
	want := []string{
		"raadsvergadering", "commissievergadering", "spreektekst", "motie-of-amendement", "schriftelijke-vragen",
		"gesprek-met-inwoners", "werkbezoek", "fractieoverleg", "startgesprek-driehoek", "draaiboek-vergadering",
	}
	var got []string
	for _, template := range load(t).Templates() {
		got = append(got, template.ID)
		// A title is a line in a list, a summary the line under it.
		if utf8.RuneCountInString(template.Title) > 30 || utf8.RuneCountInString(template.Summary) > 100 {
			t.Errorf("%s: the title or summary is long", template.ID)
		}
		if !strings.HasSuffix(template.Summary, ".") {
			t.Errorf("%s: no full stop", template.ID)
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestOneTemplate(t *testing.T) {
	l := load(t)
	if template, err := l.Template("werkbezoek"); err != nil || template.Title != "Werkbezoek" || !strings.HasPrefix(template.Body, "- Datum") {
		t.Errorf("got %+v, %v", template, err)
	}
	_, err := l.Template("elfde")
	if domain.CodeOf(err) != domain.CodeNoteTemplate || domain.FieldOf(err) != "elfde" {
		t.Errorf("got %v", err)
	}
	l.Templates()[0].Title = "x"
	if l.Templates()[0].Title == "x" {
		t.Error("a template was changed through a copy")
	}
}

// The template and the checklist belong together: what the checklist asks of
// the first conversation has its place in the template.
func TestStartgesprekFollowsTheChecklist(t *testing.T) {
	template, err := load(t).Template("startgesprek-driehoek")
	if err != nil {
		t.Fatal(err)
	}
	places := map[string]string{
		"ld-startgesprek-1": "Alle drie kunnen",
		"ld-startgesprek-2": "Ieder vertelt wat hij of zij verwacht",
		"ld-startgesprek-3": "Onze relatie",
		"ld-startgesprek-4": "Een tweede gesprek is gepland, als dat nodig is.",
		"ld-startgesprek-5": "Wie houdt bij hoe ver wij zijn?",
		"ld-startgesprek-6": "of wij een begeleider willen",
		"ld-startgesprek-7": "Wat blijft onder ons?",
	}
	for _, step := range checklist(t, "lokale-driehoeken").Phases[0].Steps {
		place, ok := places[step.ID]
		if !ok || !strings.Contains(template.Body, place) {
			t.Errorf("%s has no place in the template: %s", step.ID, step.Text)
		}
	}
}

func TestNoTemplatesIsRefused(t *testing.T) {
	damaged := fstest.MapFS{}
	for name, file := range copyOfContent(t) {
		if !strings.HasPrefix(name, "templates/") {
			damaged[name] = file
		}
	}
	damaged["templates"] = &fstest.MapFile{Mode: fs.ModeDir}
	refused(t, damaged, "templates", "no templates")
}

// The editor has lists of points and lists of tasks, not one of both.
func TestAListHoldsPointsOrTasks(t *testing.T) {
	for _, template := range load(t).Templates() {
		before := ""
		for _, line := range strings.Split(template.Body, "\n") {
			kind := before
			switch {
			case strings.HasPrefix(line, "- [ ] "):
				kind = "task"
			case strings.HasPrefix(line, "- "):
				kind = "point"
			case line != "":
				kind = ""
			}
			if before != "" && kind != "" && kind != before {
				t.Errorf("%s: %q stands in another kind of list", template.ID, line)
			}
			before = kind
		}
	}
}

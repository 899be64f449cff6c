package library

import (
	"errors"
	"fmt"
	"io/fs"

	"raadwijzer/app/internal/domain"
)

// rawTemplate is the YAML before the text of a template.
type rawTemplate struct {
	ID      string `yaml:"id"`
	Title   string `yaml:"title"`
	Summary string `yaml:"summary"`
}

func loadTemplates(fsys fs.FS) ([]domain.NoteTemplate, error) {
	names, err := files(fsys, "templates", ".md")
	if err != nil {
		return nil, err
	}
	if len(names) == 0 {
		return nil, at("templates", errors.New("no templates"))
	}
	templates := make([]domain.NoteTemplate, len(names))
	seen := ids{}
	for i, name := range names {
		file := "templates/" + name
		if templates[i], err = loadTemplate(fsys, file, seen); err != nil {
			return nil, at(file, err)
		}
		// As with the items: the number is the place in the list.
		if want := fmt.Sprintf("%02d-%s.md", i+1, templates[i].ID); name != want {
			return nil, at(file, fmt.Errorf("the name should be %s", want))
		}
	}
	return templates, nil
}

func loadTemplate(fsys fs.FS, file string, seen ids) (t domain.NoteTemplate, err error) {
	data, err := fs.ReadFile(fsys, file)
	if err != nil {
		return t, err
	}
	front, body, err := split(data)
	if err != nil {
		return t, err
	}
	var raw rawTemplate
	if err := decode(front, &raw); err != nil {
		return t, err
	}
	t = domain.NoteTemplate{ID: raw.ID, Title: raw.Title, Summary: raw.Summary, Body: body}
	return t, checkTemplate(t, seen)
}

func checkTemplate(t domain.NoteTemplate, seen ids) error {
	if err := seen.add(t.ID); err != nil {
		return err
	}
	if err := checkText(t.Title, t.Summary, t.Body); err != nil {
		return err
	}
	if found := domain.UnknownPlaceholder(t.Title + t.Body); found != "" {
		return fmt.Errorf("unknown placeholder %s", found)
	}
	return nil
}

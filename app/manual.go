package app

import (
	"strings"

	"raadwijzer/app/internal/markdown"
	"raadwijzer/docs"
)

// ManualSection is a part of the manual under its heading.
type ManualSection struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	Level int    `json:"level"` // 2 or more: the screen has the first
	HTML  string `json:"html"`  // safe HTML of what stands below the heading
}

// Manual returns the manual. Its pictures are left out: who reads it here has
// the screens themselves.
func (s *Settings) Manual() (sections []ManualSection, err error) {
	defer s.app.guard(&err)
	_, parts := markdown.Sections(markdown.Parse(withoutPictures(docs.Manual)))
	for _, part := range parts {
		level := max(part.Level, 2)
		sections = append(sections, ManualSection{ID: part.ID, Title: part.Title, Level: level,
			HTML: markdown.BlocksHTML(part.Blocks)})
	}
	return sections, nil
}

// withoutPictures removes the lines that are a picture.
func withoutPictures(text string) string {
	var kept strings.Builder
	for line := range strings.Lines(text) {
		if !strings.HasPrefix(line, "![") {
			kept.WriteString(line)
		}
	}
	return kept.String()
}

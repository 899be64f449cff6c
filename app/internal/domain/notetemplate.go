package domain

import (
	"regexp"
	"slices"
	"strings"
)

// TemplateTag makes a note of the user a template for notes.
const TemplateTag = "sjabloon"

// NoteTemplate is a text to begin a note with.
type NoteTemplate struct {
	ID      string // slug, stable for ever
	Title   string // also that of the note
	Summary string
	Body    string // Markdown
}

// placeholder is what a template leaves open, such as {{datum}}.
var placeholder = regexp.MustCompile(`\{\{\s*(\pL+)\s*\}\}`)

// Fill replaces {{datum}} in a template by the day, "18 maart 2026". Anything
// else between braces is the user's own and stays.
func Fill(text string, today Date) string {
	return placeholder.ReplaceAllStringFunc(text, func(found string) string {
		if known(found) {
			return today.Dutch()
		}
		return found
	})
}

// UnknownPlaceholder returns the first placeholder that Fill would leave, or
// "".
func UnknownPlaceholder(text string) string {
	for _, found := range placeholder.FindAllString(text, -1) {
		if !known(found) {
			return found
		}
	}
	return ""
}

func known(found string) bool {
	return strings.EqualFold(placeholder.FindStringSubmatch(found)[1], "datum")
}

// IsTemplate reports whether a note serves as a template: it has the tag, in
// whatever case, and is not in the trash.
func (n *Note) IsTemplate() bool {
	return n.Trashed.IsZero() && slices.ContainsFunc(n.Tags, isTemplateTag)
}

// FromTemplate returns a new note with the text of a note that is a template,
// its tags but the one that makes it a template, and its confidentiality: a
// copy of a confidential text is as confidential as the text.
func FromTemplate(n Note, today Date) Note {
	return Note{
		Title:        Fill(n.Title, today),
		Body:         Fill(n.Body, today),
		Tags:         slices.DeleteFunc(slices.Clone(n.Tags), isTemplateTag),
		Confidential: n.Confidential,
	}
}

func isTemplateTag(tag string) bool { return strings.EqualFold(tag, TemplateTag) }

package domain

import "strings"

// Ref is what stands between "[[" and "]]" or the first "|" in a note: the
// title or the id of another note, with a heading behind "#" when there is one.
type Ref struct {
	Whole   string // all of it: a title may hold "#" itself
	Title   string // what stands before the first "#", or "" without one
	Heading string
}

// ParseRef reads a reference as it was typed.
func ParseRef(text string) Ref {
	r := Ref{Whole: oneLine(text)}
	title, heading, found := strings.Cut(r.Whole, "#")
	if found {
		r.Title, r.Heading = strings.TrimSpace(title), strings.TrimSpace(heading)
	}
	return r
}

// Name is the title that a note must get to be the one that is meant.
func (r Ref) Name() string {
	if r.Title != "" {
		return r.Title
	}
	return r.Whole
}

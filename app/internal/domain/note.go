package domain

import (
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// Limits of a note.
const (
	MaxNoteBytes  = 5 << 20 // bytes of Markdown
	MaxTitleRunes = 200
	MaxTagRunes   = 60
	MaxFormer     = 20 // titles that a note had, of those that are kept with it
)

// TrashDays is how many days a note stays in the trash before it is deleted
// for good.
const TrashDays = 30

// UntitledNote is the title of a note without any text.
const UntitledNote = "Zonder titel"

// versionEvery is how old the last kept text must be before another is kept:
// long enough to hold one per sitting, short enough to lose little.
const versionEvery = 10 * time.Minute

// Note is a text of the user, written in Markdown.
type Note struct {
	ID         string
	Title      string
	TitleGiven bool // false: the title was derived from the text
	Body       string
	Tags       []string
	Place
	Confidential bool
	Pinned       bool
	Rev          int
	Created      time.Time
	Updated      time.Time
	Trashed      time.Time // zero: not in the trash
	// Former are titles that it had and that texts may still refer to. Lists
	// leave them out.
	Former []string
	// Extra is front matter of other programs that came with an import: YAML
	// that is kept for the next export and means nothing here. Lists leave it out.
	Extra string
}

// Version is an older text of a note.
type Version struct {
	ID     string
	NoteID string
	Rev    int
	Title  string
	Body   string
	Saved  time.Time
}

// Validate brings title, former titles and tags into their kept form and checks all rules.
// Without TitleGiven the title must be the one derived from the body; it is
// cut when too long, and UntitledNote when empty. The body itself is never
// changed. Errors: CodeNotUTF8, CodeNotText for a body with a NUL (no text has
// one, and what reads C strings would lose all that follows it),
// CodeNoteTooLarge, CodeNameTooLong, CodeTagInvalid, and those of
// Place.Normal; the note is unchanged then.
func (n *Note) Validate() error {
	if len(n.Body) > MaxNoteBytes {
		return Fail(CodeNoteTooLarge, "")
	}
	if !utf8.ValidString(n.Body) || !utf8.ValidString(n.Title) {
		return Fail(CodeNotUTF8, "")
	}
	if strings.IndexByte(n.Body, 0) >= 0 {
		return Fail(CodeNotText, "")
	}
	title := oneLine(n.Title)
	given := n.TitleGiven && title != ""
	if utf8.RuneCountInString(title) > MaxTitleRunes {
		if given {
			return Fail(CodeNameTooLong, "")
		}
		title = strings.TrimSpace(string([]rune(title)[:MaxTitleRunes]))
	}
	if title == "" {
		title = UntitledNote
	}
	tags, err := NormalizeTags(n.Tags)
	if err != nil {
		return err
	}
	place, err := n.Normal()
	if err != nil {
		return err
	}
	n.Title, n.TitleGiven, n.Tags, n.Place, n.Former = title, given, tags, place, normalTitles(n.Former)
	return nil
}

// normalTitles leaves out what cannot have been a title, and more than
// MaxFormer of them.
func normalTitles(titles []string) (normal []string) {
	for _, title := range titles {
		title = oneLine(strings.ToValidUTF8(title, ""))
		if title == "" || utf8.RuneCountInString(title) > MaxTitleRunes || slices.Contains(normal, title) {
			continue
		}
		if normal = append(normal, title); len(normal) == MaxFormer {
			break
		}
	}
	return normal
}

// oneLine turns line breaks, tabs and other control characters into single
// spaces, because a pasted title often carries them.
func oneLine(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == '\u2028' || r == '\u2029' {
			return ' '
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

// NormalizeTags returns the tags trimmed, without a leading '#', each once
// whatever its case (the first spelling stays), sorted, and never nil. The
// error has CodeTagInvalid and the tag as its field when a tag holds a comma,
// a line break or another control character, is not UTF-8 or is longer than
// MaxTagRunes.
func NormalizeTags(tags []string) ([]string, error) {
	out := make([]string, 0, len(tags))
	seen := make(map[string]bool, len(tags))
	for _, tag := range tags {
		tag = strings.TrimSpace(strings.TrimLeft(strings.TrimSpace(tag), "#"))
		if !validTag(tag) {
			return nil, Fail(CodeTagInvalid, strings.ToValidUTF8(tag, "\uFFFD"))
		}
		key := strings.ToLower(tag)
		if tag == "" || seen[key] {
			continue
		}
		seen[key] = true
		out = append(out, tag)
	}
	slices.SortFunc(out, func(a, b string) int {
		return strings.Compare(strings.ToLower(a), strings.ToLower(b))
	})
	return out, nil
}

func validTag(tag string) bool {
	bad := func(r rune) bool {
		return r == ',' || unicode.IsControl(r) || r == '\u2028' || r == '\u2029'
	}
	return utf8.ValidString(tag) && utf8.RuneCountInString(tag) <= MaxTagRunes && !strings.ContainsFunc(tag, bad)
}

// NeedsVersion reports whether the present text must be kept in the history
// before it is overwritten. Last is when a text was last kept, zero for never.
// A last moment in the future means that the clock was set back: better one
// version too many than a day without any.
func NeedsVersion(last, now time.Time) bool {
	return last.IsZero() || last.After(now) || now.Sub(last) > versionEvery
}

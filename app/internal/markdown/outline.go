package markdown

import (
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Section is a part of a text under a heading of its own.
type Section struct {
	ID     string // slug of the title, different from every other in the text
	Level  int    // as written
	Title  string
	Blocks []Block // what stands below it, up to the next heading of any level
}

// Sections divides a text at its headings. What stands before the first one
// comes back as before. A text that did not change gives the same ids.
func Sections(blocks []Block) (before []Block, sections []Section) {
	used := map[string]bool{}
	for _, b := range blocks {
		h, ok := b.(*Heading)
		switch {
		case ok:
			title := Text(h.Text)
			sections = append(sections, Section{ID: slug(title, used), Level: h.Level, Title: title})
		case len(sections) == 0:
			before = append(before, b)
		default:
			last := &sections[len(sections)-1]
			last.Blocks = append(last.Blocks, b)
		}
	}
	return before, sections
}

// slug returns the letters and digits of a title in lower case without
// diacritics, with "-" for everything between them.
func slug(title string, used map[string]bool) string {
	words := strings.FieldsFunc(strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFD.String(title)), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	base := strings.Join(words, "-")
	if base == "" {
		base = "deel"
	}
	id := base
	for n := 2; used[id]; n++ {
		id = base + "-" + strconv.Itoa(n)
	}
	used[id] = true
	return id
}

package pdf

import "strings"

// Style is a set of ways to set a piece of text.
type Style uint8

// The styles; they can be combined with |.
const (
	Bold Style = 1 << iota
	Italic
	Strike // a line through the text; told to readers as an attribute
	Code   // a fixed-width typeface; tagged as Code
)

// Inline is a piece of text within a block. Consecutive pieces follow each
// other without a space. Spaces are kept, a tab counts as one space, a line
// feed as Break.
type Inline struct {
	// Text may hold any string: what cannot be shown becomes U+FFFD.
	Text string
	// Style says how the text looks.
	Style Style
	// URL makes the text a link. Only absolute http, https, mailto and tel
	// addresses become a link; with any other value the piece is plain text,
	// so that no file can be opened and no script run from a document.
	URL string
	// Note, when above 0, makes the piece a reference to the footnote with
	// that number: small, raised, and a link to it.
	Note int
	// Break ends the line after Text.
	Break bool
}

// Plain gives s as the contents of a block.
func Plain(s string) []Inline { return []Inline{{Text: s}} }

// maxURL keeps a link within the 32,767 bytes of a PDF string, also when each
// byte has to be percent-encoded.
const maxURL = 8000

// target gives the address of a link, or "" where there is none to follow.
func (in Inline) target() string {
	url := strings.TrimSpace(in.URL)
	scheme, rest, ok := strings.Cut(url, ":")
	if !ok || len(url) > maxURL {
		return ""
	}
	switch strings.ToLower(scheme) {
	case "http", "https":
		if len(strings.Trim(rest, "/")) == 0 || !strings.HasPrefix(rest, "//") {
			return ""
		}
	case "mailto", "tel":
		if rest == "" {
			return ""
		}
	default:
		return ""
	}
	return url
}

// plainText gives the words of inlines, on one line.
func plainText(inlines []Inline) string {
	var b strings.Builder
	for _, in := range inlines {
		b.WriteString(in.Text)
		if in.Break {
			b.WriteByte(' ')
		}
	}
	clean := make([]rune, 0, b.Len())
	for _, r := range b.String() {
		if r = cleanRune(r); r == lineSeparator {
			r = ' '
		}
		if r >= 0 {
			clean = append(clean, r)
		}
	}
	return strings.TrimSpace(string(clean))
}

const lineSeparator = '\u2028'

// cleanRune gives the character that a document may hold for r: white space
// as a space, the ends of lines as U+2028, what is no character as U+FFFD and
// -1 for marks that mean nothing in a text. XML, and with it the metadata,
// knows no control characters at all; characters for private use mean
// something only to who made them, which PDF/A-2a does not allow (ISO 19005-2
// 6.2.11.7.3).
func cleanRune(r rune) rune {
	switch {
	case r == '\t', r == '\v', r == '\f':
		return ' '
	case r == '\n', r == '\u0085', r == '\u2029':
		return lineSeparator
	case r == '\r', r == '\uFEFF':
		return -1
	case r < ' ', r >= 0x7f && r < 0xa0, r >= 0xD800 && r <= 0xF8FF, r&0xFFFE == 0xFFFE, r >= 0xF0000,
		r >= 0xFDD0 && r <= 0xFDEF:
		return replacement
	}
	return r
}

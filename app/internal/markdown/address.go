package markdown

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/util"
)

// Address returns the address of a link in the form in which it may be opened,
// and whether it may: only http, https and mailto, and only with something
// behind it. Characters that an address cannot hold are percent-encoded.
func Address(raw string) (string, bool) {
	raw = strings.TrimSpace(raw)
	for i := range len(raw) {
		if raw[i] < ' ' || raw[i] == 0x7f {
			return "", false
		}
	}
	lower := strings.ToLower(raw)
	for _, scheme := range []string{"http://", "https://", "mailto:"} {
		if rest, ok := strings.CutPrefix(lower, scheme); ok {
			if strings.Trim(rest, "/") == "" {
				return "", false
			}
			return scheme + string(util.URLEscape([]byte(raw[len(scheme):]), false)), true
		}
	}
	return "", false
}

// decode resolves the backslash escapes and entities of Markdown in one pass,
// so that an escaped "\&amp;" stays "&amp;".
func decode(s string) string {
	if !strings.ContainsAny(s, `\&`) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		switch {
		case s[i] == '\\' && i+1 < len(s) && util.IsPunct(s[i+1]):
			b.WriteByte(s[i+1])
			i += 2
		case s[i] == '&':
			text, n := entity(s[i:])
			b.WriteString(text)
			i += n
		default:
			b.WriteByte(s[i])
			i++
		}
	}
	return b.String()
}

// entity reads "&name;", "&#65;" or "&#x41;" at the start of s and returns its
// text and its length, or "&" and 1 when it is none.
func entity(s string) (string, int) {
	const longest = 40
	end := strings.IndexByte(s[:min(len(s), longest)], ';')
	if end < 2 {
		return "&", 1
	}
	name := s[1:end]
	if name[0] != '#' {
		if e, ok := util.LookUpHTML5EntityByName(name); ok {
			return string(e.Characters), end + 1
		}
		return "&", 1
	}
	digits, base, limit := name[1:], 10, 7
	if strings.HasPrefix(digits, "x") || strings.HasPrefix(digits, "X") {
		digits, base, limit = digits[1:], 16, 6
	}
	code, err := strconv.ParseUint(digits, base, 32)
	if err != nil || len(digits) > limit || strings.HasPrefix(digits, "+") {
		return "&", 1
	}
	if code == 0 || !utf8.ValidRune(rune(code)) {
		code = utf8.RuneError
	}
	return string(rune(code)), end + 1
}

package pdf

import (
	"strconv"
	"strings"
	"unicode/utf16"
)

// All lengths inside the package are whole thousandths of a point (1/72 inch),
// so that a page comes out the same on every processor.
type length = int

const (
	pt length = 1000
	mm length = 2835
)

// appendLen writes a length as PDF number in points, to a hundredth of a
// point: 0.0035 mm, below what any printer shows.
func appendLen(b []byte, l length) []byte {
	if l < 0 {
		b = append(b, '-')
		l = -l
	}
	h := (l + 5) / 10
	b = strconv.AppendInt(b, int64(h/100), 10)
	if f := h % 100; f != 0 {
		b = append(b, '.', byte('0'+f/10))
		if f%10 != 0 {
			b = append(b, byte('0'+f%10))
		}
	}
	return b
}

// textString gives s as a PDF text string (ISO 32000-1 7.9.2.2): ASCII as it
// is, anything else as UTF-16 with a byte order mark.
func textString(s string) string {
	ascii := true
	for i := 0; i < len(s); i++ {
		ascii = ascii && s[i] >= 0x20 && s[i] < 0x7f
	}
	if ascii {
		return literal(s)
	}
	return "<FEFF" + utf16Hex(s) + ">"
}

// literal gives a string of bytes in parentheses (7.3.4.2).
func literal(s string) string {
	return string(appendLiteral(nil, []byte(s)))
}

// appendLiteral writes bytes as a literal string. A bare carriage return
// would be read as a line feed, so it is escaped as well.
func appendLiteral(b, s []byte) []byte {
	b = append(b, '(')
	for _, c := range s {
		switch c {
		case '(', ')', '\\':
			b = append(b, '\\', c)
		case '\r':
			b = append(b, '\\', 'r')
		default:
			b = append(b, c)
		}
	}
	return append(b, ')')
}

func utf16Hex(s string) string {
	const digits = "0123456789ABCDEF"
	var b strings.Builder
	for _, u := range utf16.Encode([]rune(s)) {
		b.WriteByte(digits[u>>12])
		b.WriteByte(digits[u>>8&15])
		b.WriteByte(digits[u>>4&15])
		b.WriteByte(digits[u&15])
	}
	return b.String()
}

// uriString gives a link target as ASCII (7.9.2.1 and RFC 3986): every other
// byte is percent-encoded.
func uriString(s string) string {
	const digits = "0123456789ABCDEF"
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		if c := s[i]; c > ' ' && c < 0x7f && !strings.ContainsRune("<>\"{}|\\^`", rune(c)) {
			b = append(b, c)
		} else {
			b = append(b, '%', digits[c>>4], digits[c&15])
		}
	}
	return literal(string(b))
}

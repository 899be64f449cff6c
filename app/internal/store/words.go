package store

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// clean makes one line of valid text in composed form, as the index holds it.
func clean(input string) string {
	if plainASCII(input) {
		return input
	}
	var b strings.Builder
	b.Grow(len(input))
	for _, r := range norm.NFC.String(strings.ToValidUTF8(input, " ")) {
		switch {
		case r == '\u0133': // one letter that unicode61 does not take apart
			b.WriteString("ij")
		case r == '\u0132':
			b.WriteString("IJ")
		case r == '\u00ad' || r == '\u200b' || r == '\ufeff': // invisible, and within words
		case unicode.IsControl(r) || r == utf8.RuneError:
			b.WriteByte(' ')
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

func plainASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}

// cleanText is clean for a text with lines.
func cleanText(text string) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		lines[i] = clean(line)
	}
	return strings.Join(lines, "\n")
}

// Fold returns s as the index compares it: lower case without diacritics.
func Fold(s string) string { return foldClean(clean(s)) }

func foldClean(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf || 'A' <= s[i] && s[i] <= 'Z' {
			return strings.Map(foldRune, s)
		}
	}
	return s
}

// foldRune gives one rune for one rune, so that positions in the folded text
// are positions in the text itself.
func foldRune(r rune) rune {
	if r < utf8.RuneSelf {
		return unicode.ToLower(r)
	}
	for _, first := range norm.NFD.String(string(r)) {
		return unicode.ToLower(first)
	}
	return r
}

// token is a word of a clean text, as unicode61 finds it.
type token struct {
	word       string // folded
	begin, end int    // bytes in the text
	// glue tells what parts it from the token before it.
	glue glue
}

type glue int

const (
	glueNone   glue = iota
	glueHyphen      // one hyphen: re-integratie
	glueDigits      // what people put between groups of digits
)

// wordRune reports what unicode61 takes for a part of a word.
func wordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return unicode.In(r, unicode.L, unicode.N, unicode.M, unicode.Co)
}

// tokens returns the words of a clean text.
func tokens(text string) []token {
	var list []token
	for pos := 0; pos < len(text); {
		begin := strings.IndexFunc(text[pos:], wordRune)
		if begin < 0 {
			break
		}
		begin += pos
		end := strings.IndexFunc(text[begin:], notWordRune)
		if end < 0 {
			end = len(text)
		} else {
			end += begin
		}
		t := token{word: foldClean(text[begin:end]), begin: begin, end: end}
		if n := len(list); n > 0 {
			t.glue = glued(list[n-1].word, text[list[n-1].end:begin], t.word)
		}
		list = append(list, t)
		pos = end
	}
	return list
}

func notWordRune(r rune) bool { return !wordRune(r) }

func glued(before, gap, after string) glue {
	switch {
	case len(gap) <= 3 && digits(before) && digits(after) && strings.Trim(gap, " -.()/") == "":
		return glueDigits
	case gap == "-" || gap == "\u2010" || gap == "\u2011":
		return glueHyphen
	}
	return glueNone
}

func digits(word string) bool {
	for i := 0; i < len(word); i++ {
		if word[i] < '0' || word[i] > '9' {
			return false
		}
	}
	return true
}

// longestWord is where a word ends to be one that somebody types, in bytes.
const longestWord = 64

// spellings returns the words of a text in the other way that people write
// them: reintegratie for re-integratie, 0612345678 for 06-12345678 and for
// +31 6 12345678.
func spellings(list []token) []string {
	var found []string
	for begin := 0; begin < len(list); {
		end := begin + 1
		for end < len(list) && list[end].glue != glueNone {
			end++
		}
		if word := spelling(list[begin:end]); word != "" {
			found = append(found, word)
		}
		begin = end
	}
	return found
}

// spelling returns the other spelling of tokens that are glued together, or "".
func spelling(list []token) string {
	var b strings.Builder
	number := true
	for _, t := range list {
		number = number && digits(t.word)
		if b.WriteString(t.word); b.Len() > longestWord {
			return ""
		}
	}
	word := b.String()
	if number {
		if phone := phone(word); phone != "" && (len(list) > 1 || phone != word) {
			return phone
		}
		return ""
	}
	if len(list) == 1 {
		return ""
	}
	return word
}

// phone returns a Dutch telephone number without its country, or "".
func phone(number string) string {
	for _, country := range []string{"0031", "31"} {
		if rest, ok := strings.CutPrefix(number, country); ok && len(rest) == 9 && rest[0] != '0' {
			return "0" + rest
		}
	}
	if len(number) == 10 && number[0] == '0' {
		return number
	}
	return ""
}

package export

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"raadwijzer/app/internal/domain"
)

// maxFileName is the longest file name in bytes, extension included: short
// enough for every system and for a path around it.
const maxFileName = 100

// FileName makes a title a file name that Linux, Windows and macOS accept: no
// forbidden or invisible characters, no name that Windows keeps for devices,
// no dot, dash or space at the edges, at most 100 bytes, never empty. Ext is
// the extension, with or without its dot.
func FileName(title, ext string) string { return fileName(title, "", ext) }

func fileName(title, number, ext string) string {
	ext = strings.Trim(safe(ext), ". ")
	if ext != "" {
		ext = "." + ext
	}
	base := trimName(safe(title))
	if base == "" {
		base = domain.UntitledNote
	}
	if isDevice(base) {
		base = "_" + base
	}
	return trimName(shorten(base, maxFileName-len(number)-len(ext))) + number + ext
}

func safe(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case strings.ContainsRune(`<>:"/\|?*`, r):
			return '-'
		case unicode.IsSpace(r):
			return ' '
		case r == utf8.RuneError || !unicode.IsPrint(r):
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

func trimName(s string) string {
	return strings.TrimRight(strings.TrimLeft(s, ".-~ "), ".-~ ")
}

// isDevice reports whether Windows takes the name for a device, which it does
// whatever follows the first dot.
func isDevice(name string) bool {
	stem, _, _ := strings.Cut(strings.ToUpper(name), ".")
	stem = strings.TrimSpace(stem)
	switch stem {
	case "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$":
		return true
	}
	rest, isCom := strings.CutPrefix(stem, "COM")
	if !isCom {
		var isLpt bool
		if rest, isLpt = strings.CutPrefix(stem, "LPT"); !isLpt {
			return false
		}
	}
	return utf8.RuneCountInString(rest) == 1 && strings.ContainsAny(rest, "0123456789¹²³")
}

// shorten cuts to at most n bytes between characters.
func shorten(s string, n int) string {
	if len(s) <= n {
		return s
	}
	n = max(n, 0)
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// Names gives each title a file name that differs from those before, whatever
// their case. The zero value is ready for use.
type Names struct {
	taken map[string]bool
	next  map[string]int // the number to try for a name that was taken
}

// Next returns the name for the next file.
func (n *Names) Next(title, ext string) string {
	if n.taken == nil {
		n.taken, n.next = map[string]bool{}, map[string]int{}
	}
	name := FileName(title, ext)
	first := strings.ToLower(name)
	for n.taken[strings.ToLower(name)] {
		n.next[first]++
		name = fileName(title, " ("+strconv.Itoa(n.next[first]+1)+")", ext)
	}
	n.taken[strings.ToLower(name)] = true
	return name
}

package pdf

import (
	"slices"
	"strings"
	"testing"
)

// fullBreaks is findBreaks without its short cuts. Not of Unicode is that an
// address stays with its https://.
func fullBreaks(c *composer) []breakKind {
	out := make([]breakKind, len(c.p.runes)+1)
	c.seg.Init(c.p.runes)
	for it := c.seg.LineIterator(); it.Next(); {
		l := it.Line()
		if strings.HasSuffix(string(l.Text), "//") {
			continue
		}
		out[l.Offset+len(l.Text)] = mayBreak
		if l.IsMandatoryBreak {
			out[l.Offset+len(l.Text)] = mustBreak
		}
	}
	out[len(c.p.runes)] = noBreak
	return out
}

func compareBreaks(t *testing.T, c *composer, text string) {
	t.Helper()
	p := &paragraph{attrs: []attr{{}}}
	p.add(text)
	if len(p.runes) == 0 {
		return
	}
	c.p = p
	c.findBreaks()
	if want := fullBreaks(c); !slices.Equal(c.breaks, want) {
		t.Errorf("%q:\n got %v\nwant %v", text, c.breaks, want)
	}
}

func TestBreaksAreThoseOfUnicode(t *testing.T) {
	c := &composer{chunks: map[string][]int{}}
	for _, s := range []string{
		"De raad besprak de begroting.", "a.b a,b 1.000,50 a:b;c", "Wat? Ja! Nee!ja wat?nee", "( haakje ) \" aanhaling \"", "a -b- c/d e\u00a0f",
		"https://voorbeeld.nl/a-b?c=d&e", "a//b / c // d ///e //", "einde ", " begin", "a  b   c", "é ü ĳ ß", "a\nb\n", "'s-Gravenhage 's avonds", "€ 5,00 10 % §3 nr. 4",
		"漢字 abc", "a !", "x . y", "1 , 2", "a… b", "«a» „b” ‘c’", "5 -3", "een–twee", "A. B. C.",
	} {
		compareBreaks(t, c, s)
		compareBreaks(t, c, s) // from memory
	}
}

func FuzzBreaks(f *testing.F) {
	f.Add("De raad, (het college) en 's-Gravenhage: 1.000!")
	f.Add("a ! b ? c \u00ad d\u200be")
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) < 2000 {
			compareBreaks(t, &composer{chunks: map[string][]int{}}, strings.ToValidUTF8(s, "\uFFFD"))
		}
	})
}

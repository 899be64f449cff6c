package markdown

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// hostile are texts that make a parser without limits recurse or take
// quadratic time.
func hostile(n int) map[string]string {
	r := strings.Repeat
	var stairs, ticks, notes strings.Builder
	for i := 0; stairs.Len() < n; i++ {
		stairs.WriteString(r("  ", i) + "- a\n")
	}
	for i := 1; ticks.Len() < n; i++ {
		ticks.WriteString("e" + r("`", i))
	}
	for i := 0; notes.Len() < n; i++ {
		fmt.Fprintf(&notes, "[^%d]\n\n[^%d]: x\n\n", i, i)
	}
	return map[string]string{
		"quotes": r(">", n), "two lines of quotes": r(">", n/2) + "a\n" + r(">", n/2) + "b", "lazy lines": r(">", n/2) + r("a\n", n/4),
		"lists": r("- ", n/2) + "a", "starred lists": r("* ", n/2) + "a", "numbers": r("1. ", n/3) + "a", "mixed": r("+ > ", n/4) + "a",
		"stairs": stairs.String(), "ticks": ticks.String(), "footnotes": notes.String(), "nested notes": r("[^a]: ", n/6) + "b",
		"brackets": r("[", n), "images": r("![", n/2), "links": r("[a](", n/4), "angle links": r("[x](<", n/5), "titles": r("[x](a \"", n/7),
		"both brackets": r("[", n/2) + "a" + r("]", n/2), "references": r("[a][", n/4), "links in links": r("[a](http://b.c/", n/15) + r(")", n/15),
		"emphasis": r("*a_ ", n/4), "stars": r("*", n/2) + "a" + r("*", n/2), "open stars": r("*a ", n/3), "strikes": r("~~a ", n/4),
		"columns": r("a|", n/4) + "\n" + r("-|", n/4) + "\n" + r("x\n", n/8), "rows": r("a|", 90) + "\n" + r("-|", 90) + "\n" + r("x\n", n/2),
		"tags": r("<a b=\"", n/6), "comments": r("<!--", n/4), "open tags": r("<", n), "entities": r("&#x1", n/4), "backslashes": r("\\", n),
		"definitions": r("[a]: b\n", n/7), "setext": r("a\n-\n", n/4), "one word": r("a", n), "tabs": r("\t", n) + "a", "nul": r("\x00", n),
		"addresses": r("http://a.b ", n/11), "mail": r(" a@b.c_", n/7), "hard breaks": r("a  \n", n/4), "tasks": r("- [ ] a\n", n/8),
		"table ticks": r("a|", 90) + "\n" + r("-|", 90) + "\n" + r("`\\|`|", n/5),
	}
}

// A text that takes a parser without limits hours ends within the time of the
// test, on a machine of any speed.
func TestHostileTextEnds(t *testing.T) {
	for name, src := range hostile(60_000) {
		t.Run(name, func(t *testing.T) {
			begin := time.Now()
			out := HTML(src)
			if took := time.Since(begin); took > 500*time.Millisecond {
				t.Logf("%d bytes took %v", len(src), took)
			}
			checkHTML(t, out)
		})
	}
}

func TestDeepTextIsKept(t *testing.T) {
	for _, src := range []string{strings.Repeat(">", 10_000) + " diep", strings.Repeat("- ", 10_000) + "diep", strings.Repeat("[", 10_000) + "diep"} {
		if !strings.Contains(Plain(src), "diep") {
			t.Errorf("%.10q...: the word vanished", src)
		}
	}
}

func TestLargestNote(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	src := strings.Repeat("## Agenda\n\nDe **raad** vergadert over [het plan](https://voorbeeld.nl/plan) en *meer*.\n\n- [ ] bellen\n- [x] mailen\n\n", 40_000)
	begin := time.Now()
	out := HTML(src)
	t.Logf("%d bytes of Markdown, %d of HTML, %v", len(src), len(out), time.Since(begin))
	if bold := strings.Count(out, "<strong>raad</strong>"); bold != 40_000 {
		t.Errorf("%d of 40,000 paragraphs are there", bold)
	}
}

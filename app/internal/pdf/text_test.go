package pdf

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// TestTextOutIsTextIn reads documents with another program.
func TestTextOutIsTextIn(t *testing.T) {
	texts := []string{
		"De raad besluit de zienswijze gegrond te verklaren.",
		"Zoë Çelik-Łukaszewska, Đorđević, Ağaoğlu, Ĳsselstein, naïeve reünie, €\u00a01.250,00 – één … „zo” ‘of’ §",
		"Ελένη Παπαδοπούλου en Юлия Тимошенко",
		"fi fl ffi ffl: officieel, effluent",
		"漢字かな", "😀 👨‍👩‍👧 🏳️‍🌈", "हिन्दी",
		"e\u0301 o\u0302\u0323 x\u0302",
		"→ ☑ ✓ ≤ ∑ ½ ²",
		"(haakjes) \\ <hoek> [blok] {accolade} %",
		strings.Repeat("hottentotten", 40),
		strings.Repeat("woordͶinmeer", 20), // longer than a line, and in two typefaces
	}
	for _, style := range []Style{0, Bold, Italic, Bold | Italic, Strike, Code} {
		doc := document(t, Meta{Title: "T"}, func(w *Writer) {
			for _, s := range texts {
				w.Paragraph(in(st(s, style)))
			}
		})
		raw := tool(t, doc, "poppler-utils", "pdftotext", "-raw", "-nopgbrk", "-enc", "UTF-8", "FILE", "-")
		got := strings.TrimSuffix(squeeze(raw), " T Pagina 1 van 1")
		for _, s := range texts { // the space between characters is the reader's guess, so it does not count
			want := strings.Join(strings.Fields(s), "")
			for want != "" {
				got = strings.TrimPrefix(got, " ")
				r, n := utf8.DecodeRuneInString(got)
				w, m := utf8.DecodeRuneInString(want)
				if r != w {
					t.Fatalf("style %d, in %.30q: got %.20q, want %.20q", style, s, got, want)
				}
				got, want = got[n:], want[m:]
			}
		}
		if got != "" {
			t.Errorf("style %d: there is more: %q", style, got)
		}
	}
}

// TestNamesFromRightToLeft is about reading order: a reader that takes text as
// it stands in the file must not spell a name backwards.
func TestNamesFromRightToLeft(t *testing.T) {
	doc := document(t, Meta{Title: "T"}, func(w *Writer) {
		w.Paragraph(Plain("Mevrouw محمد عبد الله en de heer רות כהן, 12 maart"))
		w.Paragraph(Plain("محمد 123 (Den Haag) عبد"))
	})
	tags := tool(t, doc, "poppler-utils", "pdfinfo", "-struct-text", "FILE")
	for _, want := range []string{`"Mevrouw محمد عبد الله en de heer רות כהן, 12 maart"`, `"محمد 123 (Den Haag) عبد"`} {
		if !strings.Contains(tags, want) {
			t.Errorf("no %s in\n%s", want, tags)
		}
	}
}

func TestUnknownCharactersAreNamedInTheTags(t *testing.T) {
	doc := document(t, Meta{Title: "T"}, func(w *Writer) { w.Paragraph(Plain("voor 漢字 na")) })
	if tags := tool(t, doc, "poppler-utils", "pdfinfo", "-struct-text", "FILE"); !strings.Contains(tags, "漢字") || !strings.Contains(tags, "Span") {
		t.Errorf("no Span with the characters:\n%s", tags)
	}
	out := tool(t, doc, "qpdf", "qpdf", "--qdf", "--object-streams=disable", "FILE", "-")
	if !strings.Contains(out, "/ActualText <feff6f225b57>") {
		t.Error("no ActualText")
	}
}

func TestTasksAreToldInWords(t *testing.T) {
	doc := document(t, Meta{Title: "T"}, func(w *Writer) {
		w.BeginList(false, 0)
		for _, task := range []Task{Done, Open} {
			w.BeginItem(task)
			w.Paragraph(Plain("Verslag"))
			w.EndItem()
		}
		w.EndList()
	})
	if got := squeeze(textOf(t, doc)); !strings.Contains(got, "Afgevinkt: Verslag Open: Verslag") {
		t.Errorf("got %q", got)
	}
}

func TestSoftHyphenShowsOnlyAtTheEndOfALine(t *testing.T) {
	word := "gemeen\u00ADte\u00ADraads\u00ADver\u00ADga\u00ADde\u00ADring "
	doc := document(t, Meta{Title: "T"}, func(w *Writer) {
		for i := range 10 { // so that words come near the end of the line in all ways
			w.Paragraph(Plain(strings.Repeat("m", 3*i) + " " + strings.Repeat(word, 3)))
		}
	})
	got := textOf(t, doc)
	if strings.Contains(got, "raads\u00ADver\u00ADga") || !strings.Contains(got, "\u00AD\n") {
		t.Errorf("got %q", got)
	}
	if n := strings.Count(strings.ReplaceAll(got, "\u00AD\n", ""), "gemeenteraadsvergadering"); n != 30 {
		t.Errorf("%d of 30 words came through", n)
	}
}

func TestCleanRune(t *testing.T) {
	for in, want := range map[rune]rune{'a': 'a', '\t': ' ', '\n': lineSeparator, 0: replacement, 0x1b: replacement, 0x9f: replacement,
		'\uFEFF': -1, '\uFFFE': replacement, 0x1FFFF: replacement, '\uFDD0': replacement, '\u00a0': '\u00a0', '\u200d': '\u200d', '\U0010FFFD': replacement, '\uE000': replacement, '\uF8FF': replacement, '\uF900': '\uF900', '\U0001F600': '\U0001F600'} {
		if got := cleanRune(in); got != want {
			t.Errorf("%U: got %U, want %U", in, got, want)
		}
	}
}

func TestLinkTargets(t *testing.T) {
	for url, want := range map[string]bool{
		"https://wetten.overheid.nl/": true, "HTTP://x.nl": true, "mailto:griffie@x.nl": true, "tel:+31701234567": true, " https://x.nl ": true,
		"": false, "#voetnoot": false, "notitie.md": false, "javascript:alert(1)": false, "file:///etc/passwd": false, "https:": false,
		"https://": false, "https:x": false, "mailto:": false, "//x.nl": false, "https://" + strings.Repeat("x", maxURL): false,
	} {
		if got := (Inline{URL: url}).target() != ""; got != want {
			t.Errorf("%.40q: a link: %t, want %t", url, got, want)
		}
	}
}

func TestTextString(t *testing.T) {
	for in, want := range map[string]string{"abc": "(abc)", `a(b)\c`: `(a\(b\)\\c)`, "é": "<FEFF00E9>", "😀": "<FEFFD83DDE00>"} {
		if got := textString(in); got != want {
			t.Errorf("%q: got %s, want %s", in, got, want)
		}
	}
	if got := uriString("https://x.nl/é a)(\n"); got != `(https://x.nl/%C3%A9%20a\)\(%0A)` {
		t.Errorf("got %s", got)
	}
}

func TestLengths(t *testing.T) {
	for in, want := range map[length]string{0: "0", 1000: "1", 1234: "1.23", 1235: "1.24", 500: "0.5", -50: "-0.05", 595_276: "595.28", 4: "0"} {
		if got := string(appendLen(nil, in)); got != want {
			t.Errorf("%d: got %s, want %s", in, got, want)
		}
	}
}

func TestVisualOrder(t *testing.T) {
	var c composer
	toks := []token{{level: 0}, {level: 1}, {level: 2}, {level: 1}, {level: 0}}
	if got := c.visual(toks); !slices.Equal(got, []int{0, 3, 2, 1, 4}) {
		t.Errorf("got %v", got)
	}
}

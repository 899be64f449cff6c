package pdf

import "strings"

// torture is a document of everything that people, and programs, put in notes.
func torture(w *Writer) {
	words := []string{
		"Emoji 😀👨‍👩‍👧‍👦🏳️‍🌈👍🏽 en CJK 漢字かな交じり文 한국어 ไทย हिन्दी",
		"عربي مع English و123 أرقام (قوسين) — שלום עולם 456 abc",
		"Control \x00\x01\x07\x1b[31m\x7f\u0085 einde \uFEFF BOM \uFFFE \uFFFF \u200b\u200d\u200e\u2066x\u2069",
		"Combineren: e\u0301 i\u0307\u0301 Z\u0351\u036b\u0343\u036a\u0302\u036b\u033d\u034f\u0334\u0319\u0324\u031e\u0349\u035a\u032f\u031e\u0320\u034dA\u036b\u0357\u0334\u0362\u0335\u031c\u0330\u0354L\u0368\u0367\u0369\u0358\u0320G\u0311\u0357\u030e\u0305\u035b\u0341\u0334\u033b\u0348\u034d\u0354\u0339O\u0342\u030c\u030c\u0358\u0328\u0335\u0339\u033b\u031d\u0333",
		strings.Repeat("hottentotten", 200), strings.Repeat("漢", 500), strings.Repeat("😀", 300), strings.Repeat("שלום", 200),
		strings.Repeat("\u0301", 400), strings.Repeat("\u00AD", 300), "a" + strings.Repeat("\u00ADbc", 300), strings.Repeat("\u200d", 300),
		strings.Repeat(" ", 2000) + "x", "ligaturen: fi ffi ffl ĳ Ĳ íj́ ﬁ", "(haakjes) \\backslash\\ <hoek> %procent /schuin [blok] {accolade}",
		"ongeldig \xff\xfe\xc3 utf8", "priv\uE001é \U000F0000 \U0010FFFF", "1\r\n2\r3\n4\v5\f6\u20287\u20298",
	}
	for i, s := range words {
		w.Heading(i%6+1, Plain(s))
		w.Paragraph(Plain(s))
		w.Paragraph(in(st(s, Bold), st(s, Italic|Strike), Inline{Text: s, URL: "https://example.org/" + s}, st(s, Code), Inline{Text: s, Style: Code | Bold | Strike, URL: "mailto:" + s}))
		w.Code(s + "\n\n\tingesprongen " + s)
		w.BeginList(i%2 == 0, i*100)
		w.BeginItem(Task(i % 3))
		w.Paragraph(Plain(s))
		w.EndItem()
		w.BeginItem(Done)
		w.EndItem()
		w.EndList()
		w.Table(Table{Header: [][]Inline{Plain(s), nil}, Rows: [][][]Inline{{Plain(s)}, {nil, Plain(s), in(st(s, Code), Inline{Text: s, URL: "https://x.nl"})}, {}}})
	}
	for part := range 3 { // notes out of order, never given, never asked for, empty, and in a table
		w.Paragraph(in("a", Inline{Text: "[7]", Note: 7}, Inline{Text: "[7]", Note: 7}, Inline{Text: "[-1]", Note: -1}, Inline{Text: "[x]", Note: 1 << 40, URL: "https://x.nl"}))
		w.Table(Table{Header: [][]Inline{in(Inline{Text: "[1]", Note: 1})}, Rows: [][][]Inline{{in(Inline{Text: "[2]", Note: 2})}}})
		w.BeginNotes("")
		for _, n := range []int{9, 1, 7, 7, 2}[part:] {
			w.BeginNote(n)
			if n > 1 {
				w.Paragraph(Plain(words[n]))
			}
			w.EndNote()
		}
		w.EndNotes()
	}
	w.Aside(Plain(words[0]))
	w.Heading(6, nil)
	w.Paragraph(nil)
	w.Paragraph(Plain("  \t\n "))
	w.Code("\n\n")
	w.Table(Table{})
	w.Table(Table{Rows: [][][]Inline{{Plain("a"), Plain("b")}, {Plain("c")}}})
	nested(w, 120)
	wide := make([][]Inline, 60)
	for i := range wide {
		wide[i] = Plain("kolom breed")
	}
	w.Table(Table{Header: wide, Rows: [][][]Inline{wide, wide}})
	long := make([][][]Inline, 200)
	for i := range long {
		long[i] = [][]Inline{Plain("rij"), Plain(strings.Repeat("veel tekst ", i)), Plain("x")}
	}
	w.Table(Table{Header: [][]Inline{Plain("A"), Plain("B"), Plain("C")}, Rows: long})
	w.PageBreak()
	w.PageBreak()
	w.Confidential(true)
	w.Paragraph(Plain("geheim"))
	w.Confidential(false)
	w.Paragraph(in(Inline{Text: "x", URL: "javascript:alert(1)"}, Inline{Text: "y", URL: "file:///etc/passwd"}, Inline{Text: "", URL: "https://leeg.nl"}, Inline{Text: " ", URL: "https://spatie.nl"}))
	for range 60 {
		w.Heading(2, Plain("Kop zonder tekst"))
	}
}

// nested puts lists, items and quotations in each other, to a depth of n.
func nested(w *Writer, n int) {
	if n == 0 {
		return
	}
	w.BeginQuote()
	w.BeginList(n%2 == 0, n)
	w.BeginItem(Task(n % 3))
	if n%5 == 0 {
		w.Paragraph(Plain("diepte"))
	}
	nested(w, n-1)
	w.Paragraph(Plain("terug"))
	w.EndItem()
	w.EndList()
	w.EndQuote()
}

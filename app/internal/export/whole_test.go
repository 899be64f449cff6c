package export

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"
	"unicode"

	"raadwijzer/app/internal/domain"
	"raadwijzer/app/internal/markdown"
	"raadwijzer/app/internal/pdf/pdfcheck"
)

var update = flag.Bool("update", false, "write the golden files anew")

// madePDF writes documents as one PDF and has it checked.
func madePDF(t *testing.T, o Options, docs ...Document) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := WritePDF(&b, all(docs...), o); err != nil {
		t.Fatal(err)
	}
	found, err := pdfcheck.Check(b.Bytes())
	if err != nil || len(found) > 0 {
		t.Errorf("%v, %q", err, found)
	}
	return b.Bytes()
}

// squeezed drops what a page may change: white space, where a line may end,
// what hidden characters become, and bullets.
func squeezed(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '•' || unicode.IsSpace(r) || r == '\u00AD' || r == '\uFFFD' || r == '\uFEFF' || r <= ' ' || r >= 0x7F && r < 0xA0 || r >= 0xE000 && r <= 0xF8FF || r >= 0xF0000 || r&0xFFFE == 0xFFFE {
			return -1
		}
		return r
	}, s)
}

// told is the text of a document as its PDF should tell it.
func told(doc Document) string {
	text := doc.Title
	if doc.Confidential {
		text = nlConfidential + text
	}
	for _, b := range doc.Blocks {
		if notes, ok := b.(*markdown.Footnotes); ok {
			text += nlFootnotes
			for _, note := range notes.Notes {
				text += markdown.BlocksText(note, false)
			}
			continue
		}
		text += markdown.BlocksText([]markdown.Block{b}, false)
	}
	return squeezed(text)
}

// sameText compares the text in the tags of a file with that of documents.
func sameText(t *testing.T, file []byte, docs ...Document) {
	t.Helper()
	text, err := pdfcheck.Text(file, pdfcheck.WithoutLabels)
	if err != nil {
		t.Fatal(err)
	}
	got := squeezed(text)
	if len(docs) > 1 { // after the cover and the contents
		got = got[max(0, strings.Index(got, told(docs[0]))):]
	}
	want := ""
	for _, doc := range docs {
		want += told(doc)
	}
	for i := range min(len(got), len(want)) {
		if got[i] != want[i] {
			t.Fatalf("got %.60q, want %.60q, after %.60q", got[i:], want[i:], want[max(0, i-60):i])
		}
	}
	if len(got) != len(want) {
		t.Errorf("%d bytes of text, want %d: %.80q", len(got), len(want), got[min(len(got), len(want)):])
	}
}

// examples are those of CommonMark, and of GitHub's tables, tasks, links,
// footnotes and strokes, as they come with goldmark.
func examples(t *testing.T) []Document {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("no go command here")
	}
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/yuin/goldmark").Output()
	if err != nil {
		t.Fatal(err)
	}
	root := strings.TrimSpace(string(dir))
	raw, err := os.ReadFile(filepath.Join(root, "_test", "spec.json"))
	if err != nil {
		t.Fatal(err)
	}
	var list []struct {
		Markdown string
	}
	if err := json.Unmarshal(raw, &list); err != nil {
		t.Fatal(err)
	}
	var texts []string
	for _, one := range list {
		texts = append(texts, one.Markdown)
	}
	part := regexp.MustCompile(`(?s)//- - - - - - - - -//\n(.*?)//- - - - - - - - -//`)
	for _, name := range []string{"_test/extra", "extension/_test/table", "extension/_test/tasklist", "extension/_test/strikethrough", "extension/_test/linkify", "extension/_test/footnote"} {
		raw, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(name+".txt")))
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range part.FindAllSubmatch(raw, -1) {
			texts = append(texts, string(m[1]))
		}
	}
	var docs []Document
	for i, text := range texts {
		docs = append(docs, note(fmt.Sprintf("Voorbeeld %d.", i+1), text))
	}
	return docs
}

func TestEveryExampleComesOutWhole(t *testing.T) {
	docs := examples(t)
	if len(docs) < 750 {
		t.Fatalf("only %d examples", len(docs))
	}
	var titles []string
	for _, doc := range docs {
		titles = append(titles, doc.Title)
	}
	file := madePDF(t, Options{Title: "Voorbeelden", Created: noon, Contents: titles}, docs...)
	sameText(t, file, docs...)

	// A second reader, which takes the text from the pages and not from the
	// tags: every character in the same order.
	text := []rune(squeezed(pdfcheck.Run(t, file, "poppler-utils", "pdftotext", "-raw", "FILE", "-")))
	at := 0
	for _, doc := range docs {
		for _, r := range told(doc) {
			for at < len(text) && text[at] != r {
				at++
			}
			if at++; at > len(text) {
				t.Fatalf("pdftotext does not find all of %q", doc.Title)
			}
		}
	}
}

// torture is everything that people, and programs, put in notes.
var torture = map[string]string{
	"emoji":     "😀👨‍👩‍👧‍👦 🏳️‍🌈 👍🏽 # ☑ ✓ **😀** `😀` [😀](https://x.nl)",
	"cjk":       "漢字かな交じり文 한국어 中文\n\n- 漢字\n- 한국어\n\n|漢|字|\n|-|-|\n|中|文|",
	"rtl":       "محمد عبد الله en רות כהן, 12 maart (Den Haag)\n\n> عربي مع English و123 أرقام\n\n1. שלום עולם",
	"control":   "a\x00b\x01c\x07d\x1b[31me\x7ff\u0085g\u200bh\u2066i\u2069j\uFEFFk\uFFFEl",
	"combining": "Z\u0351\u036b\u0343\u036a\u0302\u036b\u033d\u034f\u0334\u0319\u0324A\u036b\u0357\u0334\u0362 e\u0301 i\u0307\u0301 x\u0302\u0323",
	"nesting": strings.Repeat("> - ", 60) + "diep\n\n" + func() (s string) {
		for i := range 60 {
			s += strings.Repeat("  ", i) + "- niveau\n"
		}
		return s
	}(),
	"wide":    "|" + strings.Repeat("kolom|", 60) + "\n|" + strings.Repeat("-|", 60) + "\n" + strings.Repeat("|"+strings.Repeat("breed|", 60)+"\n", 30),
	"word":    strings.Repeat("a", 10_000) + "\n\n`" + strings.Repeat("x", 10_000) + "`\n\n|a|\n|-|\n|" + strings.Repeat("b", 10_000) + "|\n\n" + strings.Repeat("漢", 10_000),
	"empty":   "-\n- \n- [ ]\n- [x]\n1.\n\n||\n|-|\n||\n\n>\n\n#\n\n```\n```\n\n[^1]\n\n[^1]:",
	"notes":   "a[^a] b[^b] c[^a]\n\n|x[^b]|\n|-|\n|y[^a]|\n\n[^a]: eerste **vet** [x](https://x.nl)\n\n    tweede alinea\n\n    - lijst\n[^b]: ander[^a]",
	"levels":  "###### zes\n\n# een\n\n#### vier\n\n> ## in citaat\n\n- # in lijst",
	"html":    "<b>x</b> &amp; &lt; <script>alert(1)</script>\n\n<div>\n<p>y</p>\n</div>",
	"long":    strings.Repeat("De raad besluit. ", 20_000),
	"rows":    "|a|b|\n|-|-|\n" + strings.Repeat("|rij|"+strings.Repeat("veel tekst ", 40)+"|\n", 300),
	"tall":    "|a|b|\n|-|-|\n|" + strings.Repeat("zeer hoge rij ", 3_000) + "|x|",
	"image":   "![Een stip](data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==)\n\n![weg](kaart.png) ![Kapot](data:image/png;base64,iVBORw0KGgoAAAA=)\n\n![Ook kapot](data:image/png;base64,iVBORw0KGgoAAAA=)",
	"nothing": "",
}

func TestTortureComesOutWhole(t *testing.T) {
	for name, text := range torture {
		t.Run(name, func(t *testing.T) {
			doc := note("Marteling "+name, text)
			doc.Confidential = name == "long"
			file := madePDF(t, Options{Municipality: "'s-Hertogenbosch", Author: text[:min(len(text), 300)], Created: noon}, doc)
			sameText(t, file, doc)
			if out := pdfcheck.Run(t, file, "qpdf", "qpdf", "--check", "FILE"); !strings.Contains(out, "No syntax or stream encoding errors") {
				t.Error(out)
			}
		})
	}
}

// TestTagTrees compares how each kind of document is told with what a person
// has found right.
func TestTagTrees(t *testing.T) {
	secret := note("Geheim", "Tekst[^1]\n\n[^1]: noot")
	secret.Confidential = true
	both := Options{Title: "Notities", Municipality: "Voorbeeldstad", Author: "De griffier", Created: noon, Contents: []string{"Eén", "Geheim"}, Confidential: true}
	item := domain.Item{ID: "x", Title: "Artikel", Roles: []domain.Role{domain.Raadslid}, Summary: "Kort.", Takeaways: []string{"Eén"}, Body: "# Kop\n\nTekst",
		Sources: []domain.Source{{Title: "LDiB", URL: "https://voorbeeld.nl"}}}
	kinds := map[string][]byte{
		"note":    madePDF(t, Options{Created: noon}, note("Notitie", "# A\n\n1. **b** [c](https://d.nl)\n\n   > e\n\n|f|g|\n|-|-:|\n|h|i|\n\n```\nj\n```\n\n- [ ] k\n- [x] l\n\nm[^1] ~~n~~ `o`\n\n[^1]: p")),
		"several": madePDF(t, both, note("Eén", "a[^1]\n\n[^1]: noot"), secret),
		"run":     madePDF(t, Options{Created: noon}, FromRun(RunFile{Run: sampleRun(t)})),
		"item":    madePDF(t, Options{Created: noon}, FromItem(item)),
	}
	for name, file := range kinds {
		out := pdfcheck.Run(t, file, "poppler-utils", "pdfinfo", "-struct-text", "FILE")
		out = regexp.MustCompile(`Object \d+ \d+`).ReplaceAllString(out, "Object")
		pdfcheck.Golden(t, filepath.Join("testdata", name+".tags"), out, *update)
	}
}

// FuzzMarkdownToPDF makes a PDF of any text: it must be right by every check,
// and hold the whole text.
func FuzzMarkdownToPDF(f *testing.F) {
	for _, text := range torture {
		if len(text) < 3000 {
			f.Add("Titel", text)
		}
	}
	f.Fuzz(func(t *testing.T, title, text string) {
		if len(title)+len(text) > 5000 {
			return
		}
		doc := note("T"+title, text)
		sameText(t, madePDF(t, Options{Author: title, Created: noon}, doc), doc)
	})
}

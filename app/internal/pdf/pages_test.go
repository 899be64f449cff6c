package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"
)

// pages gives the text of each page, without head and foot.
func pages(t *testing.T, doc []byte) [][]string {
	t.Helper()
	var out [][]string
	all := strings.TrimSuffix(tool(t, doc, "poppler-utils", "pdftotext", "-layout", "FILE", "-"), "\f")
	for _, p := range strings.Split(all, "\f") {
		var lines []string
		for _, l := range strings.Split(p, "\n") {
			if l = strings.TrimSpace(l); l != "" {
				lines = append(lines, l)
			}
		}
		out = append(out, lines[1:len(lines)-1])
	}
	return out
}

func TestHeadingStaysWithItsText(t *testing.T) {
	for n := range 12 { // so that the heading comes near the foot of the page in all ways
		doc := document(t, Meta{Title: "T"}, func(w *Writer) {
			for range 35 + n {
				w.Paragraph(Plain("regel"))
			}
			w.Heading(1, Plain("Kop"))
			w.Heading(2, Plain("Tussenkop"))
			w.Aside(Plain("Feiten"))
			w.Paragraph(Plain(strings.Repeat("tekst ", 60)))
		})
		for i, p := range pages(t, doc) {
			if last := p[len(p)-1]; last == "Kop" || last == "Tussenkop" || last == "Feiten" {
				t.Errorf("%d: page %d ends with a heading", n, i+1)
			}
		}
	}
}

func TestNoLineStandsAlone(t *testing.T) {
	for n := range 8 {
		doc := document(t, Meta{Title: "T"}, func(w *Writer) {
			for i := range 30 {
				w.Paragraph(Plain(fmt.Sprintf("begin%d %s eind%d", i, strings.Repeat("tekst ", 20*(1+(i+n)%4)), i)))
			}
		})
		for i, p := range pages(t, doc) {
			if i > 0 && !strings.HasPrefix(p[0], "begin") && !strings.HasPrefix(p[1], "tekst") {
				t.Errorf("%d: page %d begins with the last line of a paragraph: %s", n, i+1, p[0])
			}
			if last := p[len(p)-1]; strings.HasPrefix(last, "begin") && !strings.Contains(last, "eind") {
				t.Errorf("%d: page %d ends with the first line of a paragraph: %s", n, i+1, last)
			}
		}
	}
}

func TestTableHeaderIsRepeated(t *testing.T) {
	doc := document(t, Meta{Title: "T"}, func(w *Writer) {
		tab := Table{Header: [][]Inline{Plain("Onderdeel"), Plain("Bedrag")}}
		for i := range 100 {
			tab.Rows = append(tab.Rows, [][]Inline{Plain(fmt.Sprintf("rij %d", i)), Plain("1,00")})
		}
		w.Table(tab)
	})
	p := pages(t, doc)
	for i := range p {
		if !strings.HasPrefix(p[i][0], "Onderdeel") {
			t.Errorf("page %d begins with %q", i+1, p[i][0])
		}
	}
	tags := tool(t, doc, "poppler-utils", "pdfinfo", "-struct", "FILE")
	if n := strings.Count(tags, "TH"); len(p) < 3 || n != 3 { // THead and two TH
		t.Errorf("%d pages; the header is read out more than once:\n%s", len(p), tags)
	}
}

func TestConfidentialOnEveryPageWhereItApplies(t *testing.T) {
	fill := func(w *Writer) {
		w.Paragraph(Plain("openbaar"))
		w.PageBreak()
		w.Confidential(true)
		w.Paragraph(Plain("geheim"))
		w.PageBreak()
		w.Paragraph(Plain("ook geheim"))
		w.Confidential(false)
		w.PageBreak()
		w.Paragraph(Plain("weer openbaar"))
	}
	for always, want := range map[bool][]bool{false: {false, true, true, false}, true: {true, true, true, true}} {
		doc := document(t, Meta{Title: "T", Confidential: always}, fill)
		for i, p := range strings.Split(strings.TrimSuffix(textOf(t, doc), "\f"), "\f") {
			if got := strings.Contains(p, wordConfidential); got != want[i] {
				t.Errorf("always %t, page %d: marked %t", always, i+1, got)
			}
		}
		tags := tool(t, doc, "poppler-utils", "pdfinfo", "-struct-text", "FILE")
		if strings.Count(tags, wordConfidential) != 1 {
			t.Errorf("always %t: not told once:\n%s", always, tags)
		}
	}
}

func TestHeadingLevels(t *testing.T) {
	for _, c := range []struct{ in, want []int }{
		{[]int{1, 2, 3}, []int{1, 2, 3}}, {[]int{3, 3, 5, 5, 4, 2}, []int{1, 1, 2, 2, 2, 1}}, {[]int{1, 3, 3, 2, 6, 1}, []int{1, 2, 2, 2, 3, 1}},
		{[]int{0, 9, -3}, []int{1, 2, 1}},
	} {
		var w *Writer
		document(t, Meta{}, func(d *Writer) {
			for _, l := range c.in {
				d.Heading(l, Plain("Kop"))
			}
			w = d
		})
		for i, b := range w.outline {
			if b.level != c.want[i] {
				t.Errorf("%v: heading %d has level %d, want %d", c.in, i, b.level, c.want[i])
			}
		}
	}
}

func TestSameInputSameBytes(t *testing.T) {
	for i := range 3 {
		a, b := document(t, sampleMeta, torture), document(t, sampleMeta, torture)
		if !bytes.Equal(a, b) {
			t.Fatalf("round %d: two runs differ", i)
		}
	}
	other := sampleMeta
	other.Created = other.Created.Add(time.Second)
	if bytes.Equal(document(t, sampleMeta, sample), document(t, other, sample)) {
		t.Error("the date makes no difference")
	}
}

// failing refuses to be written to after a number of bytes.
type failing struct {
	left int
	err  error
}

func (f *failing) Write(b []byte) (int, error) {
	if f.left -= len(b); f.left < 0 {
		return 0, f.err
	}
	return len(b), nil
}

func TestErrorOfTheOutputReachesTheCaller(t *testing.T) {
	full := errors.New("disk full")
	size := len(document(t, sampleMeta, sample))
	for at := 0; at < size; at += size / 50 {
		w, err := New(&failing{left: at, err: full}, sampleMeta)
		if err == nil {
			sample(w)
			err = w.Close()
		}
		if !errors.Is(err, full) {
			t.Errorf("after %d bytes: %v", at, err)
		}
	}
}

func TestUnbalanced(t *testing.T) {
	for name, fill := range map[string]func(w *Writer){
		"not ended":         func(w *Writer) { w.BeginList(false, 0) },
		"not begun":         func(w *Writer) { w.EndQuote() },
		"item without list": func(w *Writer) { w.BeginItem(NoTask) },
		"text in a list":    func(w *Writer) { w.BeginList(false, 0); w.Paragraph(Plain("x")); w.EndList() },
		"note on its own":   func(w *Writer) { w.BeginNote(1) },
		"notes not ended":   func(w *Writer) { w.BeginNotes("x") },
		"crossed":           func(w *Writer) { w.BeginQuote(); w.BeginList(false, 0); w.EndQuote() },
	} {
		w, err := New(&bytes.Buffer{}, Meta{})
		if err != nil {
			t.Fatal(err)
		}
		fill(w)
		if err := w.Close(); !errors.Is(err, ErrUnbalanced) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestPagesAreWrittenWhenFull keeps memory bounded: what is held back does not
// grow with the document.
func TestPagesAreWrittenWhenFull(t *testing.T) {
	var out bytes.Buffer
	w, err := New(&out, sampleMeta)
	if err != nil {
		t.Fatal(err)
	}
	for i := range 3000 {
		w.Paragraph(Plain(fmt.Sprintf("Alinea %d met een paar woorden.", i)))
		if len(w.flow.queue) > 60 || len(w.file.jobs) > maxJobs || w.file.packed.Len() > maxPacked {
			t.Fatalf("%d boxes, %d streams and %d bytes wait", len(w.flow.queue), len(w.file.jobs), w.file.packed.Len())
		}
	}
	if before := out.Len(); before < 30000 {
		t.Errorf("only %d bytes are written before the end", before)
	}
	if err := w.Close(); err != nil {
		t.Error(err)
	}
}

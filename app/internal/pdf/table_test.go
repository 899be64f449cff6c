package pdf

import (
	"fmt"
	"strings"
	"testing"

	"raadwijzer/app/internal/pdf/pdfcheck"
)

// numbered gives cells with a word and a number.
func numbered(word string, n int) (cells [][]Inline) {
	for i := range n {
		cells = append(cells, Plain(fmt.Sprintf("%s%d", word, i+1)))
	}
	return cells
}

// More columns than fit beside each other are shown in parts: no word is
// broken, every part begins with the first column, and in the tags it is still
// one table that is read row by row.
func TestAWideTableIsShownInParts(t *testing.T) {
	const columns = 60
	table := Table{Header: numbered("kolom", columns), Rows: [][][]Inline{numbered("waarde", columns), numbered("bedrag", columns)}}
	doc := document(t, sampleMeta, func(w *Writer) { w.Table(table) })
	if err := validate(doc); err != nil {
		t.Error(err)
	}
	var want strings.Builder
	for _, row := range append([][][]Inline{table.Header}, table.Rows...) {
		for _, cell := range row {
			want.WriteString(cell[0].Text + "\n")
		}
	}
	if got, err := pdfcheck.Text(doc, pdfcheck.WithLabels); err != nil || got != want.String() {
		t.Errorf("%v, the tags tell\n%s", err, got)
	}
	shown := map[string]int{}
	for _, word := range strings.Fields(textOf(t, doc)) {
		shown[word]++
	}
	for word := range strings.FieldsSeq(want.String()) {
		if first := strings.TrimRight(word, "0123456789") + "1"; word == first && shown[word] < 2 || word != first && shown[word] != 1 {
			t.Errorf("%q is shown %d times", word, shown[word])
		}
	}
}

// A header without rows is a row like any other: a section for headers asks
// for one with rows.
func TestATableOfAHeaderAlone(t *testing.T) {
	doc := document(t, sampleMeta, func(w *Writer) { w.Table(Table{Header: numbered("kolom", 3)}) })
	if err := validate(doc); err != nil {
		t.Error(err)
	}
	if out := tool(t, doc, "poppler-utils", "pdfinfo", "-struct", "FILE"); strings.Contains(out, "THead") || strings.Count(out, "TH") != 3 {
		t.Error(out)
	}
}

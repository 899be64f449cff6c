package export

import (
	"io"
	"strings"
	"testing"
)

// BenchmarkPDF makes a PDF of 100 notes of four pages.
func BenchmarkPDF(b *testing.B) {
	text := strings.Repeat("# Kop\n\nDe gemeenteraad **bespreekt** de *begroting* van dit jaar; zie [de wet](https://wetten.overheid.nl/). Het college van burgemeester en wethouders legt verantwoording af over het gevoerde beleid en beantwoordt de vragen van de raad.\n\n- [x] Punt een\n- [ ] Punt twee\n\n| Onderdeel | Bedrag |\n|---|--:|\n| Wonen | 1.250,00 |\n| Zorg | 975,50 |\n\n", 20)
	var docs []Document
	for range 100 {
		docs = append(docs, note("Notitie", text))
	}
	b.ResetTimer()
	for b.Loop() {
		if err := WritePDF(io.Discard, all(docs...), Options{Title: "Notities", Created: noon}); err != nil {
			b.Fatal(err)
		}
	}
}

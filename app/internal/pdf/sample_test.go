package pdf

import (
	"bytes"
	"testing"
	"time"
)

var sampleMeta = Meta{
	Title: "Export notities en voortgang", Author: "Griffie", Subject: "Notities", Header: "Gemeente 's-Hertogenbosch", Footer: "18 maart 2026",
	Created: time.Date(2026, 3, 18, 9, 30, 0, 0, time.UTC),
}

// document writes a document and fails the test if that does not work.
func document(t testing.TB, meta Meta, fill func(w *Writer)) []byte {
	t.Helper()
	var b bytes.Buffer
	w, err := New(&b, meta)
	if err != nil {
		t.Fatal(err)
	}
	fill(w)
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// in makes the contents of a block out of strings and pieces.
func in(parts ...any) []Inline {
	var out []Inline
	for _, p := range parts {
		switch v := p.(type) {
		case string:
			out = append(out, Inline{Text: v})
		case Inline:
			out = append(out, v)
		}
	}
	return out
}

// st is text in a style.
func st(text string, s Style) Inline { return Inline{Text: text, Style: s} }

// sample is a document as people make them, with something of everything.
func sample(w *Writer) {
	w.Heading(1, Plain("Notitie: zienswijze Kijkduin"))
	w.Heading(3, Plain("Zienswijze bestemmingsplan Kijkduin"))
	w.Paragraph(in("Gemeente ", st("'s-Gravenhage", Bold), ", behandelaar ", st("Zoë Çelik-Łukaszewska", Italic),
		" en mevrouw Đorđević. Coör\u00ADdi\u00ADna\u00ADtie door de heer Bijl (ĳ als ligatuur), naïeve reünie, café, Ünal Şahin, Ağaoğlu, Škoda, "+
			"Ångström, Ελένη, Юлия, محمد عبد الله en רות. Zie ook ", Inline{Text: "de regeling op wetten.overheid.nl", URL: "https://wetten.overheid.nl/"},
		" en ", st("kenmerk-2026/0417", Code), "."))
	w.Heading(2, Plain("1. Voortgang checklist"))
	w.Paragraph(Plain("Een bijzonder lang woord: hottentottententententoonstellingsmakersopleidingsprogramma en arbeidsongeschiktheidsverzekeringsmaatschappij in een gewone alinea die over meerdere regels loopt zodat afbreken nodig wordt."))
	w.BeginList(false, 0)
	item := func(t Task, in []Inline) { w.BeginItem(t); w.Paragraph(in); w.EndItem() }
	item(Done, Plain("Ontvangstbevestiging verzonden"))
	w.BeginItem(Open)
	w.Paragraph(Plain("Belanghebbenden horen"))
	w.BeginList(false, 0)
	item(Done, in("Uitnodiging ", st("verstuurd", Bold), " aan de heer Öztürk"))
	item(Open, Plain("Verslag vastgesteld"))
	w.EndList()
	w.EndItem()
	item(Open, Plain("Besluit voorbereiden"))
	w.EndList()
	w.Heading(3, Plain("1.1 Genummerde stappen"))
	w.BeginList(true, 1)
	item(NoTask, in("Eerste stap met ", st("cursief", Italic), " en ", st("vet", Bold), " en ", st("beide", Bold|Italic)))
	w.BeginItem(NoTask)
	w.Paragraph(Plain("Tweede stap"))
	w.BeginList(false, 0)
	item(NoTask, Plain("sub a"))
	w.BeginItem(NoTask)
	w.Paragraph(in("sub b met ", Inline{Text: "link", URL: "https://voorbeeld.nl/é?a=b c"}))
	w.BeginList(true, 1)
	item(NoTask, Plain("dieper niveau"))
	w.EndList()
	w.EndItem()
	w.EndList()
	w.EndItem()
	item(NoTask, Plain("Derde stap"))
	w.EndList()
	w.Heading(4, Plain("Besluit"))
	w.BeginQuote()
	w.Paragraph(in("Het college besluit de zienswijze ", st("gegrond", Bold), " te verklaren."))
	w.Paragraph(Plain("Tweede alinea van het citaat."))
	w.EndQuote()
	w.Table(Table{
		Header: [][]Inline{Plain("Onderdeel"), Plain("Status"), Plain("Bedrag (€)")},
		Rows: [][][]Inline{
			{Plain("Horen van belanghebbenden"), Plain("gereed"), Plain("1.250,00")},
			{in("Advies ", st("Commissie", Italic), " voor de bezwaarschriften"), Plain("open"), Plain("975,50")},
			{Plain("Publicatie in het Gemeenteblad"), Plain("n.v.t."), Plain("0,00")},
		},
		Align: []Align{AlignLeft, AlignCenter, AlignRight},
	})
	w.Code("func main() {\n\tfmt.Println(\"Hallo, ĳsselstein – één\")\n}\n")
	w.Paragraph(in("Slotalinea met ", st("doorgehaald", Strike), ", harde regel", Inline{Break: true}, "nieuwe regel en een automatische link ",
		Inline{Text: "https://www.digitoegankelijk.nl/", URL: "https://www.digitoegankelijk.nl/"}, " in de tekst."))
	w.Aside(Plain("Gemaakt op 18 maart 2026"))
	w.Paragraph(in("Een verwijzing", Inline{Text: "[1]", Note: 1}, ", nog een", Inline{Text: "[2]", Note: 2}, " en weer de eerste", Inline{Text: "[1]", Note: 1}, "."))
	w.Rule()
	w.BeginNotes("Voetnoten")
	for n, text := range []string{"De eerste voetnoot, met een lange tekst die over meer dan een regel loopt, zodat te zien is waar de tweede regel begint.", "De tweede."} {
		w.BeginNote(n + 1)
		w.Paragraph(in(text, Inline{Text: "bron", URL: "https://voorbeeld.nl/"}))
		w.EndNote()
	}
	w.EndNotes()
}

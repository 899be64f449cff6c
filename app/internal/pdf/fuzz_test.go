package pdf

import (
	"slices"
	"testing"
)

// FuzzWriter makes a document out of a script of calls and any text, and has
// another program look whether it is a sound file.
func FuzzWriter(f *testing.F) {
	f.Add([]byte{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}, "Notitie: é 漢 محمد\n- [x] regel", "https://voorbeeld.nl")
	f.Add([]byte{2, 3, 3, 5, 1, 4, 4, 7, 8}, "a\u00ad\u0301\x00\xff", "javascript:x")
	f.Fuzz(func(t *testing.T, script []byte, text, url string) {
		if len(script) > 64 || len(text) > 4000 {
			return
		}
		doc := document(t, Meta{Title: text, Author: text, Header: text, Lang: url, Confidential: len(script)%2 == 1}, func(w *Writer) {
			if len(script)%3 == 0 {
				w.Cover(Cover{Over: text, Title: text, Facts: []string{text, url}})
				w.Contents([]string{text, url, ""})
				w.Entry(1)
			}
			play(w, script, []Inline{{Text: text}, {Text: text, Style: Style(len(script)), URL: url, Break: true}})
		})
		if err := validate(doc); err != nil {
			t.Error(err)
		}
	})
}

// play makes a call for each byte, and ends what it began.
func play(w *Writer, script []byte, text []Inline) {
	var ends []func()
	for _, b := range script {
		top := w.top()
		if top != nil && top.kind == frameList && !slices.Contains([]byte{3, 4, 5, 7, 8, 9}, b%16) {
			continue // in a list there are items
		}
		switch arg := int(b / 16); b % 16 {
		case 0:
			w.Heading(arg, text)
		case 1, 2:
			w.Paragraph(text[arg%2:])
		case 3:
			w.BeginList(arg%2 == 0, arg*1000)
			ends = append(ends, w.EndList)
		case 4, 5:
			if top != nil && top.kind == frameList {
				w.BeginItem(Task(arg % 3))
				ends = append(ends, w.EndItem)
			}
		case 6:
			w.BeginQuote()
			ends = append(ends, w.EndQuote)
		case 7, 8, 9:
			if n := len(ends); n > 0 {
				ends[n-1]()
				ends = ends[:n-1]
			}
		case 10:
			w.Code(text[0].Text)
		case 11:
			w.Table(Table{Header: [][]Inline{text, text}[:arg%3], Rows: [][][]Inline{{text}, {nil, text}, {}}, Align: []Align{Align(arg % 3)}})
		case 12:
			w.Rule()
		case 13:
			w.PageBreak()
		case 14:
			w.Confidential(arg%2 == 0)
			w.Aside([]Inline{text[0], {Text: "[1]", Note: arg}})
		case 15:
			if top != nil && top.kind == frameNotes {
				w.BeginNote(arg)
				ends = append(ends, w.EndNote)
			} else {
				w.BeginNotes(text[0].Text)
				ends = append(ends, w.EndNotes)
			}
		}
	}
	for i := len(ends) - 1; i >= 0; i-- {
		ends[i]()
	}
}

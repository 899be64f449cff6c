package export

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
)

func TestPreviewIsTheStartOfTheFile(t *testing.T) {
	var docs []Document
	var titles []string
	for i := range 12 {
		docs = append(docs, note(fmt.Sprintf("Notitie %d", i), "tekst met **vet** en ☑\n\n> citaat\n\n"+strings.Repeat("- regel\n", 60)))
		titles = append(titles, docs[i].Title)
	}
	o := Options{Title: "Notities", Municipality: "Voorbeeldstad", Created: noon, Contents: titles}
	var file, same bytes.Buffer
	if err := WritePDF(&file, all(docs...), o); err != nil {
		t.Fatal(err)
	}
	total, pages, err := PreviewPDF(&same, all(docs...), o, 3)
	if err != nil || len(pages) != 3 || total != 26 {
		t.Fatalf("%d pages of %d, %v", len(pages), total, err)
	}
	if !bytes.Equal(file.Bytes(), same.Bytes()) {
		t.Error("the preview lays out another file")
	}
	for i, page := range pages {
		uses, shapes := 0, map[string]bool{}
		d := xml.NewDecoder(strings.NewReader(page))
		for {
			tok, err := d.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("page %d: %v", i+1, err)
			}
			e, ok := tok.(xml.StartElement)
			if !ok {
				continue
			}
			switch name := e.Name.Local; name {
			case "use":
				if uses++; !shapes[strings.TrimPrefix(attr(e, "href"), "#")] {
					t.Errorf("page %d uses a shape that is not there: %v", i+1, e)
				}
			case "path":
				shapes[attr(e, "id")] = true
			case "svg", "rect", "defs", "g":
			default:
				t.Errorf("page %d has an element %s", i+1, name)
			}
		}
		if uses < 40 {
			t.Errorf("page %d shows %d letters", i+1, uses)
		}
	}
	planned := errors.New("planned")
	failing := func(yield func(Document, error) bool) { yield(Document{}, planned) }
	if _, _, err := PreviewPDF(io.Discard, failing, o, 3); !errors.Is(err, planned) {
		t.Error(err)
	}
}

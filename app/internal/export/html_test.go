package export

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"raadwijzer/app/internal/domain"
)

func page(t *testing.T, o Options, docs ...Document) string {
	t.Helper()
	var b bytes.Buffer
	if err := WriteHTML(&b, all(docs...), o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func note(title, body string) Document {
	return FromNote(Note{Note: domain.Note{Title: title, Body: body}})
}

// elements reads a page as strictly as XML and returns its elements with the
// values of their attributes; an element that is not closed fails the test.
func elements(t *testing.T, page string) []xml.StartElement {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(page))
	d.AutoClose = []string{"meta", "hr", "br", "input", "img"}
	d.Strict = false // attributes without a value
	d.Entity = xml.HTMLEntity
	var found []xml.StartElement
	depth := 0
	for {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) && depth == 0 {
			return found
		}
		if err != nil {
			t.Fatalf("%v, %d elements are open", err, depth)
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			depth++
			found = append(found, tok.Copy())
		case xml.EndElement:
			depth--
		}
	}
}

func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func TestPageStandsOnItsOwn(t *testing.T) {
	nasty := "# <script>alert(1)</script>\n\n![x](https://kwaad.nl/a.png) [y](javascript:alert(1)) <img src=x onerror=alert(1)> <style>@import url(https://kwaad.nl)</style>\n\n[goed](https://goed.nl)"
	out := page(t, Options{Title: `"><script>`, Municipality: "<b>", Author: "'&", Created: noon}, note(`<i>"T"</i>`, nasty))
	for _, e := range elements(t, out) {
		switch e.Name.Local {
		case "script", "img", "link", "iframe", "object", "form":
			t.Errorf("element %s", e.Name.Local)
		}
		for _, a := range e.Attr {
			if strings.HasPrefix(a.Name.Local, "on") || a.Name.Local == "src" || a.Name.Local == "style" {
				t.Errorf("attribute %s=%q", a.Name.Local, a.Value)
			}
		}
	}
	style := out[strings.Index(out, "<style>"):strings.Index(out, "</style>")]
	if regexp.MustCompile(`url\(|@import|@font-face`).MatchString(style) {
		t.Error("the style asks for another file")
	}
	for _, want := range []string{`<html lang="nl-NL">`, "default-src 'none'", "@media print", `<a href="https://goed.nl" rel="noopener noreferrer">goed</a>`,
		`<meta name="author" content="&#39;&amp;">`, `<meta name="dcterms.created" content="2026-03-18">`} {
		if !strings.Contains(out, want) {
			t.Errorf("no %s", want)
		}
	}
}

func TestPageOfSeveral(t *testing.T) {
	secret := note("Geheim", "x[^1] y[^1]\n\n[^1]: noot\n\n### Diep\n\n# Hoog")
	secret.Confidential = true
	out := page(t, Options{Title: "Notities", Municipality: "Voorbeeldstad", Author: "De griffier", Created: noon, Contents: []string{"Een", "Geheim", ""}, Confidential: true},
		note("Een", "a[^1]\n\n[^1]: andere noot\n\n- [x] af\n- [ ] open"), secret, note("", "leeg"))
	ids, targets, levels := []string{}, []string{}, []string{}
	for _, e := range elements(t, out) {
		if id := attr(e, "id"); id != "" {
			ids = append(ids, id)
		}
		if to, ok := strings.CutPrefix(attr(e, "href"), "#"); ok {
			targets = append(targets, to)
		}
		if regexp.MustCompile(`^h[1-6]$`).MatchString(e.Name.Local) {
			levels = append(levels, e.Name.Local)
		}
	}
	if unique := slices.Compact(slices.Sorted(slices.Values(ids))); len(unique) != len(ids) {
		t.Errorf("an id stands twice: %q", ids)
	}
	for _, to := range targets {
		if !slices.Contains(ids, to) {
			t.Errorf("a link leads nowhere: %s", to)
		}
	}
	if want := []string{"h1", "h2", "h2", "h2", "h3", "h3", "h2"}; !slices.Equal(levels, want) {
		t.Errorf("headings %q, want %q", levels, want)
	}
	for text, times := range map[string]int{nlConfidential: 2, "Voorbeeldstad · De griffier · 18 maart 2026 · 3 notities": 1,
		`role="doc-noteref"`: 3, `role="doc-backlink"`: 2, `aria-label="Afgevinkt"`: 1, domain.UntitledNote: 2} {
		if n := strings.Count(out, text); n != times {
			t.Errorf("%q stands there %d times, want %d", text, n, times)
		}
	}
}

func TestPageHasTheErrorsOfItsParts(t *testing.T) {
	planned := errors.New("planned")
	failing := func(yield func(Document, error) bool) {
		if yield(Document{Title: "Een"}, nil) {
			yield(Document{}, planned)
		}
	}
	if err := WriteHTML(io.Discard, failing, Options{}); !errors.Is(err, planned) {
		t.Error(err)
	}
	r, w := io.Pipe()
	_ = r.CloseWithError(planned) // never fails
	if err := WriteHTML(w, These(note("T", "x")), Options{}); !errors.Is(err, planned) {
		t.Error(err)
	}
	if out := page(t, Options{}); !strings.Contains(out, "<title>Notities</title>") || !strings.HasSuffix(out, "</html>\n") {
		t.Errorf("no documents: %s", out)
	}
}

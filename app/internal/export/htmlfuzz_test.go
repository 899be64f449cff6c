package export

import (
	"encoding/xml"
	"slices"
	"strings"
	"testing"
)

// leads are the attributes that could lead out of a page.
var leads = []string{"href", "src", "srcset", "action", "data", "style", "poster", "background"}

// FuzzMarkdownToHTML makes a page of any text: every element is closed, nothing
// in it runs or asks for another file, and the whole text is there.
func FuzzMarkdownToHTML(f *testing.F) {
	for _, text := range torture {
		if len(text) < 3000 {
			f.Add("Titel", text)
		}
	}
	f.Add("<b>", "<img src=x onerror=alert(1)> [x](javascript:alert(1)) <!-- -- > <?x?> <![CDATA[x]]>")
	f.Fuzz(func(t *testing.T, title, text string) {
		if len(title)+len(text) > 5000 {
			return
		}
		doc := note("T"+title, text)
		out := page(t, Options{Author: title, Created: noon}, doc)
		for _, e := range elements(t, out) {
			standsOnItsOwn(t, e)
		}
		if got, want := squeezed(wordsOf(out)), told(doc); !contains(got, want) {
			t.Errorf("the page tells %q, want %q", got, want)
		}
	})
}

func standsOnItsOwn(t *testing.T, e xml.StartElement) {
	t.Helper()
	if slices.Contains([]string{"script", "link", "iframe", "object", "embed", "form", "base", "svg", "math"}, e.Name.Local) {
		t.Errorf("element %s", e.Name.Local)
	}
	begins := map[string][]string{"a": {"#", "http://", "https://", "mailto:"}, "img": {"data:image/"}}[e.Name.Local]
	for _, a := range e.Attr {
		name, value := a.Name.Local, strings.ToLower(a.Value)
		safe := slices.ContainsFunc(begins, func(begin string) bool { return strings.HasPrefix(value, begin) })
		if strings.HasPrefix(name, "on") || slices.Contains(leads, name) && !safe {
			t.Errorf("%s %s=%q", e.Name.Local, name, a.Value)
		}
	}
}

// wordsOf is the text of the body of a page, in order.
func wordsOf(page string) string {
	_, body, _ := strings.Cut(page, "<body>")
	d := xml.NewDecoder(strings.NewReader("<body>" + body))
	d.AutoClose, d.Strict, d.Entity = []string{"hr", "br", "input", "img"}, false, xml.HTMLEntity
	var text strings.Builder
	for {
		tok, err := d.Token()
		if err != nil { // the end, since the page was read before
			return text.String()
		}
		switch tok := tok.(type) {
		case xml.CharData:
			text.Write(tok)
		case xml.StartElement:
			if tok.Name.Local == "img" {
				text.WriteString(attr(tok, "alt"))
			}
		}
	}
}

// contains reports whether the characters of want are in got, in order.
func contains(got, want string) bool {
	rest := []rune(got)
	for _, r := range want {
		i := slices.Index(rest, r)
		if i < 0 {
			return false
		}
		rest = rest[i+1:]
	}
	return true
}

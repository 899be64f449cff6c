package pdf

import (
	"fmt"
	"strings"
	"time"
)

// Meta is what a document says about itself.
type Meta struct {
	// Title is shown by readers instead of the file name (ISO 14289-1 7.1).
	// An empty title becomes "Zonder titel".
	Title string
	// Author and Subject may be empty.
	Author, Subject string
	// Lang is the language of the text as a BCP 47 tag; empty, or not such a
	// tag, is "nl-NL".
	Lang string
	// Created is the moment of making; it is written in UTC, to the second.
	// The zero value leaves all dates out.
	Created time.Time
	// Creator names the program; empty is "Raadwijzer".
	Creator string
	// ID tells documents apart (ISO 32000-1 14.4). All zero: it is made from
	// the contents.
	ID [16]byte
	// Header stands at the top left of each page, for instance the name of
	// the municipality. The title stands at the right.
	Header string
	// Footer stands at the bottom right of each page, for instance a date.
	Footer string
	// Confidential puts "Vertrouwelijk" on every page.
	Confidential bool
}

// maxMeta keeps a title within a PDF string and on a screen.
const maxMeta = 2000

// clean gives the same facts, in a form that a file can hold.
func (m Meta) clean() Meta {
	for _, s := range []*string{&m.Title, &m.Author, &m.Subject, &m.Header, &m.Footer, &m.Creator} {
		r := []rune(plainText([]Inline{{Text: *s}}))
		*s = strings.TrimSpace(string(r[:min(len(r), maxMeta)]))
	}
	if m.Title == "" {
		m.Title = wordUntitled
	}
	if m.Creator == "" {
		m.Creator = "Raadwijzer"
	}
	if !validLang(m.Lang) {
		m.Lang = "nl-NL"
	}
	m.Created = m.Created.UTC()
	if y := m.Created.Year(); y < 1 || y > 9999 {
		m.Created = time.Time{}
	}
	return m
}

// validLang reports whether s has the form of a BCP 47 tag: letters first,
// then parts of letters and digits, each of at most eight.
func validLang(s string) bool {
	for i, p := range strings.Split(s, "-") {
		if len(p) < 1 || len(p) > 8 {
			return false
		}
		for _, c := range []byte(p) {
			letter := c|0x20 >= 'a' && c|0x20 <= 'z'
			if !letter && (i == 0 || c < '0' || c > '9') {
				return false
			}
		}
	}
	return true
}

// info gives the document information dictionary (ISO 32000-1 14.3.3). It
// has to say the same as the XMP packet (ISO 19005-2 6.6.3).
func (m Meta) info() []byte {
	b := fmt.Appendf(nil, "<</Title%s/Creator%s/Producer%s", textString(m.Title), textString(m.Creator), textString(m.Creator))
	if m.Author != "" {
		b = fmt.Appendf(b, "/Author%s", textString(m.Author))
	}
	if m.Subject != "" {
		b = fmt.Appendf(b, "/Subject%s", textString(m.Subject))
	}
	if !m.Created.IsZero() {
		// Not "Z": a reader that wants hours and minutes would stumble.
		d := m.Created.Format("20060102150405") + "+00'00'"
		b = fmt.Appendf(b, "/CreationDate(D:%s)/ModDate(D:%s)", d, d)
	}
	return append(b, ">>"...)
}

// xmp gives the metadata packet (ISO 16684-1) with the marks of PDF/A-2a (ISO
// 19005-2 6.6.4) and PDF/UA-1 (ISO 14289-1 5). PDF/A does not know the latter,
// so its schema is described in the packet (6.6.2.3.3).
func (m Meta) xmp() []byte {
	esc := strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace
	var b strings.Builder
	b.WriteString("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" + xmpOpen)
	fmt.Fprintf(&b, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></dc:title>\n", esc(m.Title))
	fmt.Fprintf(&b, "<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>\n", esc(m.Lang))
	if m.Author != "" {
		fmt.Fprintf(&b, "<dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>\n", esc(m.Author))
	}
	if m.Subject != "" {
		fmt.Fprintf(&b, "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></dc:description>\n", esc(m.Subject))
	}
	if !m.Created.IsZero() {
		d := m.Created.Format("2006-01-02T15:04:05+00:00")
		fmt.Fprintf(&b, "<xmp:CreateDate>%s</xmp:CreateDate>\n<xmp:ModifyDate>%s</xmp:ModifyDate>\n<xmp:MetadataDate>%s</xmp:MetadataDate>\n", d, d, d)
	}
	fmt.Fprintf(&b, "<xmp:CreatorTool>%s</xmp:CreatorTool>\n<pdf:Producer>%s</pdf:Producer>\n", esc(m.Creator), esc(m.Creator))
	b.WriteString(xmpClose)
	return []byte(b.String())
}

const xmpOpen = `<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the document conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
`

const xmpClose = `</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>`

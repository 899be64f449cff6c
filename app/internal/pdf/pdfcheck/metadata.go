package pdfcheck

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
)

// The namespaces of the metadata.
const (
	nsRDF    = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
	nsDC     = "http://purl.org/dc/elements/1.1/"
	nsA      = "http://www.aiim.org/pdfa/ns/id/"
	nsUA     = "http://www.aiim.org/pdfua/ns/id/"
	nsSchema = "http://www.aiim.org/pdfa/ns/schema#"
)

// metadata looks at the XMP packet (A 6.6), and whether it says the same as
// the information dictionary.
func (c *checker) metadata() {
	raw := c.stream(c.root["Metadata"])
	if !c.must(len(raw) > 0, "UA 7.1 metadata", "there is none") {
		return
	}
	c.must(c.dict(c.root["Metadata"])["Filter"] == nil, "A 6.6.2.1 readable", "the packet is compressed")
	c.must(bytes.HasPrefix(raw, []byte("<?xpacket begin")), "A 6.6.2.1 packet", "%.20q", raw)
	values, schemas, err := readXMP(raw)
	if !c.must(err == nil, "A 6.6.2.1 XML", "%v", err) {
		return
	}
	for key, want := range map[string]string{nsUA + "part": "1", nsA + "part": "2", nsA + "conformance": "A"} {
		c.must(values[key] == want, "A 6.6.4, UA 5 identification", "%s is %q", key, values[key])
	}
	c.must(slices.Contains(schemas, nsUA), "A 6.6.2.3 schema", "pdfuaid is not described")
	info := c.dict(*c.ctx.Info)
	title := c.text(info["Title"])
	c.must(strings.TrimSpace(title) != "" && values[nsDC+"title"] == title, "UA 7.1 title", "%q and %q", values[nsDC+"title"], title)
	c.must(values[nsDC+"creator"] == c.text(info["Author"]), "A 6.6.3 author", "%q and %q", values[nsDC+"creator"], c.text(info["Author"]))
	c.must((values["http://ns.adobe.com/xap/1.0/CreateDate"] != "") == (info["CreationDate"] != nil), "A 6.6.3 date", "in one of two places")
}

// readXMP gives the values of a packet by namespace and name, and the
// namespaces of the schemas that it describes.
func readXMP(raw []byte) (values map[string]string, schemas []string, err error) {
	values = map[string]string{}
	d := xml.NewDecoder(bytes.NewReader(raw))
	var path []string
	for {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			return values, schemas, nil
		}
		if err != nil {
			return nil, nil, err
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			path = append(path, tok.Name.Space+tok.Name.Local)
		case xml.EndElement:
			path = path[:len(path)-1]
		case xml.CharData:
			text := strings.TrimSpace(string(tok))
			at := slices.Index(path, nsRDF+"Description")
			if text == "" || at < 0 || at+1 >= len(path) {
				continue
			}
			values[path[at+1]] += text
			if path[len(path)-1] == nsSchema+"namespaceURI" {
				schemas = append(schemas, text)
			}
		}
	}
}

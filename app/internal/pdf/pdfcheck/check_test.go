package pdfcheck

import (
	"bytes"
	"image"
	"image/png"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"raadwijzer/app/internal/pdf"
)

// sample is a file with something of everything that is looked at.
func sample(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	w, err := pdf.New(&b, pdf.Meta{Title: "Notities", Author: "Griffie", Header: "Voorbeeldstad", Footer: "18 maart 2026",
		Created: time.Date(2026, 3, 18, 9, 30, 0, 0, time.UTC)})
	if err != nil {
		t.Fatal(err)
	}
	w.Cover(pdf.Cover{Over: "Voorbeeldstad", Title: "Notities", Facts: []string{"18 maart 2026"}})
	w.Contents([]string{"Eén", "Twee"})
	for i, title := range []string{"Eén", "Twee"} {
		w.PageBreak()
		w.Entry(i)
		w.Heading(1, pdf.Plain(title))
		w.Heading(2, pdf.Plain("Onderdeel"))
		w.Paragraph([]pdf.Inline{{Text: "Zie "}, {Text: "de wet", URL: "https://wetten.overheid.nl/"}, {Text: "[1]", Note: 1}, {Text: " en 漢字.", Style: pdf.Bold}})
		w.BeginList(false, 0)
		w.BeginItem(pdf.Done)
		w.Paragraph(pdf.Plain("af"))
		w.EndItem()
		w.EndList()
		w.Table(pdf.Table{Header: [][]pdf.Inline{pdf.Plain("A"), pdf.Plain("B")}, Rows: [][][]pdf.Inline{{pdf.Plain("1"), pdf.Plain("2")}}})
		w.Figure(dot(t), "Een stip")
		w.BeginNotes("Voetnoten")
		w.BeginNote(1)
		w.Paragraph(pdf.Plain("noot"))
		w.EndNote()
		w.EndNotes()
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// dot is the smallest picture.
func dot(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 1, 1))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestAGoodFileHasNoFindings(t *testing.T) {
	found, err := Check(sample(t))
	if err != nil || len(found) > 0 {
		t.Errorf("%v, %q", err, found)
	}
}

func TestTextIsInReadingOrder(t *testing.T) {
	got, err := Text(sample(t), WithLabels)
	want := "Voorbeeldstad\nNotities\n18 maart 2026\nInhoud\nEén 3\nTwee 4\n"
	for _, title := range []string{"Eén", "Twee"} {
		want += title + "\nOnderdeel\nZie de wet[1] en 漢字.\nAfgevinkt: af\nA\nB\n1\n2\nEen stip\nVoetnoten\n1.noot\n"
	}
	if err != nil || got != want {
		t.Errorf("%v, got\n%s\nwant\n%s", err, got, want)
	}
}

func TestWhatIsNoPDFIsAnError(t *testing.T) {
	good := sample(t)
	for _, doc := range [][]byte{nil, []byte("hallo"), good[:len(good)/2]} {
		if _, err := Check(doc); err == nil {
			t.Errorf("%.10q is taken for a file", doc)
		}
	}
}

// damage is a way to spoil a good file, and the rule that has to say so.
type damage struct {
	rule string
	do   func(c *checker)
}

// first gives the first element of a type.
func (c *checker) first(typ string) *element {
	var found *element
	c.each(c.top, func(e *element) {
		if found == nil && e.typ == typ {
			found = e
		}
	})
	return found
}

// link gives the first annotation for which ok holds.
func (c *checker) link(ok func(d types.Dict) bool) types.Dict {
	for _, p := range c.pages {
		for _, o := range c.array(p.dict["Annots"]) {
			if d := c.dict(o); ok(d) {
				return d
			}
		}
	}
	return nil
}

func outside(d types.Dict) bool { return d["A"] != nil }
func byName(d types.Dict) bool  { return d["A"] == nil && object(d["Dest"]) == 0 && d["Dest"] != nil }

// edit replaces text in the content of the third page, the first with text.
func edit(old, new string) func(c *checker) {
	return func(c *checker) {
		c.editStream(c.pages[2].dict["Contents"], func(b []byte) []byte { return bytes.Replace(b, []byte(old), []byte(new), 1) })
	}
}

func (c *checker) editStream(o types.Object, change func([]byte) []byte) {
	ref := o.(types.IndirectRef)
	entry, _ := c.ctx.FindTableEntryForIndRef(&ref)
	s := entry.Object.(types.StreamDict)
	_ = s.Decode()
	content := change(bytes.Clone(s.Content))
	s.Content, s.Raw, s.FilterPipeline = content, content, nil
	delete(s.Dict, "Filter")
	entry.Object = s
}

func (c *checker) editXMP(old, new string) {
	c.editStream(c.root["Metadata"], func(b []byte) []byte { return bytes.ReplaceAll(b, []byte(old), []byte(new)) })
}

// fontOf gives the parts of the first font that has been looked at.
func (c *checker) fontParts() (font, cid, descriptor types.Dict) {
	fonts := c.dict(c.resources(c.pages[2])["Font"])
	font = c.dict(fonts["F0"])
	cid = c.dict(c.array(font["DescendantFonts"])[0])
	return font, cid, c.dict(cid["FontDescriptor"])
}

func unset(d func(c *checker) types.Dict, key string) func(c *checker) {
	return func(c *checker) { delete(d(c), key) }
}

func put(d func(c *checker) types.Dict, key string, value types.Object) func(c *checker) {
	return func(c *checker) { d(c)[key] = value }
}

func (c *checker) catalogDict() types.Dict { return c.root }
func (c *checker) tagRoot() types.Dict     { return c.dict(c.root["StructTreeRoot"]) }
func (c *checker) textPage() types.Dict    { return c.pages[2].dict }
func (c *checker) webLink() types.Dict     { return c.link(outside) }
func (c *checker) noteLink() types.Dict    { return c.link(byName) }
func elem(typ string) func(c *checker) types.Dict {
	return func(c *checker) types.Dict { return c.first(typ).dict }
}

var catalog = (*checker).catalogDict

var damages = []damage{
	{"A 6.1.2 header", func(c *checker) { c.raw = append([]byte("%PDF-2.0\n%abcd\n"), c.raw[15:]...) }},
	{"A 6.1.3 end", func(c *checker) { c.raw = append(c.raw, "meer"...) }},
	{"A 6.1.3 ID", func(c *checker) { c.ctx.ID = nil }},
	{"UA 7.2 Lang", unset(catalog, "Lang")},
	{"UA 7.2 Lang", put(catalog, "Lang", types.StringLiteral("niet goed"))},
	{"A 6.7.2 Marked", unset(catalog, "MarkInfo")},
	{"UA 7.1 DisplayDocTitle", unset(catalog, "ViewerPreferences")},
	{"UA 7.1 metadata", unset(catalog, "Metadata")},
	{"A 6.2.3 OutputIntent", unset(catalog, "OutputIntents")},
	{"A 6.5 OpenAction", put(catalog, "OpenAction", types.Dict{})},
	{"A 6.8 names", func(c *checker) { c.dict(c.root["Names"])["JavaScript"] = types.Dict{} }},
	{"UA 7.1 tags", unset(catalog, "StructTreeRoot")},
	{"A 6.6.2.1 packet", func(c *checker) { c.editXMP("<?xpacket begin", "<?xpakket begin") }},
	{"A 6.6.2.1 XML", func(c *checker) { c.editXMP("</rdf:RDF>", "") }},
	{"A 6.6.4, UA 5 identification", func(c *checker) { c.editXMP("<pdfuaid:part>1", "<pdfuaid:part>2") }},
	{"A 6.6.4, UA 5 identification", func(c *checker) { c.editXMP("conformance>A", "conformance>B") }},
	{"A 6.6.2.3 schema", func(c *checker) { c.editXMP("namespaceURI>http://www.aiim.org/pdfua/", "namespaceURI>http://anders/") }},
	{"UA 7.1 title", func(c *checker) { c.dict(*c.ctx.Info)["Title"] = types.StringLiteral("Anders") }},
	{"A 6.6.3 author", func(c *checker) { delete(c.dict(*c.ctx.Info), "Author") }},
	{"A 6.6.3 date", func(c *checker) { delete(c.dict(*c.ctx.Info), "CreationDate") }},
	{"own: RoleMap", put((*checker).tagRoot, "RoleMap", types.Dict{})},
	{"UA 7.1 type", put(elem("P"), "S", types.Name("Alinea"))},
	{"14.7.2 P", func(c *checker) { c.first("LI").dict["P"] = c.first("Table").dict["P"] }},
	{"14.8.4 kid", put(elem("LI"), "S", types.Name("P"))},
	{"14.8.4 parent", put(elem("L"), "S", types.Name("BlockQuote"))},
	{"14.8.4 content", put(elem("P"), "S", types.Name("L"))},
	{"own: not empty", unset(elem("H2"), "K")},
	{"UA 7.4.2 levels", put(elem("H2"), "S", types.Name("H3"))},
	{"UA 7.5 Scope", unset(elem("TH"), "A")},
	{"UA 7.5 header", func(c *checker) {
		c.each(c.top, func(e *element) {
			if e.typ == "TH" {
				e.dict["S"] = types.Name("TD")
			}
		})
	}},
	{"UA 7.5 regular", func(c *checker) { tr := c.first("TR").dict; tr["K"] = c.array(tr["K"])[:1] }},
	{"UA 7.2 sections", func(c *checker) { table := c.first("Table").dict; table["K"] = c.array(table["K"])[:1] }},
	{"UA 7.6 ListNumbering", unset(elem("L"), "A")},
	{"UA 7.9 ID", unset(elem("Note"), "ID")},
	{"14.7.2 IDTree", unset((*checker).tagRoot, "IDTree")},
	{"UA 7.3 Alt", unset(elem("Figure"), "Alt")},
	{"14.7.4.4 StructParents", unset((*checker).textPage, "StructParents")},
	{"14.7.4.4 parent tree", unset((*checker).tagRoot, "ParentTree")},
	{"14.7.4 content is tagged", unset(elem("H2"), "K")},
	{"14.7.4 content is there", edit("/MCID 0", "/MCID 99")},
	{"14.7.4 MCID", edit("/MCID 1", "/MCID 0")},
	{"14.7.4 one owner", func(c *checker) { c.first("H2").dict["K"] = types.Integer(0) }},
	{"own: tag", edit("/H1<<", "/H2<<")},
	{"UA 7.1 tagged or artifact", edit("BT\n", "BT /F0 9 Tf [(\x00\x01)]TJ\n")},
	{"UA 7.1 artifact", edit("/MCID 0>>BDC\n", "/MCID 0>>BDC /Artifact BMC EMC\n")},
	{"14.6 EMC", edit("BT\n", "BT EMC\n")},
	{"14.6 BMC", edit("EMC\n", "")},
	{"A 6.2.4 colour", edit("BT\n", "BT 0 0 0 1 k\n")},
	{"A 6.2.11.8 .notdef", edit("]TJ", "(\x00\x00)]TJ")},
	{"A 6.2.11.4.1 glyph", edit("]TJ", "(\x7f\x7f)]TJ")},
	{"A 6.2.11.4.1 embedded", func(c *checker) { _, _, d := c.fontParts(); delete(d, "FontFile2") }},
	{"A 6.2.11.4.1 font file", func(c *checker) {
		_, _, d := c.fontParts()
		c.editStream(d["FontFile2"], func(b []byte) []byte { return b[:len(b)/2] })
	}},
	{"A 6.2.11.4 name", func(c *checker) { f, _, _ := c.fontParts(); f["BaseFont"] = types.Name("NotoSans") }},
	{"A 6.2.11.5 width", func(c *checker) {
		_, cid, _ := c.fontParts()
		widths := c.array(c.array(cid["W"])[1])
		for i := range widths {
			widths[i] = types.Integer(7)
		}
	}},
	{"UA 7.21.7 ToUnicode", func(c *checker) { f, _, _ := c.fontParts(); delete(f, "ToUnicode") }},
	{"UA 7.21.7 Unicode", func(c *checker) {
		f, _, _ := c.fontParts()
		c.editStream(f["ToUnicode"], func(b []byte) []byte { return bytes.Replace(b, []byte("<0001>"), []byte("<7FFF>"), 1) })
	}},
	{"UA 7.18.3 Tabs", unset((*checker).textPage, "Tabs")},
	{"UA 7.18.5 Contents", unset((*checker).webLink, "Contents")},
	{"UA 7.18.1 in the tags", unset((*checker).webLink, "StructParent")},
	{"UA 7.18.5 Link", put(elem("Link"), "S", types.Name("Span"))},
	{"A 6.3.2 flags", unset((*checker).webLink, "F")},
	{"A 6.5.1 action", func(c *checker) { c.dict(c.webLink()["A"])["S"] = types.Name("Launch") }},
	{"12.6.4.7 URI", func(c *checker) { c.dict(c.webLink()["A"])["URI"] = types.StringLiteral("https://a b") }},
	{"12.3.2 Dest", put((*checker).noteLink, "Dest", types.StringLiteral("nergens"))},
	{"12.3.2 Dest", unset((*checker).noteLink, "Dest")},
	{"12.3.3 Dest", func(c *checker) {
		delete(c.dict(c.dict(c.root["Outlines"])["First"]), "Dest")
	}},
	{"own: only links", put((*checker).webLink, "Subtype", types.Name("Text"))},
	{"A 6.2.8 image", func(c *checker) {
		for name, o := range c.dict(c.resources(c.pages[2])["XObject"]) {
			if name != "N" {
				c.dict(o)["Interpolate"] = types.Boolean(true)
			}
		}
	}},
	{"A 6.1.7.2 filter", func(c *checker) { c.dict(c.textPage()["Contents"])["Filter"] = types.Name("LZWDecode") }},
	{"A 6.2.2 resources", func(c *checker) {
		page := c.textPage()
		c.dict(page["Parent"])["Resources"] = page["Resources"]
		delete(page, "Resources")
	}},
	{"A 6.2.2 resources", func(c *checker) { delete(c.dict(c.dict(c.resources(c.pages[2])["XObject"])["N"]), "Resources") }},
	{"8.10 XObject", func(c *checker) { delete(c.resources(c.pages[2]), "XObject") }},
}

// TestEveryDamageIsFound plants a fault in a good file, one at a time: a check
// that does not see what is wrong proves nothing about what is right.
func TestEveryDamageIsFound(t *testing.T) {
	doc := sample(t)
	planted := map[string]bool{}
	for i, d := range damages {
		c, err := open(bytes.Clone(doc))
		if err != nil {
			t.Fatal(err)
		}
		c.run() // so that there are elements to spoil
		d.do(c)
		c.reset()
		found := c.run()
		if !slices.ContainsFunc(found, func(f string) bool { return strings.HasPrefix(f, d.rule+":") }) {
			t.Errorf("damage %d, for %q, is not seen; findings %q", i, d.rule, found)
		}
		planted[d.rule] = true
	}
	if len(planted) < 55 {
		t.Errorf("only %d rules are tried", len(planted))
	}
}

// reset forgets what was read, as for a file that is opened anew.
func (c *checker) reset() {
	c.found, c.byPage, c.pages, c.elems, c.top = map[string]string{}, map[int]*page{}, nil, map[int]*element{}, nil
	c.owner, c.parents, c.dests, c.fonts = map[content]*element{}, map[int]types.Object{}, map[string]bool{}, map[int]*fontInfo{}
}

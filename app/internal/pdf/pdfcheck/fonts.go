package pdfcheck

import (
	"encoding/binary"
	"encoding/hex"
	"regexp"
	"strconv"
	"unicode/utf16"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// fontInfo is what is known of a font.
type fontInfo struct {
	name    string
	unicode map[int]string
	widths  []float64 // in the file, thousandths of an em, by code
	advance []float64 // in the embedded font, by glyph
}

var subsetPattern = regexp.MustCompile(`^[A-Z]{6}\+`)

// font reads a font and looks whether it is embedded as it should.
func (c *checker) font(o types.Object) *fontInfo {
	if o == nil {
		return nil
	}
	if f := c.fonts[object(o)]; f != nil {
		return f
	}
	d := c.dict(o)
	f := &fontInfo{name: c.name(d["BaseFont"]), unicode: map[int]string{}}
	c.fonts[object(o)] = f
	descendants := c.array(d["DescendantFonts"])
	if !c.must(c.name(d["Subtype"]) == "Type0" && len(descendants) == 1, "own: Type0", "%s", f.name) {
		return f
	}
	cid := c.dict(descendants[0])
	descriptor := c.dict(cid["FontDescriptor"])
	c.must(c.name(d["Encoding"]) == "Identity-H" && c.name(cid["CIDToGIDMap"]) == "Identity", "A 6.2.11.3 encoding", "%s", f.name)
	c.must(subsetPattern.MatchString(f.name) && c.name(cid["BaseFont"]) == f.name && c.name(descriptor["FontName"]) == f.name,
		"A 6.2.11.4 name", "%s, %s, %s", f.name, c.name(cid["BaseFont"]), c.name(descriptor["FontName"]))
	c.must(descriptor["CIDSet"] == nil, "A 6.2.11.4.2 CIDSet", "%s has one", f.name)
	c.readWidths(f, cid)
	f.readUnicode(c.stream(d["ToUnicode"]))
	c.must(len(f.unicode) > 0, "UA 7.21.7 ToUnicode", "%s has none", f.name)
	program := c.stream(descriptor["FontFile2"])
	if c.must(len(program) > 12, "A 6.2.11.4.1 embedded", "%s is not", f.name) {
		f.advance = advances(program)
		c.must(f.advance != nil, "A 6.2.11.4.1 font file", "%s is damaged", f.name)
	}
	return f
}

// readWidths reads "0[500 250 ...]", the form that the writer uses.
func (c *checker) readWidths(f *fontInfo, cid types.Dict) {
	parts := c.array(cid["W"])
	if first, ok := c.number(firstOf(parts)); !ok || first != 0 || len(parts) != 2 {
		return
	}
	for _, w := range c.array(parts[1]) {
		v, err := c.ctx.DereferenceNumber(w)
		c.must(err == nil, "9.7.4.3 widths", "%v", err)
		f.widths = append(f.widths, v)
	}
}

func firstOf(a types.Array) types.Object {
	if len(a) == 0 {
		return nil
	}
	return a[0]
}

var charPattern = regexp.MustCompile(`<([0-9A-Fa-f]{4})><([0-9A-Fa-f]*)>\n`)

func (f *fontInfo) readUnicode(cmap []byte) {
	for _, m := range charPattern.FindAllSubmatch(cmap, -1) {
		code, err := strconv.ParseUint(string(m[1]), 16, 16)
		raw, e := hex.DecodeString(string(m[2]))
		if err != nil || e != nil || len(raw)%2 != 0 {
			continue
		}
		var units []uint16
		for i := 0; i < len(raw); i += 2 {
			units = append(units, binary.BigEndian.Uint16(raw[i:]))
		}
		f.unicode[int(code)] = string(utf16.Decode(units))
	}
}

// advances gives the widths in a TrueType file, nil for one that is damaged.
func advances(b []byte) []float64 {
	be := binary.BigEndian
	tables := map[string][]byte{}
	for i := range int(be.Uint16(b[4:])) {
		if len(b) < 12+16*(i+1) {
			return nil
		}
		e := b[12+16*i:]
		off, n := int(be.Uint32(e[8:])), int(be.Uint32(e[12:]))
		if off+n > len(b) {
			return nil
		}
		tables[string(e[:4])] = b[off : off+n]
	}
	for _, name := range []string{"glyf", "head", "hhea", "hmtx", "loca", "maxp"} {
		if tables[name] == nil {
			return nil
		}
	}
	glyphs, full := int(be.Uint16(tables["maxp"][4:])), int(be.Uint16(tables["hhea"][34:]))
	em := float64(be.Uint16(tables["head"][18:]))
	if len(tables["hmtx"]) < 4*full || full == 0 {
		return nil
	}
	out := make([]float64, glyphs)
	for i := range out {
		out[i] = float64(be.Uint16(tables["hmtx"][4*min(i, full-1):])) * 1000 / em
	}
	return out
}

// decode gives the text of character codes, and looks whether each has a glyph
// of the right width and a meaning.
func (c *checker) decode(f *fontInfo, codes []byte) string {
	c.must(len(codes)%2 == 0, "9.7.6 codes", "%d bytes", len(codes))
	text := ""
	for i := 0; i+1 < len(codes); i += 2 {
		code := int(codes[i])<<8 | int(codes[i+1])
		c.must(code != 0, "A 6.2.11.8 .notdef", "in %s", f.name)
		if c.must(code < len(f.advance) && code < len(f.widths), "A 6.2.11.4.1 glyph", "code %d of %s is not there", code, f.name) {
			off := f.advance[code] - f.widths[code]
			c.must(-1 <= off && off <= 1, "A 6.2.11.5 width", "code %d of %s: %v in the file, %v in the font", code, f.name, f.widths[code], f.advance[code])
		}
		t, ok := f.unicode[code]
		c.must(ok && t != "" && t != "\x00" && t != "\uFEFF" && t != "\uFFFE", "UA 7.21.7 Unicode", "code %d of %s stands for %q", code, f.name, t)
		text += t
	}
	return text
}

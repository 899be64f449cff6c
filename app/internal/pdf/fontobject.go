package pdf

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"strings"
)

// writeFonts writes every typeface that was used and gives the entries of the
// /Font resource dictionary.
func (w *Writer) writeFonts() string {
	var entries strings.Builder
	seen := map[*subset]bool{}
	for id, s := range w.subsets {
		if s == nil || seen[s] {
			continue
		}
		seen[s] = true
		s.write(w.file)
		fmt.Fprintf(&entries, "/F%d %v", id, s.object)
	}
	return entries.String()
}

// write writes a composite font with identity encoding (ISO 32000-1 9.7): a
// character code is a glyph number in the embedded font. A CIDSet is left out;
// PDF/A-2 allows that, and forbids a wrong one (ISO 19005-2 6.2.11.4.2).
func (s *subset) write(out *file) {
	ttf := s.embeddedFont()
	name := subsetTag(ttf) + "+" + typefaces[s.id].name
	fontFile, descriptor, descendant, unicode := out.alloc(), out.alloc(), out.alloc(), out.alloc()
	out.stream(fontFile, fmt.Sprintf("/Length1 %d", len(ttf)), ttf)
	out.stream(unicode, "", s.toUnicode())
	out.put(descriptor, s.descriptor(name, fontFile))
	out.put(descendant, fmt.Appendf(nil, "<</Type/Font/Subtype/CIDFontType2/BaseFont/%s/CIDToGIDMap/Identity"+
		"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor %v/DW 1000/W[0[%s]]>>",
		name, descriptor, strings.Trim(fmt.Sprint(s.widths), "[]")))
	out.put(s.object, fmt.Appendf(nil, "<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H"+
		"/DescendantFonts[%v]/ToUnicode %v>>", name, descendant, unicode))
}

// subsetTag gives the six letters that mark a subset (9.6.4), made from its
// contents.
func subsetTag(ttf []byte) string {
	sum := sha256.Sum256(ttf)
	var tag [6]byte
	for i := range tag {
		tag[i] = 'A' + sum[i]%26
	}
	return string(tag[:])
}

// descriptor gives the font descriptor (9.8). The measures come from the
// typeface itself; StemV is not in it and is the customary estimate.
func (s *subset) descriptor(name string, fontFile ref) []byte {
	src := parseSFNT(*typefaces[s.id].data)
	at := func(table string, off int) int { return s.milli(int(int16(be.Uint16(src.tables[table][off:])))) }
	flags, angle, stem := 4, 0, 80 // 4: symbolic, for glyphs outside the Latin set
	if s.id == fontItalic || s.id == fontBoldItalic {
		flags, angle = flags|64, -12
	}
	if s.id == fontMono {
		flags |= 1
	}
	if s.id == fontBold || s.id == fontBoldItalic {
		stem = 140
	}
	ascent, descent := at("hhea", 4), at("hhea", 6)
	capital := 714
	if len(src.tables["OS/2"]) >= 90 {
		capital = at("OS/2", 88)
	}
	return fmt.Appendf(nil, "<</Type/FontDescriptor/FontName/%s/Flags %d/FontBBox[%d %d %d %d]/ItalicAngle %d"+
		"/Ascent %d/Descent %d/CapHeight %d/StemV %d/FontFile2 %v>>", name, flags,
		at("head", 36), at("head", 38), at("head", 40), at("head", 42), angle, ascent, descent, capital, stem, fontFile)
}

// toUnicode gives the CMap that leads from codes back to text (9.10.3); a
// block holds at most 100 entries.
func (s *subset) toUnicode() []byte {
	var b bytes.Buffer
	b.WriteString("/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n/CMapName/Adobe-Identity-UCS def\n" +
		"/CMapType 2 def\n1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n")
	for from := 1; from < len(s.used); from += 100 {
		to := min(from+100, len(s.used))
		fmt.Fprintf(&b, "%d beginbfchar\n", to-from)
		for code := from; code < to; code++ {
			fmt.Fprintf(&b, "<%04X><%s>\n", code, utf16Hex(s.used[code].text))
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n")
	return b.Bytes()
}

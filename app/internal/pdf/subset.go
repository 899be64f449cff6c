package pdf

import (
	"encoding/binary"
	"math/bits"
)

// sfnt gives access to the tables of a TrueType file (ISO/IEC 14496-22).
type sfnt struct {
	tables map[string][]byte
	long   bool // loca has 32-bit offsets
	metric int  // number of full entries in hmtx
}

var be = binary.BigEndian

func parseSFNT(b []byte) sfnt {
	f := sfnt{tables: map[string][]byte{}}
	for i := range int(be.Uint16(b[4:])) {
		e := b[12+16*i:]
		off, n := be.Uint32(e[8:]), be.Uint32(e[12:])
		f.tables[string(e[:4])] = b[off : off+n]
	}
	f.long = be.Uint16(f.tables["head"][50:]) == 1
	f.metric = int(be.Uint16(f.tables["hhea"][34:]))
	return f
}

// glyph gives the outline of a glyph, empty for a space.
func (f *sfnt) glyph(gid uint16) []byte {
	loca, g := f.tables["loca"], int(gid)
	var a, b uint32
	if f.long {
		a, b = be.Uint32(loca[4*g:]), be.Uint32(loca[4*g+4:])
	} else {
		a, b = 2*uint32(be.Uint16(loca[2*g:])), 2*uint32(be.Uint16(loca[2*g+2:]))
	}
	return f.tables["glyf"][a:b]
}

// hmetric gives the four bytes with advance and left side bearing.
func (f *sfnt) hmetric(gid uint16) []byte {
	hmtx, g := f.tables["hmtx"], int(gid)
	if g < f.metric {
		return hmtx[4*g : 4*g+4]
	}
	bearing := hmtx[4*f.metric+2*(g-f.metric):]
	return []byte{hmtx[4*f.metric-4], hmtx[4*f.metric-3], bearing[0], bearing[1]}
}

// components calls each with the place of every glyph number that a composite
// outline is built from.
func components(outline []byte, each func(number []byte)) {
	if len(outline) < 10 || int16(be.Uint16(outline)) >= 0 {
		return
	}
	for p := 10; p+4 <= len(outline); {
		flags := be.Uint16(outline[p:])
		each(outline[p+2 : p+4])
		p += 6
		if flags&0x0001 != 0 { // arguments are words
			p += 2
		}
		switch {
		case flags&0x0008 != 0: // one scale
			p += 2
		case flags&0x0040 != 0: // two scales
			p += 4
		case flags&0x0080 != 0: // a matrix
			p += 8
		}
		if flags&0x0020 == 0 { // no more components
			return
		}
	}
}

// embeddedFont makes a font file with only the used glyphs, numbered by
// character code; the parts of composite glyphs follow after them. It has the
// tables that ISO 32000-1 9.9 asks for and no more.
func (s *subset) embeddedFont() []byte {
	src := parseSFNT(*typefaces[s.id].data)
	gids := make([]uint16, len(s.used))
	for i, u := range s.used {
		gids[i] = u.gid
	}
	var glyf, loca, hmtx []byte
	parts := map[uint16]uint16{}
	for i := 0; i < len(gids); i++ { // grows while parts are found
		loca = be.AppendUint32(loca, uint32(len(glyf)))
		if gids[i] == emptyGlyph {
			hmtx = append(hmtx, 0, 0, 0, 0)
			continue
		}
		hmtx = append(hmtx, src.hmetric(gids[i])...)
		start := len(glyf)
		glyf = append(glyf, src.glyph(gids[i])...)
		components(glyf[start:], func(number []byte) {
			old := be.Uint16(number)
			if _, ok := parts[old]; !ok {
				parts[old] = uint16(len(gids))
				gids = append(gids, old)
			}
			be.PutUint16(number, parts[old])
		})
		for len(glyf)%4 != 0 {
			glyf = append(glyf, 0)
		}
	}
	loca = be.AppendUint32(loca, uint32(len(glyf)))
	return assembleSFNT(src, glyf, loca, hmtx, len(gids))
}

func assembleSFNT(src sfnt, glyf, loca, hmtx []byte, count int) []byte {
	head := append([]byte(nil), src.tables["head"]...)
	be.PutUint32(head[8:], 0)  // checksum of the whole, filled in below
	be.PutUint16(head[50:], 1) // 32-bit loca
	hhea := append([]byte(nil), src.tables["hhea"]...)
	be.PutUint16(hhea[34:], uint16(count))
	maxp := append([]byte(nil), src.tables["maxp"]...)
	be.PutUint16(maxp[4:], uint16(count))
	type table struct {
		tag  string
		data []byte
	}
	all := []table{}
	for _, t := range []table{{"cvt ", src.tables["cvt "]}, {"fpgm", src.tables["fpgm"]}, {"glyf", glyf},
		{"head", head}, {"hhea", hhea}, {"hmtx", hmtx}, {"loca", loca}, {"maxp", maxp}, {"prep", src.tables["prep"]}} {
		if t.data != nil {
			all = append(all, t)
		}
	}
	n := len(all)
	power := bits.Len(uint(n)) - 1
	out := be.AppendUint32(nil, 0x00010000)
	out = be.AppendUint16(out, uint16(n))
	out = be.AppendUint16(out, uint16(16<<power))
	out = be.AppendUint16(out, uint16(power))
	out = be.AppendUint16(out, uint16(16*n-16<<power))
	at, headAt := 12+16*n, 0
	for _, t := range all {
		if t.tag == "head" {
			headAt = at
		}
		out = append(out, t.tag...)
		out = be.AppendUint32(out, checksum(t.data))
		out = be.AppendUint32(out, uint32(at))
		out = be.AppendUint32(out, uint32(len(t.data)))
		at += (len(t.data) + 3) &^ 3
	}
	for _, t := range all {
		out = append(out, t.data...)
		for len(out)%4 != 0 {
			out = append(out, 0)
		}
	}
	be.PutUint32(out[headAt+8:], 0xB1B0AFBA-checksum(out))
	return out
}

func checksum(b []byte) (sum uint32) {
	for len(b) >= 4 {
		sum += be.Uint32(b)
		b = b[4:]
	}
	var rest [4]byte
	copy(rest[:], b)
	return sum + be.Uint32(rest[:])
}

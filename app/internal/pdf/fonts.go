package pdf

import (
	"bytes"
	_ "embed" // the typefaces
	"fmt"
	"sync"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/harfbuzz"
)

// Noto Sans and Noto Sans Mono: SIL Open Font License 1.1. DejaVu Sans: the
// Bitstream Vera licence. Their texts are in the folder fonts.
var (
	//go:embed fonts/NotoSans-Regular.ttf
	ttfRegular []byte
	//go:embed fonts/NotoSans-Bold.ttf
	ttfBold []byte
	//go:embed fonts/NotoSans-Italic.ttf
	ttfItalic []byte
	//go:embed fonts/NotoSans-BoldItalic.ttf
	ttfBoldItalic []byte
	//go:embed fonts/NotoSansMono-Regular.ttf
	ttfMono []byte
	//go:embed fonts/DejaVuSans.ttf
	ttfDejaVu []byte
)

// fontID names one of the embedded typefaces.
type fontID uint8

const (
	fontRegular fontID = iota
	fontBold
	fontItalic
	fontBoldItalic
	fontMono
	// fontDejaVu stands in where Noto has no glyph: Arabic, Hebrew, arrows,
	// boxes. Noto Sans Arabic is not used since it draws a letter and its
	// dots as separate glyphs, which spoils the text for whoever copies it.
	fontDejaVu
	fontCount
)

// typeface is one embedded font file. Parsing takes milliseconds, so it is
// done when a text first needs it, once for the whole program.
type typeface struct {
	name string // PostScript name
	data *[]byte
	once sync.Once
	font *font.Font
	err  error
}

var typefaces = [fontCount]*typeface{
	fontRegular:    {name: "NotoSans-Regular", data: &ttfRegular},
	fontBold:       {name: "NotoSans-Bold", data: &ttfBold},
	fontItalic:     {name: "NotoSans-Italic", data: &ttfItalic},
	fontBoldItalic: {name: "NotoSans-BoldItalic", data: &ttfBoldItalic},
	fontMono:       {name: "NotoSansMono-Regular", data: &ttfMono},
	fontDejaVu:     {name: "DejaVuSans", data: &ttfDejaVu},
}

func (t *typeface) load() (*font.Font, error) {
	t.once.Do(func() {
		face, err := font.ParseTTF(bytes.NewReader(*t.data))
		if err != nil {
			t.err = fmt.Errorf("pdf: embedded typeface %s: %w", t.name, err)
			return
		}
		t.font = face.Font
	})
	return t.font, t.err
}

const (
	replacement = '\uFFFD'
	// emptyGlyph is no glyph of the typeface but one of our own: it draws
	// nothing, has no width, and carries characters such as a joiner.
	emptyGlyph = 0xFFFF
	// maxGlyphs keeps clear of the 65,535 that a font can number.
	maxGlyphs = 65000
)

// usedGlyph is a glyph of a typeface together with the text that it stands
// for. The same drawing with another text (a space and a no-break space) is
// another usedGlyph, so that every reader gets back the text that went in.
type usedGlyph struct {
	gid  uint16
	text string
}

// subset is what one document uses of one typeface. The index of a glyph in
// used is its character code, its CID and its number in the embedded font.
type subset struct {
	id     fontID
	face   *font.Face
	hb     *harfbuzz.Font
	upem   int
	space  uint16 // glyph of U+0020
	used   []usedGlyph
	widths []int // thousandths of an em, one for each used glyph
	codes  map[usedGlyph]uint16
	object ref
}

func newSubset(id fontID, object ref) (*subset, error) {
	f, err := typefaces[id].load()
	if err != nil {
		return nil, err
	}
	face := font.NewFace(f)
	s := &subset{id: id, face: face, hb: harfbuzz.NewFont(face), upem: int(f.Upem()),
		codes: map[usedGlyph]uint16{}, object: object}
	sp, _ := face.NominalGlyph(' ')
	s.space = uint16(sp)
	s.used = []usedGlyph{{}}
	s.widths = []int{s.advance(0)}
	return s, nil
}

// advance is the width of a glyph in thousandths of an em.
func (s *subset) advance(gid uint16) int {
	if gid == emptyGlyph {
		return 0
	}
	return s.milli(int(s.hb.GlyphHAdvance(font.GID(gid))))
}

// milli converts units of the typeface to thousandths of an em.
func (s *subset) milli(v int) int {
	if v < 0 {
		return -s.milli(-v)
	}
	return (v*1000 + s.upem/2) / s.upem
}

// code gives the character code for a glyph that stands for text.
func (s *subset) code(gid uint16, text string) uint16 {
	key := usedGlyph{gid, text}
	if c, ok := s.codes[key]; ok {
		return c
	}
	if len(s.used) >= maxGlyphs {
		// Tens of thousands of different unknown characters: the last one
		// stands for all that follow. Real documents stay far from this.
		return uint16(len(s.used) - 1)
	}
	c := uint16(len(s.used))
	s.used = append(s.used, key)
	s.widths = append(s.widths, s.advance(gid))
	s.codes[key] = c
	return c
}

// has reports whether the typeface can draw r, or r is never drawn.
func (s *subset) has(r rune) bool {
	if harfbuzz.IsDefaultIgnorable(r) {
		return true
	}
	_, ok := s.face.NominalGlyph(r)
	return ok
}

// font gives the part of a typeface that this document uses, starting with
// nothing.
func (w *Writer) font(id fontID) *subset {
	if w.subsets[id] == nil {
		s, err := newSubset(id, w.file.alloc())
		if err != nil {
			w.fail(err)
			s = w.subsets[fontRegular] // loaded by New
		}
		w.subsets[id] = s
	}
	return w.subsets[id]
}

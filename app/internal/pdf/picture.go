package pdf

import (
	"io"
	"strconv"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
)

// Preview lays out the same document as New, with the same calls, and draws
// its first pages as pictures in place of writing a file. All of it is laid
// out, so that the numbers of the pages are those of the file.
type Preview struct {
	*Writer
}

// NewPreview starts a preview of at most so many pages. An error of out, which
// is given everything that the file would hold, ends it; most callers give
// io.Discard.
func NewPreview(out io.Writer, meta Meta, pages int) (Preview, error) {
	w, err := New(out, meta)
	if err == nil {
		w.pictures = &pictures{most: pages}
	}
	return Preview{w}, err
}

// Pages gives, after Close, the number of pages in all and the first of them
// as SVG (SVG 1.1). The letters are drawn as shapes, so that they need no
// typeface; nothing in it is a script or comes from elsewhere.
func (p Preview) Pages() (total int, svg []string) {
	for _, one := range p.pictures.pages {
		svg = append(svg, one.svg())
	}
	return p.pages, svg
}

// pictures are the pages that are drawn as pictures.
type pictures struct {
	most  int
	pages []*picture // the nth is page n+1
}

// page gives the picture of page n, nil when it is not drawn.
func (p *pictures) page(n int, subsets *[fontCount]*subset) *picture {
	if p == nil || n > p.most {
		return nil
	}
	for len(p.pages) < n {
		p.pages = append(p.pages, &picture{subsets: subsets})
	}
	return p.pages[n-1]
}

// picture is one page, drawn with the same places as in the file.
type picture struct {
	subsets *[fontCount]*subset
	under   []byte
	text    []byte
	shapes  []byte
	known   map[shape]bool
	size    length
	ink     ink
	open    bool
	totalAt length
}

// shape is a glyph that is drawn once and used often.
type shape struct {
	font fontID
	gid  uint16
}

// rect draws a filled rectangle, given its lower left corner.
func (p *picture) rect(x, y, width, height length, colour string) {
	b := append(p.under, `<path fill="`...)
	b = append(b, svgColour(colour)...)
	b = append(b, `" d="M`...)
	b = append(appendLen(b, x), ' ')
	b = append(appendLen(b, pageHeight-y), 'h')
	b = append(appendLen(b, width), 'v')
	b = append(appendLen(b, -height), 'h')
	p.under = append(appendLen(b, -width), `z"/>`...)
}

// glyph draws a glyph at a place in millionths of a point from the left and
// thousandths from below.
func (p *picture) glyph(id fontID, code uint16, size length, ink ink, x int, y length) {
	s := shape{id, p.subsets[id].used[code].gid}
	if !p.draw(s) {
		return
	}
	if !p.open || size != p.size || ink != p.ink {
		p.endGroup()
		p.open, p.size, p.ink = true, size, ink
		p.text = append(p.text, `<g fill="`...)
		p.text = append(p.text, svgColour(inks[ink].fill)...)
		p.text = append(p.text, `" transform="scale(`...)
		p.text = strconv.AppendFloat(p.text, float64(size)/1e6, 'f', -1, 64)
		p.text = append(p.text, `)">`...)
	}
	p.text = append(p.text, `<use href="#`...)
	p.text = s.appendName(p.text)
	p.text = append(p.text, `" x="`...)
	p.text = strconv.AppendInt(p.text, int64(x/size), 10)
	p.text = append(p.text, `" y="`...)
	p.text = strconv.AppendInt(p.text, int64((pageHeight-y)*1000/size), 10)
	p.text = append(p.text, `"/>`...)
}

func (p *picture) endGroup() {
	if p.open {
		p.text = append(p.text, "</g>"...)
		p.open = false
	}
}

func (s shape) appendName(b []byte) []byte {
	b = append(b, 'a'+byte(s.font))
	return strconv.AppendInt(b, int64(s.gid), 10)
}

// draw makes the shape of a glyph, in thousandths of an em. It reports false
// for one that shows nothing.
func (p *picture) draw(s shape) bool {
	if shown, ok := p.known[s]; ok {
		return shown
	}
	if p.known == nil {
		p.known = map[shape]bool{}
	}
	sub := p.subsets[s.font]
	outline, ok := sub.face.GlyphDataOutline(font.GID(s.gid))
	ok = ok && s.gid != emptyGlyph && len(outline.Segments) > 0
	p.known[s] = ok
	if !ok {
		return false
	}
	b := append(p.shapes, `<path id="`...)
	b = append(s.appendName(b), `" d="`...)
	for i, segment := range outline.Segments {
		if i > 0 && segment.Op == opentype.SegmentOpMoveTo {
			b = append(b, 'z')
		}
		b = append(b, "MLQC"[segment.Op])
		for k, point := range segment.ArgsSlice() {
			if k > 0 {
				b = append(b, ' ')
			}
			b = strconv.AppendInt(b, int64(sub.milli(int(point.X))), 10)
			b = append(b, ' ')
			b = strconv.AppendInt(b, int64(-sub.milli(int(point.Y))), 10)
		}
	}
	p.shapes = append(b, `z"/>`...)
	return true
}

// svg gives the picture as a document.
func (p *picture) svg() string {
	p.endGroup()
	b := []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 `)
	b = append(appendLen(b, pageWidth), ' ')
	b = append(appendLen(b, pageHeight), `"><rect width="100%" height="100%" fill="#fff"/><defs>`...)
	b = append(append(b, p.shapes...), "</defs>"...)
	b = append(append(b, p.under...), p.text...)
	return string(append(b, "</svg>"...))
}

// svgColour translates the operators of a colour, "0.5 g" or "0 0.5 1 rg".
func svgColour(operators string) []byte {
	var parts [3]float64
	n := 0
	for start, i := 0, 0; i < len(operators); i++ {
		if operators[i] == ' ' {
			parts[n], _ = strconv.ParseFloat(operators[start:i], 64) // our own constants
			n, start = n+1, i+1
		}
	}
	if n == 1 {
		parts[1], parts[2] = parts[0], parts[0]
	}
	b := []byte{'#'}
	for _, v := range parts {
		const digits = "0123456789abcdef"
		c := int(v*255 + 0.5)
		b = append(b, digits[c>>4], digits[c&15])
	}
	return b
}

package pdf

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"image"
	"image/color"
	_ "image/gif" // the forms that are read
	_ "image/jpeg"
	_ "image/png"

	"raadwijzer/app/internal/photo"
)

// figure is a picture on its way to a page.
type figure struct {
	elem          *elem
	name          string // among the resources
	width, height length
	data          []byte // as it came, for a preview
	form          string // png, jpeg or gif
}

const (
	pixel           length = 750 // 96 to the inch, unless there is no room
	maxFigureHeight        = bodyHeight * 2 / 3
)

// Figure adds a picture, a PNG, JPEG or GIF, with the words that tell what is
// on it. Without words it says that it has none. It reports false, and adds
// nothing, when the picture cannot be read or is larger than 40 million
// pixels. What a camera put in a JPEG beside the picture, such as the place,
// does not come along, and the picture stands the right way up.
func (w *Writer) Figure(data []byte, alt string) bool {
	if w.dead() {
		return false
	}
	plain, isPlain := photo.Plain(data)
	if isPlain {
		data = plain
	}
	config, form, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil || config.Width < 1 || config.Height < 1 || config.Width > photo.MaxPixels/config.Height {
		return false
	}
	object, ok := w.writeImage(data, isPlain, config)
	if !ok {
		return false
	}
	if alt = plainText(Plain(alt)); alt == "" {
		alt = wordNoAlt
	}
	w.flushLabels()
	f := &figure{name: fmt.Sprintf("I%d", object), data: data, form: form}
	f.width, f.height = figureSize(config, bodyWidth-w.left)
	f.elem = w.block("Figure", w.parent(), "/Alt"+textString(truncate(alt, 2000)))
	w.images = fmt.Appendf(w.images, "/%s %v", f.name, object)
	w.push(&box{height: f.height, x: w.left, figure: f, bands: w.bands()}, blockGap)
	w.flow.after = blockGap
	return true
}

// figureSize is the natural size, or as much as there is room for.
func figureSize(c image.Config, room length) (width, height length) {
	width, height = c.Width*pixel, c.Height*pixel
	if width > room {
		width, height = room, height*room/width
	}
	if height > maxFigureHeight {
		width, height = width*maxFigureHeight/height, maxFigureHeight
	}
	return max(width, pt), max(height, pt)
}

// writeImage writes the picture (ISO 32000-1 8.9.5). A plain JPEG goes in as it is;
// others as red, green and blue, on white where they are transparent.
func (w *Writer) writeImage(data []byte, plain bool, config image.Config) (ref, bool) {
	dict := fmt.Sprintf("/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8", config.Width, config.Height)
	if plain {
		space := map[color.Model]string{color.YCbCrModel: "/DeviceRGB", color.GrayModel: "/DeviceGray"}[config.ColorModel]
		if space != "" {
			id := w.file.alloc()
			w.file.rawStream(id, dict+"/ColorSpace"+space+"/Filter/DCTDecode", data)
			return id, true
		}
	}
	picture, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return 0, false
	}
	id := w.file.alloc()
	w.file.stream(id, dict+"/ColorSpace/DeviceRGB", onWhite(picture))
	return id, true
}

func onWhite(picture image.Image) []byte {
	b := picture.Bounds()
	out := make([]byte, 0, 3*b.Dx()*b.Dy())
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			r, g, blue, alpha := picture.At(x, y).RGBA() // multiplied by alpha
			white := 0xFFFF - alpha
			out = append(out, byte((r+white)>>8), byte((g+white)>>8), byte((blue+white)>>8))
		}
	}
	return out
}

// figure draws a picture whose top is at height y on the page. An image cannot
// be drawn among text, so the text ends before it and begins again.
func (pg *page) figure(f *figure, x, y length) {
	w := pg.w
	bottom := y - f.height
	pg.endContent()
	n := len(pg.owner)
	pg.owner = append(pg.owner, f.elem.id)
	f.elem.kids = append(f.elem.kids, kid{kind: kidContent, n: int32(n), page: pg.id})
	f.elem.extra += string(append(appendLens([]byte("/A<</O/Layout/Placement/Block/BBox["), x, bottom, x+f.width, y), "]>>"...))
	b := fmt.Appendf(nil, "ET\n/Figure<</MCID %d>>BDC\nq ", n)
	b = append(appendLen(b, f.width), " 0 0 "...)
	b = appendLens(b, f.height, x, bottom)
	pg.text.op(string(fmt.Appendf(b, "cm /%s Do Q\nEMC\nBT\n", f.name)))
	pg.text.ox, pg.text.oy = 0, 0 // where a new text begins
	if pg.picture != nil {
		pg.picture.image(f, x, y)
	}
	w.close(f.elem)
}

// image draws a picture on a preview.
func (p *picture) image(f *figure, x, y length) {
	b := append(p.under, `<image preserveAspectRatio="none" x="`...)
	b = append(appendLen(b, x), `" y="`...)
	b = append(appendLen(b, pageHeight-y), `" width="`...)
	b = append(appendLen(b, f.width), `" height="`...)
	b = append(appendLen(b, f.height), `" href="data:image/`...)
	b = append(append(b, f.form...), ";base64,"...)
	b = base64.StdEncoding.AppendEncode(b, f.data)
	p.under = append(b, `"/>`...)
}

// appendLens writes lengths with a space after each.
func appendLens(b []byte, lengths ...length) []byte {
	for _, l := range lengths {
		b = append(appendLen(b, l), ' ')
	}
	return b
}

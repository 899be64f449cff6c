// Package photo makes of a JPEG one that can be shown to anybody: without what
// the camera noted beside the picture, such as the place, and the right way up.
//
// The rules of this package are: it knows one form of file and nothing of
// documents, and it never gives back a picture with notes in it.
package photo

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/jpeg"
)

// MaxPixels is the size of the largest picture that is read whole.
const MaxPixels = 40_000_000

// quality of a picture that was turned, from 1 to 100.
const quality = 90

// The marks of the parts of a JPEG (ITU-T T.81 B.1).
const (
	markRestart0 = 0xD0
	markRestart7 = 0xD7
	markStart    = 0xD8
	markEnd      = 0xD9
	markScan     = 0xDA
	markApp0     = 0xE0
	markExif     = 0xE1
	markAdobe    = 0xEE
	markApp15    = 0xEF
	markRemark   = 0xFE
)

// Plain returns a JPEG without remarks and without what cameras and programs
// note, turned as its camera was held. Only one that has to be turned is coded
// anew. It reports false for what is not well formed, or is larger than
// MaxPixels and has to be turned.
func Plain(data []byte) ([]byte, bool) {
	plain, held, ok := split(data)
	if !ok || held == 1 {
		return plain, ok
	}
	config, err := jpeg.DecodeConfig(bytes.NewReader(plain))
	if err != nil || config.Width < 1 || config.Height < 1 || config.Width > MaxPixels/config.Height {
		return nil, false
	}
	picture, err := jpeg.Decode(bytes.NewReader(plain))
	if err != nil {
		return nil, false
	}
	var out bytes.Buffer
	if err := jpeg.Encode(&out, turned(picture, held), &jpeg.Options{Quality: quality}); err != nil {
		return nil, false
	}
	return out.Bytes(), true
}

// split leaves out the parts that hold no picture, also after its end, and
// returns how the camera was held, 1 when it was upright or nobody knows. The
// part that tells how colours are coded stays.
func split(data []byte) (plain []byte, held int, ok bool) {
	if len(data) < 4 || data[0] != 0xFF || data[1] != markStart {
		return nil, 1, false
	}
	plain, held = []byte{0xFF, markStart}, 1
	scanned := false
	for at := 2; at+4 <= len(data) && data[at] == 0xFF; {
		mark := data[at+1]
		end := at + 2 + int(binary.BigEndian.Uint16(data[at+2:]))
		if end > len(data) {
			break
		}
		if mark == markExif && held == 1 {
			held = orientation(data[at+4 : max(at+4, end)])
		}
		if mark == markScan {
			end += scan(data[end:])
			scanned = true
		}
		if mark != markRemark && (mark < markApp0 || mark > markApp15 || mark == markAdobe) {
			plain = append(plain, data[at:end]...)
		}
		if at = end; bytes.HasPrefix(data[at:], []byte{0xFF, markEnd}) {
			return append(plain, 0xFF, markEnd), held, scanned
		}
	}
	return nil, 1, false
}

// scan gives the length of the coded picture up to the next mark (B.1.1.2).
func scan(data []byte) int {
	for i := 0; i+1 < len(data); i++ {
		if next := data[i+1]; data[i] == 0xFF && next != 0 && (next < markRestart0 || next > markRestart7) {
			return i
		}
	}
	return len(data)
}

// orientation reads how the camera was held from its notes (Exif 4.6.4): a
// number from 1 to 8, 1 for what is not there or makes no sense.
func orientation(notes []byte) int {
	const tag, entry = 0x0112, 12
	notes, ok := bytes.CutPrefix(notes, []byte("Exif\x00\x00"))
	if !ok || len(notes) < 8 {
		return 1
	}
	var order binary.ByteOrder = binary.BigEndian
	if notes[0] == 'I' {
		order = binary.LittleEndian
	}
	at := uint64(order.Uint32(notes[4:]))
	if at+2 > uint64(len(notes)) {
		return 1
	}
	list := notes[at+2:]
	for range order.Uint16(notes[at:]) {
		if len(list) < entry {
			return 1
		}
		if order.Uint16(list) == tag {
			if held := int(order.Uint16(list[8:])); held >= 1 && held <= 8 {
				return held
			}
			return 1
		}
		list = list[entry:]
	}
	return 1
}

// turned gives a picture as it is to be seen.
func turned(m image.Image, held int) image.Image {
	b := m.Bounds()
	right, bottom := b.Max.X-1, b.Max.Y-1
	width, height := b.Dx(), b.Dy()
	if held >= 5 {
		width, height = height, width
	}
	out := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			from := [...]image.Point{
				2: {right - x, b.Min.Y + y}, 3: {right - x, bottom - y}, 4: {b.Min.X + x, bottom - y},
				5: {b.Min.X + y, b.Min.Y + x}, 6: {b.Min.X + y, bottom - x}, 7: {right - y, bottom - x}, 8: {right - y, b.Min.Y + x},
			}[held]
			out.Set(x, y, m.At(from.X, from.Y))
		}
	}
	return out
}

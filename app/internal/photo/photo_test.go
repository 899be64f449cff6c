package photo

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/jpeg"
	"testing"
)

// quarters is a picture of 64 by 32 of which each quarter has a colour.
var quarters = [4]color.RGBA{{255, 0, 0, 255}, {0, 255, 0, 255}, {0, 0, 255, 255}, {255, 255, 255, 255}} // left above, right above, left below, right below

func photo(t testing.TB) []byte {
	t.Helper()
	m := image.NewRGBA(image.Rect(0, 0, 64, 32))
	for y := range 32 {
		for x := range 64 {
			m.Set(x, y, quarters[x/32+2*(y/16)])
		}
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, &jpeg.Options{Quality: 95}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// noted gives a JPEG the notes of a camera that was held so.
func noted(data []byte, order binary.AppendByteOrder, held uint16) []byte {
	mark := map[bool]string{true: "II", false: "MM"}[order == binary.AppendByteOrder(binary.LittleEndian)]
	notes := append([]byte("Exif\x00\x00"), mark...)
	notes = order.AppendUint32(order.AppendUint16(notes, 42), 8)
	notes = order.AppendUint16(notes, 2)
	for _, tag := range [][2]uint16{{0x010F, 'X'}, {0x0112, held}} {
		notes = order.AppendUint16(order.AppendUint16(notes, tag[0]), 3)
		notes = order.AppendUint16(order.AppendUint16(order.AppendUint32(notes, 1), tag[1]), 0)
	}
	notes = append(notes, "Breedtegraad 52"...)
	return part(data, markExif, notes)
}

// part puts a part in front of the others.
func part(data []byte, mark byte, content []byte) []byte {
	out := binary.BigEndian.AppendUint16([]byte{0xFF, markStart, 0xFF, mark}, uint16(len(content)+2))
	return append(append(out, content...), data[2:]...)
}

// corners gives the number of the quarter that is seen in each corner.
func corners(t *testing.T, data []byte) (size image.Point, seen [4]int) {
	t.Helper()
	m, err := jpeg.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	size = m.Bounds().Size()
	for i, p := range []image.Point{{4, 4}, {size.X - 5, 4}, {4, size.Y - 5}, {size.X - 5, size.Y - 5}} {
		r, g, b, _ := m.At(p.X, p.Y).RGBA()
		for k, c := range quarters {
			if (r > 0x8000) == (c.R > 0) && (g > 0x8000) == (c.G > 0) && (b > 0x8000) == (c.B > 0) {
				seen[i] = k
			}
		}
	}
	return size, seen
}

func TestAPhotoIsTurnedAsItsCameraWasHeld(t *testing.T) {
	lying, standing := image.Pt(64, 32), image.Pt(32, 64)
	for held, want := range map[uint16]struct {
		size image.Point
		seen [4]int
	}{
		1: {lying, [4]int{0, 1, 2, 3}}, 2: {lying, [4]int{1, 0, 3, 2}}, 3: {lying, [4]int{3, 2, 1, 0}}, 4: {lying, [4]int{2, 3, 0, 1}},
		5: {standing, [4]int{0, 2, 1, 3}}, 6: {standing, [4]int{2, 0, 3, 1}}, 7: {standing, [4]int{3, 1, 2, 0}}, 8: {standing, [4]int{1, 3, 0, 2}},
		0: {lying, [4]int{0, 1, 2, 3}}, 9: {lying, [4]int{0, 1, 2, 3}},
	} {
		for _, order := range []binary.AppendByteOrder{binary.LittleEndian, binary.BigEndian} {
			plain, ok := Plain(noted(photo(t), order, held))
			if !ok || bytes.Contains(plain, []byte("Exif")) || bytes.Contains(plain, []byte("Breedtegraad")) {
				t.Fatalf("%d: %v, the notes are still there", held, ok)
			}
			if size, seen := corners(t, plain); size != want.size || seen != want.seen {
				t.Errorf("%d: %v %v, want %v %v", held, size, seen, want.size, want.seen)
			}
		}
	}
}

func TestOnlyWhatHoldsNoPictureIsLeftOut(t *testing.T) {
	good := photo(t)
	if plain, ok := Plain(append(bytes.Clone(good), noted(good, binary.BigEndian, 6)...)); !ok || !bytes.Equal(plain, good) {
		t.Errorf("%v, %d bytes, want %d: what follows a picture is no part of it", ok, len(plain), len(good))
	}
	if _, ok := Plain(good[:len(good)-2]); ok {
		t.Error("a picture without an end is taken")
	}
	if plain, ok := Plain(part(part(good, markRemark, []byte("geheim")), 0xE2, []byte("geheim"))); !ok || !bytes.Equal(plain, good) {
		t.Errorf("%v, %d bytes, want %d", ok, len(plain), len(good))
	}
	if plain, ok := Plain(part(good, markAdobe, []byte("Adobe colours"))); !ok || !bytes.Contains(plain, []byte("Adobe colours")) {
		t.Errorf("%v, how colours are coded is gone", ok)
	}
}

func FuzzPlain(f *testing.F) {
	good := photo(f)
	for _, data := range [][]byte{nil, good, good[:40], noted(good, binary.LittleEndian, 6), noted(good, binary.BigEndian, 8)[:60]} {
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if plain, ok := Plain(data); ok {
			if again, ok := Plain(plain); !ok || !bytes.Equal(again, plain) {
				t.Error("what is plain is not left as it is")
			}
		}
	})
}

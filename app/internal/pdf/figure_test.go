package pdf

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"
	"slices"
	"strings"
	"testing"
)

// drawnImage is a picture of which each pixel differs, half of it seen through.
func drawnImage(width, height int) image.Image {
	m := image.NewNRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			m.Set(x, y, color.NRGBA{uint8(x * 255 / width), uint8(y * 255 / height), 128, uint8(255 - 127*(x%2))})
		}
	}
	return m
}

// encoded gives a picture in each form.
func encoded(t *testing.T, m image.Image) map[string][]byte {
	t.Helper()
	grey := image.NewGray(m.Bounds())
	out := map[string][]byte{}
	for form, encode := range map[string]func(w io.Writer) error{
		"png":  func(w io.Writer) error { return png.Encode(w, m) },
		"jpeg": func(w io.Writer) error { return jpeg.Encode(w, m, nil) },
		"grey": func(w io.Writer) error { return jpeg.Encode(w, grey, nil) },
		"gif":  func(w io.Writer) error { return gif.Encode(w, m, nil) },
	} {
		var b bytes.Buffer
		if err := encode(&b); err != nil {
			t.Fatal(err)
		}
		out[form] = b.Bytes()
	}
	return out
}

func TestFiguresAreDrawnAndTold(t *testing.T) {
	forms := encoded(t, drawnImage(30, 20))
	doc := document(t, Meta{Title: "T"}, func(w *Writer) {
		w.Paragraph(Plain("voor"))
		for _, form := range []string{"png", "jpeg", "grey", "gif"} {
			if !w.Figure(forms[form], "Plaatje "+form) {
				t.Errorf("%s is not taken", form)
			}
		}
		w.BeginList(false, 0)
		w.BeginItem(NoTask)
		w.Figure(forms["png"], "")
		w.EndItem()
		w.EndList()
		w.Paragraph(Plain("na"))
	})
	if err := validate(doc); err != nil {
		t.Error(err)
	}
	if list := tool(t, doc, "poppler-utils", "pdfimages", "-list", "FILE"); strings.Count(list, "\n") != 2+5 {
		t.Error(list)
	}
	tags := tool(t, doc, "poppler-utils", "pdfinfo", "-struct-text", "FILE")
	if strings.Count(tags, "Figure") != 5 || !strings.Contains(squeeze(textOf(t, doc)), "voor • na") {
		t.Errorf("%s\n%s", tags, textOf(t, doc))
	}
}

// TestPictureKeepsItsColours draws a page with another program.
func TestPictureKeepsItsColours(t *testing.T) {
	m := image.NewNRGBA(image.Rect(0, 0, 300, 300))
	for i := range m.Pix {
		m.Pix[i] = []byte{0, 160, 0, 255}[i%4]
	}
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	doc := document(t, Meta{Title: "T"}, func(w *Writer) { w.Figure(b.Bytes(), "Groen") })
	page, err := png.Decode(strings.NewReader(tool(t, doc, "poppler-utils", "pdftoppm", "-png", "-r", "72", "FILE")))
	if err != nil {
		t.Fatal(err)
	}
	green := 0
	for y := range page.Bounds().Dy() {
		for x := range page.Bounds().Dx() {
			if r, g, blue, _ := page.At(x, y).RGBA(); r>>8 == 0 && g>>8 == 160 && blue>>8 == 0 {
				green++
			}
		}
	}
	if side := 300 * 3 / 4; green < side*side*98/100 || green > side*side*102/100 {
		t.Errorf("%d green points, want %d", green, side*side)
	}
}

func TestALargeFigureFitsOnAPage(t *testing.T) {
	for _, size := range [][2]int{{3000, 10}, {10, 3000}, {1, 1}} {
		c := image.Config{Width: size[0], Height: size[1]}
		width, height := figureSize(c, bodyWidth)
		if width > bodyWidth || height > bodyHeight || width < 1 || height < 1 {
			t.Errorf("%v: %d by %d", size, width, height)
		}
	}
	forms := encoded(t, drawnImage(600, 900))
	doc := document(t, Meta{Title: "T"}, func(w *Writer) {
		for range 4 {
			w.Paragraph(Plain("regel"))
			w.Figure(forms["jpeg"], "Hoog")
		}
	})
	if err := validate(doc); err != nil {
		t.Error(err)
	}
}

func TestWhatIsNoPictureIsRefused(t *testing.T) {
	good := encoded(t, drawnImage(8, 8))
	huge := slices.Clone(good["png"])
	binary.BigEndian.PutUint32(huge[16:], 1<<30) // width, of which the check sum is now wrong too
	for name, data := range map[string][]byte{"nothing": nil, "text": []byte("hallo"), "huge": huge,
		"half a png": good["png"][:len(good["png"])/2], "half a head": good["jpeg"][:20]} {
		doc := document(t, Meta{Title: "T"}, func(w *Writer) {
			if w.Figure(data, "x") {
				t.Errorf("%s is taken for a picture", name)
			}
			w.Paragraph(Plain("tekst"))
		})
		if err := validate(doc); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestAPictureDoesNotTellWhereItWasTaken(t *testing.T) {
	photo := encoded(t, drawnImage(8, 8))["jpeg"]
	secret := "Exif\x00\x00GPS 52.07 4.30"
	for _, kind := range []byte{0xE1, 0xED, 0xFE} {
		segment := append([]byte{0xFF, kind, 0, byte(2 + len(secret))}, secret...)
		doc := document(t, Meta{Title: "T"}, func(w *Writer) {
			if !w.Figure(slices.Concat(photo[:2], segment, photo[2:]), "Foto") {
				t.Error("not taken")
			}
		})
		if bytes.Contains(doc, []byte("GPS")) {
			t.Errorf("segment %x is in the file", kind)
		}
		if err := validate(doc); err != nil {
			t.Error(err)
		}
	}
}

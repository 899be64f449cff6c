package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"testing"
)

// TestContentsNameTheRightPages compares the numbers in the contents with the
// pages on which the titles stand.
func TestContentsNameTheRightPages(t *testing.T) {
	const n = 90 // titles: more than a page of them
	doc := document(t, sampleMeta, func(w *Writer) {
		var titles []string
		for i := range n {
			titles = append(titles, fmt.Sprintf("Notitie nummer-%d", i))
		}
		w.Contents(append(titles, "Zonder notitie", ""))
		for i, title := range titles {
			w.Entry(i)
			w.Heading(1, Plain(title))
			for range 1 + i*7%60 {
				w.Paragraph(Plain("Een regel."))
			}
		}
		w.Entry(-1)
		w.Entry(n + 2)
	})
	if err := validate(doc); err != nil {
		t.Error(err)
	}
	all := strings.Split(strings.TrimSuffix(tool(t, doc, "poppler-utils", "pdftotext", "-layout", "FILE", "-"), "\f"), "\f")
	found := 0
	for _, m := range regexp.MustCompile(`Notitie nummer-(\d+) +(\d+)\n`).FindAllStringSubmatch(strings.Join(all[:3], ""), -1) {
		found++
		var page int
		fmt.Sscan(m[2], &page)
		if !regexp.MustCompile(`(?m)^Notitie nummer-` + m[1] + `$`).MatchString(all[page-1]) {
			t.Errorf("title %s is not on page %d", m[1], page)
		}
	}
	if found != n {
		t.Errorf("%d of %d titles have a number", found, n)
	}
	if out := tool(t, doc, "poppler-utils", "pdfinfo", "-struct", "FILE"); strings.Count(out, "TOCI") != n+2 || strings.Count(out, "Link (inline)") != n {
		t.Error("not a TOCI for each title, or not a Link for each that leads somewhere")
	}
}

func TestContentsComeFirst(t *testing.T) {
	w, err := New(&bytes.Buffer{}, Meta{})
	if err != nil {
		t.Fatal(err)
	}
	w.Paragraph(Plain("eerst dit"))
	w.Contents([]string{"te laat"})
	if err := w.Close(); !errors.Is(err, ErrLateFront) {
		t.Errorf("got %v", err)
	}
}

func TestOutlineIsATree(t *testing.T) {
	var o outline
	for _, l := range []int{1, 2, 3, 2, 1, 2} {
		o.add("kop", l)
	}
	for i, want := range []kin{
		{-1, -1, 4, 3, 2}, {0, -1, 3, 2, 1}, {1, -1, -1, -1, 0}, {0, 1, -1, -1, 0}, {-1, 0, -1, 5, 1}, {4, -1, -1, -1, 0},
	} {
		if got := o.relations()[i]; got != want {
			t.Errorf("entry %d: got %+v, want %+v", i, got, want)
		}
	}
}

func TestProfileIsWhole(t *testing.T) {
	p := sRGB()
	if int(be.Uint32(p)) != len(p) || string(p[36:40]) != "acsp" || string(p[12:20]) != "mntrRGB " {
		t.Errorf("header % x", p[:40])
	}
	for i := range int(be.Uint32(p[128:])) {
		tag := p[132+12*i:]
		off, n := be.Uint32(tag[4:]), be.Uint32(tag[8:])
		if off%4 != 0 || int(off+n) > len(p) {
			t.Errorf("tag %s at %d, %d bytes of %d", tag[:4], off, n, len(p))
		}
	}
}

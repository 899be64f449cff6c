package markdown

import (
	"encoding/base64"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// Image is a picture that stands in the text itself, as an address that begins
// with "data:". A picture elsewhere is never fetched, and stays a link.
type Image struct {
	Alt  string // what is on it, or ""
	Data []byte // a PNG, JPEG or GIF
	Form string // png, jpeg or gif
}

func (*Image) block() {}

// image returns the picture that a paragraph is, or nil: one in running text
// is told by its words.
func (c *converter) image(n ast.Node) *Image {
	only, ok := n.FirstChild().(*ast.Image)
	if !ok || only.NextSibling() != nil {
		return nil
	}
	form, data := pictureIn(string(only.Destination))
	if data == nil {
		return nil
	}
	var r runs
	c.children(&r, only, Inline{})
	r.flush()
	return &Image{Alt: strings.TrimSpace(Text(r.list)), Data: data, Form: form}
}

// pictureIn returns the picture in an address, by what it is and not by what
// the address says; nil when there is none.
func pictureIn(address string) (form string, data []byte) {
	coded, ok := strings.CutPrefix(address, "data:image/")
	if !ok {
		return "", nil
	}
	_, coded, ok = strings.Cut(coded, ";base64,")
	data, err := base64.StdEncoding.DecodeString(coded)
	if !ok || err != nil {
		return "", nil
	}
	for form, start := range map[string]string{"png": "\x89PNG\r\n\x1a\n", "jpeg": "\xff\xd8\xff", "gif": "GIF8"} {
		if strings.HasPrefix(string(data), start) {
			return form, data
		}
	}
	return "", nil
}

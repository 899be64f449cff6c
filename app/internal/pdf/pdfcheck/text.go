package pdfcheck

import (
	"slices"
	"strings"
)

// Labels says whether Text tells the bullets, numbers and boxes before items.
type Labels bool

// The choices for the labels.
const (
	WithLabels    Labels = true
	WithoutLabels Labels = false
)

// Text gives the text of a file as its tags tell it, a line for each block.
// What stands at the edges of the pages is not in it.
func Text(doc []byte, labels Labels) (string, error) {
	c, err := open(doc)
	if err != nil {
		return "", err
	}
	c.run()
	var b strings.Builder
	if c.top != nil {
		c.tell(&b, c.top, labels)
	}
	return b.String(), nil
}

// running are the types that stand in a line.
var running = []string{"Span", "Link", "Code", "Reference", "Lbl"}

func (c *checker) tell(b *strings.Builder, e *element, labels Labels) {
	if e.typ == "Lbl" && !labels {
		return
	}
	if e.typ == "Figure" {
		b.WriteString(c.text(e.dict["Alt"]) + "\n")
		return
	}
	if actual := e.dict["ActualText"]; actual != nil {
		b.WriteString(c.text(actual))
		return
	}
	for _, kid := range e.kids {
		switch kid := kid.(type) {
		case *element:
			c.tell(b, kid, labels)
		case content:
			if p := c.byPage[kid.page]; p != nil {
				b.WriteString(p.text[kid.id])
			}
		}
	}
	if !slices.Contains(running, e.typ) && !strings.HasSuffix(b.String(), "\n") {
		b.WriteByte('\n')
	}
}

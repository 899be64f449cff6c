package pdfcheck

import (
	"slices"
	"strconv"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

func (c *checker) findPages() {
	var walk func(o types.Object, depth int)
	walk = func(o types.Object, depth int) {
		d := c.dict(o)
		if c.name(d["Type"]) == "Page" {
			p := &page{object: object(o), dict: d, text: map[int]string{}}
			c.pages, c.byPage[p.object] = append(c.pages, p), p
		}
		for _, kid := range c.array(d["Kids"]) {
			if depth < maxDepth {
				walk(kid, depth+1)
			}
		}
	}
	walk(c.root["Pages"], 0)
	c.must(len(c.pages) > 0, "7.7.3 pages", "there are none")
}

// resources gives those of a page, which may not be those of a node above it.
func (c *checker) resources(p *page) types.Dict { return c.dict(p.dict["Resources"]) }

func (c *checker) pageContent(p *page) {
	for _, key := range []string{"AA", "Group"} {
		c.must(p.dict[key] == nil, "A 6.2, 6.5 page", "it has %s", key)
	}
	var body []byte
	for _, part := range c.list(p.dict["Contents"]) {
		body = append(append(body, c.stream(part)...), '\n')
	}
	d := drawing{c: c, p: p, resources: c.resources(p)}
	c.must(d.resources != nil, "A 6.2.2 resources", "a page has none of its own")
	d.run(body)
	for id := range p.text {
		c.must(c.owner[content{p.object, id}] != nil, "14.7.4 content is tagged", "content %d of object %d is in no element", id, p.object)
	}
}

// everyContentIsThere looks whether what the tags point at is on the pages.
func (c *checker) everyContentIsThere() {
	for key, e := range c.owner {
		there := false
		if p := c.byPage[key.page]; p != nil {
			_, there = p.text[key.id]
		}
		c.must(there, "14.7.4 content is there", "object %d points at content %d of page %d", e.object, key.id, key.page)
	}
}

// mark is a piece of marked content that is open.
type mark struct {
	artifact bool
	id       int // -1: none
}

// drawing follows the operators of a page.
type drawing struct {
	c         *checker
	p         *page
	resources types.Dict
	marks     []mark
	font      *fontInfo
	depth     int // of forms
}

var painting = []string{"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "Tj", "TJ", "'", "\"", "BI"}

func (d *drawing) run(body []byte) {
	base := len(d.marks)
	for op := range operators(body) {
		switch op.name {
		case "BDC", "BMC":
			d.begin(op)
		case "EMC":
			if d.c.must(len(d.marks) > base, "14.6 EMC", "one too many") {
				d.marks = d.marks[:len(d.marks)-1]
			}
		case "Tf":
			d.font = d.c.font(d.c.dict(d.resources["Font"])[op.word()])
		case "Do":
			d.form(op.word())
		case "Tj", "TJ":
			d.show(op)
		case "k", "K":
			d.c.must(false, "A 6.2.4 colour", "CMYK without its intent")
		}
		if slices.Contains(painting, op.name) && op.name != "Do" {
			d.c.must(len(d.marks) > 0, "UA 7.1 tagged or artifact", "%s is neither", op.name)
		}
	}
	d.c.must(len(d.marks) == base, "14.6 BMC", "marked content is not ended")
}

func (d *drawing) inside(artifact bool) bool {
	return slices.ContainsFunc(d.marks, func(m mark) bool { return m.artifact == artifact && (artifact || m.id >= 0) })
}

func (d *drawing) begin(op operator) {
	m := mark{artifact: op.word() == "Artifact", id: op.mcid()}
	switch {
	case m.artifact:
		d.c.must(!d.inside(false), "UA 7.1 artifact", "inside tagged content")
	case m.id >= 0:
		d.c.must(!d.inside(true) && !d.inside(false), "UA 7.1 tagged", "inside an artifact or other tagged content")
		_, twice := d.p.text[m.id]
		d.c.must(!twice, "14.7.4 MCID", "%d twice on a page", m.id)
		d.p.text[m.id] = ""
		if e := d.c.owner[content{d.p.object, m.id}]; e != nil {
			d.c.must(e.typ == op.word(), "own: tag", "%s for an element %s", op.word(), e.typ)
		}
	}
	d.marks = append(d.marks, m)
}

func (d *drawing) form(name string) {
	o := d.c.dict(d.resources["XObject"])[name]
	x := d.c.dict(o)
	if !d.c.must(x != nil && d.depth < 5, "8.10 XObject", "%q is not there", name) {
		return
	}
	if d.c.name(x["Subtype"]) == "Image" {
		d.c.must(len(d.marks) > 0, "UA 7.1 tagged or artifact", "an image is neither")
		return
	}
	outer := *d
	d.depth++
	d.resources = d.c.dict(x["Resources"])
	d.c.must(d.resources != nil, "A 6.2.2 resources", "%q has none of its own", name)
	d.run(d.c.stream(o))
	d.depth, d.resources, d.font = outer.depth, outer.resources, outer.font
}

// show adds the text of an operator to the marked content it is in.
func (d *drawing) show(op operator) {
	if !d.c.must(d.font != nil, "9.3 font", "text without a font") {
		return
	}
	text := ""
	for _, codes := range op.strings {
		text += d.c.decode(d.font, codes)
	}
	for _, m := range d.marks {
		if m.id >= 0 {
			d.p.text[m.id] += text
		}
	}
}

// operator is one operator with what it needs of its operands.
type operator struct {
	name    string
	words   []string // names, without their slash
	strings [][]byte
	dict    []string // the tokens of a dictionary
}

// word is the first name, "" when there is none.
func (o operator) word() string {
	if len(o.words) == 0 {
		return ""
	}
	return o.words[0]
}

func (o operator) mcid() int {
	if i := slices.Index(o.dict, "/MCID"); i >= 0 && i+1 < len(o.dict) {
		if n, err := strconv.Atoi(o.dict[i+1]); err == nil {
			return n
		}
	}
	return -1
}

package pdfcheck

import (
	"slices"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// element is a structure element.
type element struct {
	object int
	typ    string
	dict   types.Dict
	parent *element
	kids   []any // *element, content, or the object number of an annotation
}

// kidsOf and parentsOf are the types that may only stand in each other (14.8.4).
var (
	kidsOf = map[string][]string{
		"Table": {"TR", "THead", "TBody", "TFoot", "Caption"}, "THead": {"TR"}, "TBody": {"TR"}, "TFoot": {"TR"}, "TR": {"TH", "TD"},
		"L": {"LI", "L", "Caption"}, "LI": {"Lbl", "LBody"}, "TOC": {"TOCI", "TOC", "Caption"},
	}
	parentsOf = map[string][]string{
		"TR": {"Table", "THead", "TBody", "TFoot"}, "THead": {"Table"}, "TBody": {"Table"}, "TH": {"TR"}, "TD": {"TR"},
		"LI": {"L"}, "LBody": {"LI"}, "TOCI": {"TOC"},
	}
	// others are the types beside these that the writer has a use for.
	others = []string{"Document", "P", "H1", "H2", "H3", "H4", "H5", "H6", "Lbl", "Span", "Link", "Code", "BlockQuote", "Note", "Reference", "Figure", "Caption"}
	// grouping types hold no content themselves.
	grouping = []string{"Document", "Table", "THead", "TBody", "TR", "L", "LI", "TOC", "TOCI"}
)

const maxDepth = 200

func (c *checker) tags() {
	root := c.dict(c.root["StructTreeRoot"])
	if !c.must(root != nil, "UA 7.1 tags", "there are none") {
		return
	}
	c.must(root["RoleMap"] == nil, "own: RoleMap", "only standard types are in use")
	top := c.list(root["K"])
	if !c.must(len(top) == 1, "own: one Document", "%d elements at the top", len(top)) {
		return
	}
	c.top = c.element(top[0], nil, 0)
	if c.must(c.top != nil && c.top.typ == "Document", "own: one Document", "it is no Document") {
		c.headings()
		c.noteIDs(root)
	}
}

// element reads an element and what is in it.
func (c *checker) element(o types.Object, parent *element, depth int) *element {
	e := &element{object: object(o), dict: c.dict(o), parent: parent}
	if !c.must(depth < maxDepth && e.dict != nil && c.elems[e.object] == nil, "14.7.2 tree", "object %d is no element, comes back, or is too deep", e.object) {
		return nil
	}
	c.elems[e.object] = e
	e.typ = c.name(e.dict["S"])
	c.place(e)
	for _, kid := range c.list(e.dict["K"]) {
		c.kid(e, kid, depth)
	}
	if !slices.Contains([]string{"TD", "TH", "Span", "Document"}, e.typ) {
		c.must(len(e.kids) > 0, "own: not empty", "%s, object %d", e.typ, e.object)
	}
	switch e.typ {
	case "Table":
		c.table(e)
	case "Figure":
		c.must(c.text(e.dict["Alt"]) != "", "UA 7.3 Alt", "figure, object %d", e.object)
	case "L":
		numbering := c.name(c.dict(e.dict["A"])["ListNumbering"])
		c.must(slices.Contains([]string{"Disc", "Decimal", "None"}, numbering), "UA 7.6 ListNumbering", "%q", numbering)
	case "TH":
		scope := c.name(c.dict(e.dict["A"])["Scope"])
		c.must(scope == "Row" || scope == "Column", "UA 7.5 Scope", "TH, object %d, has %q", e.object, scope)
	}
	return e
}

// place looks whether an element may stand where it does.
func (c *checker) place(e *element) {
	c.must(kidsOf[e.typ] != nil || parentsOf[e.typ] != nil || slices.Contains(others, e.typ), "UA 7.1 type", "%q", e.typ)
	parent := ""
	if e.parent != nil {
		parent = e.parent.typ
		c.must(object(e.dict["P"]) == e.parent.object, "14.7.2 P", "object %d points at another parent", e.object)
	}
	if allowed := kidsOf[parent]; allowed != nil {
		c.must(slices.Contains(allowed, e.typ), "14.8.4 kid", "%s in %s", e.typ, parent)
	}
	if allowed := parentsOf[e.typ]; allowed != nil {
		c.must(slices.Contains(allowed, parent), "14.8.4 parent", "%s in %s", e.typ, parent)
	}
	if e.typ == "Document" {
		c.must(e.parent == nil, "14.8.4 parent", "a Document in %s", parent)
	}
}

func (c *checker) kid(e *element, kid types.Object, depth int) {
	if n, ok := c.number(kid); ok {
		c.ownContent(e, object(e.dict["Pg"]), n)
		return
	}
	d := c.dict(kid)
	switch c.name(d["Type"]) {
	case "MCR":
		n, _ := c.number(d["MCID"])
		c.ownContent(e, object(d["Pg"]), n)
	case "OBJR":
		e.kids = append(e.kids, object(d["Obj"]))
	default:
		if child := c.element(kid, e, depth+1); child != nil {
			e.kids = append(e.kids, child)
		}
	}
}

func (c *checker) ownContent(e *element, page, id int) {
	key := content{page, id}
	c.must(page != 0, "14.7.4 Pg", "content of object %d is on no page", e.object)
	c.must(c.owner[key] == nil, "14.7.4 one owner", "content %d of page %d has two", id, page)
	c.must(!slices.Contains(grouping, e.typ), "14.8.4 content", "content right in %s", e.typ)
	c.owner[key] = e
	e.kids = append(e.kids, key)
}

// table looks whether every row has as many cells, there is a header, and a
// section for headers has one for rows beside it.
func (c *checker) table(e *element) {
	sections := map[string]bool{}
	for _, kid := range e.kids {
		if kid, ok := kid.(*element); ok {
			sections[kid.typ] = true
		}
	}
	c.must(!sections["THead"] || sections["TBody"], "UA 7.2 sections", "a THead without a TBody")
	widths, headers := map[int]bool{}, false
	var rows func(e *element)
	rows = func(e *element) {
		for _, kid := range e.kids {
			row, _ := kid.(*element)
			switch {
			case row == nil:
			case row.typ != "TR":
				rows(row)
			default:
				widths[len(row.kids)] = true
				for _, cell := range row.kids {
					cell, ok := cell.(*element)
					headers = headers || ok && cell.typ == "TH"
				}
			}
		}
	}
	rows(e)
	c.must(len(widths) == 1, "UA 7.5 regular", "rows of %v cells", widths)
	c.must(headers, "UA 7.5 header", "a table without TH")
}

// headings looks whether no level is skipped (UA 7.4.2).
func (c *checker) headings() {
	last := 0
	c.each(c.top, func(e *element) {
		if len(e.typ) != 2 || e.typ[0] != 'H' {
			return
		}
		level := int(e.typ[1] - '0')
		c.must(level <= last+1, "UA 7.4.2 levels", "H%d after H%d", level, last)
		last = level
	})
}

func (c *checker) each(e *element, f func(e *element)) {
	f(e)
	for _, kid := range e.kids {
		if child, ok := kid.(*element); ok {
			c.each(child, f)
		}
	}
}

// noteIDs looks whether every note can be found by an ID of its own (UA 7.9).
func (c *checker) noteIDs(root types.Dict) {
	listed := map[string]int{}
	c.nameTree(root["IDTree"], func(name string, value types.Object) { listed[name] = object(value) })
	seen := map[string]bool{}
	c.each(c.top, func(e *element) {
		id := c.text(e.dict["ID"])
		if e.typ == "Note" {
			c.must(id != "" && !seen[id], "UA 7.9 ID", "note, object %d, has %q", e.object, id)
		}
		if id != "" {
			seen[id] = true
			c.must(listed[id] == e.object, "14.7.2 IDTree", "%q leads to object %d, not %d", id, listed[id], e.object)
		}
	})
	c.must(len(seen) == len(listed), "14.7.2 IDTree", "%d IDs, %d listed", len(seen), len(listed))
}

// nameTree calls f for each entry of a name tree (7.9.6).
func (c *checker) nameTree(o types.Object, f func(name string, value types.Object)) {
	last := ""
	var walk func(o types.Object, depth int)
	walk = func(o types.Object, depth int) {
		d := c.dict(o)
		for _, kid := range c.array(d["Kids"]) {
			if depth < maxDepth {
				walk(kid, depth+1)
			}
		}
		pairs := c.array(d["Names"])
		for i := 0; i+1 < len(pairs); i += 2 {
			name := c.text(pairs[i])
			c.must(strings.Compare(last, name) < 0, "7.9.6 order", "%q after %q", name, last)
			last = name
			f(name, pairs[i+1])
		}
	}
	walk(o, 0)
}

// names reads the places that links can go to by name.
func (c *checker) names() {
	c.nameTree(c.dict(c.root["Names"])["Dests"], func(name string, value types.Object) {
		to := c.array(value)
		c.dests[name] = len(to) > 1 && c.byPage[object(to[0])] != nil
	})
}

// parentTree reads the way back from pages and annotations (14.7.4.4).
func (c *checker) parentTree() {
	last := -1
	var walk func(o types.Object, depth int)
	walk = func(o types.Object, depth int) {
		d := c.dict(o)
		for _, kid := range c.array(d["Kids"]) {
			if depth < maxDepth {
				walk(kid, depth+1)
			}
		}
		pairs := c.array(d["Nums"])
		for i := 0; i+1 < len(pairs); i += 2 {
			n, _ := c.number(pairs[i])
			c.must(n > last, "7.9.7 order", "%d after %d", n, last)
			last = n
			c.parents[n] = pairs[i+1]
		}
	}
	walk(c.dict(c.root["StructTreeRoot"])["ParentTree"], 0)
	owned := map[int]int{}
	for key := range c.owner {
		owned[key.page]++
	}
	for i, p := range c.pages {
		n, ok := c.number(p.dict["StructParents"])
		if !c.must(ok, "14.7.4.4 StructParents", "page %d has none", i+1) {
			continue
		}
		owners := c.array(c.parents[n])
		c.must(len(owners) == owned[p.object], "14.7.4.4 parent tree", "page %d has %d contents, of which %d are listed", i+1, owned[p.object], len(owners))
		for id, owner := range owners {
			e := c.owner[content{p.object, id}]
			c.must(e != nil && e.object == object(owner), "14.7.4.4 parent tree", "content %d of page %d", id, i+1)
		}
	}
}

package pdfcheck

import (
	"slices"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// annotations looks at the links of a page (UA 7.18).
func (c *checker) annotations(p *page) {
	all := c.array(p.dict["Annots"])
	c.must(len(all) == 0 || c.name(p.dict["Tabs"]) == "S", "UA 7.18.3 Tabs", "page, object %d", p.object)
	for _, o := range all {
		d := c.dict(o)
		c.must(c.name(d["Subtype"]) == "Link", "own: only links", "%s", c.name(d["Subtype"]))
		c.must(strings.TrimSpace(c.text(d["Contents"])) != "", "UA 7.18.5 Contents", "link, object %d", object(o))
		flags, _ := c.number(d["F"])
		c.must(flags&0x4 != 0 && flags&0x23 == 0, "A 6.3.2 flags", "%d", flags)
		c.must(d["AA"] == nil, "A 6.5.2 actions", "link, object %d", object(o))
		c.target(d)
		n, ok := c.number(d["StructParent"])
		owner := c.elems[object(c.parents[n])]
		if c.must(ok && owner != nil, "UA 7.18.1 in the tags", "link, object %d", object(o)) {
			c.must(owner.typ == "Link" && slices.Contains(owner.kids, any(object(o))), "UA 7.18.5 Link", "object %d belongs to %s", object(o), owner.typ)
		}
	}
}

// target looks where a link goes.
func (c *checker) target(d types.Dict) {
	if action := c.dict(d["A"]); action != nil {
		c.must(c.name(action["S"]) == "URI", "A 6.5.1 action", "%s", c.name(action["S"]))
		url := c.text(action["URI"])
		c.must(url != "" && strings.IndexFunc(url, func(r rune) bool { return r <= ' ' || r > '~' }) < 0, "12.6.4.7 URI", "%q", url)
		return
	}
	if to := c.array(d["Dest"]); to != nil {
		c.must(c.byPage[object(to[0])] != nil, "12.3.2 Dest", "a link leads to no page")
		return
	}
	c.must(c.dests[c.text(d["Dest"])], "12.3.2 Dest", "no place has the name %q", c.text(d["Dest"]))
}

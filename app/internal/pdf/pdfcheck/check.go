// Package pdfcheck looks whether a PDF file keeps the rules of PDF/UA-1 (ISO
// 14289-1) and PDF/A-2a (ISO 19005-2) that a program can judge. It is for
// tests only. It reads with pdfcpu and shares no code with the writer, so that
// a mistake in the one is not repeated by the other.
//
// A finding names its rule: "UA" is a clause of ISO 14289-1, "A" one of ISO
// 19005-2, a bare number one of ISO 32000-1.
package pdfcheck

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"regexp"
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// Check returns what is wrong with a file, one finding for each rule that it
// breaks. The error is for a file that cannot be read, or that pdfcpu in its
// strict mode refuses.
func Check(doc []byte) ([]string, error) {
	if err := keep(doc); err != nil {
		return nil, err
	}
	if err := strict(doc); err != nil {
		return nil, err
	}
	c, err := open(doc)
	if err != nil {
		return nil, err
	}
	return c.run(), nil
}

// strict has pdfcpu judge the file as ISO 32000-1 has it.
func strict(doc []byte) error {
	conf := config()
	conf.ValidationMode = model.ValidationStrict
	return api.Validate(bytes.NewReader(doc), conf)
}

func config() *model.Configuration {
	api.DisableConfigDir() // it would write into the home folder
	return model.NewDefaultConfiguration()
}

// checker holds a file while it is looked at.
type checker struct {
	raw   []byte
	ctx   *model.Context
	root  types.Dict
	found map[string]string // rule to its first finding

	pages   []*page
	byPage  map[int]*page    // by object number
	elems   map[int]*element // by object number
	top     *element
	owner   map[content]*element
	parents map[int]types.Object // the parent tree
	dests   map[string]bool      // the names that links can go to
	fonts   map[int]*fontInfo
}

// page is one page; objects are known by their numbers.
type page struct {
	object int
	dict   types.Dict
	text   map[int]string // by marked-content number
}

// content is marked content on a page.
type content struct{ page, id int }

func open(doc []byte) (*checker, error) {
	ctx, err := api.ReadContext(bytes.NewReader(doc), config())
	if err != nil {
		return nil, err
	}
	root, err := ctx.Catalog()
	if err != nil {
		return nil, err
	}
	if ctx.Info == nil {
		return nil, errors.New("no information dictionary")
	}
	return &checker{raw: doc, ctx: ctx, root: root, found: map[string]string{}, byPage: map[int]*page{}, elems: map[int]*element{},
		owner: map[content]*element{}, parents: map[int]types.Object{}, dests: map[string]bool{}, fonts: map[int]*fontInfo{}}, nil
}

// run makes every check and gives the findings in order.
func (c *checker) run() []string {
	c.file()
	c.catalog()
	c.metadata()
	c.tags()
	c.findPages()
	c.parentTree()
	c.names()
	for _, p := range c.pages {
		c.pageContent(p)
		c.annotations(p)
	}
	c.everyContentIsThere()
	c.bookmarks()
	c.streams()
	var out []string
	for _, rule := range slices.Sorted(maps.Keys(c.found)) {
		out = append(out, rule+": "+c.found[rule])
	}
	return out
}

// must notes a finding unless ok.
func (c *checker) must(ok bool, rule, format string, values ...any) bool {
	if _, known := c.found[rule]; !ok && !known {
		c.found[rule] = fmt.Sprintf(format, values...)
	}
	return ok
}

// get follows references. What cannot be followed is nil.
func (c *checker) get(o types.Object) types.Object {
	o, err := c.ctx.Dereference(o)
	if err != nil {
		return nil
	}
	return o
}

func (c *checker) dict(o types.Object) types.Dict {
	switch o := c.get(o).(type) {
	case types.Dict:
		return o
	case types.StreamDict:
		return o.Dict
	}
	return nil
}

func (c *checker) array(o types.Object) types.Array {
	a, _ := c.get(o).(types.Array)
	return a
}

// list gives the parts of an array, or the one thing that is no array.
func (c *checker) list(o types.Object) types.Array {
	switch v := c.get(o).(type) {
	case nil:
		return nil
	case types.Array:
		return v
	}
	return types.Array{o}
}

func (c *checker) stream(o types.Object) []byte {
	s, ok := c.get(o).(types.StreamDict)
	if !ok || s.Decode() != nil {
		return nil
	}
	return s.Content
}

func (c *checker) text(o types.Object) string {
	s, err := c.ctx.DereferenceText(o)
	if err != nil {
		return ""
	}
	return s
}

func (c *checker) name(o types.Object) string {
	n, _ := c.get(o).(types.Name)
	return string(n)
}

func (c *checker) number(o types.Object) (int, bool) {
	n, ok := c.get(o).(types.Integer)
	return int(n), ok
}

// object gives the number of the object that is referred to, or 0.
func object(o types.Object) int {
	if r, ok := o.(types.IndirectRef); ok {
		return int(r.ObjectNumber)
	}
	return 0
}

func (c *checker) file() {
	version, rest, _ := bytes.Cut(c.raw, []byte("\n%"))
	binary := len(rest) > 4 && slices.Min(rest[:4]) > 127
	c.must(binary && string(version) == "%PDF-1.7", "A 6.1.2 header", "%q", c.raw[:min(20, len(c.raw))])
	c.must(regexp.MustCompile(`%%EOF[\r\n]{0,2}$`).Match(c.raw), "A 6.1.3 end", "something follows the end")
	c.must(len(c.ctx.ID) == 2, "A 6.1.3 ID", "%v", c.ctx.ID)
	c.must(c.ctx.Encrypt == nil, "A 6.1.3 encryption", "the file is encrypted")
}

var langPattern = regexp.MustCompile(`^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$`)

func (c *checker) catalog() {
	r := c.root
	_, marked := c.dict(r["MarkInfo"])["Marked"].(types.Boolean)
	c.must(marked && bool(c.dict(r["MarkInfo"])["Marked"].(types.Boolean)), "A 6.7.2 Marked", "the file does not say that it is tagged")
	shown, ok := c.dict(r["ViewerPreferences"])["DisplayDocTitle"].(types.Boolean)
	c.must(ok && bool(shown), "UA 7.1 DisplayDocTitle", "readers show the name of the file")
	c.must(langPattern.MatchString(c.text(r["Lang"])), "UA 7.2 Lang", "%q", c.text(r["Lang"]))
	for _, key := range []string{"AA", "OpenAction", "OCProperties", "Requirements", "NeedsRendering", "AcroForm", "AF"} {
		c.must(r[key] == nil, "A 6.5 "+key, "the catalog has it")
	}
	names := c.dict(r["Names"])
	c.must(names["JavaScript"] == nil && names["EmbeddedFiles"] == nil, "A 6.8 names", "scripts or files in the file")
	intents := c.array(r["OutputIntents"])
	if !c.must(len(intents) == 1, "A 6.2.3 OutputIntent", "%d of them", len(intents)) {
		return
	}
	intent := c.dict(intents[0])
	profile := c.stream(intent["DestOutputProfile"])
	n, _ := c.number(c.dict(intent["DestOutputProfile"])["N"])
	c.must(c.name(intent["S"]) == "GTS_PDFA1" && len(profile) > 128 && string(profile[36:40]) == "acsp" &&
		string(profile[16:20]) == "RGB " && n == 3 && profile[8] <= 4, "A 6.2.3 profile", "%d bytes", len(profile))
}

// bookmarks looks whether each leads to a page.
func (c *checker) bookmarks() {
	seen := map[int]bool{}
	var walk func(o types.Object)
	walk = func(o types.Object) {
		for ; o != nil && !seen[object(o)]; o = c.dict(o)["Next"] {
			seen[object(o)] = true
			d := c.dict(o)
			c.must(c.text(d["Title"]) != "", "12.3.3 title", "a bookmark without")
			to := c.array(d["Dest"])
			c.must(len(to) > 1 && c.byPage[object(to[0])] != nil, "12.3.3 Dest", "bookmark %q leads nowhere", c.text(d["Title"]))
			walk(d["First"])
		}
	}
	walk(c.dict(c.root["Outlines"])["First"])
	c.must(len(c.pages) < 20 || len(seen) > 0, "own: bookmarks", "none in a long file")
}

// streams looks at what holds for every stream of the file.
func (c *checker) streams() {
	allowed := []string{"", "FlateDecode", "DCTDecode"}
	for number, entry := range c.ctx.Table {
		s, ok := entry.Object.(types.StreamDict)
		if !ok {
			continue
		}
		for _, f := range c.list(s.Dict["Filter"]) {
			c.must(slices.Contains(allowed, c.name(f)), "A 6.1.7.2 filter", "%s in object %d", c.name(f), number)
		}
		c.must(s.Dict["F"] == nil, "A 6.1.7.1 external", "object %d", number)
		if c.name(s.Dict["Subtype"]) == "Image" {
			interpolate, _ := s.Dict["Interpolate"].(types.Boolean)
			c.must(!bool(interpolate) && s.Dict["Alternates"] == nil, "A 6.2.8 image", "object %d", number)
		}
	}
}

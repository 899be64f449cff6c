package pdf

import "fmt"

// bookmark is one entry of the outline.
type bookmark struct {
	title string
	level int // from 1, no level skipped
	page  ref
	n     int // number of that page
	y     length
}

// dest gives the place to go to (12.3.2): the heading at the top of the window.
func (b *bookmark) dest() []byte {
	d := fmt.Appendf(nil, "[%v/XYZ %d ", b.page, marginX/pt)
	return append(appendLen(d, b.y+4*pt), " null]"...)
}

// outline is the tree of bookmarks (ISO 32000-1 12.3.3), one for each heading.
type outline []bookmark

func (o *outline) add(title string, level int) int {
	*o = append(*o, bookmark{title: title, level: level})
	return len(*o)
}

// reached notes where a heading came to stand.
func (o outline) reached(i int, pg *page, y length) { o[i].page, o[i].n, o[i].y = pg.id, pg.n, y }

// write writes the tree and gives its root, 0 if there are no headings. All
// entries are closed but the topmost are seen.
func (o outline) write(f *file) ref {
	if len(o) == 0 {
		return 0
	}
	root := f.alloc()
	first := f.alloc() // the entries are numbered from here on
	for range o[1:] {
		f.alloc()
	}
	tops, last := 0, 0
	for i, k := range o.relations() {
		parent := root
		if k.parent >= 0 {
			parent = first + ref(k.parent)
		} else {
			tops, last = tops+1, i
		}
		d := fmt.Appendf(nil, "<</Title%s/Parent %v/Dest%s", textString(o[i].title), parent, o[i].dest())
		if k.prev >= 0 {
			d = fmt.Appendf(d, "/Prev %v", first+ref(k.prev))
		}
		if k.next >= 0 {
			d = fmt.Appendf(d, "/Next %v", first+ref(k.next))
		}
		if k.children > 0 { // closed: minus the number of direct children
			d = fmt.Appendf(d, "/First %v/Last %v/Count -%d", first+ref(i+1), first+ref(k.last), k.children)
		}
		f.put(first+ref(i), append(d, ">>"...))
	}
	f.put(root, fmt.Appendf(nil, "<</Type/Outlines/First %v/Last %v/Count %d>>", first, first+ref(last), tops))
	return root
}

// kin are the relations of one entry, as indexes; -1: there is none.
type kin struct {
	parent, prev, next, last int
	children                 int
}

func (o outline) relations() []kin {
	kins := make([]kin, len(o))
	var path []int // the last entry at each level
	for i, b := range o {
		k := kin{parent: -1, prev: -1, next: -1, last: -1}
		if len(path) >= b.level {
			k.prev = path[b.level-1]
			kins[k.prev].next = i
			path = path[:b.level-1]
		}
		if len(path) > 0 {
			k.parent = path[len(path)-1]
			kins[k.parent].last = i
			kins[k.parent].children++
		}
		kins[i] = k
		path = append(path, i)
	}
	return kins
}

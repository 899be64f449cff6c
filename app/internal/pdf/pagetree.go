package pdf

import "fmt"

// pageTree is the tree of pages (ISO 32000-1 7.7.3), two levels deep, so that
// a viewer finds a page among thousands without reading them all.
type pageTree struct {
	root  ref
	nodes []byte // references to the nodes that are written
	node  ref    // the node that is being filled
	kids  []ref
	count int
}

const pagesPerNode = 64

// parent gives the node that the next page belongs to.
func (t *pageTree) parent(f *file) ref {
	if t.node == 0 {
		t.node = f.alloc()
	}
	return t.node
}

// add adds a page to the node that parent gave.
func (t *pageTree) add(f *file, page ref) {
	t.kids = append(t.kids, page)
	t.count++
	if len(t.kids) == pagesPerNode {
		t.flush(f)
	}
}

func (t *pageTree) flush(f *file) {
	if len(t.kids) == 0 {
		return
	}
	b := fmt.Appendf(nil, "<</Type/Pages/Parent %v/Count %d/Kids[", t.root, len(t.kids))
	for _, k := range t.kids {
		b = fmt.Appendf(b, "%v ", k)
	}
	f.put(t.node, append(b, "]>>"...))
	t.nodes = fmt.Appendf(t.nodes, "%v ", t.node)
	t.node, t.kids = 0, t.kids[:0]
}

// close writes the root, from which pages inherit their size.
// The pages in front come first, whenever they were written.
func (t *pageTree) close(f *file, front *pageTree) {
	front.flush(f)
	t.flush(f)
	nodes, count := append(front.nodes, t.nodes...), front.count+t.count
	b := appendLen([]byte("<</Type/Pages/MediaBox[0 0 "), pageWidth)
	b = appendLen(append(b, ' '), pageHeight)
	f.put(t.root, fmt.Appendf(b, "]/Count %d/Kids[%s]>>", count, nodes))
}

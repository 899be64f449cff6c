package pdf

import "slices"

// Type sizes and white space. The sizes step down so that the order of the
// headings is seen without reading them.
var (
	bodyLook     = look{size: 10_500, leading: 15_500}
	asideLook    = look{size: 9000, leading: 13 * pt, ink: inkSoft}
	noticeLook   = look{size: 9500, leading: 14 * pt, bold: true, ink: inkAlert}
	notesLook    = look{size: 9500, leading: 14 * pt, bold: true}
	noteLook     = look{size: 9500, leading: 13_500}
	codeLook     = look{size: 9000, leading: 13 * pt, mono: true}
	headingLooks = [...]look{
		{size: 21 * pt, leading: 27 * pt, bold: true},
		{size: 15_500, leading: 21 * pt, bold: true},
		{size: 12_500, leading: 17_500, bold: true},
		{size: 11 * pt, leading: 16 * pt, bold: true},
		{size: 10_500, leading: 15_500, bold: true},
		{size: 10_500, leading: 15_500, bold: true},
	}
	headingBefore = [...]length{26 * pt, 20 * pt, 15 * pt, 12 * pt, 10 * pt, 10 * pt}
	headingAfter  = [...]length{9 * pt, 6 * pt, 4 * pt, 3 * pt, 2 * pt, 2 * pt}
)

const (
	paragraphAfter length = 7 * pt
	itemAfter      length = 3 * pt
	asideAfter     length = 8 * pt
	blockGap       length = 10 * pt // around tables, code, quotations
	codePad        length = 8 * pt
	// minText is the least width of text: lists deeper than this allows are
	// not indented further.
	minText length = 60 * mm
)

// Heading begins a section, with level 1 to 6. It becomes a bookmark, and is
// not left at the foot of a page. Levels that jump down are raised, so that
// none is skipped (ISO 14289-1 7.4.2), and headings of the same level after
// them likewise. A heading without text is left out.
func (w *Writer) Heading(level int, inlines []Inline) {
	if w.dead() || plainText(inlines) == "" {
		return
	}
	level = max(1, min(level, 6))
	for n := len(w.levels); n > 0 && w.levels[n-1] >= level; n-- {
		w.levels = w.levels[:n-1]
	}
	w.levels = append(w.levels, level)
	n := len(w.levels) - 1
	mark := w.outline.add(truncate(plainText(inlines), 500), n+1)
	w.contents.found(mark)
	e := w.block("H"+string(rune('1'+n)), w.parent(), "")
	before := headingBefore[n]
	w.text1(inlines, e, headingLooks[n], before, mark)
	w.flow.after, w.flow.joined = headingAfter[n], true
}

func truncate(s string, most int) string {
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}

// Paragraph adds a paragraph. One without text is left out.
func (w *Writer) Paragraph(inlines []Inline) {
	if w.dead() {
		return
	}
	w.paragraph(inlines, w.textLook())
}

// Aside adds a paragraph of facts about the text around it, in smaller type.
func (w *Writer) Aside(inlines []Inline) {
	if w.dead() {
		return
	}
	headed := w.flow.joined // right after a heading, which then is not alone with it
	if f := w.top(); f != nil && f.kind == frameItem {
		w.flow.joined = true // facts stay with the step they are about
		w.flow.after = min(w.flow.after, pt)
		headed = false
	}
	w.paragraph(inlines, asideLook)
	w.flow.joined, w.flow.after = headed, max(w.flow.after, asideAfter)
}

// textLook is how running text is set here.
func (w *Writer) textLook() look {
	for _, f := range w.stack {
		if f.kind == frameNote {
			return noteLook
		}
	}
	return bodyLook
}

func (w *Writer) paragraph(inlines []Inline, look look) {
	if blankText(inlines) {
		return
	}
	w.text1(inlines, w.block("P", w.parent(), ""), look, 0, 0)
	w.flow.after = paragraphAfter
	if f := w.top(); f != nil && (f.kind == frameItem || f.kind == frameNote) {
		w.flow.after = itemAfter
	}
}

func blankText(inlines []Inline) bool {
	for _, in := range inlines {
		for _, r := range in.Text {
			if r = cleanRune(r); r != ' ' && r != lineSeparator && r >= 0 {
				return false
			}
		}
	}
	return true
}

// text1 sets the text of one element and ends it.
func (w *Writer) text1(inlines []Inline, e *elem, look look, before length, mark int) {
	lines := w.composer.compose(w.newParagraph(inlines, e, look), bodyWidth-w.left)
	w.pushLines(lines, look, before, mark)
	w.close(e)
}

// Code adds lines of code as they are, in a fixed width; lines that are too
// long go on below. Code without text is left out.
func (w *Writer) Code(text string) {
	if w.dead() || blankText(Plain(text)) {
		return
	}
	e := w.block("P", w.parent(), "")
	ground := &band{x: w.left, width: bodyWidth - w.left, grey: "0.955 g"}
	bands := append(slices.Clone(w.bands()), ground)
	p := w.newParagraph(nil, e, codeLook)
	code := inlineElem("Code", e, "")
	p.attrs = []attr{newAttr(Inline{}, codeLook, code)}
	p.add(expandTabs(text))
	for n := len(p.runes); n > 0 && p.runes[n-1] == lineSeparator; n-- {
		p.runes, p.which = p.runes[:n-1], p.which[:n-1]
	}
	lines := w.composer.compose(p, bodyWidth-w.left-2*codePad)
	before := blockGap
	for i := range lines {
		b := &box{height: codeLook.leading, line: &lines[i], x: w.left + codePad, bands: bands,
			baseline: codeLook.leading/2 + 388*codeLook.size/1000}
		if i == 0 {
			b.labels = w.takeLabels()
			b.height += codePad - 2*pt
			b.baseline += codePad - 2*pt
		}
		if i == len(lines)-1 {
			b.height += codePad - 2*pt
		}
		b.keep = i == 1 || i > 0 && i == len(lines)-1
		w.push(b, before)
		before = 0
	}
	w.close(e)
	w.flow.after = blockGap
}

// expandTabs puts spaces for tabs, to the next multiple of four.
func expandTabs(text string) string {
	out, col := make([]rune, 0, len(text)), 0
	for _, r := range text {
		if r == '\t' {
			for {
				out = append(out, ' ')
				if col++; col%4 == 0 {
					break
				}
			}
			continue
		}
		if col++; r == '\n' {
			col = 0
		}
		out = append(out, r)
	}
	return string(out)
}

// Rule draws a line between what was before and what comes; readers skip it.
func (w *Writer) Rule() {
	if w.dead() {
		return
	}
	w.flushLabels()
	w.push(&box{height: pt, rule: true, x: w.left, bands: w.bands()}, blockGap)
	w.flow.after = blockGap
}

// PageBreak makes the next block begin on a new page. At the start of a
// document and after another page break it does nothing.
func (w *Writer) PageBreak() {
	if w.dead() || len(w.flow.queue) == 0 {
		return
	}
	w.flushPage(len(w.flow.queue))
	w.flow.after, w.flow.joined, w.flow.tight = 0, false, false
}

// Confidential says whether what follows is confidential: every page that
// holds any of it is marked "Vertrouwelijk". As readers skip the edge of a
// page, the word also stands in the text where it begins.
func (w *Writer) Confidential(on bool) {
	if w.dead() {
		return
	}
	w.notice = on && (w.notice || !w.secret)
	w.secret = on
}

// writeNotice puts the word in the text, before the first that is confidential.
func (w *Writer) writeNotice() {
	if !w.notice {
		return
	}
	w.notice = false
	e := w.block("P", w.document, "")
	w.text1(Plain(wordConfidential), e, noticeLook, blockGap, 0)
	w.flow.after, w.flow.joined, w.flow.tight = 2*pt, true, true
}

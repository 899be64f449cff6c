package pdf

import (
	"unicode/utf8"

	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/segmenter"
)

// glyph is one drawn glyph; measures in thousandths of an em.
type glyph struct {
	code   uint16
	adv    int32 // how far the pen moves
	dx, dy int32 // where the glyph stands relative to the pen
}

// run is shaped text in one typeface and one direction. It is shared between
// all places where the same text occurs and never changes.
type run struct {
	font   fontID
	rtl    bool
	glyphs []glyph // from left to right
	width  int     // thousandths of an em
	count  int     // characters of the text that it draws
	actual string  // the real text, where the drawing is U+FFFD
}

// shapeKey identifies a piece of text to the cache.
type shapeKey struct {
	text string
	font fontID
	rtl  bool
}

const (
	maxCached     = 32768 // pieces; more than the words of a language in use
	maxCachedSize = 64    // bytes; longer pieces hardly ever return
)

// shaper turns text into glyphs. Most of a document is words it has met
// before, so it remembers them.
type shaper struct {
	w      *Writer
	buf    *harfbuzz.Buffer
	seg    segmenter.Segmenter
	lang   language.Language
	cache  map[shapeKey][]*run
	keyBuf []byte
}

func newShaper(w *Writer, lang string) *shaper {
	return &shaper{w: w, buf: harfbuzz.NewBuffer(), lang: language.NewLanguage(lang), cache: map[shapeKey][]*run{}}
}

// shape gives the runs for a piece of text in reading order. The text has no
// control characters and is within one direction.
func (s *shaper) shape(text []rune, base fontID, rtl bool) []*run {
	s.keyBuf = s.keyBuf[:0]
	for _, r := range text {
		s.keyBuf = utf8.AppendRune(s.keyBuf, r)
	}
	if r, ok := s.cache[shapeKey{string(s.keyBuf), base, rtl}]; ok { // does not allocate
		return r
	}
	key := string(s.keyBuf)
	var runs []*run
	for _, part := range s.itemize(text, base) {
		if part.missing {
			runs = append(runs, s.replaced(part.text, base))
		} else {
			runs = append(runs, s.shapeRun(part.text, part.font, rtl))
		}
	}
	if len(key) <= maxCachedSize {
		if len(s.cache) >= maxCached {
			clear(s.cache)
		}
		s.cache[shapeKey{key, base, rtl}] = runs
	}
	return runs
}

// part is text that one typeface can draw, or that none can.
type part struct {
	text    []rune
	font    fontID
	missing bool
	script  language.Script
}

// itemize cuts text where the typeface or the script changes; what a reader
// sees as one character always stays together.
func (s *shaper) itemize(text []rune, base fontID) []part {
	if script, ok := s.simple(text, base); ok {
		return []part{{text: text, font: base, script: script}}
	}
	var parts []part
	start := 0
	s.seg.Init(text)
	for it := s.seg.GraphemeIterator(); it.Next(); {
		g := it.Grapheme()
		font, ok := s.choose(g.Text, base)
		p := part{font: font, missing: !ok, script: scriptOf(g.Text)}
		if n := len(parts) - 1; n >= 0 && parts[n].font == p.font && parts[n].missing == p.missing &&
			joinScripts(&parts[n].script, p.script) {
			parts[n].text = text[start : g.Offset+len(g.Text)]
			continue
		}
		start = g.Offset
		p.text = g.Text
		parts = append(parts, p)
	}
	return parts
}

// simple reports whether base can draw the whole text, in one script.
func (s *shaper) simple(text []rune, base fontID) (language.Script, bool) {
	sub, script := s.w.font(base), language.Common
	for _, r := range text {
		if !sub.has(r) || !joinScripts(&script, language.LookupScript(r)) {
			return script, false
		}
	}
	return script, true
}

// joinScripts widens script with another one that can be shaped together with
// it, or reports that there is none.
func joinScripts(script *language.Script, with language.Script) bool {
	if with == language.Common || with == language.Inherited || with == *script {
		return true
	}
	if *script == language.Common || *script == language.Inherited {
		*script = with
		return true
	}
	return false
}

func scriptOf(text []rune) language.Script {
	script := language.Common
	for _, r := range text {
		joinScripts(&script, language.LookupScript(r))
	}
	return script
}

// choose gives the first typeface that can draw all of a character.
func (s *shaper) choose(text []rune, base fontID) (fontID, bool) {
	for _, id := range [...]fontID{base, fontRegular, fontDejaVu} {
		sub, ok := s.w.font(id), true
		for _, r := range text {
			ok = ok && sub.has(r)
		}
		if ok {
			return id, true
		}
	}
	return base, false
}

// replaced draws U+FFFD for every character of a text that no typeface has.
// The text itself stays with the glyphs, and goes into the tags as well.
func (s *shaper) replaced(text []rune, base fontID) *run {
	const most = 60 // characters behind one glyph; a CMap entry has a limit
	sub := s.w.font(base)
	gid, _ := sub.face.NominalGlyph(replacement)
	out := &run{font: base, actual: string(text), count: len(text)}
	add := func(t []rune) {
		c := sub.code(uint16(gid), string(t))
		out.glyphs = append(out.glyphs, glyph{code: c, adv: int32(sub.widths[c])})
		out.width += sub.widths[c]
	}
	s.seg.Init(text)
	for it := s.seg.GraphemeIterator(); it.Next(); {
		g := it.Grapheme().Text
		for ; len(g) > most; g = g[most:] {
			add(g[:most])
		}
		add(g)
	}
	return out
}

// shapeRun shapes text that id can draw.
func (s *shaper) shapeRun(text []rune, id fontID, rtl bool) *run {
	sub, b := s.w.font(id), s.buf
	b.Clear()
	b.AddRunes(text, 0, len(text))
	b.Props = harfbuzz.SegmentProperties{Language: s.lang, Script: scriptOf(text), Direction: harfbuzz.LeftToRight}
	if rtl {
		b.Props.Direction = harfbuzz.RightToLeft
	}
	b.Shape(sub.hb, nil)
	out := &run{font: id, rtl: rtl, glyphs: make([]glyph, len(b.Info)), count: len(text)}
	for i := 0; i < len(b.Info); {
		j := i + 1
		for j < len(b.Info) && b.Info[j].Cluster == b.Info[i].Cluster {
			j++
		}
		end := len(text) // first character after this cluster
		if !rtl && j < len(b.Info) {
			end = b.Info[j].Cluster
		} else if rtl && i > 0 {
			end = b.Info[i-1].Cluster
		}
		s.cluster(out, sub, i, j, text[min(b.Info[i].Cluster, end):end])
		i = j
	}
	return out
}

// cluster shares the characters of one cluster out over its glyphs i to j.
func (s *shaper) cluster(out *run, sub *subset, i, j int, text []rune) {
	for k := i; k < j; k++ {
		nth := k - i
		if out.rtl { // glyphs run against the reading order
			nth = j - 1 - k
		}
		t := "\u2060" // more glyphs than characters: nothing is left to say
		switch {
		case nth < len(text) && nth == j-i-1:
			t = string(text[nth:])
		case nth < len(text):
			t = string(text[nth])
		}
		gid, pos := uint16(s.buf.Info[k].Glyph), s.buf.Pos[k]
		if gid == sub.space && pos.XAdvance == 0 && t != " " {
			gid = emptyGlyph
		}
		g := glyph{code: sub.code(gid, t), adv: int32(sub.milli(int(pos.XAdvance))),
			dx: int32(sub.milli(int(pos.XOffset))), dy: int32(sub.milli(int(pos.YOffset)))}
		out.glyphs[k] = g
		out.width += int(g.adv)
	}
}

package markdown

import (
	"encoding/base64"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestHTML(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"paragraph", "Dag **raad** en *griffie*", "<p>Dag <strong>raad</strong> en <em>griffie</em></p>\n"},
		{"nested emphasis", "***a** b*", "<p><strong><em>a</em></strong><em> b</em></p>\n"},
		{"strike", "~~weg~~", "<p><del>weg</del></p>\n"},
		{"breaks", "a  \nb\nc", "<p>a<br>\nb\nc</p>\n"},
		{"crlf", "a\r\n\r\nb\rc", "<p>a</p>\n<p>b\nc</p>\n"},
		{"headings start at 2 and skip nothing", "# A\n### B\n## C\n#### D", "<h2>A</h2>\n<h3>B</h3>\n<h3>C</h3>\n<h4>D</h4>\n"},
		{"first heading is low", "### A\n# B", "<h2>A</h2>\n<h2>B</h2>\n"},
		{"raw block", "<script>alert(1)</script>\n", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"},
		{"raw inline", "a <b onclick=x>c</b>", "<p>a &lt;b onclick=x&gt;c&lt;/b&gt;</p>\n"},
		{"comment", "<!-- stil -->", "<p>&lt;!-- stil --&gt;</p>\n"},
		{"link", "[wet](https://wetten.overheid.nl \"Gemeentewet\")", `<p><a href="https://wetten.overheid.nl" rel="noopener noreferrer">wet</a> (Gemeentewet)</p>` + "\n"},
		{"bold in link", "[a **b**](http://x.nl)", `<p><a href="http://x.nl" rel="noopener noreferrer">a <strong>b</strong></a></p>` + "\n"},
		{"autolink", "zie www.vng.nl.", `<p>zie <a href="http://www.vng.nl" rel="noopener noreferrer">www.vng.nl</a>.</p>` + "\n"},
		{"mail", "<griffie@gemeente.nl>", `<p><a href="mailto:griffie@gemeente.nl" rel="noopener noreferrer">griffie@gemeente.nl</a></p>` + "\n"},
		{"javascript", "[x](javascript:alert(1))", "<p>x</p>\n"},
		{"javascript in entities", "[x](&#106;avascript:alert(1))", "<p>x</p>\n"},
		{"file", "[x](file:///etc/passwd)", "<p>x</p>\n"},
		{"relative", "[x](../y.md)", "<p>x</p>\n"},
		{"no label", "[](bijlage.pdf)", "<p>bijlage.pdf</p>\n"},
		{"data", "![foto](data:image/png;base64,AA)", "<p>foto</p>\n"},
		{"image", "![foto](https://x.nl/a.png)", `<p><a href="https://x.nl/a.png" rel="noopener noreferrer">foto</a></p>` + "\n"},
		{"quote in address", `[a](<http://x.nl/"onmouseover=">)`, `<p><a href="http://x.nl/%22onmouseover=%22" rel="noopener noreferrer">a</a></p>` + "\n"},
		{"tasks", "- [ ] a\n- [x] b", "<ul class=\"tasks\">\n<li class=\"task\"><input type=\"checkbox\" disabled aria-label=\"Open\"> a\n</li>\n<li class=\"task\"><input type=\"checkbox\" disabled checked aria-label=\"Afgevinkt\"> b\n</li>\n</ul>\n"},
		{"numbered", "3. a\n4. b", "<ol start=\"3\">\n<li>a\n</li>\n<li>b\n</li>\n</ol>\n"},
		{"loose", "- a\n\n- b", "<ul>\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ul>\n"},
		{"code", "```go\na<b\n```", "<pre tabindex=\"0\"><code>a&lt;b\n</code></pre>\n"},
		{"table", "|a|b|\n|-|-:|\n|1|2|", "<div class=\"table\" role=\"group\" aria-label=\"Tabel\" tabindex=\"0\"><table>\n<thead><tr><th scope=\"col\">a</th><th scope=\"col\" class=\"right\">b</th></tr>\n</thead>\n<tbody><tr><td>1</td><td class=\"right\">2</td></tr>\n</tbody>\n</table></div>\n"},
		{"cell too many", "|a|\n|-|\n|1|2|", "<div class=\"table\" role=\"group\" aria-label=\"Tabel\" tabindex=\"0\"><table>\n<thead><tr><th scope=\"col\">a</th></tr>\n</thead>\n<tbody><tr><td>1 2</td></tr>\n</tbody>\n</table></div>\n"},
		{"footnote", "a[^1]\n\n[^1]: noot", "<p>a<sup>[1]</sup></p>\n<section class=\"footnotes\" aria-label=\"Voetnoten\"><ol>\n<li>noot\n</li>\n</ol></section>\n"},
		{"footnote without reference", "a\n\n[^x]: noot", "<p>a</p>\n<section class=\"footnotes\" aria-label=\"Voetnoten\"><ol>\n<li>noot\n</li>\n</ol></section>\n"},
		{"definition without link", "[a]: http://x.nl", "<p>[a]: http://x.nl</p>\n"},
		{"definition with link", "[a]\n\n[a]: http://x.nl", `<p><a href="http://x.nl" rel="noopener noreferrer">a</a></p>` + "\n"},
		{"escapes", `\*a\* &amp; \&amp; &copy=1`, "<p>*a* &amp; &amp;amp; &amp;copy=1</p>\n"},
		{"control", "a\x00b\x1bc", "<p>a\uFFFDb\uFFFDc</p>\n"},
		{"empty", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := HTML(tt.in); got != tt.want {
				t.Errorf("HTML(%q)\n got %q\nwant %q", tt.in, got, tt.want)
			}
		})
	}
	if got := HTML("# A\n## B", HeadingsFrom(5)); got != "<h5>A</h5>\n<h6>B</h6>\n" {
		t.Errorf("HeadingsFrom(5): %q", got)
	}
}

func TestPlain(t *testing.T) {
	tests := []struct{ in, want string }{
		{"# Kop\n\neen **vet** woord\nloopt door", "Kop\neen vet woord loopt door\n"},
		{"gemeente**raad**", "gemeenteraad\n"},
		{"- a\n  - b\n- [x] c", "a\nb\n[x] c\n"},
		{"zie [de wet](https://w.nl/1) voor meer", "zie de wet voor meer https://w.nl/1\n"},
		{"<https://w.nl/1> en a@b.nl", "https://w.nl/1 en a@b.nl\n"},
		{"`code` en\n\n    blok\n", "code en\nblok\n"},
		{"|a|b|\n|-|-|\n|c|d|", "a\tb\nc\td\n"},
		{"a[^n]\n\n[^n]: noot", "a[1]\n[1] noot\n"},
		{"<div>\n*x*\n</div>", "<div>\n*x*\n</div>\n"},
		{"---", ""},
	}
	for _, tt := range tests {
		if got := Plain(tt.in); got != tt.want {
			t.Errorf("Plain(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestTitle(t *testing.T) {
	long := strings.Repeat("woord ", 40)
	tests := []struct{ in, want string }{
		{"", ""}, {" \n\t\n", ""}, {"---\n\n***\n", ""},
		{"# Werk**bezoek**\nmeer", "Werkbezoek"},
		{"Eerste\ntweede", "Eerste"},
		{"\n\n- [ ] bellen\n- x", "bellen"},
		{"> citaat", "citaat"},
		{"```\ncode\n```", "code"},
		{"<b>x</b>", "<b>x</b>"},
		{"|kop|\n|-|\n|a|", "kop"},
		{long, strings.TrimSpace(strings.Repeat("woord ", 13)) + "…"},
		{strings.Repeat("é", 90), strings.Repeat("é", 79) + "…"},
		{strings.Repeat("\n", 20_000) + "laat", "laat"},
	}
	for _, tt := range tests {
		got := Title(tt.in)
		if got != tt.want || utf8.RuneCountInString(got) > 80 {
			t.Errorf("Title(%.40q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestExcerpt(t *testing.T) {
	if got := Excerpt("# A\n\n[b](http://c.nl) d", 100); got != "A b d" {
		t.Errorf("got %q", got)
	}
	if got := Excerpt("een twee drie", 9); got != "een twee…" {
		t.Errorf("got %q", got)
	}
	if got := Excerpt("een", 0); got != "" {
		t.Errorf("got %q", got)
	}
}

func TestLevels(t *testing.T) {
	levels := NewLevels(2)
	want := []int{2, 3, 3, 2, 3, 4, 5, 6, 6}
	for i, written := range []int{2, 4, 4, 1, 2, 3, 4, 5, 6} {
		if got := levels.Next(written); got != want[i] {
			t.Errorf("heading %d: level %d, want %d", i, got, want[i])
		}
	}
}

var (
	tagPattern  = regexp.MustCompile(`<[^>]*>`)
	tagAllowed  = regexp.MustCompile(`^</?(p|h[1-6]|ul|ol|li|blockquote|pre|code|table|thead|tbody|tr|th|td|hr|br|section|div|input|sup|strong|em|del|a)( [a-z-]+(="[^"<>]*")?)*>$`)
	attribute   = regexp.MustCompile(` ([a-z-]+)(?:="([^"]*)")?`)
	attrAllowed = map[string]bool{"href": true, "rel": true, "class": true, "role": true, "aria-label": true,
		"tabindex": true, "scope": true, "start": true, "type": true, "disabled": true, "checked": true}
)

// checkHTML fails for any element, attribute or address we do not make.
func checkHTML(t *testing.T, out string) {
	t.Helper()
	if !utf8.ValidString(out) {
		t.Fatal("not UTF-8")
	}
	var open []string
	for _, tag := range tagPattern.FindAllString(out, -1) {
		if !tagAllowed.MatchString(tag) {
			t.Fatalf("tag %q", tag)
		}
		for _, a := range attribute.FindAllStringSubmatch(tag, -1) {
			if !attrAllowed[a[1]] {
				t.Fatalf("attribute %q in %q", a[1], tag)
			}
			if _, ok := Address(strings.ReplaceAll(a[2], "&amp;", "&")); a[1] == "href" && !ok {
				t.Fatalf("address %q", a[2])
			}
		}
		name := strings.Trim(strings.Fields(tag)[0], "<>/")
		switch {
		case name == "br" || name == "hr" || name == "input":
		case tag[1] != '/':
			open = append(open, name)
		case len(open) == 0 || open[len(open)-1] != name:
			t.Fatalf("%q closes %q", tag, open)
		default:
			open = open[:len(open)-1]
		}
	}
	if len(open) > 0 {
		t.Fatalf("left open: %q", open)
	}
	if rest := tagPattern.ReplaceAllString(out, ""); strings.ContainsAny(rest, "<>") {
		t.Fatalf("bare angle bracket in %q", rest)
	}
}

func FuzzMarkdown(f *testing.F) {
	for _, s := range []string{"", "# a\n\n- [x] b **c** _d_\n\n|a|\n|-|\n|b|c|\n\n[^1]: d", "<script>x</script>", "[a](javascript:b \"c\")",
		"![[a](b)](c)", "[a]: b\n[a]", "***a** b* ~~c~~ `d`", ">>>- 1. a\n\tb", "&#x0; &lt; \\<", "a\r\nb\rc\x00\xff", "<!-- a\n\n-->", "```\na", "[^1] [^1]\n\n[^1]: a\n\n    b",
		"[![a](http://b.c)](http://d.e)", "[a  \nb](http://c.d)", "|a|`\\|`|\n|-|-|\n|`\\|`|", "- a\n\n      b\n", "* * *\n- \n-"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, src string) {
		checkHTML(t, HTML(src))
		plain := Plain(src)
		if !utf8.ValidString(plain) {
			t.Fatal("plain text is not UTF-8")
		}
		checkNothingVanished(t, src, plain)
		if title := Title(src); utf8.RuneCountInString(title) > 80 || strings.ContainsAny(title, "\n\r") {
			t.Fatalf("title %q", title)
		}
		for _, s := range []string{src, "# kop\n" + src, "## Kop é 2 " + src} {
			want := strings.Join(strings.Fields(head(s)), " ")
			if strings.HasPrefix(want, "#") {
				continue // the parser failed, and the text is shown as it is
			}
			if got, ok := simpleHeading(s); ok && strings.Join(strings.Fields(got), " ") != want {
				t.Fatalf("the heading of %q is %q, want %q", s, got, want)
			}
		}
		if n := utf8.RuneCountInString(Excerpt(src, 50)); n > 50 {
			t.Fatalf("excerpt of %d runes", n)
		}
	})
}

var (
	wordPattern = regexp.MustCompile(`[a-zA-Zé]{3,}`)
	// markup whose letters are not words of the text
	markupWords = regexp.MustCompile("(?s)&|\\\\|%|\\]\\(|\\[\\^|\\]:|\\]\\[|```|~~~|<|\\[")
)

// checkNothingVanished compares words, for texts without marks that hold
// letters of their own (addresses, entities, labels, languages of code).
func checkNothingVanished(t *testing.T, src, plain string) {
	t.Helper()
	if markupWords.MatchString(src) {
		return
	}
	squeeze := strings.NewReplacer("*", "", "_", "", "~", "", "`", "")
	have := squeeze.Replace(plain)
	for _, word := range wordPattern.FindAllString(squeeze.Replace(normalize(src)), -1) {
		if !strings.Contains(have, word) {
			t.Fatalf("%q vanished: %q", word, plain)
		}
	}
}

// A footnote that ends in something else than a paragraph, or is empty, once
// made a whole note literal text; one within another took its words away.
func TestFootnotesOfUnusualForm(t *testing.T) {
	for src, want := range map[string]string{
		"# K\n\na[^1]\n\n[^1]: b\n\n    - c": "K\na[1]\n[1] b\nc\n",
		"**x**[^1]\n\n[^1]:":                 "x[1]\n[1] ",
		"# K\n\n[^1]: b\n\n    [^2]: c":      "K\n[1] b\n[^2]: c\n",
		"[^1]: - [^1]: b":                    "[1] [^1]: b\n",
	} {
		if got := BlocksText(Parse(src), false); got != want {
			t.Errorf("%q gave %q, want %q", src, got, want)
		}
	}
}

func TestPictureInTheText(t *testing.T) {
	const dot = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=="
	blocks := Parse("![Een *stip*](" + dot + ")")
	image, ok := blocks[0].(*Image)
	if !ok || image.Alt != "Een stip" || image.Form != "png" || len(image.Data) < 60 {
		t.Fatalf("%+v", blocks[0])
	}
	if got := BlocksHTML(blocks); got != `<p><img src="`+dot+`" alt="Een stip"></p>`+"\n" {
		t.Error(got)
	}
	for form, data := range map[string]string{"een foto": "\xff\xd8\xff\xe1\x00\x0cExif\x00\x00GPS!\xff\xda\x00\x02x\xff\xd9", "een halve foto": "\xff\xd8\xff\xe1\x00\x0cExif\x00\x00GPS!"} {
		address := "data:image/jpeg;base64," + base64.StdEncoding.EncodeToString([]byte(data))
		html := BlocksHTML(Parse("![" + form + "](" + address + ")"))
		if strings.Contains(html, address) || !strings.Contains(html, form) {
			t.Errorf("%s tells what the camera noted: %s", form, html)
		}
	}
	if got := BlocksText(blocks, true); got != "Een stip\n" {
		t.Errorf("%q", got)
	}
	for _, src := range []string{"tekst ![x](" + dot + ")", "![x](https://x.nl/a.png)", "![x](a.png)", "![x](data:image/png;base64,aGFsbG8=)",
		"![x](data:image/svg+xml;base64,PHN2Zz4=)", "![x](data:text/html,<b>)", "[x](" + dot + ")"} {
		if html := HTML(src); strings.Contains(html, "<img") || !strings.Contains(html, "x") {
			t.Errorf("%.40q gave %q", src, html)
		}
	}
}

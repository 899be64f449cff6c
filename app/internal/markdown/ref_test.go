package markdown

import (
	"slices"
	"strings"
	"testing"
)

func TestRefs(t *testing.T) {
	tests := []struct {
		name, in string
		refs     []string
		plain    string // without addresses
	}{
		{"a title", "Zie [[Wonen in Noord]].", []string{"Wonen in Noord"}, "Zie Wonen in Noord."},
		{"words of its own", "Zie [[Wonen|de notitie]].", []string{"Wonen"}, "Zie de notitie."},
		{"a heading", "[[Wonen#Mijn punt|mijn punt]]", []string{"Wonen#Mijn punt"}, "mijn punt"},
		{"blanks at the edges", "[[ Wonen | hier ]]", []string{"Wonen"}, "hier"},
		{"each once", "[[b]] [[a]] [[b]]", []string{"b", "a"}, "b a b"},
		{"signs within mean nothing", "[[a *b* _c_ `d` <e> &amp; https://a.nl]]", []string{"a *b* _c_ `d` <e> &amp; https://a.nl"}, "a *b* _c_ `d` <e> &amp; https://a.nl"},
		{"in bold, a list, a quote and a heading", "# [[a]]\n\n- **[[b]]**\n\n> [[c]]", []string{"a", "b", "c"}, "a\nb\nc"},
		{"in a table", "| kop |\n|---|\n| [[a\\|b]] |", []string{"a"}, "kop\nb"},
		{"in code it is text", "`[[a]]`\n\n```\n[[b]]\n```\n\n    [[c]]", nil, "[[a]]\n[[b]]\n[[c]]"},
		{"with an escape it is text", `\[[a]] [\[b]]`, nil, "[[a]] [[b]]"},
		{"nothing in it", "[[]] [[ ]] [[|a]] [[a|]]", nil, "[[]] [[ ]] [[|a]] [[a|]]"},
		{"over two lines it is text", "[[a\nb]]", nil, "[[a b]]"},
		{"in a link it is words", "[zie [[a]] hier](https://a.nl)", nil, "zie a hier"},
		{"words of a link", "[[a]](https://a.nl)", nil, "[a]"},
		{"one bracket more", "[[[a]]]", []string{"a"}, "[a]"},
		{"a file to be shown here", "![[plaatje.png]]", nil, "![[plaatje.png]]"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := Refs(tt.in); !slices.Equal(got, tt.refs) {
				t.Errorf("refs %q", got)
			}
			if got := strings.TrimSpace(BlocksText(Parse(tt.in), false)); got != tt.plain {
				t.Errorf("plain %q", got)
			}
		})
	}
	if got := Plain("[[Wonen|hier]] en [[Zorg]]"); got != "hier en Zorg Wonen\n" {
		t.Errorf("the title that is not shown must be found too: %q", got)
	}
}

func TestRefsInHTML(t *testing.T) {
	src := `**[[Wonen|de "notitie"]]** en [[Weg & <b>]]`
	lead := func(ref string) string {
		if ref == "Wonen" {
			return `#/notities/1?a="b"`
		}
		return ""
	}
	want := "<p><a href=\"#/notities/1?a=&#34;b&#34;\"><strong>de &#34;notitie&#34;</strong></a> en Weg &amp; &lt;b&gt;</p>\n"
	if got := HTML(src, RefsTo(lead)); got != want {
		t.Errorf("%s", got)
	}
	if got := HTML("[[Wonen]]"); got != "<p>Wonen</p>\n" {
		t.Errorf("without a way to lead: %s", got)
	}
}

func TestNameRefs(t *testing.T) {
	blocks := Parse("[[0197]] [[0197|mijn woorden]]\n\n- [[0197]]\n\n| a |\n|---|\n| [[weg]] |\n")
	NameRefs(blocks, func(ref string) string { return map[string]string{"0197": "Wonen"}[ref] })
	if got := BlocksText(blocks, false); got != "Wonen mijn woorden\nWonen\na\nweg\n" {
		t.Errorf("%q", got)
	}
}

func TestSections(t *testing.T) {
	before, sections := Sections(Parse("Vooraf\n\n## Wat is het?\n\nEen\n\n### Café: 2 × één\n\n## Wat is het\n\n## ...\n\nTwee\n"))
	if BlocksText(before, false) != "Vooraf\n" {
		t.Errorf("before: %q", BlocksText(before, false))
	}
	var got []string
	for _, s := range sections {
		got = append(got, s.ID+"|"+s.Title+"|"+strings.TrimSpace(BlocksText(s.Blocks, false)))
	}
	want := []string{"wat-is-het|Wat is het?|Een", "cafe-2-een|Café: 2 × één|", "wat-is-het-2|Wat is het|", "deel|...|Twee"}
	if !slices.Equal(got, want) || sections[1].Level != 3 {
		t.Errorf("%q", got)
	}
}

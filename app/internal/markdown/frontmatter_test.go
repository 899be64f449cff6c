package markdown

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"raadwijzer/app/internal/domain"
)

func TestFrontMatter(t *testing.T) {
	day := time.Date(2026, 3, 18, 0, 0, 0, 0, time.UTC)
	tests := []struct {
		name, in string
		meta     Meta
		body     string
	}{
		{"none", "# Kop\n", Meta{}, "# Kop\n"},
		{"empty", "", Meta{}, ""},
		{"usual", "---\nid: a1\ntitle: \"Een: titel\"\ntags: [raad, '#x']\ncreated: 2026-03-18T00:00:00Z\nconfidential: true\npinned: false\n---\nTekst\n",
			Meta{ID: "a1", Title: "Een: titel", Tags: []string{"raad", "#x"}, Created: day, Confidential: true}, "Tekst\n"},
		{"comma tags, Dutch words, date only", "---\ntags: raad, werk bezoek\nvertrouwelijk: ja\nupdated: 2026-03-18\n---\n",
			Meta{Tags: []string{"raad", "werk bezoek"}, Updated: day, Confidential: true}, ""},
		{"crlf", "---\r\ntitle: A\r\n---\r\nb\r\nc", Meta{Title: "A"}, "b\r\nc"},
		{"byte order mark", "\uFEFF---\ntitle: A\n---\nb", Meta{Title: "A"}, "b"},
		{"unknown keys are kept", "---\ntitle: A\naliases: [x, y]\n---\nb", Meta{Title: "A", Extra: "aliases: [x, y]\n"}, "b"},
		{"a value that cannot be read is kept", "---\ntitle: A\ncreated: gisteren\n---\nb", Meta{Title: "A", Extra: "created: gisteren\n"}, "b"},
		{"Joplin", "---\ntitle: Raad\ncreated: 2026-03-18 00:00:00Z\nauthor: A\n---\nb", Meta{Title: "Raad", Created: day, Extra: "author: A\n"}, "b"},
		{"what it hangs on", "---\nitem: i\npart: p\nmeeting: 'Raad: begroting'\nmeeting_date: 2026-03-18\n---\nb",
			Meta{Place: domain.Place{Item: "i", Part: "p", Meeting: "Raad: begroting", MeetingDate: domain.DateOf(day)}}, "b"},
		{"a meeting that is none of ours is kept", "---\ntitle: A\nmeeting: [x]\nmeeting_date: morgen\n---\nb",
			Meta{Title: "A", Extra: "meeting: [x]\nmeeting_date: morgen\n"}, "b"},
		{"number as title", "---\ntitle: 2026\n---\nb", Meta{Title: "2026"}, "b"},
		{"body with rules", "---\ntitle: A\n---\n---\nb\n---\n", Meta{Title: "A"}, "---\nb\n---\n"},
		{"only rules", "---\n---\nb", Meta{}, "---\n---\nb"},
		{"a sentence between rules", "---\nLet op: dit blijft\n---\nb", Meta{}, "---\nLet op: dit blijft\n---\nb"},
		{"damaged", "---\ntitle: [\n---\nb", Meta{}, "---\ntitle: [\n---\nb"},
		{"never closed", "---\ntitle: A\nb", Meta{}, "---\ntitle: A\nb"},
		{"a list", "---\n- title\n---\nb", Meta{}, "---\n- title\n---\nb"},
		{"alias into our key", "---\ntitle: &a A\nx: *a\n---\nb", Meta{}, "---\ntitle: &a A\nx: *a\n---\nb"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			meta, body, err := FrontMatter(tt.in)
			if err != nil || body != tt.body || !reflect.DeepEqual(meta, tt.meta) {
				t.Errorf("got %+v %q %v", meta, body, err)
			}
		})
	}
	if _, _, err := FrontMatter("a\xff"); domain.CodeOf(err) != domain.CodeNotUTF8 {
		t.Errorf("not UTF-8: %v", err)
	}
}

func FuzzFrontMatter(f *testing.F) {
	f.Add("", "", "", "")
	f.Add("a", "b: c", "- d", "---\ntitle: x\n---\r\ny")
	f.Add("1", "---\n---", "a\nb", "---\n{}\n---\n")
	f.Add("", "", "", "\uFEFF---\nid: a\n---\n")
	f.Add("true", "null", "~", "---\n---\n")
	f.Fuzz(func(t *testing.T, id, title, tag, body string) {
		for _, s := range []string{id, title, tag, body} {
			// What cannot be text in YAML cannot be in a note's title either.
			if strings.ToValidUTF8(s, "") != s {
				t.Skip()
			}
		}
		_, _, _ = FrontMatter(title + body)
		meta := Meta{ID: id, Title: title, Updated: time.Date(2026, 3, 18, 9, 8, 7, 6, time.UTC), Pinned: true}
		if tag != "" {
			meta.Tags = []string{tag, "tweede"}
		}
		for _, m := range []Meta{meta, {}, {Title: title}} {
			got, gotBody, err := FrontMatter(WriteFrontMatter(m, body))
			if err != nil || gotBody != body {
				t.Fatalf("body %q became %q (%v)", body, gotBody, err)
			}
			if !reflect.DeepEqual(got, m) {
				t.Fatalf("meta %+v became %+v", m, got)
			}
		}
	})
}

func TestAnyFrontMatterNeedsNoKeyOfOurs(t *testing.T) {
	src := "---\naliases: [Gemeenteraad]\n---\nTekst\n"
	if meta, body, err := AnyFrontMatter(src); err != nil || meta.Extra != "aliases: [Gemeenteraad]\n" || body != "Tekst\n" {
		t.Errorf("%+v %q %v", meta, body, err)
	}
	if meta, body, err := FrontMatter(src); err != nil || meta.Extra != "" || body != src {
		t.Errorf("elsewhere it is text: %+v %q %v", meta, body, err)
	}
	list := "---\n- een\n---\nTekst\n"
	if _, body, err := AnyFrontMatter(list); err != nil || body != list {
		t.Errorf("a list is text: %q %v", body, err)
	}
}

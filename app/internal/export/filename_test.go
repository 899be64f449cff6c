package export

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestFileName(t *testing.T) {
	tests := []struct{ title, ext, want string }{
		{"Werkbezoek", "md", "Werkbezoek.md"},
		{"", ".pdf", "Zonder titel.pdf"},
		{"...", "md", "Zonder titel.md"},
		{"a/b\\c:d*e?f\"g<h>i|j", "md", "a-b-c-d-e-f-g-h-i-j.md"},
		{"../../etc/passwd", "md", "etc-passwd.md"},
		{".verborgen", "md", "verborgen.md"},
		{"-rf", "md", "rf.md"},
		{"einde. ", "md", "einde.md"},
		{"con", "md", "_con.md"},
		{"NUL.txt", "md", "_NUL.txt.md"},
		{"com1", "md", "_com1.md"}, {"LPT¹", "md", "_LPT¹.md"}, {"com10", "md", "com10.md"}, {"lpt", "md", "lpt.md"},
		{"a\x00b\nc\td", "md", "ab c d.md"},
		{"a\u202Egpj", "md", "agpj.md"},
		{"zonder", "", "zonder"},
	}
	for _, tt := range tests {
		if got := FileName(tt.title, tt.ext); got != tt.want {
			t.Errorf("FileName(%q, %q) = %q, want %q", tt.title, tt.ext, got, tt.want)
		}
	}
}

func TestNames(t *testing.T) {
	var n Names
	for _, want := range []string{"A.md", "a (2).md", "A (3).md", "a (2) (2).md"} {
		title := strings.TrimSuffix(want, " (2).md")
		if want == "A (3).md" || want == "A.md" {
			title = "A"
		}
		if want == "a (2) (2).md" {
			title = "a (2)"
		}
		if got := n.Next(title, "md"); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func FuzzFileName(f *testing.F) {
	f.Add("a. b", "md")
	f.Add("\xff/..", "..")
	f.Add(strings.Repeat("é", 80), "pdf")
	f.Fuzz(func(t *testing.T, title, ext string) {
		if len(ext) > 20 {
			t.Skip()
		}
		var n Names
		first, second := n.Next(title, ext), n.Next(title, ext)
		for _, name := range []string{first, second} {
			if name == "" || len(name) > maxFileName || !utf8.ValidString(name) || strings.ContainsAny(name, "/\\:*?\"<>|\x00\n") ||
				strings.HasPrefix(name, ".") || strings.HasSuffix(name, ".") || strings.HasSuffix(name, " ") {
				t.Fatalf("name %q", name)
			}
		}
		if strings.EqualFold(first, second) {
			t.Fatalf("twice %q", first)
		}
	})
}

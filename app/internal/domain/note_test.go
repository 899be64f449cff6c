package domain

import (
	"slices"
	"strings"
	"testing"
	"time"
)

func TestNoteValidate(t *testing.T) {
	tests := []struct {
		name      string
		note      Note
		wantTitle string
		wantGiven bool
		wantTags  []string
		want      Code
	}{
		{name: "empty note", wantTitle: UntitledNote, wantTags: []string{}},
		{name: "derived", note: Note{Title: "Agenda", Body: "Agenda"}, wantTitle: "Agenda", wantTags: []string{}},
		{name: "given", note: Note{Title: "  Mijn\n titel\t ", TitleGiven: true}, wantTitle: "Mijn titel", wantGiven: true, wantTags: []string{}},
		{name: "given but blank", note: Note{Title: " \n", TitleGiven: true}, wantTitle: UntitledNote, wantTags: []string{}},
		{name: "title of 200", note: Note{Title: strings.Repeat("é", 200), TitleGiven: true}, wantTitle: strings.Repeat("é", 200), wantGiven: true, wantTags: []string{}},
		{name: "title of 201", note: Note{Title: strings.Repeat("é", 201), TitleGiven: true}, want: CodeNameTooLong},
		{name: "body not UTF-8", note: Note{Body: "a\xff"}, want: CodeNotUTF8},
		{name: "title not UTF-8", note: Note{Title: "a\xff", TitleGiven: true}, want: CodeNotUTF8},
		{name: "largest body", note: Note{Body: strings.Repeat("a", MaxNoteBytes)}, wantTitle: UntitledNote, wantTags: []string{}},
		{name: "body too large", note: Note{Body: strings.Repeat("a", MaxNoteBytes+1)}, want: CodeNoteTooLarge},
		{name: "tags", note: Note{Tags: []string{"#Raad", "raad", " driehoek ", ""}}, wantTitle: UntitledNote, wantTags: []string{"driehoek", "Raad"}},
		{name: "bad tag", note: Note{Tags: []string{"a,b"}}, want: CodeTagInvalid},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			n := tt.note
			err := n.Validate()
			if CodeOf(err) != tt.want {
				t.Fatalf("error %v, want code %q", err, tt.want)
			}
			if n.Body != tt.note.Body {
				t.Error("the body changed")
			}
			if err != nil {
				if n.Title != tt.note.Title || !slices.Equal(n.Tags, tt.note.Tags) {
					t.Error("a refused note changed")
				}
				return
			}
			if n.Title != tt.wantTitle || n.TitleGiven != tt.wantGiven || !slices.Equal(n.Tags, tt.wantTags) {
				t.Errorf("got %q %v %q, want %q %v %q", n.Title, n.TitleGiven, n.Tags, tt.wantTitle, tt.wantGiven, tt.wantTags)
			}
		})
	}
}

func TestDerivedTitleIsCut(t *testing.T) {
	n := Note{Title: strings.Repeat("ab ", 100)}
	if err := n.Validate(); err != nil {
		t.Fatal(err)
	}
	if runes := len([]rune(n.Title)); runes > MaxTitleRunes || runes < MaxTitleRunes-3 {
		t.Errorf("%d runes", runes)
	}
}

func TestNormalizeTags(t *testing.T) {
	tests := []struct {
		in, want []string
		code     Code
	}{
		{in: nil, want: []string{}},
		{in: []string{"b", "a", "B", "##c"}, want: []string{"a", "b", "c"}},
		{in: []string{"# met spatie"}, want: []string{"met spatie"}},
		{in: []string{"#", "  "}, want: []string{}},
		{in: []string{"Één", "één"}, want: []string{"Één"}},
		{in: []string{"a\nb"}, code: CodeTagInvalid},
		{in: []string{"a\x00"}, code: CodeTagInvalid},
		{in: []string{"\xff"}, code: CodeTagInvalid},
		{in: []string{strings.Repeat("x", MaxTagRunes+1)}, code: CodeTagInvalid},
	}
	for _, tt := range tests {
		got, err := NormalizeTags(tt.in)
		if CodeOf(err) != tt.code || (err == nil && (got == nil || !slices.Equal(got, tt.want))) {
			t.Errorf("NormalizeTags(%q) = %q, %v; want %q, %q", tt.in, got, err, tt.want, tt.code)
		}
		if again, _ := NormalizeTags(got); err == nil && !slices.Equal(again, got) {
			t.Errorf("not stable: %q becomes %q", got, again)
		}
	}
}

func TestNeedsVersion(t *testing.T) {
	now := time.Date(2026, 3, 18, 12, 0, 0, 0, time.UTC)
	tests := []struct {
		last time.Time
		want bool
	}{
		{time.Time{}, true},
		{now, false},
		{now.Add(-10 * time.Minute), false},
		{now.Add(-10*time.Minute - time.Second), true},
		{now.Add(time.Hour), true},
	}
	for _, tt := range tests {
		if got := NeedsVersion(tt.last, now); got != tt.want {
			t.Errorf("NeedsVersion(%v) = %v", tt.last, got)
		}
	}
}

func TestMinutes(t *testing.T) {
	for words, want := range map[int]int{-1: 1, 0: 1, 1: 1, 200: 1, 201: 2, 400: 2, 900: 5} {
		if got := Minutes(words); got != want {
			t.Errorf("Minutes(%d) = %d, want %d", words, got, want)
		}
	}
	if got := Words(" een  twee\ndrie "); got != 3 {
		t.Errorf("Words = %d", got)
	}
}

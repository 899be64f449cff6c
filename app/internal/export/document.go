package export

import (
	"time"

	"raadwijzer/app/internal/domain"
	"raadwijzer/app/internal/markdown"
)

// Document is what every format is written from. The title is the heading of
// level 1; headings in Blocks begin at level 2 and skip none.
type Document struct {
	Title        string
	Lang         string    // BCP 47, "" is "nl-NL"
	Municipality string    // "" when unknown
	Date         time.Time // last change; zero when unknown
	Confidential bool
	Blocks       []markdown.Block
}

// Note is a note with the title of what it hangs on.
type Note struct {
	domain.Note
	Context string // "" when it hangs on nothing
	// TitleOf returns the title of the note with an id, or "" for what is no
	// id; nil when nothing is known about other notes.
	TitleOf func(id string) string
}

// relevel gives headings their place under others: the highest gets level base.
func relevel(blocks []markdown.Block, base int) []markdown.Block {
	return relevelWith(markdown.NewLevels(base), blocks)
}

func relevelWith(levels *markdown.Levels, blocks []markdown.Block) []markdown.Block {
	out := make([]markdown.Block, len(blocks))
	for i, b := range blocks {
		switch b := b.(type) {
		case *markdown.Heading:
			out[i] = &markdown.Heading{Level: levels.Next(b.Level), Text: b.Text}
		case *markdown.Quote:
			out[i] = &markdown.Quote{Blocks: relevelWith(levels, b.Blocks)}
		case *markdown.List:
			list := *b
			list.Items = make([]markdown.Item, len(b.Items))
			for j, item := range b.Items {
				list.Items[j] = markdown.Item{Task: item.Task, Blocks: relevelWith(levels, item.Blocks)}
			}
			out[i] = &list
		default:
			out[i] = b
		}
	}
	return out
}

// heading is a heading of our own, right under the title.
func heading(text string) markdown.Block {
	return &markdown.Heading{Level: 2, Text: plain(text)}
}

func paragraph(text string) markdown.Block { return &markdown.Paragraph{Text: plain(text)} }

func plain(text string) []markdown.Inline { return []markdown.Inline{{Text: text}} }

// facts collects lines "Word: value" of one paragraph.
type facts struct{ text []markdown.Inline }

func (f *facts) add(word, value string) {
	if value == "" {
		return
	}
	f.line(markdown.Inline{Text: word + ": " + value})
}

func (f *facts) line(inlines ...markdown.Inline) {
	if len(f.text) > 0 {
		f.text = append(f.text, markdown.Inline{Break: markdown.HardBreak})
	}
	f.text = append(f.text, inlines...)
}

func (f *facts) blocks() []markdown.Block {
	if len(f.text) == 0 {
		return nil
	}
	return []markdown.Block{&markdown.Paragraph{Text: f.text, Aside: true}}
}

// linked returns the title of a source as a link, or its text.
func linked(s domain.Source) markdown.Inline {
	address, _ := markdown.Address(s.URL)
	title := s.Title
	if title == "" {
		title = s.URL
	}
	return markdown.Inline{Text: title, Link: address}
}

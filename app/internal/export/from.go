package export

import (
	"strings"
	"time"

	"raadwijzer/app/internal/domain"
	"raadwijzer/app/internal/markdown"
)

// FromNote returns a note as a document: what it hangs on, its tags and dates,
// and its text. A first line that only repeats the title is left out, because
// the title is the heading.
func FromNote(n Note) Document {
	var f facts
	f.add(nlBelongsTo, n.Context)
	f.add(nlMeeting, meeting(n.Place))
	f.add(nlTags, strings.Join(n.Tags, ", "))
	if dates := noteDates(n.Note); dates != "" {
		f.line(markdown.Inline{Text: dates})
	}
	text := markdown.Parse(n.Body)
	if n.TitleOf != nil {
		markdown.NameRefs(text, n.TitleOf)
	}
	blocks := relevel(withoutTitle(text, n.Title), 2)
	title := n.Title
	if title == "" {
		title = domain.UntitledNote
	}
	return Document{Title: title, Date: n.Updated, Confidential: n.Confidential, Blocks: append(f.blocks(), blocks...)}
}

// meeting tells the subject and the day of the meeting of a note.
func meeting(p domain.Place) string {
	if p.Meeting == "" {
		return nlDate(p.MeetingDate)
	}
	if day := nlDate(p.MeetingDate); day != "" {
		return p.Meeting + ", " + day
	}
	return p.Meeting
}

// noteDates tells the days on which the note was made and changed, as they
// are where the program runs.
func noteDates(n domain.Note) string {
	if n.Created.IsZero() {
		return ""
	}
	made, updated := day(n.Created), day(n.Updated)
	text := nlMade + " " + made
	if updated != "" && updated != made {
		text += ", " + nlUpdated + " " + updated
	}
	return text
}

func day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return nlDate(domain.DateOf(t.Local()))
}

func withoutTitle(blocks []markdown.Block, title string) []markdown.Block {
	if len(blocks) == 0 {
		return blocks
	}
	var text []markdown.Inline
	switch b := blocks[0].(type) {
	case *markdown.Heading:
		text = b.Text
	case *markdown.Paragraph:
		text = b.Text
	}
	for _, i := range text {
		if i.Link != "" || i.Note > 0 {
			return blocks // the title cannot carry a link or a footnote
		}
	}
	if len(text) > 0 && oneLine(markdown.Text(text)) == oneLine(title) {
		return blocks[1:]
	}
	return blocks
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// FromItem returns an item as a document: its summary, take-aways, text and
// sources.
func FromItem(item domain.Item) Document {
	var blocks []markdown.Block
	if item.Summary != "" {
		blocks = append(blocks, paragraph(item.Summary))
	}
	var f facts
	f.add(nlFor, nlRoles(item.Roles))
	blocks = append(blocks, f.blocks()...)
	if len(item.Takeaways) > 0 {
		list := &markdown.List{Tight: true}
		for _, t := range item.Takeaways {
			list.Items = append(list.Items, markdown.Item{Blocks: []markdown.Block{paragraph(t)}})
		}
		blocks = append(blocks, heading(nlTakeaways), list)
	}
	if body := markdown.Parse(item.Body); len(body) > 0 {
		blocks = append(blocks, heading(nlText))
		blocks = append(blocks, relevel(body, 3)...)
	}
	if len(item.Sources) > 0 {
		blocks = append(blocks, heading(nlSources), sources(item.Sources))
	}
	if checked := nlDate(item.CheckedOn); checked != "" {
		blocks = append(blocks, paragraph(nlChecked+" "+checked+"."))
	}
	date, _ := time.Parse(time.DateOnly, item.CheckedOn.String()) // zero when there is none
	return Document{Title: item.Title, Date: date, Blocks: blocks}
}

// sources shows each address, so that it can be copied from paper.
func sources(list []domain.Source) markdown.Block {
	out := &markdown.List{Tight: true}
	for _, s := range list {
		text := []markdown.Inline{linked(s)}
		if s.Title != "" && s.URL != "" {
			address, _ := markdown.Address(s.URL)
			text = []markdown.Inline{{Text: s.Title + ": "}, {Text: s.URL, Link: address}}
		}
		out.Items = append(out.Items, markdown.Item{Blocks: []markdown.Block{&markdown.Paragraph{Text: text}}})
	}
	return out
}

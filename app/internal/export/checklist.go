package export

import (
	"io"
	"strconv"
	"strings"

	"raadwijzer/app/internal/domain"
	"raadwijzer/app/internal/library"
	"raadwijzer/app/internal/markdown"
)

// WriteMarkdownChecklist writes a checklist so that library.ParseChecklist
// reads the same. Errors are those of w.
func WriteMarkdownChecklist(w io.Writer, c domain.Checklist) error {
	return writeMarkdown(w, markdown.Meta{}, fromChecklist(c))
}

func fromChecklist(c domain.Checklist) Document {
	blocks := textLines(c.Summary)
	var f facts
	f.add(library.LabelNotice, oneLine(c.Notice))
	f.add(library.LabelAnchor, c.AnchorLabel)
	if c.Election {
		f.add(library.LabelElection, "ja")
	}
	blocks = append(blocks, f.blocks()...)
	for _, p := range c.Phases {
		blocks = append(blocks, heading(p.Title))
		blocks = append(blocks, textLines(p.Goal)...)
		var f facts
		f.ground(p.Origin, p.Source)
		if p.ID != library.Slug(p.Title) {
			f.add(library.LabelID, p.ID)
		}
		blocks = append(blocks, f.blocks()...)
		if items := checklistItems(p); len(items) > 0 {
			blocks = append(blocks, &markdown.List{Items: items})
		}
	}
	return Document{Title: c.Title, Blocks: blocks}
}

// ground tells where something comes from; what the user wrote needs no line.
func (f *facts) ground(o domain.Origin, source domain.Source) {
	if o != domain.OriginOwn {
		f.add(library.LabelOrigin, string(o))
	}
	if source != (domain.Source{}) {
		f.line(markdown.Inline{Text: library.LabelSource + ": "}, linked(source))
	}
}

func checklistItems(p domain.ChecklistPhase) []markdown.Item {
	topics := map[string][]domain.ChecklistStep{}
	for _, s := range p.Steps {
		if s.Parent != "" {
			topics[s.Parent] = append(topics[s.Parent], s)
		}
	}
	var items []markdown.Item
	for _, s := range p.Steps {
		if s.Parent == "" {
			items = append(items, checklistItem(s, topics[s.ID]))
		}
	}
	return items
}

func checklistItem(s domain.ChecklistStep, topics []domain.ChecklistStep) markdown.Item {
	text := oneLine(s.Text)
	if s.Kind == domain.StepTopic && s.Parent == "" {
		text = library.LabelTopic + ": " + text
	}
	blocks := append([]markdown.Block{paragraph(text)}, textLines(s.Why)...)
	var f facts
	if s.Offset != nil {
		f.add(library.LabelDay, strconv.Itoa(*s.Offset))
	}
	if s.Redivision != "" {
		f.add(library.LabelRule, library.RuleWords)
	}
	f.add(library.LabelArticle, s.Article)
	f.ground(s.Origin, s.Source)
	if s.ID != library.Slug(s.Text) {
		f.add(library.LabelID, s.ID)
	}
	blocks = append(blocks, f.blocks()...)
	if nested := nestedItems(s, topics); len(nested) > 0 {
		blocks = append(blocks, &markdown.List{Items: nested})
	}
	return markdown.Item{Blocks: blocks}
}

func nestedItems(s domain.ChecklistStep, topics []domain.ChecklistStep) []markdown.Item {
	var items []markdown.Item
	add := func(label, text string, more ...markdown.Block) {
		items = append(items, markdown.Item{Blocks: append([]markdown.Block{paragraph(label + ": " + oneLine(text))}, more...)})
	}
	for _, o := range s.Options {
		add(library.LabelOption, o.Text, paragraph(library.LabelID+": "+o.ID))
	}
	for _, person := range s.People {
		add(library.LabelPerson, person)
	}
	for _, text := range s.Asks {
		add(library.LabelQuestion, text)
	}
	for _, t := range topics {
		items = append(items, checklistItem(t, nil))
	}
	return items
}

// textLines shows each line of a text as a line.
func textLines(text string) []markdown.Block {
	var f facts
	for line := range strings.SplitSeq(text, "\n") {
		if line = oneLine(line); line != "" {
			f.line(markdown.Inline{Text: line})
		}
	}
	return f.blocks()
}

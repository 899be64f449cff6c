package library

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"raadwijzer/app/internal/domain"
	"raadwijzer/app/internal/markdown"
)

// The labels at the begin of a line in a checklist of the user, see
// docs/handleiding. The export writes the same.
const (
	LabelAnchor   = "Datums vanaf"
	LabelElection = "Verkiezing"
	LabelNotice   = "Let op"
	LabelDay      = "Dag"
	LabelOrigin   = "Herkomst"
	LabelArticle  = "Artikel"
	LabelSource   = "Bron"
	LabelID       = "Kenmerk"
	LabelRule     = "Bij herindeling"
	LabelTopic    = "Bespreek"
	LabelOption   = "Keuze"
	LabelPerson   = "Persoon"
	LabelQuestion = "Vraag"
)

// RuleWords says the rule of a date after a redivision election.
const RuleWords = "eerste werkdag van het jaar"

// DefaultAnchor names the anchor of a checklist that names none.
const DefaultAnchor = "Begindatum"

// maxOwnText is the longest text of a step, in runes, as in a run.
const maxOwnText = 1000

// maxOwnSteps keeps a file that is no checklist from becoming one.
const maxOwnSteps = 500

// ParseChecklist reads a checklist that a user wrote in Markdown: the heading
// of level 1 is the title, the other headings are phases, items of lists are
// steps, and the text below an item is its why. Lines that begin with a label
// tell the rest. Errors: CodeChecklistEmpty, CodeChecklistInvalid with the
// line.
func ParseChecklist(id string, version int, text string) (domain.Checklist, error) {
	p := ownParser{c: domain.Checklist{ID: id, Version: version, AnchorLabel: DefaultAnchor, Own: true}, seen: usedIDs{}, phases: usedIDs{}}
	for _, b := range markdown.Parse(text) {
		p.block(b)
	}
	if p.err == nil && (p.c.Title == "" || p.steps == 0) {
		p.err = domain.Fail(domain.CodeChecklistEmpty, "")
	}
	if p.err == nil && p.steps > maxOwnSteps {
		p.err = domain.Fail(domain.CodeChecklistInvalid, strconv.Itoa(p.steps)+" stappen")
	}
	return p.c, p.err
}

type ownParser struct {
	c      domain.Checklist
	steps  int
	seen   usedIDs // of steps and options
	phases usedIDs
	err    error
}

func (p *ownParser) fail(line string) {
	if p.err == nil {
		p.err = domain.Fail(domain.CodeChecklistInvalid, line)
	}
}

func (p *ownParser) block(b markdown.Block) {
	switch b := b.(type) {
	case *markdown.Heading:
		text := oneLine(markdown.Text(b.Text))
		if p.c.Title == "" && len(p.c.Phases) == 0 {
			p.c.Title = text
		} else if text != "" {
			p.phase(text)
		}
	case *markdown.List:
		if len(p.c.Phases) == 0 {
			p.phase(p.c.Title)
		}
		for _, item := range b.Items {
			p.step(item)
		}
	case *markdown.Paragraph:
		p.paragraph(lines(b))
	case *markdown.Quote:
		for _, inner := range b.Blocks {
			p.block(inner)
		}
	}
}

func (p *ownParser) phase(title string) {
	p.c.Phases = append(p.c.Phases, domain.ChecklistPhase{ID: p.phases.next(title), Title: title, Origin: domain.OriginOwn})
}

// paragraph reads text under the title or under the heading of a phase.
func (p *ownParser) paragraph(list []line) {
	for _, l := range list {
		if len(p.c.Phases) > 0 {
			p.phaseLine(l, &p.c.Phases[len(p.c.Phases)-1])
			continue
		}
		switch label, value := l.label(); label {
		case LabelAnchor:
			p.c.AnchorLabel = value
		case LabelElection:
			p.c.Election = strings.EqualFold(value, "ja")
		case LabelNotice:
			p.c.Notice = value
		default:
			p.c.Summary = joined(p.c.Summary, l.text)
		}
	}
}

func (p *ownParser) phaseLine(l line, phase *domain.ChecklistPhase) {
	switch label, value := l.label(); label {
	case LabelOrigin:
		phase.Origin = p.origin(l, value)
	case LabelSource:
		phase.Source = l.source(value)
	case LabelID:
		delete(p.phases, phase.ID) // the one that was made of the title
		phase.ID = p.named(p.phases, l, value)
	default:
		phase.Goal = joined(phase.Goal, l.text)
	}
}

func (p *ownParser) step(item markdown.Item) {
	s := domain.ChecklistStep{Kind: domain.StepTick, Origin: domain.OriginOwn}
	var nested []markdown.Item
	for i, b := range item.Blocks {
		switch b := b.(type) {
		case *markdown.Paragraph:
			list := lines(b)
			if i == 0 && len(list) > 0 {
				if label, value := list[0].label(); label == LabelTopic {
					s.Kind, s.Text = domain.StepTopic, value
				} else {
					s.Text = list[0].text
				}
				list = list[1:]
			}
			for _, l := range list {
				p.stepLine(l, &s)
			}
		case *markdown.List:
			nested = append(nested, b.Items...)
		}
	}
	if s.Text == "" {
		return
	}
	if utf8.RuneCountInString(s.Text) > maxOwnText {
		p.fail(string([]rune(s.Text)[:40]) + "...")
	}
	if s.ID == "" {
		s.ID = p.seen.next(s.Text)
	}
	p.add(s)
	p.nested(nested)
}

func (p *ownParser) add(s domain.ChecklistStep) {
	phase := &p.c.Phases[len(p.c.Phases)-1]
	phase.Steps = append(phase.Steps, s)
	p.steps++
}

func (p *ownParser) stepLine(l line, s *domain.ChecklistStep) {
	switch label, value := l.label(); label {
	case LabelDay:
		days, err := strconv.Atoi(strings.TrimPrefix(value, "+"))
		if err != nil || days < -5000 || days > 5000 {
			p.fail(l.text)
			return
		}
		s.Offset = &days
	case LabelRule:
		if value != RuleWords {
			p.fail(l.text)
		}
		s.Redivision = domain.RuleFirstWorkingDay
	case LabelOrigin:
		s.Origin = p.origin(l, value)
	case LabelArticle:
		s.Article = value
	case LabelSource:
		s.Source = l.source(value)
	case LabelID:
		s.ID = p.named(p.seen, l, value)
	default:
		s.Why = joined(s.Why, l.text)
	}
}

// nested reads the list under the step that was added last: directions of a
// choice, people and questions of a form, or topics.
func (p *ownParser) nested(items []markdown.Item) {
	phase := &p.c.Phases[len(p.c.Phases)-1]
	at := len(phase.Steps) - 1
	for _, item := range items {
		text := ""
		if len(item.Blocks) > 0 {
			if b, ok := item.Blocks[0].(*markdown.Paragraph); ok && len(lines(b)) > 0 {
				text = lines(b)[0].text
			}
		}
		s := &phase.Steps[at]
		switch label, value := (line{text: text}).label(); {
		case label == LabelOption:
			s.Kind = domain.StepChoice
			s.Options = append(s.Options, domain.ChoiceOption{ID: p.optionID(item, value), Text: value})
		case label == LabelPerson:
			s.Kind = domain.StepForm
			s.People = append(s.People, value)
		case label == LabelQuestion:
			s.Asks = append(s.Asks, value)
		case text != "" && s.Kind == domain.StepTopic:
			p.fail(text)
		case text != "":
			parent := s.ID
			p.step(item)
			topic := &phase.Steps[len(phase.Steps)-1]
			topic.Kind, topic.Parent, topic.Offset = domain.StepTopic, parent, nil
		}
	}
}

// optionID takes the name that stands under a direction, or makes one.
func (p *ownParser) optionID(item markdown.Item, text string) string {
	for _, b := range item.Blocks {
		if b, ok := b.(*markdown.Paragraph); ok {
			for _, l := range lines(b) {
				if label, value := l.label(); label == LabelID {
					return p.named(p.seen, l, value)
				}
			}
		}
	}
	return p.seen.next(text)
}

func (p *ownParser) origin(l line, value string) domain.Origin {
	for _, o := range []domain.Origin{domain.OriginLDiB, domain.OriginLaw, domain.OriginOther, domain.OriginProposal, domain.OriginOwn} {
		if strings.EqualFold(value, string(o)) {
			return o
		}
	}
	p.fail(l.text)
	return domain.OriginOwn
}

var idForm = regexp.MustCompile(`^[a-z0-9][a-z0-9-]{0,79}$`)

// named takes an id that the text gives.
func (p *ownParser) named(used usedIDs, l line, value string) string {
	if !idForm.MatchString(value) || used[value] {
		p.fail(l.text)
	}
	used[value] = true
	return value
}

// usedIDs are the ids that were given.
type usedIDs map[string]bool

// next makes an id of a text that no other has.
func (used usedIDs) next(text string) string {
	slug := Slug(text)
	id := slug
	for n := 2; used[id]; n++ {
		id = fmt.Sprintf("%s-%d", slug, n)
	}
	used[id] = true
	return id
}

// Slug makes a short id of a text: "Bel de kiesraad" is "bel-de-kiesraad".
func Slug(text string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(text)) {
		switch {
		case unicode.Is(unicode.Mn, r): // an accent
		case r < 128 && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	slug := b.String()
	if slug = strings.Trim(slug[:min(len(slug), 40)], "-"); slug != "" {
		return slug
	}
	return "stap"
}

// line is one line of a paragraph.
type line struct {
	text string
	link domain.Source // the first one on it
}

func lines(p *markdown.Paragraph) []line {
	var list []line
	current := line{}
	flush := func() {
		if current.text = oneLine(current.text); current.text != "" {
			list = append(list, current)
		}
		current = line{}
	}
	for _, i := range p.Text {
		if i.Break != markdown.NoBreak {
			flush()
			continue
		}
		current.text += i.Text
		if i.Link != "" && current.link.URL == "" {
			current.link = domain.Source{Title: oneLine(i.Text), URL: i.Link}
		}
	}
	flush()
	return list
}

var labelForm = regexp.MustCompile(`^([A-Z][a-z]+(?: [a-z]+)?): (.+)$`)

// label splits "Dag: 14"; a line without a label has none.
func (l line) label() (label, value string) {
	if m := labelForm.FindStringSubmatch(l.text); m != nil {
		return m[1], m[2]
	}
	return "", l.text
}

// source is the link of a line, or its text where there is none.
func (l line) source(text string) domain.Source {
	if l.link.URL != "" {
		return l.link
	}
	return domain.Source{Title: text}
}

func joined(text, more string) string {
	if text == "" {
		return more
	}
	return text + "\n" + more
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

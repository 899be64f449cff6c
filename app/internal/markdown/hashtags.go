package markdown

import (
	"strings"
	"unicode"
)

// Hashtags returns the #tags in a text, without their sign and each as often
// as it stands there. A tag begins after white space, holds letters, digits,
// "_", "-" and "/" and not digits alone. What stands in a heading, in code or
// in a link is no tag.
func Hashtags(src string) (tags []string) {
	if !strings.Contains(src, "#") {
		return nil
	}
	return blockTags(Parse(src), nil)
}

func blockTags(blocks []Block, tags []string) []string {
	for _, b := range blocks {
		switch b := b.(type) {
		case *Paragraph:
			tags = inlineTags(b.Text, tags)
		case *List:
			for _, item := range b.Items {
				tags = blockTags(item.Blocks, tags)
			}
		case *Quote:
			tags = blockTags(b.Blocks, tags)
		case *Table:
			for _, row := range append([][][]Inline{b.Head}, b.Rows...) {
				for _, cell := range row {
					tags = inlineTags(cell, tags)
				}
			}
		case *Footnotes:
			for _, note := range b.Notes {
				tags = blockTags(note, tags)
			}
		}
	}
	return tags
}

// inlineTags reads the words of one block. Code and links become one sign that
// is in no tag, so that nothing is glued together over them.
func inlineTags(inlines []Inline, tags []string) []string {
	const other = "\ufffc"
	var b strings.Builder
	for _, i := range inlines {
		switch {
		case i.Code || i.Link != "":
			b.WriteString(other)
		case i.Break != NoBreak:
			b.WriteString(i.Text + " ")
		default:
			b.WriteString(i.Text)
		}
	}
	for word := range strings.FieldsSeq(b.String()) {
		rest, ok := strings.CutPrefix(word, "#")
		if !ok {
			continue
		}
		end := strings.IndexFunc(rest, notInTag)
		if end < 0 {
			end = len(rest)
		}
		if tag := strings.Trim(rest[:end], "/"); strings.ContainsFunc(tag, unicode.IsLetter) {
			tags = append(tags, tag)
		}
	}
	return tags
}

func notInTag(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && !strings.ContainsRune("_-/", r)
}

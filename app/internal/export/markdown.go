package export

import (
	"io"
	"strconv"
	"strings"

	"raadwijzer/app/internal/domain"
	"raadwijzer/app/internal/markdown"
)

// MetaOf returns the front matter of a note. Importing it gives the same note.
func MetaOf(n domain.Note) markdown.Meta {
	title := n.Title
	if !n.TitleGiven && title == domain.UntitledNote {
		title = ""
	}
	return markdown.Meta{ID: n.ID, Title: title, Former: n.Former, Tags: n.Tags, Created: n.Created, Updated: n.Updated,
		Place: n.Place, Confidential: n.Confidential, Pinned: n.Pinned, Extra: n.Extra}
}

// WriteMarkdownNote writes front matter and then the body, byte for byte.
// Errors are those of w.
func WriteMarkdownNote(w io.Writer, n Note) error {
	_, err := io.WriteString(w, markdown.WriteFrontMatter(MetaOf(n.Note), n.Body))
	return err
}

// WriteMarkdownRun writes a run as lists of tasks under a heading for each
// phase, and then the notes that go along. Errors are those of w.
func WriteMarkdownRun(w io.Writer, run RunFile) error {
	meta := markdown.Meta{Title: run.Name, Place: domain.Place{Run: run.ID}, Created: run.Created, Updated: run.Updated,
		Extra: markdown.Extra("template", run.Template, "municipality", run.Municipality, "anchor", run.Anchor.String())}
	if _, err := io.WriteString(w, markdown.WriteFrontMatter(meta, "")); err != nil {
		return err
	}
	return WriteMarkdownDocuments(w, These(run.Documents()...))
}

// WriteMarkdownItem writes an item with its sources. Errors are those of w.
func WriteMarkdownItem(w io.Writer, item domain.Item) error {
	return writeMarkdown(w, markdown.Meta{Title: item.Title, Place: domain.Place{Item: item.ID}}, FromItem(item))
}

func writeMarkdown(w io.Writer, meta markdown.Meta, doc Document) error {
	body := "# " + oneLine(mdWriter{}.inlines(plain(doc.Title), inHeading)) + "\n\n" + mdWriter{}.blocks(doc.Blocks) + "\n"
	_, err := io.WriteString(w, markdown.WriteFrontMatter(meta, body))
	return err
}

// WriteMarkdownDocuments writes several documents as one file: each under a
// heading of level 1, with a line between. What one leaves open does not run
// on into the next. Errors are those of docs and of w.
func WriteMarkdownDocuments(w io.Writer, docs Documents) error {
	n := 0
	for doc, err := range docs {
		if err != nil {
			return err
		}
		n++
		var b strings.Builder
		if n > 1 {
			b.WriteString("\n___\n\n")
		}
		md := mdWriter{notes: strconv.Itoa(n) + "-"}
		b.WriteString("# " + oneLine(md.inlines(plain(doc.Title), inHeading)) + "\n\n")
		if doc.Confidential {
			b.WriteString("**" + nlConfidential + "**\n\n")
		}
		if len(doc.Blocks) > 0 {
			b.WriteString(md.blocks(doc.Blocks) + "\n")
		}
		if _, err := io.WriteString(w, b.String()); err != nil {
			return err
		}
	}
	return nil
}

package app

import (
	"crypto/sha256"
	"encoding/hex"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/google/uuid"

	"raadwijzer/app/internal/domain"
	"raadwijzer/app/internal/markdown"
	"raadwijzer/app/internal/store"
)

// incoming makes a note of a file. A failure of the program itself fails the
// file and not the import.
func (a *App) incoming(f file) (in store.Incoming, err error) {
	defer a.guard(&err)
	note, err := a.noteFrom(f)
	if err != nil {
		return in, err
	}
	// Two notes may have the same text: two days of a diary, each still empty.
	sum := sha256.Sum256([]byte(f.base() + "\x00" + f.text))
	return a.store.Incoming(note, hex.EncodeToString(sum[:])), nil
}

// noteFrom makes a note of a file. A front matter gives the properties; what
// it hangs on counts only when it is there, because a note must not be refused
// for a run that lives in another data folder.
func (a *App) noteFrom(f file) (domain.Note, error) {
	read := markdown.FrontMatter
	if f.vault {
		read = markdown.AnyFrontMatter
	}
	meta, body, err := read(strings.TrimPrefix(f.text, byteOrderMark))
	if err != nil {
		return domain.Note{}, err
	}
	note := domain.Note{ID: meta.ID, Title: meta.Title, Former: meta.Former, Body: body, Tags: meta.Tags,
		Place: meta.Place, Confidential: meta.Confidential, Pinned: meta.Pinned,
		Created: meta.Created, Updated: meta.Updated, Extra: meta.Extra}
	// Other programs number their notes too, and not always each by its own.
	if uuid.Validate(note.ID) != nil {
		note.ID, note.Extra = "", note.Extra+markdown.Extra("source-id", meta.ID)
	}
	if note.Created.IsZero() {
		note.Created = f.changed
	}
	if note.Updated.IsZero() {
		note.Updated = f.changed
	}
	a.fitPlace(&note)
	if f.vault {
		note.Tags = append(note.Tags, vaultTags(body)...)
	}
	note.Title = f.title(note)
	return note, check(&note)
}

// title returns the title of the note in a file, "" when it follows from the
// text. Without a title anywhere the name of the file is the title, and so it
// is within a vault, where a link names the file. A note of our own is left
// without when it was.
func (f file) title(note domain.Note) string {
	title, derived := note.Title, markdown.Title(note.Body)
	if strings.TrimSpace(title) == "" && note.ID == "" && (derived == "" || f.vault) {
		title = strings.TrimSuffix(f.base(), path.Ext(f.base()))
	}
	if title == derived {
		return "" // it was derived before the export, and goes on following the text
	}
	return title
}

// base is the name of the file without the folders and zip it lies in.
func (f file) base() string { return path.Base(filepath.ToSlash(f.path)) }

// vaultTags returns the tags inside a text that can be tags of a note here.
func vaultTags(body string) []string {
	return slices.DeleteFunc(markdown.Hashtags(body), func(tag string) bool {
		_, err := domain.NormalizeTags([]string{tag})
		return err != nil
	})
}

package export

import (
	"archive/zip"
	"errors"
	"io"
	"iter"
)

// WriteNoteZip writes each note to a Markdown file of its own in a zip.
// Importing the zip gives the same notes. An error among the notes ends it.
// Errors are those of w and of notes.
func WriteNoteZip(w io.Writer, notes iter.Seq2[Note, error]) (err error) {
	archive := zip.NewWriter(w)
	defer func() { err = errors.Join(err, archive.Close()) }()
	var names Names
	for n, err := range notes {
		if err != nil {
			return err
		}
		f, err := archive.CreateHeader(&zip.FileHeader{Name: names.Next(n.Title, "md"), Method: zip.Deflate, Modified: n.Updated})
		if err != nil {
			return err
		}
		if err := WriteMarkdownNote(f, n); err != nil {
			return err
		}
	}
	return nil
}

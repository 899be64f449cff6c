// Package export turns notes, items and runs into one tree, Document, and
// writes that tree as PDF or Markdown, to a stream or whole and at once to a
// file or folder.
//
// The rules of this package are: everything in a note comes out; on any error
// nothing is left behind and an existing file is whole; every Dutch word in an
// exported document stands in nl.go.
package export

// Package pdf writes documents that everybody can read: each file conforms to
// PDF/UA-1 (ISO 14289-1, for readers with a screen reader) and to PDF/A-2a
// (ISO 19005-2, for the archive) at the same time. It knows paper, typefaces
// and tags; it does not know what the documents are about.
//
// A [Writer] takes blocks in reading order and writes each page as soon as it
// is full: it holds on to one page, the bookmarks and a few bytes for each
// object. No call can make a file that breaks the two standards, and nothing
// of a text is lost: what no typeface can draw is shown as U+FFFD and kept as
// text. Only control characters and those for private use, which have no
// meaning in a document, become U+FFFD altogether. The same calls with the
// same [Meta] give the same bytes.
//
// The clauses in the comments are those of ISO 32000-1 (PDF 1.7) where no
// other standard is named.
package pdf

// Package markdown reads the Markdown of notes and items with goldmark, set up
// once for the whole program, and turns it into a small tree of our own, safe
// HTML, plain text and front matter.
//
// The rules of this package are: no word of the user vanishes (what cannot be
// shown as meant is shown as the text that was typed), nothing of the user
// becomes markup or code, and every input ends soon: what nests too deep or
// would take quadratic time stays literal text.
package markdown

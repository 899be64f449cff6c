// Package docs holds the manual, so that the program can show it.
//
// The rules of this package are: it is text with a test, and no logic.
package docs

import _ "embed"

// Manual is the manual in Dutch, as Markdown. Its pictures stand beside it and
// are not in the program.
//
//go:embed handleiding.md
var Manual string

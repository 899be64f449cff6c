// Package content holds every text that Raadwijzer comes with: the nine "Aan
// de slag" items, the checklists, the templates for notes, the election
// calendar, the glossary and the sentence for every problem.
//
// It is data and nothing else. The package library reads it and refuses what
// is not right; the tests of that package read every file. An item and a
// template are Markdown with YAML before it, so that an editor can change a
// text without knowing Go.
package content

import "embed"

// FS holds items/*.md, checklists/*.yaml, templates/*.md, calendar.yaml,
// glossary.yaml and problems.json.
//
//go:embed items/*.md checklists/*.yaml templates/*.md calendar.yaml glossary.yaml problems.json
var FS embed.FS

package library

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// Rules of plain Dutch (B1) that a machine can check without guessing. They
// hold for every text that a user reads, wherever it is kept.
const mostWords = 20

var (
	ends     = regexp.MustCompile(`[.!?:;]\s|\n`)
	informal = regexp.MustCompile(`(?i)\b(je|jij|jou|jouw|jullie)\b`)
	official = regexp.MustCompile(`(?i)\b(aangaande|alsmede|alsook|behoudens|bewerkstelligen|conform|derhalve|desalniettemin|` +
		`dientengevolge|faciliteren|gaarne|hieromtrent|implementeren|indien|ingevolge|inzake|krachtens|middels|nopens|` +
		`onderhavige?|reeds|teneinde|tevens|thans|voornoemde?|zulks|` +
		`dien(t|en) te|door middel van|in het kader van|met betrekking tot|te allen tijde|ten aanzien van|ten ?behoeve van)\b`)
	glue = regexp.MustCompile(`—| – `)
)

// words returns what is wrong with the words of a text, "" for nothing.
func words(text string) string {
	for what, rule := range map[string]*regexp.Regexp{"informal": informal, "officialese": official, "a dash as glue": glue} {
		if bad := rule.FindString(text); bad != "" {
			return what + ": " + bad
		}
	}
	return ""
}

// long returns the first sentence that is too long, "" for none.
func long(text string) string {
	for _, sentence := range ends.Split(text, -1) {
		if len(strings.Fields(sentence)) > mostWords {
			return sentence
		}
	}
	return ""
}

func TestPlainRules(t *testing.T) {
	for text, good := range map[string]bool{
		"Wie dient mee in? Wij zijn er klaar mee.":         true,
		"Een verklaring omtrent het gedrag (VOG).":         true,
		"U dient te betalen.":                              false,
		"Middels deze knop kunt u verder.":                 false,
		"Kies een map — dan gaat u verder.":                false,
		"Kies je functie.":                                 false,
		strings.Repeat("woord ", mostWords-1) + "einde.":   true,
		strings.Repeat("woord ", mostWords) + "einde.":     false,
		strings.Repeat("Dit zijn drie woorden. Kort. ", 9): true,
	} {
		if got := words(text) == "" && long(text) == ""; got != good {
			t.Errorf("%q is good: %v", text, got)
		}
	}
}

func TestTextsArePlain(t *testing.T) {
	all := texts(t)
	maps.Copy(all, interfaceTexts(t))
	all["docs/handleiding.md"] = read(t, "docs/handleiding.md")
	for where, text := range all {
		if bad := words(text); bad != "" {
			t.Errorf("%s has %s", where, bad)
		}
		if sentence := long(text); sentence != "" {
			t.Errorf("%s has more than %d words in: %s", where, mostWords, sentence)
		}
	}
}

// What is more technical may have longer sentences and tables.
func TestOtherTextsUsePlainWords(t *testing.T) {
	all := commandTexts(t)
	for _, name := range []string{"README.md", "CHANGELOG.md", "docs/eigen-checklist.md", "docs/toegankelijkheid.md", "docs/betrouwbaarheid.md"} {
		all[name] = read(t, name)
	}
	for where, text := range all {
		if bad := words(text); bad != "" {
			t.Errorf("%s has %s", where, bad)
		}
	}
}

const root = "../../.."

func read(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(root, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func globbed(t *testing.T, patterns ...string) []string {
	t.Helper()
	var all []string
	for _, pattern := range patterns {
		found, err := filepath.Glob(filepath.Join(root, pattern))
		if err != nil || len(found) == 0 {
			t.Fatalf("%s: %v, %v", pattern, found, err)
		}
		all = append(all, found...)
	}
	return all
}

var (
	scriptString = regexp.MustCompile("'([^'\n]*)'|`([^`\n]*)`")
	scriptValue  = regexp.MustCompile(`\$\{[^}]*\}`)
)

// interfaceTexts returns the sentences of the window, with a word for each
// value in them.
func interfaceTexts(t *testing.T) map[string]string {
	t.Helper()
	all := map[string]string{}
	for _, file := range globbed(t, "frontend/src/lib/nl/*.ts") {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range scriptString.FindAllStringSubmatch(string(data), -1) {
			text := scriptValue.ReplaceAllString(m[1]+m[2], "X")
			all[filepath.Base(file)+": "+text] = text
		}
	}
	if len(all) < 400 {
		t.Fatalf("found %d sentences of the window only", len(all))
	}
	return all
}

// commandTexts returns the strings that the commands, the window and exported
// documents are made with.
func commandTexts(t *testing.T) map[string]string {
	t.Helper()
	all := map[string]string{}
	for _, file := range globbed(t, "app/cli/*.go", "app/window/*.go", "app/internal/export/nl.go") {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(parsed, func(n ast.Node) bool {
			if literal, ok := n.(*ast.BasicLit); ok && literal.Kind == token.STRING {
				if text, err := strconv.Unquote(literal.Value); err == nil && strings.Contains(text, " ") {
					all[filepath.Base(file)+": "+text] = text
				}
			}
			return true
		})
	}
	if len(all) < 100 {
		t.Fatalf("found %d strings of the commands only", len(all))
	}
	return all
}

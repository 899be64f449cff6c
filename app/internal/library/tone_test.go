package library

import (
	"go/ast"
	"go/parser"
	"go/token"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"raadwijzer/app/internal/domain"
)

// declaredCodes reads the codes from the source of the domain, so that a code
// that was forgotten in domain.Codes is noticed here as well.
func declaredCodes(t *testing.T) []domain.Code {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "../domain/errors.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var codes []domain.Code
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok || len(spec.Values) != 1 {
			return true
		}
		if kind, ok := spec.Type.(*ast.Ident); !ok || kind.Name != "Code" {
			return true
		}
		if value, ok := spec.Values[0].(*ast.BasicLit); ok {
			code, err := strconv.Unquote(value.Value)
			if err != nil {
				t.Fatal(err)
			}
			codes = append(codes, domain.Code(code))
		}
		return true
	})
	if len(codes) < len(domain.Codes()) {
		t.Fatalf("found %d codes in the source, domain.Codes has %d", len(codes), len(domain.Codes()))
	}
	return codes
}

func TestEveryCodeHasOneSentence(t *testing.T) {
	sentences, codes := load(t).Sentences(), declaredCodes(t)
	for _, code := range codes {
		if sentences[code] == "" {
			t.Errorf("%s has no sentence", code)
		}
	}
	for code, sentence := range sentences {
		if !slices.Contains(codes, code) {
			t.Errorf("%s has a sentence but is not a code", code)
		}
		if !strings.HasSuffix(sentence, ".") {
			t.Errorf("%s: no full stop", code)
		}
		if len(ends.Split(sentence, -1)) < 2 {
			t.Errorf("%s: one sentence cannot say both what happened and what to do", code)
		}
	}
}

var mark = regexp.MustCompile(`\{[^}]*\}`)

func TestMarksInSentences(t *testing.T) {
	sentences := load(t).Sentences()
	for code, sentence := range sentences {
		for _, m := range mark.FindAllString(sentence, -1) {
			ok := m == "{field}" && strings.Contains(sentence, "'{field}'") || m == "{ref}" && code == domain.CodeInternal
			if !ok {
				t.Errorf("%s: mark %s cannot stand there", code, m)
			}
		}
		// The same sentence is printed by a command, where there is nothing
		// to click.
		if bad := regexp.MustCompile(`(?i)\b(klik|knop|sleep|tik|beeld)`).FindString(sentence); bad != "" {
			t.Errorf("%s: %q is true for the window only", code, bad)
		}
	}
	for _, code := range []domain.Code{domain.CodeRoleUnknown, domain.CodeItemUnknown, domain.CodeDateInvalid, domain.CodeTargetUnwritable} {
		if !strings.Contains(sentences[code], "{field}") {
			t.Errorf("%s does not show what was given", code)
		}
	}
	if !strings.Contains(sentences[domain.CodeInternal], "{ref}") {
		t.Error("internal does not give the code to report")
	}
}

// A title of a publication is quoted as it is, in italics.
var quoted = regexp.MustCompile(`\*[^*\n]+\*`)

// texts returns every text that a reader sees, by where it stands, except
// titles of publications.
func texts(t *testing.T) map[string]string {
	l, all := load(t), map[string]string{}
	for _, item := range l.Items() {
		body := strings.ReplaceAll(item.Body, "**", "")
		all[item.ID] = strings.Join(append(item.Takeaways, item.Summary, quoted.ReplaceAllString(body, "")), "\n")
	}
	for _, c := range l.Checklists() {
		all[c.ID+" (checklist)"] = c.Summary + "\n" + c.Notice
		for _, p := range c.Phases {
			all[c.ID+" "+p.ID] = p.Title + "\n" + p.Goal
			for _, s := range p.Steps {
				all[s.ID] = s.Text + "\n" + s.Why
				for _, o := range s.Options {
					all[o.ID] = o.Text
				}
			}
		}
	}
	for _, template := range l.Templates() {
		all["template "+template.ID] = template.Title + "\n" + template.Summary + "\n" + template.Body
	}
	for _, e := range l.Calendar() {
		all["calendar "+e.ID] = e.Text + "\n" + e.Note
	}
	for _, term := range l.Glossary() {
		all["term "+term.Term] = term.Explanation
	}
	for code, sentence := range l.Sentences() {
		all[string(code)] = sentence
	}
	return all
}

// The association calls itself "voor Raadsleden"; the source page does not.
func TestNameOfTheAssociation(t *testing.T) {
	for where, text := range texts(t) {
		if strings.Contains(text, "Vereniging van Raadsleden") {
			t.Errorf("%s has the wrong name", where)
		}
	}
}

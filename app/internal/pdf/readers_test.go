package pdf

import (
	"errors"
	"flag"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"raadwijzer/app/internal/pdf/pdfcheck"
)

var update = flag.Bool("update", false, "write the golden files anew")

// tool runs a reader on a document.
func tool(t *testing.T, doc []byte, debian, name string, args ...string) string {
	t.Helper()
	return pdfcheck.Run(t, doc, debian, name, args...)
}

func textOf(t *testing.T, doc []byte) string {
	t.Helper()
	return tool(t, doc, "poppler-utils", "pdftotext", "FILE", "-")
}

// squeeze makes all white space one space.
func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }

// documents are what every check of a whole file is made on.
func documents(t *testing.T) map[string][]byte {
	return map[string][]byte{
		"sample":  document(t, sampleMeta, sample),
		"torture": document(t, Meta{Title: "T < & \x00 \u202e é", Author: "A & <b>", Confidential: true, Header: strings.Repeat("lang ", 100)}, torture),
		"empty":   document(t, Meta{}, func(*Writer) {}),
	}
}

func TestQPDFFindsNoErrors(t *testing.T) {
	for name, doc := range documents(t) {
		t.Run(name, func(t *testing.T) {
			if out := tool(t, doc, "qpdf", "qpdf", "--check", "FILE"); !strings.Contains(out, "No syntax or stream encoding errors") {
				t.Error(out)
			}
		})
	}
}

func TestNothingIsAgainstTheStandards(t *testing.T) {
	for name, doc := range documents(t) {
		if err := validate(doc); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// validate has pdfcpu judge the file, and then our own checks.
func validate(doc []byte) error {
	found, err := pdfcheck.Check(doc)
	if err != nil || len(found) == 0 {
		return err
	}
	return errors.New(strings.Join(found, "\n"))
}

func TestFontsAreEmbeddedSubsetsWithText(t *testing.T) {
	for name, doc := range documents(t) {
		lines := strings.Split(strings.TrimSpace(tool(t, doc, "poppler-utils", "pdffonts", "FILE")), "\n")
		if len(lines) < 3 {
			t.Errorf("%s: no fonts", name)
		}
		for _, l := range lines[2:] {
			if !strings.Contains(l, "yes yes yes") {
				t.Errorf("%s: not embedded, not a subset or without text: %s", name, l)
			}
		}
	}
}

func TestReaderSeesTitleLanguageAndTags(t *testing.T) {
	out := tool(t, document(t, sampleMeta, sample), "poppler-utils", "pdfinfo", "-isodates", "FILE")
	for _, want := range []string{`Title: +Export notities en voortgang`, `Author: +Griffie`, `Subject: +Notities`, `Tagged: +yes`,
		`CreationDate: +2026-03-18T09:30:00Z`, `PDF version: +1\.7`, `Page size: +595\.\d+ x 841\.\d+ pts \(A4\)`, `JavaScript: +no`} {
		if !regexp.MustCompile(want).MatchString(out) {
			t.Errorf("no %q in\n%s", want, out)
		}
	}
}

// TestTagTree compares the tags of the sample and the text in them with what
// a person has found right.
func TestTagTree(t *testing.T) {
	out := tool(t, document(t, sampleMeta, sample), "poppler-utils", "pdfinfo", "-struct-text", "FILE")
	out = regexp.MustCompile(`Object \d+ \d+`).ReplaceAllString(out, "Object")
	pdfcheck.Golden(t, filepath.Join("testdata", "sample.tags"), out, *update)
}

// TestPDFjs has the reader of Firefox tell what it sees, on each page.
func TestPDFjs(t *testing.T) {
	script := filepath.Join("..", "..", "..", "frontend", "tests", "pdfjs", "tags.mjs")
	out := tool(t, document(t, sampleMeta, sample), "nodejs, and npm packages by build/setup.sh", "node", script, "FILE")
	pdfcheck.Golden(t, filepath.Join("testdata", "sample.pdfjs"), out, *update)
}

package pdf

import (
	"bytes"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
)

var update = flag.Bool("update", false, "write the golden files anew")

// tool runs a program on a document and gives what it prints. A program that
// is missing fails the test: a check that is not made is no check.
func tool(t *testing.T, doc []byte, debian, name string, args ...string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Fatalf("this test needs %s; install the Debian package %s", name, debian)
	}
	file := filepath.Join(t.TempDir(), "document.pdf")
	if err := os.WriteFile(file, doc, 0o600); err != nil {
		t.Fatal(err)
	}
	for i, a := range args {
		if a == "FILE" {
			args[i] = file
		}
	}
	var out, errs bytes.Buffer
	cmd := exec.Command(path, args...)
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); err != nil {
		t.Fatalf("%s %s: %v\n%s%s", name, strings.Join(args, " "), err, out.String(), errs.String())
	}
	if errs.Len() > 0 {
		t.Errorf("%s %s complains: %s", name, strings.Join(args, " "), errs.String())
	}
	return out.String()
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

func TestPDFCPUFindsNoErrors(t *testing.T) {
	for name, doc := range documents(t) {
		if err := validate(doc); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func validate(doc []byte) error {
	api.DisableConfigDir() // it would write into the home folder
	conf := model.NewDefaultConfiguration()
	conf.ValidationMode = model.ValidationStrict
	return api.Validate(bytes.NewReader(doc), conf)
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
	golden := filepath.Join("testdata", "sample.tags")
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(golden, []byte(out), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if out != string(want) {
		t.Errorf("the tags differ from %s (write it anew with -update, and read what changed):\n%s", golden, diff(string(want), out))
	}
}

// diff shows the first lines that differ.
func diff(want, got string) string {
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range min(len(w), len(g)) {
		if w[i] != g[i] {
			return "want " + w[i] + "\ngot  " + g[i]
		}
	}
	return "one is longer than the other"
}

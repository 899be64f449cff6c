package app_test

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// FuzzImport reads files that were made to do harm. Nothing may be written
// outside the data folder, and each file is a note or has a reason in Dutch.
func FuzzImport(f *testing.F) {
	f.Add("notitie.md", []byte("---\nid: 0198c1de-0000-7000-8000-000000000000\ntags: [een, twee]\n---\n# Titel\n"))
	f.Add("notitie.md", []byte("---\n: [\n---\n"))
	f.Add("notitie.txt", []byte("\xff\xfeh\x00o\x00i\x00"))
	f.Add("notities.zip", zipOf(f, "../../boven.md", "/etc/passwd.md", "a/b.md"))
	f.Add("notities.zip", []byte("PK\x03\x04"))
	f.Add("notities.zip", append([]byte("MZ voorop"), zipOf(f, "in.md")...))
	a, _ := open(f)
	f.Fuzz(func(t *testing.T, name string, content []byte) {
		folder := t.TempDir()
		path := filepath.Join(folder, "in", "bestand"+filepath.Ext(filepath.Base("x"+strings.ToValidUTF8(name, ""))))
		if strings.ContainsAny(path, "\x00") || len(content) > 1<<20 || os.MkdirAll(filepath.Dir(path), 0o700) != nil {
			t.Skip()
		}
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Skip(err)
		}
		result, err := a.ImportWith(t.Context(), []string{path}, nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, failed := range result.Failed {
			if failed.Reason == "" || strings.Contains(failed.Reason, "Er ging iets mis in het programma") {
				t.Errorf("%q: %q is no reason", failed.Path, failed.Reason)
			}
		}
		for _, where := range []string{folder, filepath.Dir(path)} {
			if entries, err := os.ReadDir(where); err != nil || len(entries) != 1 {
				t.Errorf("in %s: %v, %v", where, entries, err)
			}
		}
	})
}

func zipOf(tb testing.TB, names ...string) []byte {
	tb.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range names {
		part, err := w.Create(name)
		if err == nil {
			_, err = part.Write([]byte("# " + name + "\n\ntekst"))
		}
		if err != nil {
			tb.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

//go:build e2e

package e2e

import (
	"archive/zip"
	"os"
	"path/filepath"
	"testing"
)

// zipped makes a zip of two notes.
func zipped(t *testing.T) (path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "notities één.zip")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	w := zip.NewWriter(f)
	for _, name := range []string{"Zwembad.md", "Sporthal.txt"} {
		entry, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := entry.Write([]byte("# " + name + "\n\nTekst.\n")); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestAZipIsImportedByTheSystemsOpenDialog(t *testing.T) {
	path := zipped(t)
	w := Start(t, t.TempDir())
	w.Later()
	w.Go("Notities")
	w.Press(Button, "Importeren")
	w.Press(Button, "Kies bestanden of een zip")
	w.OpenPath(path)
	w.Says("2 notities ingelezen.")
	w.Press(Button, "Naar mijn notities")
	w.Says("2 notities")
	w.Close()
}

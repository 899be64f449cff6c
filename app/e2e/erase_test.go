//go:build e2e

package e2e

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// holding returns the files in a folder in whose bytes a text stands.
func holding(t *testing.T, folder, text string) (paths []string) {
	t.Helper()
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.Type().IsRegular() {
			return err
		}
		content, err := os.ReadFile(path)
		if os.IsNotExist(err) { // WebKit's own, and gone meanwhile
			return nil
		}
		if bytes.Contains(content, []byte(text)) {
			paths = append(paths, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return paths
}

// Everything removed by hand, from the window that is open: no file that the
// program or WebKit keeps holds a word of it, then and after the end.
func TestEverythingIsRemovedFromTheWindow(t *testing.T) {
	const marker = "geheimwoordje"
	beside := t.TempDir()
	all := filepath.Dir(beside) // the data, and the home of the program
	w := Start(t, t.TempDir())
	w.Later()
	w.Write("Over " + marker + ".")
	if len(holding(t, w.Data, marker)) == 0 {
		t.Fatal("the note is not there")
	}
	w.until("the copy of the day", func() bool {
		made, err := filepath.Glob(filepath.Join(w.Data, "reservekopieen", "dagelijks-*.db"))
		return err == nil && len(made) == 1
	})
	w.Go("Instellingen")
	w.Press(Button, "Bekijk wat er weggaat")
	w.Says("1 notitie, met de eerdere teksten")
	w.Click(CheckBox, "Verwijder ook de reservekopie op deze computer")
	w.Click(CheckBox, "Ik begrijp dat ik mijn gegevens niet meer terugkrijg")
	w.Press(Button, "Verwijder alles")
	w.Find(Heading, "Welkom. Wat voor functie hebt u?")
	w.Says("Al uw gegevens zijn voorgoed verwijderd.")
	if found := holding(t, all, marker); len(found) > 0 {
		t.Errorf("a note can still be read in %q", found)
	}
	w.Later()
	w.Go("Notities")
	w.Says("U hebt nog geen notities.")
	w.Close()
	if found := holding(t, all, marker); len(found) > 0 {
		t.Errorf("after the end a note can be read in %q", found)
	}
}

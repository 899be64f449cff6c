//go:build e2e

package e2e

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestPasteBecomesCleanText pastes what Word, Outlook, Google Docs and a page
// on the web put on the clipboard. WebKit changes it before the page gets it,
// so that the tests of the front end alone do not prove this.
func TestPasteBecomesCleanText(t *testing.T) {
	folder := filepath.Join("..", "..", "frontend", "tests", "unit", "editor-bridge", "paste")
	for _, name := range []string{"word", "outlook", "docs", "web"} {
		t.Run(name, func(t *testing.T) {
			want, err := os.ReadFile(filepath.Join(folder, name+".md"))
			if err != nil {
				t.Fatal(err)
			}
			data := t.TempDir()
			w := Start(t, data)
			w.Later()
			w.Key("ctrl+n")
			w.Focus(Panel, "Tekst")
			copyHTML(t, filepath.Join(folder, name+".html"))
			w.Key("ctrl+v")
			w.until("the pasted text is stored", func() bool { return onlyNoteYet(t, data) != "" })
			w.Close()
			if got := onlyNoteYet(t, data); strings.TrimSpace(got) != strings.TrimSpace(string(want)) {
				t.Errorf("stored is\n%s\nwant\n%s", got, want)
			}
		})
	}
}

// copyHTML puts a page on the clipboard, as a program that copies does.
func copyHTML(t *testing.T, file string) {
	t.Helper()
	cmd := exec.Command("xclip", "-quiet", "-selection", "clipboard", "-t", "text/html", file)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Kill() // it waits for the next program that copies
		_ = cmd.Wait()
	})
}

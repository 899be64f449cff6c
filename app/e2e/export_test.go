//go:build e2e

package e2e

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

func TestPagesAreShownBeforeTheyAreExported(t *testing.T) {
	w := Start(t, t.TempDir())
	w.Later()
	w.Write(sentence)
	w.Go("Exporteren")
	w.Press(Button, "Bekijk de bladzijden")
	w.Find(Image, "Bladzijde 1 van 1")
	w.Click(RadioButton, "Een artikel")
	w.Gone(Image, "Bladzijde 1 van 1")
	w.Press(Button, "Bekijk de bladzijden")
	w.Find(Image, "Bladzijde 1 van …")
	w.shot(t.Name())
	w.Click(RadioButton, "Webpagina")
	w.Gone(Button, "Bekijk de bladzijden")
	w.exported("Kies waar u het bewaart", "artikel één.html", "<!DOCTYPE html>")
	w.Close()
}

// longNotes makes notes of which the PDF takes a while on any computer.
func longNotes(t *testing.T) (data string) {
	t.Helper()
	data = t.TempDir()
	text := strings.Repeat("De raad bespreekt **de begroting** van dit jaar met het college.\n\n", 1500)
	folder := t.TempDir()
	for i := range 150 {
		if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("%d.md", i)), fmt.Appendf(nil, "# Notitie %d\n\n%s", i, text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if out, err := exec.Command(console, "--data", data, "import", folder).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return data
}

func TestALongExportShowsHowFarItIsAndIsStopped(t *testing.T) {
	w := Start(t, longNotes(t))
	w.Later()
	w.Go("Exporteren")
	folder := t.TempDir()
	w.Press(Button, "Kies waar u het bewaart")
	w.SaveAs(filepath.Join(folder, "alles.pdf"))
	w.Find(ProgressBar, "")
	w.Says("van 150 notities zijn klaar.")
	w.shot(t.Name())
	w.Press(Button, "Stop")
	w.Says("U hebt niets bewaard.")
	w.Gone(ProgressBar, "")
	if left, err := os.ReadDir(folder); err != nil || len(left) > 0 {
		t.Errorf("the folder holds %v, %v", left, err)
	}
	w.Press(Button, "Bekijk de bladzijden")
	w.Find(ProgressBar, "")
	w.Press(Button, "Stop")
	w.Gone(ProgressBar, "")
	w.Find(Button, "Bekijk de bladzijden")
	w.Close()
}

// shot keeps what is on the screen, when a folder for it is given.
func (w *Window) shot(name string) {
	w.t.Helper()
	if folder := os.Getenv("RAADWIJZER_SHOTS"); folder != "" {
		w.tool("import", "-window", w.id(), filepath.Join(folder, name+".png"))
	}
}

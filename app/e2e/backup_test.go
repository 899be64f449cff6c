//go:build e2e

package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A backup with a password, made and put back by hand, without a connection.
func TestABackupIsMadeLookedIntoAndPutBack(t *testing.T) {
	under, file := trace(t, "-D")
	w := launch(t, t.TempDir(), under...)
	w.Later()
	w.Write("Wat in de kopie staat.")
	w.Go("Instellingen")
	w.Press(Button, "Maak een reservekopie")
	w.Click(CheckBox, "Beveilig de kopie met een wachtwoord")
	w.password("vier losse woorden hier")
	path := filepath.Join(t.TempDir(), "kopie.age")
	w.Press(Button, "Kies waar u de kopie bewaart")
	w.SaveAs(path)
	w.Says("De reservekopie is gecontroleerd en staat in " + path)
	text, err := os.ReadFile(path)
	if err != nil || !strings.HasPrefix(string(text), "age-encryption.org/v1\n") || strings.Contains(string(text), "kopie staat") {
		t.Fatal("the backup is not sealed", err)
	}

	w.Write("Wat er later bij kwam.")
	w.Go("Instellingen")
	w.Press(Button, "Zet een reservekopie terug")
	w.OpenPath(path)
	w.Says("Deze reservekopie is beveiligd met een wachtwoord.")
	w.password("een heel ander wachtwoord")
	w.Press(Button, "Bekijk de kopie")
	w.Says("Dit wachtwoord past niet bij deze reservekopie.")
	w.password("vier losse woorden hier")
	w.Press(Button, "Bekijk de kopie")
	w.Says("1 notitie en 0 trajecten")
	w.Says("2 notities en 0 trajecten") // what there is now
	w.Press(Button, "Zet terug")
	w.Says("De reservekopie staat terug.")
	w.Go("Notities")
	w.Find(Link, "Wat in de kopie staat.…")
	w.Gone(Link, "Wat er later bij kwam.…")
	w.Close()
	w.silent(file)
}

// password fills the password field of a dialog.
func (w *Window) password(text string) {
	w.t.Helper()
	w.Focus(Password, "Wachtwoord")
	w.Key("ctrl+a")
	w.Type(text)
}

//go:build e2e

package e2e

import "testing"

func TestAReferenceMakesTheNoteAndLeadsBothWays(t *testing.T) {
	data := t.TempDir()
	w := Start(t, data)
	w.Later()
	w.Write("Zie [[Wonen]] morgen.")
	w.Find(Heading, "Verwijzingen in deze notitie")
	w.Find(Link, "[[Wonen]]") // assistive technology finds it in the text too
	w.Press(Button, "Maak deze notitie: Wonen")
	w.Find(Heading, "Notitie: Wonen")
	w.Find(Heading, "Verwijzingen naar deze notitie")
	w.Press(Link, "Zie Wonen morgen.")
	w.Find(Heading, "Notitie: Zie Wonen morgen.")
	w.Focus(Panel, "Tekst")
	w.Key("ctrl+Home", "Right", "Right", "Right", "Right", "Right", "Right", "Right", "ctrl+Return")
	w.Find(Heading, "Notitie: Wonen")
	w.Close()
}

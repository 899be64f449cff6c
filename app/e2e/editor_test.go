//go:build e2e

package e2e

import (
	"strings"
	"testing"
)

// TestUndoReachesBackOverSavesAndPlainText undoes and does again what was
// typed before a save and before the text was shown plain, and walks through
// a table by Tab.
func TestUndoReachesBackOverSavesAndPlainText(t *testing.T) {
	data := t.TempDir()
	w := Start(t, data)
	w.Later()
	w.Key("ctrl+n")
	w.Focus(Panel, "Tekst")
	stored := func(want string) {
		t.Helper()
		w.until("the stored text "+want, func() bool { return strings.TrimSpace(onlyNoteYet(t, data)) == want })
	}
	w.Type("Eerste zin.")
	stored("Eerste zin.")
	w.Key("Return")
	w.Type("Tweede zin.")
	stored("Eerste zin.\n\nTweede zin.")

	w.Press(ToggleButton, "Toon als platte tekst")
	w.Find(Entry, "Tekst")
	w.Press(ToggleButton, "Toon als platte tekst")
	w.Focus(Panel, "Tekst")
	undone := 0
	for ; undone < 30 && strings.TrimSpace(onlyNoteYet(t, data)) != "Eerste zin."; undone++ {
		before := onlyNoteYet(t, data)
		w.Key("ctrl+z")
		w.until("what was undone is stored", func() bool { return onlyNoteYet(t, data) != before })
	}
	stored("Eerste zin.")
	for range undone {
		w.Key("ctrl+shift+z")
	}
	stored("Eerste zin.\n\nTweede zin.")

	w.Key("ctrl+End", "Return")
	w.Press(Button, "Tabel invoegen")
	w.Type("Naam")
	w.Key("Tab")
	w.Type("Rol")
	w.Key("Tab", "Tab", "Tab")
	w.Type("Jansen")
	w.Key("shift+Tab", "shift+Tab", "shift+Tab")
	w.Type("Functie")
	stored("Eerste zin.\n\nTweede zin.\n\n| Naam | Functie |   |\n| ---- | ------- | - |\n|      | Jansen  |   |\n|      |         |   |")
	w.Close()
}

// onlyNoteYet is onlyNote before there may be one.
func onlyNoteYet(t *testing.T, data string) string {
	t.Helper()
	var list []struct{ ID string }
	command(t, data, &list, "notes", "list")
	if len(list) == 0 {
		return ""
	}
	return onlyNote(t, data)
}

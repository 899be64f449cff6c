//go:build e2e

package e2e

import (
	"slices"
	"strings"
	"testing"
)

// What can go wrong in a page, and a part of what the console says of it.
var wrongs = map[string]string{
	`console.error("een fout")`:                              "CONSOLE ERROR een fout",
	`console.warn("een waarschuwing")`:                       "CONSOLE WARN een waarschuwing",
	`setTimeout(() => { throw new Error("niet gevangen") })`: "CONSOLE JS ERROR Error: niet gevangen",
	`Promise.reject(new Error("niet afgewacht"))`:            "CONSOLE JS ERROR Unhandled Promise Rejection: Error: niet afgewacht",
	`document.body.setAttribute("style", "color: red")`:      "CONSOLE SECURITY ERROR Refused to apply a stylesheet",
}

// That the console of every window stays empty says something only if the
// tests hear what is in it.
func TestTheConsoleIsHeard(t *testing.T) {
	// A heading tells that all was done.
	script := `setTimeout(() => {
		document.body.append(Object.assign(document.createElement("h2"), { textContent: "Klaar" }))
	})`
	for wrong := range wrongs {
		script = wrong + ";\n" + script
	}
	t.Setenv("RAADWIJZER_CONSOLE_SCRIPT", script)
	w := launch(t, t.TempDir())
	w.wrong = true
	w.Find(Heading, "Klaar")
	w.Close()
	heard := w.messages()
	for wrong, said := range wrongs {
		if !slices.ContainsFunc(heard, func(message string) bool { return strings.Contains(message, said) }) {
			t.Errorf("%s is not heard in %q", wrong, heard)
		}
	}
}

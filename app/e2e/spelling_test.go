//go:build e2e

package e2e

import "testing"

// TestSpellingIsDutch looks for the line under a word that is no Dutch: it is
// nowhere but on the screen.
func TestSpellingIsDutch(t *testing.T) {
	display, err := openScreen()
	if err != nil {
		t.Fatal(err)
	}
	w := Start(t, t.TempDir())
	w.Later()
	w.Key("ctrl+n")
	w.Focus(Panel, "Tekst")
	w.Type("De gemeenteraad vergadert vanavond over woningbouw.")
	w.Key("Return")
	w.Says("Bewaard om ")
	w.Type("Dit is qzwvkxt.")
	first, last := -1, -1
	w.until("a red line under the word", func() bool {
		first, last = redRows(t, display)
		return first >= 0
	})
	if last-first > 10 {
		t.Errorf("red stands on the rows %d to %d: words of the first line are called wrong too", first, last)
	}
	w.Close()
}

// redRows returns the first and the last row of the text with a red pixel, or
// -1.
func redRows(t *testing.T, display *screen) (first, last int) {
	t.Helper()
	pixels, err := display.look(wholeWindow)
	if err != nil {
		t.Fatal(err)
	}
	first, last = -1, -1
	for i := 0; i+4 <= len(pixels); i += 4 {
		if blue, green, red := pixels[i], pixels[i+1], pixels[i+2]; red > 180 && green < 90 && blue < 90 {
			if last = i / 4 / wholeWindow.width; first < 0 {
				first = last
			}
		}
	}
	return first, last
}

// wholeWindow is inside every window.
var wholeWindow = area{4, 64, 1260, 800}

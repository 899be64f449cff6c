//go:build e2e

package e2e

import "testing"

// TestDarkStartsDark looks at the middle of the screen from the start until the
// page is there. The display itself is black, so anything light is a flash.
func TestDarkStartsDark(t *testing.T) {
	t.Run("chosen", func(t *testing.T) {
		data := t.TempDir()
		w := Start(t, data)
		w.Later()
		w.Go("Instellingen")
		w.Press(RadioButton, "Donker")
		w.Close()
		staysDark(t, data)
	})
	t.Run("asked by the system", func(t *testing.T) {
		data := t.TempDir()
		w := Start(t, data)
		w.Later()
		w.Close()
		t.Setenv("GTK_THEME", "Adwaita:dark")
		staysDark(t, data)
	})
}

func staysDark(t *testing.T, data string) {
	t.Helper()
	s, err := openScreen()
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = s.conn.Close() }()
	w := launch(t, data)
	light, longest, looked := 0, 0, 0
	middle := area{600, 500, 64, 64}
	w.until("the page", func() bool {
		for range 40 {
			pixels, err := s.look(middle)
			if err != nil {
				t.Fatal(err)
			}
			looked++
			if brightness(pixels) > 128 {
				light++
			} else {
				light = 0
			}
			longest = max(longest, light)
		}
		return w.first(Heading, "Aan de slag") != nil
	})
	// A look takes a few milliseconds, less than a frame. This display shows
	// what stands between clearing and drawing; one that draws frames does not.
	if longest > 1 {
		t.Errorf("light in %d looks in a row, of %d", longest, looked)
	}
	// Else the page was not dark at all, or was never in the middle.
	w.until("a dark page", func() bool {
		pixels, err := s.look(middle)
		return err == nil && brightness(pixels) > 0 && brightness(pixels) < 128
	})
	w.Close()
}

// brightness is the mean of pixels of four bytes, 0 for black and 255 for white.
func brightness(pixels []byte) int {
	sum := 0
	for i, value := range pixels {
		if i%4 != 3 {
			sum += int(value)
		}
	}
	return sum / max(1, len(pixels)/4*3)
}

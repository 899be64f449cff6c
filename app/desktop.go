package app

// Desktop is what the program asks of the system around the window. The real
// one stands in desktop_wails.go; tests use their own.
type Desktop interface {
	// SaveFile asks where to save; "" when the user closed the dialog.
	SaveFile(title, name, extension string) (string, error)
	// OpenFile asks which file to open; "" when the user closed the dialog.
	OpenFile(title, extension string) (string, error)
	// OpenFiles asks which files to open; none when the user closed the dialog.
	OpenFiles(title string, extensions ...string) ([]string, error)
	// OpenFolder asks for a folder; "" when the user closed the dialog.
	OpenFolder(title string) (string, error)
	// ShowFolder shows a folder in the file manager.
	ShowFolder(path string) error
	// OpenLink opens an address in the user's browser.
	OpenLink(address string)
	// Emit sends an event to the page.
	Emit(event string)
	// Raise brings the window to the front.
	Raise()
	// Shade tells whether the page is dark, so that nothing behind it shows white.
	Shade(dark bool)
	// Ready shows the window: the page has painted.
	Ready()
	// Quit closes the program.
	Quit()
	// Stay keeps the window open after EventFlush: there is text that could
	// not be saved.
	Stay()
}

// The events that the page listens to.
const (
	EventFlush   = "flush"   // the window wants to close: save, then call Notes.Flushed
	EventChanged = "changed" // another program changed the data: read again
	EventChecked = "checked" // the program had not ended as it should; the data were looked at and are sound
	EventDamaged = "damaged" // as EventChecked, but the data are damaged
)

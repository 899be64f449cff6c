//go:build linux && desktop

package shell

/*
#cgo linux pkg-config: gtk+-3.0 webkit2gtk-4.1
#include "shell_linux.h"
*/
import "C"

import "os"

// Prepare sets what WebKitGTK reads from the environment when it starts. Call
// it first in main, before wails.Run.
func Prepare() {
	// WebKit opens a remote inspector for whoever sets these, also in a release
	// build: another program on this computer could read every note.
	_ = os.Unsetenv("WEBKIT_INSPECTOR_SERVER")
	_ = os.Unsetenv("WEBKIT_INSPECTOR_HTTP_SERVER")

	// Without this the window stays blank on a number of graphics drivers. Who
	// sets it himself knows better.
	if _, set := os.LookupEnv("WEBKIT_DISABLE_DMABUF_RENDERER"); !set {
		_ = os.Setenv("WEBKIT_DISABLE_DMABUF_RENDERER", "1")
	}
}

// Attach sets up the web view of the running window. Call it in OnStartup; it
// returns at once and the work is done on the thread of GTK. Calling it again
// changes nothing.
func Attach() {
	C.raadwijzer_attach()
}

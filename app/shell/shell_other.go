//go:build !windows && !(linux && desktop)

package shell

// Prepare has nothing to set here: a build without a window has no web view,
// and WKWebView on macOS takes its switches from wails.Options.
func Prepare() {}

// Attach has no means here: on macOS Wails gives no access to WKWebView's
// navigation. The page's content security policy stands alone, and the page
// must hand every link to the Go side instead of following it.
func Attach() {}

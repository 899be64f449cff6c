//go:build !windows

package shell

// HasWebView reports that there is a web view, because the program does not
// start without its library.
func HasWebView() bool { return true }

package shell

import "github.com/wailsapp/go-webview2/webviewloader"

// HasWebView reports whether WebView2 is on this computer. Wails looks too, but
// only after the database was opened, and with a box of its own.
func HasWebView() bool {
	version, err := webviewloader.GetAvailableCoreWebView2BrowserVersionString("")
	return err != nil || version != "" // what cannot be looked up is left to Wails
}

package shell

// Prepare has nothing to set: WebView2 takes its switches from wails.Options,
// and its spelling from the languages that the user chose in Windows.
func Prepare() {}

// Attach has no means here: Wails gives no access to WebView2's navigation
// events. The page's content security policy stands alone, and the page must
// hand every link to the Go side instead of following it. Wails itself tells
// when WebView2's process has ended.
func Attach() {}

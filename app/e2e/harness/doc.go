// Command harness serves the built page and the real Go side to an ordinary
// browser, for tests only: Chromium is the engine of Windows' WebView2, and it
// can be driven in ways that the real window cannot.
//
// It is built with the tag e2e only and never ships. It listens on the
// loopback address alone and answers no other host name.
//
//	go run -tags e2e,sqlite_fts5 ./app/e2e/harness [-dist frontend/dist] [COMMAND [ARGUMENT]...]
//
// With a command it runs that, with the address in RAADWIJZER_URL, and
// ends with its status. Without one it prints the address and serves until it
// is told to stop. Besides the page there are, for the tests:
//
//	POST /harness/reset            a fresh, empty data folder
//	POST /harness/dialogs          {"save": path, "open": path}: what the next dialogs answer; "" is cancelled
//	POST /harness/emit             {"event": name}: an event to the page
//	GET  /harness/state            {"data", "saved", "links", "folders", "ready", "quit"}: what the page asked of the desktop
package main

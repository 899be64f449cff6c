// Package shell does per system what Wails leaves open: Dutch spelling, a
// guard that keeps the web view on our own pages, a way back when the web
// process dies, and a message box for before there is a window.
//
// The rules of this package are: it knows the system's web view and nothing of
// what Raadwijzer does; one file per system, so that every difference between systems
// has one address; where a system offers nothing, the file says so.
package shell

// Origin is where Wails serves the page. The guard lets nothing else load.
const Origin = "wails://wails/"

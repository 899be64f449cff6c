// Package app is Raadwijzer as its user meets it: one bound type per feature
// for the window, and the same operations for the command line in app/cli.
//
// The rules of this package are: a bound method parses, calls once and returns
// a view and an error; it never decides. What crosses the bridge stands in
// views.go. An error leaves as a Problem with a code, never as a text. No note
// text is ever logged.
package app

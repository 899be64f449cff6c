// Package window opens Raadwijzer's window.
//
// The rules of this package are: it is the only place that knows Wails, and
// it decides nothing about notes, runs or items. Built with the tag "cli" it
// holds no window at all, so that the program needs no libraries of a desktop.
package window

import "io"

// Options tell how to start.
type Options struct {
	DataDir string // "" for the usual folder
	Version string
	Stderr  io.Writer
}

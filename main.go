// Raadwijzer: notes, knowledge and checklists for Dutch local government,
// without a network.
//
// With a command it is a command-line program (see app/cli); without one it
// opens its window (see app/window). Built with the tag "cli" it is the
// command line alone and needs no libraries of a desktop.
package main

import (
	"os"

	"raadwijzer/app/cli"
	"raadwijzer/app/window"
)

// version is set by the build.
var version = "0.1.0"

func main() {
	args := os.Args[1:]
	if cli.HasCommand(args) {
		os.Exit(cli.Run(cli.Environment{Args: args, Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Version: version}))
	}
	os.Exit(window.Run(window.Options{DataDir: cli.DataFolder(args), Version: version, Stderr: os.Stderr}))
}

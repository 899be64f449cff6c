// Package e2e tests the built program as its user meets it: the real window
// on a virtual display, driven by keyboard and mouse and read through the
// accessibility tree, as a screen reader does.
//
// The rules of this package are: the program under test is the one that is
// shipped, without a switch or a line for testing; a test finds things by role
// and name only, so a control without a name is a failing test; every look-up
// tries again until a deadline, because the page is alive; only processes that
// were started here are ended; the console of every page stays empty (see
// console.go).
//
// Build first, then:
//
//	go test -tags e2e ./app/e2e
//
// The tests start their own display (build/session.sh). RAADWIJZER_PROGRAM
// names another program than build/bin/raadwijzer, RAADWIJZER_SHOTS the folder
// for a picture of every test that fails.
package e2e

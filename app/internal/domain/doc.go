// Package domain holds the words of Raadwijzer and the rules that belong to
// them: item, checklist, run, step, note, date, deadline, role, error.
//
// The rules of this package are: it imports leaf packages of the standard
// library only, it does no input or output, and it never reads a clock: a
// moment always comes in as an argument.
package domain

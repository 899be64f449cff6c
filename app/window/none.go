//go:build cli

package window

import "fmt"

// Run says that this program has no window and returns exit status 2.
func Run(o Options) int {
	_, _ = fmt.Fprintln(o.Stderr, "Dit is Raadwijzer zonder venster. Typ 'raadwijzer-cli help' voor alle opdrachten.")
	return 2
}

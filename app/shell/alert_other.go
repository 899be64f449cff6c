//go:build !windows && !(linux && desktop)

package shell

// Alert shows nothing on this system; the caller writes the message to
// standard error as well.
func Alert(_, _ string) {}

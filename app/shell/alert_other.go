//go:build !windows && !(linux && desktop)

package shell

// Alert shows nothing on this system; the caller writes the message to
// standard error as well.
func Alert(_, _ string) {}

// Ask shows nothing on this system, so the answer is no.
func Ask(_, _, _, _ string) bool { return false }

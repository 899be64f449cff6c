package app_test

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// The command line has no code to speak to a server with, whoever asks: not
// ours, and not that of a library. The window has, because Wails serves the
// page in the manner of a server; app/e2e/nonet_test.go watches it.
func TestTheCommandLineHoldsNoCodeForTheNetwork(t *testing.T) {
	if _, err := exec.LookPath("go"); err != nil {
		t.Skip("no go command to ask what is linked")
	}
	cmd := exec.Command("go", "list", "-deps", "-tags", "cli,sqlite_fts5", ".")
	cmd.Dir = ".."
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	linked := strings.Fields(string(out))
	if !slices.Contains(linked, module+"/app/cli") {
		t.Fatal("this is not the command line:", len(linked))
	}
	for _, one := range linked {
		if in(one, "net/http", "crypto/tls", "net/smtp", "net/rpc", "golang.org/x/net") {
			t.Errorf("%s is linked", one)
		}
	}
}

//go:build e2e

package e2e

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

const insideSession = "RAADWIJZER_E2E_SESSION"

var (
	program   string // the window
	console   string // the command line
	sharedBus *bus
)

// TestMain runs this test program again inside a desktop of its own, so that
// the tests never type into the windows of whoever runs them.
func TestMain(m *testing.M) {
	if os.Getenv(insideSession) == "" {
		os.Exit(again())
	}
	os.Exit(inside(m))
}

// inside runs the tests on the desktop that was made for them.
func inside(m *testing.M) int {
	dir, err := os.MkdirTemp("", "raadwijzer-e2e-")
	if err == nil {
		defer func() { _ = os.RemoveAll(dir) }()
		err = prepare(dir)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "e2e:", err)
		return 1
	}
	return m.Run()
}

func again() int {
	cmd := exec.Command(filepath.Join("..", "..", "build", "session.sh"), os.Args...)
	cmd.Env = append(os.Environ(), insideSession+"=1", "LC_ALL=C.UTF-8")
	cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, os.Stdout, os.Stderr
	err := cmd.Run()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return exit.ExitCode()
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "e2e:", err)
		return 1
	}
	return 0
}

// prepare finds what is tested and makes ready what the tests work with, in a
// folder of their own.
func prepare(dir string) error {
	bin, err := filepath.Abs(filepath.Join("..", "..", "build", "bin"))
	if err != nil {
		return err
	}
	program, console = filepath.Join(bin, "raadwijzer"), filepath.Join(bin, "raadwijzer-cli")
	if given := os.Getenv("RAADWIJZER_PROGRAM"); given != "" {
		program = given
	}
	if _, err := os.Stat(program); err != nil {
		return fmt.Errorf("%w; run make build first", err)
	}
	if err := errors.Join(extraKeys(), buildListener(dir)); err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	sharedBus, err = openBus(ctx)
	return err
}

// extraKeys gives the letters that a US keyboard lacks a key of their own.
// Otherwise xdotool lends a key to each as it types, and drops some. The codes
// are those that the display uses for nothing; a modifier must not be among
// them.
func extraKeys() error {
	letters := []string{"eacute", "idiaeresis", "ediaeresis", "odiaeresis", "udiaeresis", "EuroSign"}
	free, err := freeKeys()
	if err != nil {
		return err
	}
	if len(free) < len(letters) {
		return fmt.Errorf("the display has %d free keys, need %d", len(free), len(letters))
	}
	args := []string{}
	for i, letter := range letters {
		args = append(args, "-e", fmt.Sprintf("keycode %s = %s", free[i], letter))
	}
	if out, err := exec.Command("xmodmap", args...).CombinedOutput(); err != nil {
		return fmt.Errorf("xmodmap: %w: %s", err, out)
	}
	return nil
}

func freeKeys() ([]string, error) {
	keys, err := exec.Command("xmodmap", "-pke").Output()
	if err != nil {
		return nil, fmt.Errorf("xmodmap -pke: %w", err)
	}
	modifiers, err := exec.Command("xmodmap", "-pm").Output()
	if err != nil {
		return nil, fmt.Errorf("xmodmap -pm: %w", err)
	}
	var free []string
	for line := range strings.Lines(string(keys)) {
		code, symbols, _ := strings.Cut(strings.TrimPrefix(strings.TrimSpace(line), "keycode"), "=")
		code = strings.TrimSpace(code)
		var number int
		if _, err := fmt.Sscan(code, &number); err != nil {
			continue
		}
		if strings.TrimSpace(symbols) == "" && !strings.Contains(string(modifiers), fmt.Sprintf("(0x%x)", number)) {
			free = append(free, code)
		}
	}
	return free, nil
}

// load tells how busy the computer was in the last minute.
func load() string {
	text, err := os.ReadFile("/proc/loadavg")
	if err != nil {
		return "unknown"
	}
	first, _, _ := strings.Cut(string(text), " ")
	return first
}

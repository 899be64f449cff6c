package store

import (
	"os"
	"strconv"
	"testing"
)

// faults returns how often a fault is tried: the usual number, or ten times as
// often when a night is given to it (make test-faults sets RAADWIJZER_KILLS).
func faults(t *testing.T, usual int) int {
	t.Helper()
	if given := os.Getenv("RAADWIJZER_KILLS"); given != "" {
		all, err := strconv.Atoi(given)
		if err != nil {
			t.Fatalf("RAADWIJZER_KILLS is %q", given)
		}
		return usual * max(1, all/50)
	}
	return usual
}

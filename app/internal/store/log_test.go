package store

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// A log of the database that was cut off or spoilt, as by a disk that fails at
// a power cut, takes away the last changes and never one in the middle.
func TestFaultDamagedLogTakesOnlyTheLastChanges(t *testing.T) {
	config, _ := testConfig(t)
	s := openAt(t, config)
	var written []string
	for i := range 30 {
		written = append(written, add(t, s, fmt.Sprintf("Notitie %02d", i), "tekst").Title)
	}
	// While the store is open all of it still stands in the log.
	file := readAll(t, filepath.Join(config.Folder, FileName))
	log := readAll(t, filepath.Join(config.Folder, FileName+"-wal"))
	kept := map[bool]int{}
	for n := range faults(t, 40) {
		at := rand.IntN(len(log))
		spoilt := slices.Clone(log)
		if cut := n%2 == 0; cut {
			spoilt = spoilt[:at]
		} else {
			spoilt[at] ^= 0xff
		}
		kept[n%2 == 0] += openDamagedLog(t, file, spoilt, written)
	}
	t.Logf("of 30 notes were there on average: %d with the log cut off, %d with one byte spoilt",
		kept[true]*2/faults(t, 40), kept[false]*2/faults(t, 40))
}

func openDamagedLog(t *testing.T, file, log []byte, written []string) int {
	t.Helper()
	config, _ := testConfig(t)
	if err := os.MkdirAll(config.Folder, 0o700); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(config.Folder, FileName), string(file))
	write(t, filepath.Join(config.Folder, FileName+"-wal"), string(log))
	s, err := Open(ctx, config)
	if err != nil {
		t.Fatal(err)
	}
	got := titles(t, s, NoteFilter{})
	slices.Sort(got)
	if !slices.Equal(got, written[:len(got)]) {
		t.Fatal("a change in the middle is gone:", got)
	}
	if findings, err := s.Check(ctx); err != nil || len(findings) > 0 {
		t.Fatal(findings, err)
	}
	add(t, s, "Daarna", "")
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return len(got)
}

func readAll(t *testing.T, path string) []byte {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

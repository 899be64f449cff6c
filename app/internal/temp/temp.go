// Package temp names files under way, so that what a killed process left half
// can be told from what another one is still writing.
//
// The rules of this package are: the names say which process made them and
// nothing else, and only what carries such a name is ever removed.
package temp

import (
	"crypto/rand"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
)

// Files under way are hidden, and named after the process that makes them.
const (
	start = ".raadwijzer-"
	end   = ".tmp"
)

var token = sync.OnceValue(func() string { return strings.ToLower(rand.Text()[:10]) })

// Token names this process in the names of its files under way.
func Token() string { return token() }

// Pattern names a file or folder under way of this process, for os.CreateTemp
// and os.MkdirTemp.
func Pattern() string { return start + Token() + "-*" + end }

// Remove removes the files and folders under way that a process has left in a
// folder. A folder that is gone holds none.
func Remove(folder, token string) error {
	entries, err := os.ReadDir(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	for _, entry := range entries {
		name := entry.Name()
		if token != "" && strings.HasPrefix(name, start+token+"-") && isTemp(name) {
			err = errors.Join(err, os.RemoveAll(filepath.Join(folder, name)))
		}
	}
	return err
}

// isTemp reports whether a name is one of Pattern, or of what SQLite keeps
// beside a database of such a name.
func isTemp(name string) bool {
	for _, beside := range []string{"-journal", "-wal", "-shm"} {
		name = strings.TrimSuffix(name, beside)
	}
	return strings.HasSuffix(name, end)
}

package app

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/gofrs/flock"

	"raadwijzer/app/internal/temp"
)

// underWayFolder holds, in the data folder, two files for each process that is
// writing files elsewhere: a list of the folders, and a lock that the process
// keeps. A lock that can be taken is from a process that was killed. They are
// two because some systems do not let others read what is locked.
const (
	underWayFolder = "under-way"
	underWayLock   = ".lock"
)

// underWay remembers in which folders this process writes files, so that the
// next start can remove what a killed process left there half.
type underWay struct {
	mu      sync.Mutex
	list    string       // its file, "" until there is something to remember
	lock    *flock.Flock // held while there is a list; nil when another in this process has it
	folders map[string]bool
	writers sync.WaitGroup
}

// beginWriting says that a file is going to be written. Call the function it
// returns when that is over. Only a killed program needs what is remembered,
// so that it cannot be written is no reason not to write the file.
func (a *App) beginWriting(target string) (over func()) {
	a.underWay.writers.Add(1)
	a.logged(a.underWay.remember(a.folder, target))
	return a.underWay.writers.Done
}

// writingIn is beginWriting for work that has no App, beside data that cannot
// be opened.
func writingIn(dataFolder string, targets ...string) (over func()) {
	u := &underWay{}
	for _, target := range targets {
		_ = u.remember(dataFolder, target) // as in beginWriting; there is no log
	}
	return func() { _ = u.forget() } // the next start does it too
}

func (u *underWay) remember(dataFolder, target string) error {
	u.mu.Lock()
	defer u.mu.Unlock()
	folder, err := filepath.Abs(filepath.Dir(filepath.Clean(target)))
	if err != nil || u.folders[folder] {
		return err
	}
	if u.list == "" {
		list := filepath.Join(dataFolder, underWayFolder, temp.Token())
		if err := os.Mkdir(filepath.Dir(list), 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
			return err
		}
		lock := flock.New(list+underWayLock, flock.SetPermissions(0o600))
		taken, err := lock.TryLock()
		if err != nil {
			return err
		}
		u.list, u.folders = list, map[string]bool{}
		if taken { // the name is of this process alone, so else it has the lock already
			u.lock = lock
		}
	}
	u.folders[folder] = true
	f, err := os.OpenFile(u.list, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = io.WriteString(f, folder+"\n")
	return errors.Join(err, f.Close())
}

// endTime is how long a writer that was told to end may take. After it the
// program ends anyway, and the next start removes what is left.
const endTime = 2 * time.Second

// forget removes the list, because everything that this process wrote is
// whole or gone.
func (u *underWay) forget() error {
	idle := make(chan struct{})
	go func() { u.writers.Wait(); close(idle) }()
	select {
	case <-idle:
	case <-time.After(endTime):
		return nil
	}
	u.mu.Lock()
	defer u.mu.Unlock()
	if u.lock == nil {
		return nil
	}
	err := endList(u.list, u.lock)
	_ = os.Remove(filepath.Dir(u.list)) // refuses while another process has a list there
	u.list, u.lock, u.folders = "", nil, nil
	return err
}

// endList removes a list and its lock, the lock last: a list without a lock
// would never be seen again.
func endList(list string, lock *flock.Flock) error {
	err := os.Remove(list)
	if errors.Is(err, fs.ErrNotExist) {
		err = nil
	}
	if err == nil {
		err = lock.Unlock()
	}
	if err != nil {
		return err
	}
	if err := os.Remove(lock.Path()); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// clearUnderWay removes what processes that were killed left half. What cannot
// be removed now is tried again at the next start.
func clearUnderWay(dataFolder string) error {
	folder := filepath.Join(dataFolder, underWayFolder)
	entries, err := os.ReadDir(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	for _, entry := range entries {
		if token, ok := strings.CutSuffix(entry.Name(), underWayLock); ok {
			err = errors.Join(err, clearList(folder, token))
		}
	}
	return err
}

func clearList(folder, token string) error {
	list := filepath.Join(folder, token)
	lock := flock.New(list+underWayLock, flock.SetPermissions(0o600))
	if free, err := lock.TryLock(); err != nil || !free {
		return err
	}
	defer func() { _ = lock.Unlock() }() // the system does it too
	text, err := os.ReadFile(list)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	for target := range strings.Lines(string(text)) {
		if err := temp.Remove(strings.TrimSuffix(target, "\n"), token); err != nil {
			return err
		}
	}
	return endList(list, lock)
}

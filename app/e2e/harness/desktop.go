//go:build e2e

package main

import (
	"path/filepath"
	"slices"
	"sync"
)

// desktop stands in for the system around the window and remembers what was
// asked of it.
type desktop struct {
	folder string

	mu        sync.Mutex
	save      *string // the answer of the next save dialog; nil: a file in the folder
	open      *string // the answer of the next open dialog; nil: cancelled
	seen      state
	listeners []chan string
}

// state is what a test may ask about.
type state struct {
	Data    string   `json:"data"`
	Saved   []string `json:"saved"` // answers of save dialogs
	Links   []string `json:"links"`
	Folders []string `json:"folders"`
	Ready   int      `json:"ready"` // how often the page said that it stands
	Quit    bool     `json:"quit"`
	Stay    bool     `json:"stay"`
}

func newDesktop(folder string) *desktop {
	return &desktop{folder: folder, seen: state{Saved: []string{}, Links: []string{}, Folders: []string{}}}
}

func (d *desktop) state(data string) state {
	d.mu.Lock()
	defer d.mu.Unlock()
	s := d.seen
	s.Data = data
	s.Saved, s.Links, s.Folders = slices.Clone(s.Saved), slices.Clone(s.Links), slices.Clone(s.Folders)
	return s
}

func (d *desktop) next(save, open *string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.save, d.open = save, open
}

// SaveFile answers as the test said, else with the proposed name in the
// harness's own folder.
func (d *desktop) SaveFile(_, name, _ string) (string, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	path := filepath.Join(d.folder, name)
	if d.save != nil {
		path, d.save = *d.save, nil
	}
	d.seen.Saved = append(d.seen.Saved, path)
	return path, nil
}

// OpenFile answers as the test said, else as if the dialog was closed.
func (d *desktop) OpenFile(_, _ string) (string, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	path := ""
	if d.open != nil {
		path, d.open = *d.open, nil
	}
	return path, nil
}

// OpenFiles answers as OpenFile.
func (d *desktop) OpenFiles(_ string, _ ...string) ([]string, error) {
	path, err := d.OpenFile("", "")
	if path == "" {
		return nil, err
	}
	return []string{path}, err
}

// OpenFolder answers as OpenFile.
func (d *desktop) OpenFolder(_ string) (string, error) { return d.OpenFile("", "") }

// ShowFolder remembers the folder.
func (d *desktop) ShowFolder(path string) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.seen.Folders = append(d.seen.Folders, path)
	return nil
}

// OpenLink remembers the address and opens nothing.
func (d *desktop) OpenLink(address string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.seen.Links = append(d.seen.Links, address)
}

// Emit sends an event to every open page. A page that does not read loses it.
func (d *desktop) Emit(event string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, queue := range d.listeners {
		select {
		case queue <- event:
		default:
		}
	}
}

func (d *desktop) listen() (queue chan string, leave func()) {
	queue = make(chan string, 16)
	d.mu.Lock()
	defer d.mu.Unlock()
	d.listeners = append(d.listeners, queue)
	return queue, func() {
		d.mu.Lock()
		defer d.mu.Unlock()
		d.listeners = slices.DeleteFunc(d.listeners, func(q chan string) bool { return q == queue })
	}
}

// Raise does nothing: a browser's tab has no window of its own.
func (d *desktop) Raise() {}

// Shade does nothing: a browser has a background of its own.
func (d *desktop) Shade(bool) {}

// Ready counts.
func (d *desktop) Ready() {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.seen.Ready++
}

// Stay is what the page asked for when it could not save.
func (d *desktop) Stay() {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.seen.Stay = true
}

// Quit is remembered, not done: the server stays for the next test.
func (d *desktop) Quit() {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.seen.Quit = true
}

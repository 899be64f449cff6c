package export

import (
	"os"
	"sync"
)

// flushers is how many files are brought to disk at once: a disk writes many
// together about as fast as one.
const flushers = 16

// flusher brings files to disk while the next ones are being written.
type flusher struct {
	files chan *os.File
	work  sync.WaitGroup
	mu    sync.Mutex
	err   error
}

func newFlusher() *flusher {
	f := &flusher{files: make(chan *os.File)}
	for range flushers {
		f.work.Go(func() {
			for file := range f.files {
				if err := finish(file); err != nil {
					f.fail(err)
				}
			}
		})
	}
	return f
}

func (f *flusher) fail(err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.err == nil {
		f.err = err
	}
}

// finish takes over an open file, which it closes.
func (f *flusher) finish(file *os.File) { f.files <- file }

// wait waits for all files and returns the first error.
func (f *flusher) wait() error {
	close(f.files)
	f.work.Wait()
	return f.err
}

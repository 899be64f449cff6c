package app

import (
	"context"
	"errors"
	"runtime"
	"sync"
	"time"

	"raadwijzer/app/internal/store"
)

// A batch is one transaction. It ends at whichever comes first.
const (
	batchFiles = 500
	batchBytes = 4 << 20
)

// importer reads one batch of files while the batch before it is being stored,
// so that no more than two are in memory.
type importer struct {
	app      *App
	ctx      context.Context
	progress func(done, total int)
	batch    []file
	bytes    int
	storing  chan error // of the batch that is being stored; nil when there is none
	done     int        // files
	total    int
	mu       sync.Mutex // of the failures, which come from reading and from storing
	result   ImportResult
}

// file is a file that was read.
type file struct {
	name    string // for the user
	path    string // on the disk or in its zip
	text    string
	changed time.Time
	vault   bool // it lies in an Obsidian vault
}

// add puts a file in the batch. An error ends the import.
func (in *importer) add(f file) error {
	in.batch = append(in.batch, f)
	if in.bytes += len(f.text); len(in.batch) < batchFiles && in.bytes < batchBytes {
		return nil
	}
	return in.flush()
}

// flush has the batch stored and goes on while that is done.
func (in *importer) flush() error {
	if err := in.wait(); err != nil || len(in.batch) == 0 {
		return err
	}
	batch := in.batch
	in.batch, in.bytes, in.storing = nil, 0, make(chan error, 1)
	done := in.storing
	go func() { done <- in.store(batch) }()
	return nil
}

// wait waits for the batch that is being stored. Between flush and wait only
// the goroutine of the batch touches the counts of the result.
func (in *importer) wait() error {
	if in.storing == nil {
		return in.ctx.Err()
	}
	err := <-in.storing
	in.storing = nil
	in.tell()
	return errors.Join(err, in.ctx.Err())
}

// tell says how far the import is. What failed before it was in a batch
// counts too.
func (in *importer) tell() {
	if in.progress != nil {
		in.progress(in.done, max(in.total, in.done))
	}
}

// store makes notes of the files, on every processor, and stores them. Only a
// failure of the store itself is an error, and the end of the context.
func (in *importer) store(batch []file) error {
	incoming, problems := make([]store.Incoming, len(batch)), make([]error, len(batch))
	var work sync.WaitGroup
	workers := min(runtime.GOMAXPROCS(0), len(batch))
	for w := range workers {
		work.Go(func() {
			for i := w; i < len(batch) && in.ctx.Err() == nil; i += workers {
				incoming[i], problems[i] = in.app.incoming(batch[i])
			}
		})
	}
	work.Wait()
	if err := in.ctx.Err(); err != nil {
		return err
	}
	var good []store.Incoming
	var names []string
	for i, err := range problems {
		if err != nil {
			in.name(batch[i].name, err)
			continue
		}
		good, names = append(good, incoming[i]), append(names, batch[i].name)
	}
	results, err := in.app.store.Import(in.ctx, good)
	for i, r := range results {
		switch {
		case r.Err != nil:
			in.name(names[i], r.Err)
		case r.What == store.ImportedUnchanged:
			in.result.Unchanged++
		case r.What == store.ImportedTrashed:
			in.result.Trashed++
		default:
			in.result.Imported++
		}
	}
	in.mu.Lock()
	in.done += len(batch)
	in.mu.Unlock()
	return err
}

// fail names a file that could not be read, which is then dealt with.
func (in *importer) fail(path string, err error) {
	in.name(path, err)
	in.mu.Lock()
	defer in.mu.Unlock()
	in.done++
}

// name tells the user of a file that was not imported.
func (in *importer) name(path string, err error) {
	_, reason := Describe(in.app, nil, err)
	in.mu.Lock()
	defer in.mu.Unlock()
	in.result.Failed = append(in.result.Failed, ImportFailed{Path: path, Reason: reason})
}

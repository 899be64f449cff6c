package app

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"raadwijzer/app/internal/domain"
	"raadwijzer/app/internal/markdown"
	"raadwijzer/app/internal/store"
)

// ImportResult says what an import did. Imported counts new and changed notes.
type ImportResult struct {
	Imported  int            `json:"imported"`
	Unchanged int            `json:"unchanged"`
	Failed    []ImportFailed `json:"failed"`
}

// ImportFailed is a file that was not imported, with the reason in Dutch.
type ImportFailed struct {
	Path   string `json:"path"`
	Reason string `json:"reason"`
}

// ReadText reads a text. Errors: CodeNotUTF8, CodeFileTooLarge,
// CodeFileUnreadable, each with the name.
func ReadText(r io.Reader, name string) (string, error) {
	content, err := io.ReadAll(io.LimitReader(r, domain.MaxNoteBytes+1))
	switch {
	case err != nil:
		return "", domain.Wrap(domain.CodeFileUnreadable, name, err)
	case len(content) > domain.MaxNoteBytes:
		return "", domain.Fail(domain.CodeFileTooLarge, name)
	case !utf8.Valid(content):
		return "", domain.Fail(domain.CodeNotUTF8, name)
	}
	return string(content), nil
}

// ReadTextFile is ReadText for a file. Only a regular file is read: a device
// or a pipe might never end.
func ReadTextFile(path string) (text string, err error) {
	info, err := os.Stat(path)
	if err != nil {
		return "", domain.Wrap(domain.CodeFileUnreadable, path, err)
	}
	if !info.Mode().IsRegular() {
		return "", domain.Fail(domain.CodeFileUnreadable, path)
	}
	f, err := os.Open(path)
	if err != nil {
		return "", domain.Wrap(domain.CodeFileUnreadable, path, err)
	}
	text, err = ReadText(f, path)
	return text, errors.Join(err, f.Close())
}

// Import reads Markdown files, folders of them and zip files of them, also
// Obsidian vaults and what Joplin exports. A file that fails is named with its
// reason and the rest goes on. The error is for what makes going on useless:
// the store refuses to write.
func (a *App) Import(paths []string) (ImportResult, error) {
	return a.ImportWith(a.ctx, paths, nil)
}

// ImportWith is Import that can be ended: when ctx is, what was stored stays,
// each note whole, the result tells how far it came and the error has
// CodeCancelled. After each batch progress, unless it is nil, is told how many
// files were dealt with.
func (a *App) ImportWith(ctx context.Context, paths []string, progress func(files int)) (ImportResult, error) {
	in := importer{app: a, ctx: ctx, progress: progress, result: ImportResult{Failed: []ImportFailed{}}}
	var err error
	for _, path := range paths {
		if err = in.path(path); err != nil {
			break
		}
	}
	if err == nil {
		err = in.flush()
	}
	err = errors.Join(err, in.wait())
	if ctx.Err() != nil {
		err = domain.Wrap(domain.CodeCancelled, "", ctx.Err())
	}
	return in.result, err
}

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
	progress func(files int)
	batch    []file
	bytes    int
	storing  chan error // of the batch that is being stored; nil when there is none
	files    int
	mu       sync.Mutex // of the failures, which come from reading and from storing
	result   ImportResult
}

// file is a file that was read.
type file struct {
	name    string // for the user
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
	if in.progress != nil {
		in.progress(in.files)
	}
	return errors.Join(err, in.ctx.Err())
}

// store makes notes of the files, on every processor, and stores them. Only a
// failure of the store itself is an error.
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
	if in.ctx.Err() != nil {
		return nil
	}
	var good []store.Incoming
	var names []string
	for i, err := range problems {
		if err != nil {
			in.fail(batch[i].name, err)
			continue
		}
		good, names = append(good, incoming[i]), append(names, batch[i].name)
	}
	results, err := in.app.store.Import(in.ctx, good)
	for i, r := range results {
		switch {
		case r.Err != nil:
			in.fail(names[i], r.Err)
		case r.What == store.ImportedUnchanged:
			in.result.Unchanged++
		default:
			in.result.Imported++
		}
	}
	in.files += len(batch)
	return err
}

// incoming makes a note of a file. A failure of the program itself fails the
// file and not the import.
func (a *App) incoming(f file) (in store.Incoming, err error) {
	defer a.guard(&err)
	note, err := a.noteFrom(f)
	if err != nil {
		return in, err
	}
	sum := sha256.Sum256([]byte(f.text))
	return a.store.Incoming(note, hex.EncodeToString(sum[:])), nil
}

// noteFrom makes a note of a file. A front matter gives the properties; what
// it hangs on counts only when it is there, because a note must not be refused
// for a run that lives in another data folder. Without a title anywhere the
// name of the file is the title.
func (a *App) noteFrom(f file) (domain.Note, error) {
	read := markdown.FrontMatter
	if f.vault {
		read = markdown.AnyFrontMatter
	}
	meta, body, err := read(f.text)
	if err != nil {
		return domain.Note{}, err
	}
	note := domain.Note{ID: meta.ID, Title: meta.Title, Body: body, Tags: meta.Tags,
		Item: meta.Item, Run: meta.Run, Step: meta.Step, Confidential: meta.Confidential, Pinned: meta.Pinned,
		Created: meta.Created, Updated: meta.Updated, Extra: meta.Extra}
	if note.Created.IsZero() {
		note.Created = f.changed
	}
	if note.Updated.IsZero() {
		note.Updated = f.changed
	}
	if _, err := a.contextOf(note); err != nil {
		note.Item, note.Run, note.Step = "", "", ""
	}
	derived := markdown.Title(body)
	// Within a vault a link names the file, so the name is the title.
	if strings.TrimSpace(note.Title) == "" && (derived == "" || f.vault) {
		base := path.Base(filepath.ToSlash(f.name))
		note.Title = strings.TrimSuffix(base, path.Ext(base))
	}
	if note.Title == derived {
		note.Title = "" // it was derived before the export, and goes on following the text
	}
	return note, check(&note)
}

func (in *importer) fail(path string, err error) {
	_, reason := Describe(in.app, nil, err)
	in.mu.Lock()
	defer in.mu.Unlock()
	in.result.Failed = append(in.result.Failed, ImportFailed{Path: path, Reason: reason})
}

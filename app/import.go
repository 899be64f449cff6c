package app

import (
	"context"
	"errors"
	"sync"

	"raadwijzer/app/internal/domain"
)

// Import is the dialog "Importeren" of the screen "Notities".
type Import struct {
	app *App
	mu  sync.Mutex
	// cancel ends the import that is under way; nil when there is none.
	cancel   context.CancelFunc
	progress ImportProgress
}

// ImportProgress tells how many files were dealt with.
type ImportProgress struct {
	Done  int `json:"done"`
	Total int `json:"total"`
}

// What Choose may ask for.
const (
	chooseFiles  = "files"
	chooseFolder = "folder"
)

// Choose asks for what to import: "files" (texts and zip files) or a "folder".
// Without a choice the list is empty. Errors: CodeFormatUnknown.
func (i *Import) Choose(what string) (paths []string, err error) {
	defer i.app.guard(&err)
	switch what {
	case chooseFiles:
		paths, err = i.app.config.Desktop.OpenFiles("Notities importeren", "md", "markdown", "txt", "zip")
	case chooseFolder:
		var folder string
		if folder, err = i.app.config.Desktop.OpenFolder("Map importeren"); folder != "" {
			paths = []string{folder}
		}
	default:
		err = domain.Fail(domain.CodeFormatUnknown, what)
	}
	if paths == nil {
		paths = []string{}
	}
	return paths, err
}

// Start imports what was chosen and returns what came of it, also when Cancel
// ended it halfway. Progress tells how far it is. Errors: CodeDataBusy
// when an import is under way, and those of App.ImportWith.
func (i *Import) Start(paths []string) (result ImportResult, err error) {
	defer i.app.guard(&err)
	ctx, cancel := context.WithCancel(i.app.ctx)
	defer cancel()
	if !i.begin(cancel) {
		return result, domain.Fail(domain.CodeDataBusy, "")
	}
	defer i.begin(nil)
	result, err = i.app.ImportWith(ctx, paths, i.tell)
	if IsCancelled(err) {
		result.Cancelled, err = true, nil
	}
	return result, err
}

// begin notes what ends the import; nil: it has ended. It reports false when
// another is under way.
func (i *Import) begin(cancel context.CancelFunc) bool {
	i.mu.Lock()
	defer i.mu.Unlock()
	if cancel != nil && i.cancel != nil {
		return false
	}
	i.cancel, i.progress = cancel, ImportProgress{}
	return true
}

func (i *Import) tell(done, total int) {
	i.mu.Lock()
	defer i.mu.Unlock()
	i.progress = ImportProgress{Done: done, Total: total}
}

// Progress tells how far the import is that is under way.
func (i *Import) Progress() (progress ImportProgress, err error) {
	defer i.app.guard(&err)
	i.mu.Lock()
	defer i.mu.Unlock()
	return i.progress, nil
}

// Cancel ends the import that is under way. What was stored stays. Without an
// import it does nothing.
func (i *Import) Cancel() (err error) {
	defer i.app.guard(&err)
	i.mu.Lock()
	defer i.mu.Unlock()
	if i.cancel != nil {
		i.cancel()
	}
	return nil
}

// IsCancelled reports whether an error means that the user ended the work.
func IsCancelled(err error) bool { return domain.CodeOf(err) == domain.CodeCancelled }

// ImportResult says what an import did. Imported counts new and changed notes.
type ImportResult struct {
	Imported  int            `json:"imported"`
	Unchanged int            `json:"unchanged"`
	Trashed   int            `json:"trashed"` // lie in the trash, and stay there as they are
	Failed    []ImportFailed `json:"failed"`
	Cancelled bool           `json:"cancelled"` // ended by the user; what is counted here stays
}

// ImportFailed is a file that was not imported, with the reason in Dutch.
type ImportFailed struct {
	Path   string `json:"path"`
	Reason string `json:"reason"`
}

// ImportWith reads Markdown files, folders of them and zip files of them, also
// Obsidian vaults and what Joplin exports. A file that fails is named with its
// reason and the rest goes on; importing the same again changes nothing. The
// error is for what makes going on useless: the store refuses to write.
//
// When ctx ends, what was stored stays, each note whole, the result tells how
// far it came and the error has CodeCancelled; a second import goes on where
// the first ended, because it leaves alone what is there. Progress, unless it
// is nil, is told at the start and after each batch how many files of how many
// were dealt with.
func (a *App) ImportWith(ctx context.Context, paths []string, progress func(done, total int)) (ImportResult, error) {
	in := importer{app: a, ctx: ctx, progress: progress, result: ImportResult{Failed: []ImportFailed{}}}
	in.count(paths)
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

package app

import (
	"io"
	"os"
	"path/filepath"
	"sync/atomic"

	"raadwijzer/app/internal/domain"
	"raadwijzer/app/internal/export"
)

// Export is the screen "Exporteren" and the export buttons elsewhere.
type Export struct {
	app  *App
	work atomic.Pointer[work] // the export that is under way, or nil
}

// Suggest returns the file name that the dialog proposes. Errors: those of
// finding what is asked for.
func (e *Export) Suggest(request ExportRequest) (name string, err error) {
	defer e.app.guard(&err)
	job, err := e.app.exportJob(request)
	if err != nil {
		return "", err
	}
	return job.fileName(), nil
}

// Confidential returns how many confidential notes are among those asked for,
// whether they go along or not. Errors: those of finding what is asked for.
func (e *Export) Confidential(request ExportRequest) (count int, err error) {
	defer e.app.guard(&err)
	request.IncludeConfidential = true
	job, err := e.app.exportJob(request)
	switch {
	case domain.CodeOf(err) == domain.CodeNoNotes:
		return 0, nil
	case err != nil:
		return 0, err
	}
	return job.confidential, nil
}

// Save asks where to save and writes the file. Closing the dialog is not an
// error. Errors: CodeNothingSelected, CodeNoNotes, CodeOnlyConfidential,
// CodeFormatUnknown, CodeTargetUnwritable, CodeDiskFull, CodeCancelled, and
// those of finding what is asked for.
func (e *Export) Save(request ExportRequest) (result ExportResult, err error) {
	defer e.app.guard(&err)
	job, err := e.app.exportJob(request)
	if err != nil {
		return result, err
	}
	path, err := e.app.config.Desktop.SaveFile("Exporteren", job.fileName(), job.extension())
	if err != nil || path == "" {
		return ExportResult{Cancelled: err == nil}, err
	}
	if filepath.Ext(path) == "" {
		path += "." + job.extension()
	}
	defer e.begin(job)()
	return job.to(path, true) // the dialog asked about an existing file
}

// OpenFolder shows a folder, or the folder of a file. Errors:
// CodeFileUnreadable.
func (e *Export) OpenFolder(path string) (err error) {
	defer e.app.guard(&err)
	if info, err := os.Stat(path); err != nil || !info.IsDir() {
		path = filepath.Dir(path)
	}
	if err := e.app.config.Desktop.ShowFolder(path); err != nil {
		return domain.Wrap(domain.CodeFileUnreadable, path, err)
	}
	return nil
}

// WriteItem writes an item as Markdown. Errors: CodeItemUnknown.
func (a *App) WriteItem(w io.Writer, id string) error {
	item, err := a.library.Item(id)
	if err != nil {
		return err
	}
	return export.WriteMarkdownItem(w, item)
}

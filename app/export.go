package app

import (
	"io"
	"os"
	"path/filepath"

	"raadwijzer/app/internal/domain"
	"raadwijzer/app/internal/export"
)

// Export is the screen "Exporteren" and the export buttons elsewhere.
type Export struct{ app *App }

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

// Save asks where to save and writes the file. Closing the dialog is not an
// error. Errors: CodeNothingSelected, CodeFormatUnknown, CodeTargetUnwritable,
// CodeDiskFull, and those of finding what is asked for.
func (e *Export) Save(request ExportRequest) (result ExportResult, err error) {
	defer e.app.guard(&err)
	job, err := e.app.exportJob(request)
	if err != nil {
		return result, err
	}
	path, err := e.app.config.Desktop.SaveFile("Exporteren", job.fileName(), job.format)
	if err != nil || path == "" {
		return ExportResult{Cancelled: err == nil}, err
	}
	if filepath.Ext(path) == "" {
		path += "." + job.format
	}
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

// ExportTo writes an export to a file, or notes as Markdown to a folder: when
// the target is one, or its name has no extension. Errors: as Export.Save, and
// CodeTargetExists without force.
func (a *App) ExportTo(request ExportRequest, target string, force bool) (ExportResult, error) {
	job, err := a.exportJob(request)
	if err != nil {
		return ExportResult{}, err
	}
	return job.to(target, force)
}

// WriteExport writes an export to a stream. Errors: as Export.Save.
func (a *App) WriteExport(request ExportRequest, w io.Writer) (int, error) {
	job, err := a.exportJob(request)
	if err != nil {
		return 0, err
	}
	return job.leftOut, job.writeTo(w)
}

// WriteItem writes an item as Markdown. Errors: CodeItemUnknown.
func (a *App) WriteItem(w io.Writer, id string) error {
	item, err := a.library.Item(id)
	if err != nil {
		return err
	}
	return export.WriteMarkdownItem(w, item)
}

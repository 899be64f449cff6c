package app

import (
	"context"
	"io"
	"sync/atomic"

	"raadwijzer/app/internal/domain"
	"raadwijzer/app/internal/export"
)

// ExportTo writes an export to a file, or notes as Markdown to a zip or a
// folder, each note a file: to a folder when the target is one, or its name has
// no extension. Progress, unless it is nil,
// is told after each note how many of all are written. When ctx ends, nothing
// is left behind and the error has CodeCancelled. Other errors: as
// Export.Save, and CodeTargetExists without force.
func (a *App) ExportTo(ctx context.Context, request ExportRequest, target string, force bool, progress func(done, total int)) (ExportResult, error) {
	job, err := a.exportJob(request)
	if err != nil {
		return ExportResult{}, err
	}
	job.follow(ctx, progress)
	return job.to(target, force)
}

// WriteExport writes an export to a stream, and returns the number of
// confidential notes that were left out. It can be followed and ended as
// ExportTo. Errors: as Export.Save.
func (a *App) WriteExport(ctx context.Context, request ExportRequest, w io.Writer, progress func(done, total int)) (leftOut int, err error) {
	job, err := a.exportJob(request)
	if err != nil {
		return 0, err
	}
	job.follow(ctx, progress)
	return job.leftOut, export.Stream(w, "-", job.writeTo)
}

// follow lets a job be followed and ended; without it the job runs to its end.
func (j *exportJob) follow(ctx context.Context, progress func(done, total int)) {
	j.ctx = ctx
	if progress != nil {
		j.progress = progress
	}
}

// cancelled returns the error of a job that was ended, or nil.
func (j *exportJob) cancelled() error {
	if err := j.ctx.Err(); err != nil {
		return domain.Wrap(domain.CodeCancelled, "", err)
	}
	return nil
}

// endable is a stream that refuses more when its job was ended, so that one
// long document can be ended as well as many short ones.
type endable struct {
	io.Writer
	job *exportJob
}

// Write passes on while the job goes on.
func (e endable) Write(p []byte) (int, error) {
	if err := e.job.cancelled(); err != nil {
		return 0, err
	}
	return e.Writer.Write(p)
}

// work is the export of the window that is under way.
type work struct {
	done, total atomic.Int64
	cancel      context.CancelFunc
}

// begin makes a job the one that Progress tells about and Cancel ends. Call
// the function it returns when the job is over.
func (e *Export) begin(job *exportJob) (over func()) {
	ctx, cancel := context.WithCancel(e.app.ctx)
	w := &work{cancel: cancel}
	job.follow(ctx, func(done, total int) {
		w.total.Store(int64(total))
		w.done.Store(int64(done))
	})
	e.work.Store(w)
	return func() {
		e.work.CompareAndSwap(w, nil)
		cancel()
	}
}

// previewPages is how many pages a preview shows: a cover, the contents and
// the first of the text.
const previewPages = 6

// Preview lays out the PDF that Save would write and returns its first pages.
// Progress and Cancel count for it too. Errors: as Export.Save, but for those
// of the place.
func (e *Export) Preview(request ExportRequest) (view ExportPreview, err error) {
	defer e.app.guard(&err)
	request.Format = formatPDF
	job, err := e.app.exportJob(request)
	if err != nil {
		return view, err
	}
	defer e.begin(job)()
	docs, options, err := job.contents()
	if err != nil {
		return view, err
	}
	view.Total, view.Pages, err = export.PreviewPDF(endable{io.Discard, job}, docs, options, previewPages)
	return view, err
}

// Progress tells how far the export is that is under way.
func (e *Export) Progress() (view ExportProgress, err error) {
	defer e.app.guard(&err)
	if w := e.work.Load(); w != nil {
		return ExportProgress{Busy: true, Done: int(w.done.Load()), Total: int(w.total.Load())}, nil
	}
	return view, nil
}

// Cancel ends the export that is under way, if there is one. Its Save fails
// with CodeCancelled and leaves nothing behind.
func (e *Export) Cancel() (err error) {
	defer e.app.guard(&err)
	if w := e.work.Load(); w != nil {
		w.cancel()
	}
	return nil
}

package app

import (
	"slices"

	"raadwijzer/app/internal/domain"
	"raadwijzer/app/internal/export"
	"raadwijzer/app/internal/store"
)

// chooseRun takes one run, with the notes that hang on it when that was asked
// for. A calendar and a table have no place for notes.
func (j *exportJob) chooseRun(request ExportRequest) error {
	if len(request.IDs) != 1 {
		return domain.Fail(domain.CodeNothingSelected, "")
	}
	file, err := j.app.runFile(request.IDs[0])
	if err != nil {
		return err
	}
	if request.WithNotes && request.Format != formatICS && request.Format != formatCSV {
		if file.Notes, err = j.notesOfRun(file.ID, request.IncludeConfidential); err != nil {
			return err
		}
	}
	if request.Format == formatICS {
		if file.Former, err = j.app.formerDates(file.ID); err != nil {
			return err
		}
	}
	j.run, j.title = &file, file.Name
	return nil
}

// chooseHandover takes runs with the notes that hang on them.
func (j *exportJob) chooseHandover(request ExportRequest) error {
	if len(request.IDs) == 0 {
		return domain.Fail(domain.CodeNothingSelected, "")
	}
	settings, err := j.app.Settings.Get()
	if err != nil {
		return err
	}
	h := export.Handover{Options: export.Options{Title: "Overdrachtsdossier", Municipality: settings.Municipality,
		Author: settings.Name, Created: j.app.now()}, Each: func(done, total int) error {
		j.progress(done, total)
		return j.cancelled()
	}}
	for _, id := range request.IDs {
		file, err := j.app.runFile(id)
		if err != nil {
			return err
		}
		if file.Notes, err = j.notesOfRun(id, request.IncludeConfidential); err != nil {
			return err
		}
		h.Runs = append(h.Runs, file)
	}
	first := h.Runs[0]
	if first.Municipality != "" {
		h.Options.Municipality = first.Municipality
	}
	j.handover, j.title = &h, h.Options.Title+" "+first.Name
	return nil
}

// notesOfRun returns the notes that hang on a run and its steps. As with all
// notes at once, confidential ones go along only when that was asked for
// (decision 0012).
func (j *exportJob) notesOfRun(run string, confidential bool) ([]export.Note, error) {
	rows, _, err := j.app.store.Notes(j.app.ctx, store.NoteFilter{Run: run, Sort: store.SortCreated})
	if err != nil {
		return nil, err
	}
	var notes []export.Note
	places := contexts{app: j.app}
	for _, row := range rows {
		if row.Confidential {
			j.confidential++
			if !confidential {
				j.leftOut++
				continue
			}
		}
		n, err := j.note(row.ID, &places)
		if err != nil {
			return nil, err
		}
		notes = append(notes, n)
	}
	return notes, nil
}

// runFile returns a run with the calendar of its election.
func (a *App) runFile(id string) (file export.RunFile, err error) {
	run, err := a.store.Run(a.ctx, id)
	if err != nil {
		return file, err
	}
	file = export.RunFile{Run: *run, Today: a.today()}
	file.Calendar = domain.CalendarFor(a.calendar(), run.Election, run.Anchor)
	file.Recesses, err = a.store.Recesses(a.ctx)
	return file, err
}

// calendar returns the dates around an election without those that we propose,
// which stand with the steps.
func (a *App) calendar() []domain.CalendarEntry {
	return slices.DeleteFunc(slices.Clone(a.library.Calendar()), func(e domain.CalendarEntry) bool { return e.Origin == domain.OriginProposal })
}

// formerDates returns the dates that a run has no more.
func (a *App) formerDates(id string) ([]domain.FormerDate, error) {
	run, err := a.store.Run(a.ctx, id)
	if err != nil {
		return nil, err
	}
	log, err := a.store.RunLog(a.ctx, id)
	if err != nil {
		return nil, err
	}
	return domain.FormerDates(run, log, a.calendar())
}

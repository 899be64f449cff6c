package app

import (
	"path/filepath"
	"time"

	"raadwijzer/app/internal/domain"
	"raadwijzer/app/internal/store"
)

// The settings about the second place.
const (
	settingSecondPlace   = "second-place"
	settingSecondLast    = "second-place-last"
	settingSecondProblem = "second-place-problem"
)

// keepBackups makes the copy of each day for as long as the window is open. A
// failure must not keep anybody from work: it is logged and tried again, and
// that the data are damaged is told.
func (a *App) keepBackups() {
	ticker := time.NewTicker(time.Hour)
	defer ticker.Stop()
	for {
		err := a.BackupToday()
		a.logged(err)
		if IsDamaged(err) && a.ctx.Err() == nil {
			a.config.Desktop.Emit(EventDamaged)
		}
		select {
		case <-a.ctx.Done():
			return
		case <-ticker.C:
		}
	}
}

// BackupToday makes the verified copy of today in the data folder, and puts it
// in the second place, each when it is not there yet. Of each ten are kept.
// Errors: those of store.DailyBackup. That the second place cannot be reached
// is no error, because a stick may be elsewhere: ListBackups tells it.
func (a *App) BackupToday() error {
	a.copying.Lock()
	defer a.copying.Unlock()
	defer a.beginWriting(filepath.Join(a.BackupFolder(), "kopie"))()
	info, _, err := a.store.DailyBackup(a.ctx, a.today())
	if err != nil {
		return err
	}
	place, err := a.store.Setting(a.ctx, settingSecondPlace)
	if err != nil || place == "" {
		return err
	}
	return a.copyToSecondPlace(info.Path, place)
}

func (a *App) copyToSecondPlace(copied, place string) error {
	defer a.beginWriting(filepath.Join(place, "kopie"))()
	made, err := store.CopyBackup(a.ctx, copied, place, a.secondPrefix(), a.today())
	if a.ctx.Err() != nil {
		return nil // closing; the next start tries again
	}
	change := map[string]string{settingSecondProblem: string(domain.CodeOf(err))}
	if made {
		change[settingSecondLast] = moment(a.now())
	}
	a.logged(err)
	return a.store.SetSettings(a.ctx, change)
}

// SetSecondPlace makes a folder the second place for the daily copies, after
// today's was put there; "" ends it. Errors: CodeTargetUnwritable, CodeDiskFull
// and those of store.DailyBackup; the place stays as it was then.
func (a *App) SetSecondPlace(folder string) error {
	if folder == "" {
		return a.store.SetSettings(a.ctx, map[string]string{settingSecondPlace: "", settingSecondLast: "", settingSecondProblem: ""})
	}
	folder, err := filepath.Abs(folder)
	if err != nil {
		return domain.Wrap(domain.CodeTargetUnwritable, folder, err)
	}
	a.copying.Lock()
	defer a.copying.Unlock()
	info, _, err := a.store.DailyBackup(a.ctx, a.today())
	if err != nil {
		return err
	}
	if _, err := store.CopyBackup(a.ctx, info.Path, folder, a.secondPrefix(), a.today()); err != nil {
		return err
	}
	return a.store.SetSettings(a.ctx, map[string]string{settingSecondPlace: folder,
		settingSecondLast: moment(a.now()), settingSecondProblem: ""})
}

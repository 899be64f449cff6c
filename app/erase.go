package app

import (
	"errors"
	"os"
	"path/filepath"

	"github.com/gofrs/flock"

	"raadwijzer/app/internal/domain"
	"raadwijzer/app/internal/store"
)

// EraseView tells what the removal of all data takes away, or took away.
type EraseView struct {
	Notes       int    `json:"notes"`       // outside the trash
	Trashed     int    `json:"trashed"`     // inside it
	Runs        int    `json:"runs"`        // those in the archive too
	Copies      int    `json:"copies"`      // backups in the data folder, and what was set aside there after damage
	SecondPlace string `json:"secondPlace"` // folder whose copies stay, or ""
	Aside       string `json:"aside"`       // where the data were kept; "" when nothing was kept
	Erased      bool   `json:"erased"`      // false: this is what there is
}

// ToErase tells what Erase would remove. Nothing is changed.
func (s *Settings) ToErase() (view EraseView, err error) {
	defer s.app.guard(&err)
	return s.app.ToErase()
}

// Erase removes all data. Errors: those of App.Erase.
func (s *Settings) Erase(copies bool) (view EraseView, err error) {
	defer s.app.guard(&err)
	return s.app.Erase(copies)
}

// ToErase tells what Erase would remove. Errors: CodeDataUnwritable.
func (a *App) ToErase() (view EraseView, err error) {
	counts, err := a.store.Counts(a.ctx)
	if err != nil {
		return view, err
	}
	kept, err := store.Kept(a.folder)
	if err != nil {
		return view, err
	}
	place, err := a.store.Setting(a.ctx, settingSecondPlace)
	return EraseView{Notes: counts.Notes, Trashed: counts.Trashed, Runs: counts.Runs, Copies: len(kept), SecondPlace: place}, err
}

// Erase removes all data, so that the program is as at its first start, and
// empties its log. Without copies the data are kept as a copy first, and Aside
// tells where; with copies the copies in the data folder go too and nothing can
// be put back. Copies in the second place and elsewhere stay. Errors:
// CodeDataBusy while an import runs, those of store.Erase (nothing is removed
// then), and CodeEraseUnfinished when the data are gone but a file is not: the
// next start removes that.
func (a *App) Erase(copies bool) (view EraseView, err error) {
	if !a.Import.begin(func() {}) { // what it stores would come after
		return view, domain.Fail(domain.CodeDataBusy, "")
	}
	defer a.Import.begin(nil)
	a.copying.Lock() // a copy that is being made is still of the old data
	defer a.copying.Unlock()
	if view, err = a.ToErase(); err != nil {
		return view, err
	}
	if view.Aside, err = a.store.Erase(a.ctx, copies); err != nil {
		return view, err
	}
	view.Erased = true
	return view, errors.Join(a.finishErase(), a.indexItems())
}

// finishErase does what an Erase still has to do, also one that was killed.
func (a *App) finishErase() error {
	erasing, err := a.store.Erasing(a.ctx)
	if err != nil || !erasing {
		return err
	}
	return errors.Join(clearLog(a.folder), a.store.FinishErase(a.ctx))
}

// WebviewFolder is where WebView2 keeps its own things on Windows, in the data
// folder. It has that open for as long as there is a window.
const WebviewFolder = "webview"

// EraseAlone is Erase for who has no window, and removes what the window kept
// too. Errors: CodeDataInUse when a window has the folder, and those of Open
// and Erase.
func EraseAlone(config Config, copies bool) (view EraseView, err error) {
	folder, err := madeFolder(config)
	if err != nil {
		return view, err
	}
	lock, err := lockAlone(folder)
	if err != nil {
		return view, err
	}
	defer func() { _ = lock.Unlock() }() // the system does it too
	a, err := Open(config)
	if err != nil {
		return view, err
	}
	view, err = a.Erase(copies)
	if err = errors.Join(err, a.Close()); err != nil {
		return view, err
	}
	if err := os.RemoveAll(filepath.Join(folder, WebviewFolder)); err != nil {
		return view, domain.Wrap(domain.CodeEraseUnfinished, filepath.Join(folder, WebviewFolder), err)
	}
	return view, nil
}

// lockAlone keeps windows from opening a folder. Errors: CodeDataInUse when one
// has it.
func lockAlone(folder string) (*flock.Flock, error) {
	lock := flock.New(filepath.Join(folder, lockFile), flock.SetPermissions(0o600))
	free, err := lock.TryLock()
	if err != nil || !free {
		return nil, domain.Wrap(domain.CodeDataInUse, folder, err)
	}
	return lock, nil
}

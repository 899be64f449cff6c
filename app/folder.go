package app

import (
	"errors"
	"os"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"

	"raadwijzer/app/internal/domain"
	"raadwijzer/app/internal/store"
)

// The files by which windows on one folder know each other.
const (
	lockFile = "raadwijzer.lock"
	showFile = "raadwijzer.show"
)

// LockFolder makes this the only window on a folder. When another has it,
// first is false and that window is asked to come to the front. The lock ends
// with the process, also after kill -9. Errors: CodeDataUnwritable.
func LockFolder(folder string) (lock *flock.Flock, first bool, err error) {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return nil, false, domain.Wrap(domain.CodeDataUnwritable, folder, err)
	}
	lock = flock.New(filepath.Join(folder, lockFile), flock.SetPermissions(0o600))
	first, err = lock.TryLock()
	if err != nil {
		return nil, false, domain.Wrap(domain.CodeDataUnwritable, folder, err)
	}
	if !first {
		if err := os.WriteFile(filepath.Join(folder, showFile), nil, 0o600); err != nil {
			return nil, false, domain.Wrap(domain.CodeDataUnwritable, folder, err)
		}
	}
	return lock, first, nil
}

// How often the window looks at what others did.
const (
	watchShow = 300 * time.Millisecond
	watchData = 5 // times watchShow
)

// Begin starts what a window does beside the page: it remembers that it is
// open, empties the old part of the trash, and watches what other programs do
// to the folder. A failure must not keep anybody from work; it is logged.
func (a *App) Begin() {
	was, err := a.store.Setting(a.ctx, settingOpen)
	unclean := err == nil && was == "1"
	a.Settings.recovered.Store(unclean)
	a.logged(a.store.SetSettings(a.ctx, map[string]string{settingOpen: "1"}))
	a.beside.Go(a.watch)
	a.beside.Go(func() {
		if !a.waitForPage() {
			return
		}
		if unclean {
			a.checkAfterUncleanEnd()
		}
		_, err := a.store.PurgeTrash(a.ctx)
		a.logged(err)
		a.keepBackups()
	})
}

// restAfterStart is how long the page is left alone after its first data. It
// is about to be painted then, and the user looks for the first thing to do.
const restAfterStart = 2 * time.Second

// waitForPage waits until the page is there for a while, so that what is done
// beside it does not make the start slower. False: the program ended first.
func (a *App) waitForPage() bool {
	select {
	case <-a.ready:
	case <-a.ctx.Done():
		return false
	}
	select {
	case <-time.After(restAfterStart):
		return true
	case <-a.ctx.Done():
		return false
	}
}

// checkAfterUncleanEnd looks whether the data survived, and tells the page
// what it found.
func (a *App) checkAfterUncleanEnd() {
	sound, err := a.store.QuickCheck(a.ctx)
	switch {
	case a.ctx.Err() != nil:
	case IsDamaged(err) || err == nil && !sound:
		a.logged(domain.Wrap(domain.CodeDataDamaged, "", err))
		a.config.Desktop.Emit(EventDamaged)
	case err != nil:
		a.logged(err)
	default:
		a.Settings.checked.Store(true)
		a.config.Desktop.Emit(EventChecked)
	}
}

// End tells that the window was closed as it should.
func (a *App) End() {
	a.logged(a.store.SetSettings(a.ctx, map[string]string{settingOpen: "0"}))
}

func (a *App) logged(err error) {
	if err != nil && a.ctx.Err() == nil {
		a.ProblemOf(err)
	}
}

func (a *App) watch() {
	show := filepath.Join(a.folder, showFile)
	seen, err := a.store.DataVersion(a.ctx)
	a.logged(err)
	ticker := time.NewTicker(watchShow)
	defer ticker.Stop()
	for count := 1; ; count++ {
		select {
		case <-a.ctx.Done():
			return
		case <-ticker.C:
		}
		if os.Remove(show) == nil {
			a.config.Desktop.Raise()
		}
		if count%watchData != 0 {
			continue
		}
		if version, err := a.store.DataVersion(a.ctx); err == nil && version != seen {
			seen = version
			a.config.Desktop.Emit(EventChanged)
		}
	}
}

// IsDamaged reports whether an error of Open means that the database cannot be
// read.
func IsDamaged(err error) bool { return domain.CodeOf(err) == domain.CodeDataDamaged }

// Check opens the data and returns what is wrong with them, in Dutch. A
// database that cannot be read is a finding, not an error. Errors: those of
// Open, CodeCheckFailed.
func Check(config Config) ([]string, error) {
	a, err := Open(config)
	if IsDamaged(err) {
		_, sentence := Describe(nil, config.Content, err)
		return []string{sentence}, nil
	}
	if err != nil {
		return nil, err
	}
	findings, err := a.check()
	if domain.CodeOf(err) == domain.CodeInternal {
		err = domain.Wrap(domain.CodeCheckFailed, "", err)
	}
	return findings, errors.Join(err, a.Close())
}

func (a *App) check() ([]string, error) {
	found, err := a.store.Check(a.ctx)
	findings := []string{}
	for _, f := range found {
		findings = append(findings, "De gegevens zijn beschadigd: "+f)
	}
	copies, globErr := filepath.Glob(filepath.Join(a.BackupFolder(), "*.db"))
	for _, path := range copies {
		if _, e := store.Inspect(a.ctx, path); e != nil {
			findings = append(findings, "Deze reservekopie is niet te gebruiken: "+path)
		}
	}
	return findings, errors.Join(err, globErr)
}

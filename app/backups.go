package app

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"os"
	"path/filepath"
	"time"

	"raadwijzer/app/internal/domain"
	"raadwijzer/app/internal/export"
	"raadwijzer/app/internal/seal"
	"raadwijzer/app/internal/store"
	"raadwijzer/app/internal/temp"
)

// Backups is the part "Reservekopieën" of the settings.
type Backups struct{ app *App }

// BackupView says what is in a backup file.
type BackupView struct {
	Path    string `json:"path"`
	Made    string `json:"made"`
	Notes   int    `json:"notes"`
	Runs    int    `json:"runs"`
	Aside   string `json:"aside"` // where the present data were kept, after a restore
	Chosen  bool   `json:"chosen"`
	Sealed  bool   `json:"sealed"`  // it has a password; without that nothing is known of it
	Version int    `json:"version"` // schema
}

// BackupsView tells which copies there are.
type BackupsView struct {
	Copies        []BackupView `json:"copies"` // those in the data folder, newest first
	SecondPlace   string       `json:"secondPlace"`
	SecondLast    string       `json:"secondLast"`    // when a copy was last put there, or ""
	SecondProblem string       `json:"secondProblem"` // code of why today's copy could not be put there, or ""
}

// List returns the copies that the program keeps. Errors: CodeDataUnwritable.
func (b *Backups) List() (view BackupsView, err error) {
	defer b.app.guard(&err)
	return b.app.ListBackups()
}

// Make asks for a place and writes a backup there, sealed when there is a
// password. Errors: those of App.Backup and App.BackupSealed.
func (b *Backups) Make(password string) (view BackupView, err error) {
	defer b.app.guard(&err)
	extension := "db"
	if password != "" {
		if err := seal.CheckPassword(password); err != nil {
			return view, err
		}
		extension = "age"
	}
	name := "raadwijzer-" + b.app.today().String() + "." + extension
	path, err := b.app.config.Desktop.SaveFile("Reservekopie bewaren", name, extension)
	if err != nil || path == "" {
		return view, err
	}
	if password != "" { // the dialog asked about an existing file
		return b.app.BackupSealed(path, password, true)
	}
	return b.app.Backup(path, true)
}

// Choose asks for a backup and tells what is in it; Chosen is false when the
// user closed the dialog. Errors: those of store.Inspect.
func (b *Backups) Choose() (view BackupView, err error) {
	defer b.app.guard(&err)
	path, err := b.app.config.Desktop.OpenFile("Reservekopie kiezen", "db;*.age")
	if err != nil || path == "" {
		return view, err
	}
	if seal.Is(path) {
		return BackupView{Path: path, Chosen: true, Sealed: true}, nil
	}
	info, err := store.Inspect(b.app.ctx, path)
	return backupView(info), err
}

// Look tells what is in a backup. Errors: those of store.Inspect and seal.From.
func (b *Backups) Look(path, password string) (view BackupView, err error) {
	defer b.app.guard(&err)
	defer b.app.beginWriting(filepath.Join(b.app.folder, "kopie"))()
	return lookAt(b.app.ctx, b.app.folder, path, password)
}

// Restore replaces all data by those of a backup; the present data are kept
// aside. Errors: those of store.Inspect and seal.From.
func (b *Backups) Restore(path, password string) (view BackupView, err error) {
	defer b.app.guard(&err)
	return b.app.Restore(path, password)
}

// ChooseSecondPlace asks for a folder where a copy is put each day, and puts
// one there. Errors: CodeTargetUnwritable and CodeDiskFull when that does not
// work; the place is not taken over then.
func (b *Backups) ChooseSecondPlace() (view BackupsView, err error) {
	defer b.app.guard(&err)
	folder, err := b.app.config.Desktop.OpenFolder("Tweede plek voor reservekopieën")
	if err != nil {
		return view, err
	}
	if folder != "" {
		if err := b.app.SetSecondPlace(folder); err != nil {
			return view, err
		}
	}
	return b.app.ListBackups()
}

// ForgetSecondPlace ends the copies to the second place. What is there stays.
func (b *Backups) ForgetSecondPlace() (view BackupsView, err error) {
	defer b.app.guard(&err)
	if err := b.app.SetSecondPlace(""); err != nil {
		return view, err
	}
	return b.app.ListBackups()
}

// ListBackups returns the copies that the program keeps.
func (a *App) ListBackups() (BackupsView, error) {
	copies, err := store.Copies(a.ctx, a.folder)
	if err != nil {
		return BackupsView{}, err
	}
	values, err := a.store.Settings(a.ctx)
	if err != nil {
		return BackupsView{}, err
	}
	view := BackupsView{Copies: []BackupView{}, SecondPlace: values[settingSecondPlace],
		SecondLast: values[settingSecondLast], SecondProblem: values[settingSecondProblem]}
	for _, info := range copies {
		view.Copies = append(view.Copies, backupView(info))
	}
	return view, nil
}

// Backup writes a verified backup to path. Errors: CodeTargetExists without
// replace, CodeTargetUnwritable, CodeDiskFull.
func (a *App) Backup(path string, replace bool) (BackupView, error) {
	defer a.beginWriting(path)()
	info, err := a.store.Backup(a.ctx, path, replace)
	if err != nil {
		return BackupView{}, err
	}
	return backupView(info), a.noteBackup()
}

func (a *App) noteBackup() error {
	return a.store.SetSettings(a.ctx, map[string]string{settingLastBackup: moment(a.now())})
}

// BackupSealed writes a backup that only opens with a password. It is opened
// again before it is put in its place. Errors: CodePasswordShort and those of
// Backup.
func (a *App) BackupSealed(path, password string, replace bool) (view BackupView, err error) {
	if err := seal.CheckPassword(password); err != nil {
		return view, err
	}
	defer a.beginWriting(path)()
	defer a.beginWriting(filepath.Join(a.folder, "kopie"))()
	if a.store.Holds(path) {
		return view, domain.Fail(domain.CodeTargetUnwritable, path)
	}
	err = inTemp(a.folder, func(private string) error {
		var sealed string
		if sealed, view, err = a.backupIn(private, password); err != nil {
			return err
		}
		_, err = export.Atomic(path, replace, func(w io.Writer) error { return copyTo(w, sealed) })
		return err
	})
	if err != nil {
		return BackupView{}, err
	}
	view.Path = path
	return view, a.noteBackup()
}

// backupIn makes a verified backup in a private folder, sealed when there is a
// password, and returns its path.
func (a *App) backupIn(private, password string) (path string, view BackupView, err error) {
	path = filepath.Join(private, "kopie.db")
	info, err := a.store.Backup(a.ctx, path, false)
	if err != nil || password == "" {
		return path, backupView(info), err
	}
	sealed := filepath.Join(private, "kopie.age")
	if err := convert(path, sealed, func(w io.Writer, r io.Reader) error { return seal.To(w, r, password) }); err != nil {
		return "", view, err
	}
	err = unsealed(a.folder, sealed, password, func(again string) error {
		info, err = store.Inspect(a.ctx, again)
		return err
	})
	view = backupView(info)
	view.Made, view.Sealed = moment(a.now()), true
	return sealed, view, err
}

// Restore replaces all data by those of a backup and keeps the present data
// aside. The password is for a sealed one, else "". Errors: CodeFileUnreadable,
// CodeBackupInvalid, CodeDataNewer, CodePasswordMissing, CodePasswordWrong.
func (a *App) Restore(path, password string) (view BackupView, err error) {
	defer a.beginWriting(filepath.Join(a.folder, "kopie"))()
	err = unsealed(a.folder, path, password, func(plain string) error {
		info, aside, err := a.store.Restore(a.ctx, plain)
		if err != nil {
			return err
		}
		view = backupView(info)
		view.Path, view.Aside = path, aside
		return a.indexItems() // the backup may hold older items
	})
	return view, err
}

// RestoreDamaged puts a backup in the place of a database that cannot be
// opened; the damaged file is kept. Errors: CodeDataInUse when a window has
// the folder, and those of Restore.
func RestoreDamaged(config Config, path, password string) (view BackupView, err error) {
	folder, err := DataFolder(config.DataDir)
	if err != nil {
		return view, domain.Wrap(domain.CodeDataUnwritable, config.DataDir, err)
	}
	lock, err := lockAlone(folder)
	if err != nil {
		return view, err
	}
	defer func() { _ = lock.Unlock() }() // the system does it too
	defer writingIn(folder, filepath.Join(folder, "kopie"))()
	return replaceDamaged(folder, path, password)
}

func replaceDamaged(folder, path, password string) (view BackupView, err error) {
	err = unsealed(folder, path, password, func(plain string) error {
		info, aside, err := store.Replace(context.Background(), storeConfig(folder, time.Now), plain)
		view = backupView(info)
		view.Path, view.Aside = path, aside
		return err
	})
	return view, err
}

func backupView(info store.BackupInfo) BackupView {
	return BackupView{Path: info.Path, Made: moment(info.Made), Notes: info.Counts.Notes, Runs: info.Counts.Runs,
		Chosen: info.Path != "", Version: info.Schema}
}

// unsealed calls use with a backup that can be read: the file itself, or for a
// sealed one a copy in the data folder that is gone afterwards.
func unsealed(folder, path, password string, use func(plain string) error) error {
	if !seal.Is(path) {
		return use(path)
	}
	return inTemp(folder, func(private string) error {
		plain := filepath.Join(private, "kopie.db")
		if err := convert(path, plain, func(w io.Writer, r io.Reader) error { return seal.From(w, r, password) }); err != nil {
			return err
		}
		return use(plain)
	})
}

// inTemp calls work with a private folder inside the data folder, which is
// gone afterwards: what is in it is for nobody else.
func inTemp(folder string, work func(private string) error) error {
	private, err := os.MkdirTemp(folder, temp.Pattern())
	if err != nil {
		return domain.Wrap(domain.CodeDataUnwritable, folder, err)
	}
	defer func() { _ = os.RemoveAll(private) }()
	return work(private)
}

// convert makes a private file out of another.
func convert(from, to string, how func(io.Writer, io.Reader) error) (err error) {
	in, err := os.Open(from)
	if err != nil {
		return domain.Wrap(domain.CodeFileUnreadable, from, err)
	}
	defer func() { err = errors.Join(err, in.Close()) }()
	_, err = export.Atomic(to, false, func(w io.Writer) error { return how(w, in) })
	return err
}

func copyTo(w io.Writer, path string) (err error) {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	_, err = io.Copy(w, f)
	return err
}

// secondPrefix names the copies of this computer and data folder in a place
// where others may put theirs too.
func (a *App) secondPrefix() string {
	name, err := os.Hostname()
	if err != nil || name == "" {
		name = "computer"
	}
	sum := sha256.Sum256([]byte(a.folder))
	return export.FileName("raadwijzer-"+name, "") + "-" + hex.EncodeToString(sum[:3]) + "-"
}

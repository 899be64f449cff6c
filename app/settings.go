package app

import (
	"io"
	"net/url"
	"os"
	"strconv"
	"sync/atomic"
	"unicode/utf8"

	"raadwijzer/app/internal/domain"
)

// Settings is the screen "Instellingen".
type Settings struct {
	app       *App
	recovered atomic.Bool // the program did not end as it should before
	checked   atomic.Bool // after that the data were looked at and found sound
}

// The names of the settings in the store.
const (
	settingRole         = "role"
	settingRoleAsked    = "role-asked"
	settingAppearance   = "appearance"
	settingTextSize     = "text-size"
	settingName         = "name"
	settingNameAsked    = "name-asked"
	settingMunicipality = "municipality"
	settingWords        = "words-per-minute"
	settingLectern      = "lectern-size"
	settingTheme        = "theme"
	settingTourSeen     = "tour-seen"
	settingLastBackup   = "last-backup"
	settingOpen         = "window-open"
)

// span is what a number among the settings may be, and what it is until the
// user chooses.
type span struct{ least, most, usual int }

// The numbers among the settings. 130 words is a calm pace for a speech: the
// audience hears each of them once.
var (
	textSizes      = span{100, 200, 100}
	wordsPerMinute = span{60, 200, 130}
	lecternSizes   = span{125, 400, 225}
)

func (s span) holds(n int) bool { return s.least <= n && n <= s.most }

// read returns a stored number, and the usual one for anything else.
func (s span) read(stored string) int {
	if n, err := strconv.Atoi(stored); err == nil && s.holds(n) {
		return n
	}
	return s.usual
}

// Get returns the choices of the user.
func (s *Settings) Get() (view SettingsView, err error) {
	defer s.app.guard(&err)
	values, err := s.app.store.Settings(s.app.ctx)
	if err != nil {
		return view, err
	}
	view = SettingsView{Role: values[settingRole], RoleAsked: values[settingRoleAsked] == "1",
		Appearance: values[settingAppearance], TextSize: textSizes.read(values[settingTextSize]), Name: values[settingName], NameAsked: values[settingNameAsked] == "1",
		Municipality: values[settingMunicipality], WordsPerMinute: wordsPerMinute.read(values[settingWords]),
		LecternSize: lecternSizes.read(values[settingLectern]), Theme: values[settingTheme],
		TourSeen: values[settingTourSeen] == "1"}
	if view.Appearance == "" {
		view.Appearance = "system"
	}
	return view, nil
}

// Set stores the choices of the user and returns them. Errors:
// CodeRoleUnknown, CodeSettingInvalid, CodeNameTooLong.
func (s *Settings) Set(view SettingsView) (stored SettingsView, err error) {
	defer s.app.guard(&err)
	if err := checkSettings(view); err != nil {
		return view, err
	}
	err = s.app.store.SetSettings(s.app.ctx, map[string]string{
		settingRole: view.Role, settingRoleAsked: flag(view.RoleAsked), settingNameAsked: flag(view.NameAsked), settingAppearance: view.Appearance,
		settingTextSize: strconv.Itoa(view.TextSize), settingName: view.Name, settingMunicipality: view.Municipality,
		settingWords: strconv.Itoa(view.WordsPerMinute), settingLectern: strconv.Itoa(view.LecternSize),
		settingTheme: view.Theme, settingTourSeen: flag(view.TourSeen),
	})
	return view, err
}

func flag(on bool) string {
	if on {
		return "1"
	}
	return "0"
}

func checkSettings(view SettingsView) error {
	if view.Role != "" {
		if _, err := domain.ParseRole(view.Role); err != nil {
			return err
		}
	}
	switch view.Appearance {
	case "system", "light", "dark":
	default:
		return domain.Fail(domain.CodeSettingInvalid, "appearance")
	}
	switch {
	case !textSizes.holds(view.TextSize):
		return domain.Fail(domain.CodeSettingInvalid, "textSize")
	case !wordsPerMinute.holds(view.WordsPerMinute):
		return domain.Fail(domain.CodeSettingInvalid, "wordsPerMinute")
	case !lecternSizes.holds(view.LecternSize):
		return domain.Fail(domain.CodeSettingInvalid, "lecternSize")
	}
	if len(view.Theme) > maxTheme || !utf8.ValidString(view.Theme) {
		return domain.Fail(domain.CodeSettingInvalid, "theme")
	}
	if utf8.RuneCountInString(view.Name) > 200 || utf8.RuneCountInString(view.Municipality) > 200 {
		return domain.Fail(domain.CodeNameTooLong, "")
	}
	return nil
}

// About tells what this program is and where its data are.
func (s *Settings) About() (view AboutView, err error) {
	defer s.app.guard(&err)
	counts, err := s.app.store.Counts(s.app.ctx)
	if err != nil {
		return view, err
	}
	last, err := s.app.store.Setting(s.app.ctx, settingLastBackup)
	return AboutView{Version: s.app.config.Version, DataFolder: s.app.folder, Notes: counts.Notes, Runs: counts.Runs,
		LastBackup: last, Recovered: s.recovered.Load(), Checked: s.checked.Load()}, err
}

// maxTheme is the largest house style, in bytes: some dozens of colours.
const maxTheme = 80_000

// ReadTheme asks for the file of a house style and returns its text, "" when
// the user closed the dialog. The page knows what a house style may hold.
// Errors: CodeFileUnreadable, CodeFileTooLarge, CodeNotUTF8.
func (s *Settings) ReadTheme() (text string, err error) {
	defer s.app.guard(&err)
	paths, err := s.app.config.Desktop.OpenFiles("Huisstijl kiezen", "json", "css")
	if err != nil || len(paths) == 0 {
		return "", err
	}
	return readText(paths[0], maxTheme)
}

// readText reads a small text file. Errors: CodeFileUnreadable,
// CodeFileTooLarge, CodeNotUTF8.
func readText(path string, most int64) (text string, err error) {
	f, err := os.Open(path)
	if err != nil {
		return "", domain.Wrap(domain.CodeFileUnreadable, path, err)
	}
	defer func() { _ = f.Close() }() // it was only read
	content, err := io.ReadAll(io.LimitReader(f, most+1))
	switch {
	case err != nil:
		return "", domain.Wrap(domain.CodeFileUnreadable, path, err)
	case int64(len(content)) > most:
		return "", domain.Fail(domain.CodeFileTooLarge, path)
	case !utf8.Valid(content):
		return "", domain.Fail(domain.CodeNotUTF8, path)
	}
	return string(content), nil
}

// OpenLink opens an address of the web or of mail in the user's own program.
// Errors: CodeSettingInvalid for any other address.
func (s *Settings) OpenLink(address string) (err error) {
	defer s.app.guard(&err)
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" && u.Scheme != "mailto" {
		return domain.Fail(domain.CodeSettingInvalid, "link")
	}
	s.app.config.Desktop.OpenLink(u.String())
	return nil
}

// Shade tells the window whether the page is dark.
func (s *Settings) Shade(dark bool) (err error) {
	defer s.app.guard(&err)
	s.app.config.Desktop.Shade(dark)
	return nil
}

// Ready tells that the page has painted: the window may be shown.
func (s *Settings) Ready() (err error) {
	defer s.app.guard(&err)
	s.app.config.Desktop.Ready()
	s.app.readyOnce.Do(func() { close(s.app.ready) })
	return nil
}

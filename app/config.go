package app

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"time"
)

// Config tells the program where its data are and what it stands on.
type Config struct {
	DataDir string // "" chooses DataFolder("")
	Version string
	Content fs.FS
	Desktop Desktop          // nil: there is no window
	Now     func() time.Time // nil: time.Now
}

// DataFolder returns the folder for the data: the given one, else the one in
// the environment variable RAADWIJZER_DATA, else "data" beside the program
// when that exists (for use from a stick), else the user's own.
func DataFolder(given string) (string, error) {
	if given != "" {
		return filepath.Abs(given)
	}
	if env := os.Getenv("RAADWIJZER_DATA"); env != "" {
		return filepath.Abs(env)
	}
	if program, err := os.Executable(); err == nil {
		portable := filepath.Join(filepath.Dir(program), "data")
		if info, err := os.Stat(portable); err == nil && info.IsDir() {
			return portable, nil
		}
	}
	return userFolder()
}

// userFolder keeps to the customs of each system. Local, not roaming, on
// Windows: a database must not be copied while it is open.
func userFolder() (string, error) {
	switch runtime.GOOS {
	case "windows":
		dir, err := os.UserCacheDir() // %LocalAppData%
		return filepath.Join(dir, "Raadwijzer"), err
	case "darwin":
		dir, err := os.UserConfigDir() // ~/Library/Application Support
		return filepath.Join(dir, "Raadwijzer"), err
	}
	if dir := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(dir) {
		return filepath.Join(dir, "raadwijzer"), nil
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "", errors.Join(errors.New("no home folder"), err)
	}
	return filepath.Join(home, ".local", "share", "raadwijzer"), nil
}

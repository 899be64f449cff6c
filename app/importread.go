package app

import (
	"archive/zip"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"raadwijzer/app/internal/domain"
)

// vaultFolder marks the root of an Obsidian vault.
const vaultFolder = ".obsidian"

// path reads what the user named. An error ends the import.
func (in *importer) path(name string) error {
	info, err := os.Stat(name)
	if err != nil {
		in.fail(name, domain.Wrap(domain.CodeFileUnreadable, name, err))
		return nil
	}
	switch {
	case info.IsDir():
		return in.folder(name)
	case strings.EqualFold(filepath.Ext(name), ".zip"):
		return in.archive(name)
	}
	return in.read(name, info, false)
}

// folder reads every text file below a folder. It follows no links and leaves
// hidden folders alone: those hold the settings of other programs.
func (in *importer) folder(root string) error {
	vault := isVault(root)
	return filepath.WalkDir(root, func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			in.fail(name, domain.Wrap(domain.CodeFileUnreadable, name, err))
			return nil
		case entry.IsDir() && name != root && hidden(entry.Name()):
			return filepath.SkipDir
		case !entry.Type().IsRegular() || !isText(name):
			return nil
		}
		info, err := entry.Info()
		if err != nil {
			in.fail(name, domain.Wrap(domain.CodeFileUnreadable, name, err))
			return nil
		}
		return in.read(name, info, vault)
	})
}

// isVault reports whether a folder lies in an Obsidian vault.
func isVault(folder string) bool {
	folder, err := filepath.Abs(folder)
	for err == nil {
		if info, err := os.Stat(filepath.Join(folder, vaultFolder)); err == nil && info.IsDir() {
			return true
		}
		parent := filepath.Dir(folder)
		if parent == folder {
			break
		}
		folder = parent
	}
	return false
}

func isText(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".md", ".markdown", ".txt":
		return true
	}
	return false
}

// hidden reports whether a name, or a folder in it, is not for the user.
func hidden(name string) bool {
	for part := range strings.SplitSeq(name, "/") {
		if strings.HasPrefix(part, ".") || part == "__MACOSX" {
			return true
		}
	}
	return false
}

func (in *importer) read(name string, info fs.FileInfo, vault bool) error {
	text, err := ReadTextFile(name)
	if err != nil {
		in.fail(name, err)
		return nil
	}
	return in.add(file{name: name, text: text, changed: info.ModTime(), vault: vault})
}

// archive reads the texts in a zip. Nothing is unpacked to disk, so a name in
// it cannot lead anywhere.
func (in *importer) archive(name string) (err error) {
	r, err := zip.OpenReader(name)
	if err != nil {
		in.fail(name, domain.Wrap(domain.CodeArchiveDamaged, name, err))
		return nil
	}
	defer func() { _ = r.Close() }() // only read from
	vault := false
	for _, f := range r.File {
		vault = vault || strings.Contains("/"+f.Name, "/"+vaultFolder+"/")
	}
	for _, f := range r.File {
		if !f.Mode().IsRegular() || !isText(f.Name) || hidden(f.Name) {
			continue
		}
		inside := name + ": " + f.Name
		text, err := readZipped(f, inside)
		if err != nil {
			in.fail(inside, err)
			continue
		}
		if err := in.add(file{name: inside, text: text, changed: f.Modified, vault: vault}); err != nil {
			return err
		}
	}
	return nil
}

func readZipped(f *zip.File, name string) (string, error) {
	r, err := f.Open()
	if err != nil {
		return "", domain.Wrap(domain.CodeArchiveDamaged, name, err)
	}
	text, err := ReadText(r, name)
	return text, errors.Join(err, r.Close())
}

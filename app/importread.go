package app

import (
	"archive/zip"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

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
	case isZip(name):
		return in.archive(name)
	}
	return in.read(name, info, false)
}

// folder reads every text file below a folder.
func (in *importer) folder(root string) error {
	vault := isVault(root)
	return eachText(root, func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			in.fail(name, domain.Wrap(domain.CodeFileUnreadable, name, err))
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

// eachText calls f for every text file below a folder, and for what cannot be
// looked at. The folder itself may be a link, because it was chosen; no other
// link is followed. Hidden folders hold the settings of other programs.
func eachText(root string, f fs.WalkDirFunc) error {
	if real, err := filepath.EvalSymlinks(root); err == nil {
		root = real
	}
	return filepath.WalkDir(root, func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return f(name, entry, err)
		case entry.IsDir() && name != root && hidden(entry.Name()):
			return filepath.SkipDir
		case !entry.Type().IsRegular() || !isText(name):
			return nil
		}
		return f(name, entry, nil)
	})
}

// count counts the files before they are read. What cannot be counted is named
// when it is read.
func (in *importer) count(paths []string) {
	if in.progress == nil {
		return
	}
	for _, name := range paths {
		info, err := os.Stat(name)
		switch {
		case err == nil && info.IsDir():
			// The walk never fails: it only counts.
			_ = eachText(name, func(string, fs.DirEntry, error) error {
				in.total++
				return in.ctx.Err()
			})
		case err == nil && isZip(name):
			if r, err := zip.OpenReader(name); err == nil {
				in.total += len(textsIn(r.File))
				_ = r.Close() // only read from
				continue
			}
			in.total++
		default:
			in.total++
		}
	}
	in.tell()
}

func isZip(name string) bool { return strings.EqualFold(filepath.Ext(name), ".zip") }

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
		if strings.HasPrefix(part, ".") && part != ".." || part == "__MACOSX" {
			return true
		}
	}
	return false
}

func (in *importer) read(name string, info fs.FileInfo, vault bool) error {
	text, err := readFile(name, readAnyText)
	if err != nil {
		in.fail(name, err)
		return nil
	}
	return in.add(file{name: name, path: name, text: text, changed: info.ModTime(), vault: vault})
}

// mostUnpacked is how much text a zip may hold, in bytes: far more than anyone
// writes, and little enough to say no to a file that was made to choke on.
const mostUnpacked = 4 << 30

// archive reads the texts in a zip. Nothing is unpacked to disk, so a name in
// it cannot lead anywhere.
func (in *importer) archive(name string) (err error) {
	r, err := zip.OpenReader(name)
	if err != nil {
		in.fail(name, domain.Wrap(domain.CodeArchiveDamaged, name, err))
		return nil
	}
	defer func() { _ = r.Close() }() // only read from
	vault, size := false, uint64(0)
	for _, f := range r.File {
		vault = vault || strings.Contains("/"+zippedName(f), "/"+vaultFolder+"/")
	}
	files := textsIn(r.File)
	for _, f := range files {
		if size += min(f.UncompressedSize64, mostUnpacked); size > mostUnpacked {
			in.fail(name, domain.Fail(domain.CodeFileTooLarge, name))
			return nil
		}
	}
	for _, f := range files {
		inside := name + ": " + zippedName(f)
		text, err := readZipped(f, inside)
		if err != nil {
			in.fail(inside, err)
			continue
		}
		if err := in.add(file{name: inside, path: zippedName(f), text: text, changed: f.Modified, vault: vault}); err != nil {
			return err
		}
	}
	return nil
}

// textsIn returns the files in a zip that are read.
func textsIn(files []*zip.File) (list []*zip.File) {
	for _, f := range files {
		if name := zippedName(f); f.Mode().IsRegular() && isText(name) && !hidden(name) {
			list = append(list, f)
		}
	}
	return list
}

// zippedName returns the name of a file in a zip. One that is not UTF-8 was
// written in the way of DOS, which the format prescribes. Some programs on
// Windows write its separator, which the format forbids.
func zippedName(f *zip.File) string {
	name := f.Name
	if !utf8.ValidString(name) {
		var err error
		if name, err = charmap.CodePage437.NewDecoder().String(f.Name); err != nil {
			name = strings.ToValidUTF8(f.Name, "-")
		}
	}
	return strings.ReplaceAll(name, `\`, "/")
}

func readZipped(f *zip.File, name string) (string, error) {
	r, err := f.Open()
	if err != nil {
		return "", domain.Wrap(domain.CodeArchiveDamaged, name, err)
	}
	text, err := readAnyText(r, name)
	return text, errors.Join(err, r.Close())
}

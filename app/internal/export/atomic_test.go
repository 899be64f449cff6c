package export

import (
	"errors"
	"io"
	"iter"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"

	"raadwijzer/app/internal/domain"
)

func text(s string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, s)
		return err
	}
}

// onlyHas fails unless the folder holds exactly these names.
func onlyHas(t *testing.T, dir string, names ...string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var have []string
	for _, e := range entries {
		have = append(have, e.Name())
	}
	slices.Sort(names)
	if !slices.Equal(have, names) {
		t.Errorf("folder holds %q, want %q", have, names)
	}
}

func content(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestAtomicNewFile(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.md")
	n, err := Atomic(path, false, text("één"))
	if err != nil || n != 5 || content(t, path) != "één" {
		t.Fatalf("%d bytes, %v", n, err)
	}
	if info, _ := os.Stat(path); runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v", info.Mode())
	}
	onlyHas(t, dir, "a.md")
}

func TestAtomicExisting(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.md")
	if err := os.WriteFile(path, []byte("oud"), 0o640); err != nil {
		t.Fatal(err)
	}
	if _, err := Atomic(path, false, text("nieuw")); domain.CodeOf(err) != domain.CodeTargetExists || domain.FieldOf(err) != path {
		t.Errorf("without force: %v", err)
	}
	boom := errors.New("boom")
	_, err := Atomic(path, true, func(w io.Writer) error {
		_, _ = io.WriteString(w, strings.Repeat("x", 200_000))
		return boom
	})
	if !errors.Is(err, boom) || content(t, path) != "oud" {
		t.Errorf("failing writer: %v, file %q", err, content(t, path))
	}
	func() {
		defer func() { _ = recover() }()
		_, _ = Atomic(path, true, func(io.Writer) error { panic("boom") })
	}()
	onlyHas(t, dir, "a.md")
	if _, err := Atomic(path, true, text("nieuw")); err != nil || content(t, path) != "nieuw" {
		t.Errorf("with force: %v", err)
	}
	if info, _ := os.Stat(path); runtime.GOOS != "windows" && info.Mode().Perm() != 0o640 {
		t.Errorf("mode %v", info.Mode())
	}
}

func TestAtomicLinkIsKept(t *testing.T) {
	dir, other := t.TempDir(), t.TempDir()
	real, link := filepath.Join(other, "echt.md"), filepath.Join(dir, "a.md")
	if err := os.WriteFile(real, []byte("oud"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(real, link); err != nil {
		t.Skip(err)
	}
	if _, err := os.Stat(link); err != nil {
		t.Skip("links are made here but not followed", err)
	}
	if _, err := Atomic(link, true, text("nieuw")); err != nil || content(t, real) != "nieuw" {
		t.Errorf("%v, file %q", err, content(t, real))
	}
	if info, _ := os.Lstat(link); info.Mode()&os.ModeSymlink == 0 {
		t.Error("the link was replaced")
	}
}

func TestAtomicRefusedTargets(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "a.md")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{"", dir, filepath.Join(file, "b.md"), filepath.Join(dir, "geen", "b.md"), os.DevNull} {
		called := false
		_, err := Atomic(path, true, func(io.Writer) error { called = true; return nil })
		if domain.CodeOf(err) != domain.CodeTargetUnwritable || called {
			t.Errorf("%q: %v, called %v", path, err, called)
		}
	}
	long := filepath.Join(dir, strings.Repeat("a", 300)+".md")
	if _, err := Atomic(long, true, text("x")); domain.CodeOf(err) != domain.CodeFileNameTooLong && runtime.GOOS != "windows" {
		t.Errorf("a name of 300 letters: %v", err)
	}
	onlyHas(t, dir, "a.md")
}

func TestAtomicTargetThatComesMeanwhile(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.md")
	_, err := Atomic(path, false, func(io.Writer) error { return os.WriteFile(path, []byte("ander"), 0o600) })
	if domain.CodeOf(err) != domain.CodeTargetExists || content(t, path) != "ander" {
		t.Errorf("%v", err)
	}
	onlyHas(t, dir, "a.md")
}

func TestFullDisk(t *testing.T) {
	full := &os.PathError{Op: "write", Path: "x", Err: syscall.ENOSPC}
	if runtime.GOOS == "windows" {
		full.Err = syscall.Errno(112)
	}
	if code := domain.CodeOf(targetError("x", full)); code != domain.CodeDiskFull {
		t.Errorf("code %q", code)
	}
	if f, err := os.OpenFile("/dev/full", os.O_WRONLY, 0); err == nil {
		_, err = fill(f, "x", text(strings.Repeat("x", 100_000)))
		if domain.CodeOf(err) != domain.CodeDiskFull {
			t.Errorf("/dev/full: %v", err)
		}
		_ = f.Close()
	}
}

func TestAtomicFolder(t *testing.T) {
	dir := t.TempDir()
	target := filepath.Join(dir, "notities")
	build := func(d string) error { return os.WriteFile(filepath.Join(d, "a.md"), []byte("abc"), 0o600) }
	boom := errors.New("boom")
	if _, err := AtomicFolder(target, func(d string) error { _ = build(d); return boom }); !errors.Is(err, boom) {
		t.Errorf("failing: %v", err)
	}
	onlyHas(t, dir)
	if n, err := AtomicFolder(target, build); err != nil || n != 3 {
		t.Errorf("%d bytes, %v", n, err)
	}
	onlyHas(t, target, "a.md")
	if _, err := AtomicFolder(target, build); domain.CodeOf(err) != domain.CodeFolderExists {
		t.Errorf("existing: %v", err)
	}
	if _, err := AtomicFolder(filepath.Join(target, "a.md", "x"), build); domain.CodeOf(err) != domain.CodeTargetUnwritable {
		t.Errorf("below a file: %v", err)
	}
	if _, err := AtomicFolder(filepath.Join(target, "a.md"), build); domain.CodeOf(err) != domain.CodeTargetExists {
		t.Errorf("onto a file: %v", err)
	}
	empty := filepath.Join(dir, "leeg")
	if err := os.Mkdir(empty, 0o700); err != nil {
		t.Fatal(err)
	}
	if _, err := AtomicFolder(empty, build); err != nil {
		t.Errorf("empty folder: %v", err)
	}
	onlyHas(t, empty, "a.md")
	onlyHas(t, dir, "leeg", "notities")
}

func TestWriteNoteFolder(t *testing.T) {
	target := filepath.Join(t.TempDir(), "uit")
	notes := []Note{{Note: domain.Note{ID: "1", Title: "Raad", Body: "a\r\n"}}, {Note: domain.Note{ID: "2", Title: "raad"}}, {Note: domain.Note{ID: "3", Title: "../x"}}}
	failing := errors.New("boom")
	seq := func(last error) iter.Seq2[Note, error] {
		return func(yield func(Note, error) bool) {
			for _, n := range notes {
				if !yield(n, nil) {
					return
				}
			}
			if last != nil {
				yield(Note{}, last)
			}
		}
	}
	if _, err := WriteNoteFolder(target, seq(failing)); !errors.Is(err, failing) {
		t.Errorf("failing: %v", err)
	}
	onlyHas(t, filepath.Dir(target))
	if _, err := WriteNoteFolder(target, seq(nil)); err != nil {
		t.Fatal(err)
	}
	onlyHas(t, target, "Raad.md", "raad (2).md", "x.md")
	if got := content(t, filepath.Join(target, "Raad.md")); got != "---\nid: \"1\"\ntitle: Raad\n---\na\r\n" {
		t.Errorf("%q", got)
	}
}

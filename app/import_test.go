package app_test

import (
	"archive/zip"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"raadwijzer/app"
)

// write makes the files of a folder; a name may hold folders.
func write(t *testing.T, files map[string]string) (folder string) {
	t.Helper()
	folder = t.TempDir()
	for name, text := range files {
		path := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// zipped makes a zip of files.
func zipped(t *testing.T, files map[string]string) (path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "a.zip")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	w := zip.NewWriter(f)
	for name, text := range files {
		entry, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, NonUTF8: true})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := entry.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

func imported(t *testing.T, a *app.App, want int, paths ...string) app.ImportResult {
	t.Helper()
	result, err := a.ImportWith(t.Context(), paths, nil)
	if err != nil || result.Imported != want {
		t.Fatalf("%+v %v, want %d", result, err, want)
	}
	return result
}

// tagsOf returns the tags of the notes by their titles.
func tagsOf(t *testing.T, a *app.App) map[string]string {
	t.Helper()
	cards, err := a.ListNotes(app.NoteQuery{})
	if err != nil {
		t.Fatal(err)
	}
	tags := map[string]string{}
	for _, c := range cards {
		tags[c.Title] = strings.Join(c.Tags, " ")
	}
	return tags
}

func TestATagInTheTextIsATagInAVaultOnly(t *testing.T) {
	files := map[string]string{
		"Wonen.md":  "---\ntags: [beleid]\n---\nOver #huur/sociaal en #beleid, zie [[Zorg]].\n\n# Kop #geen\n\n`#code`\n",
		"Lang.md":   "#" + strings.Repeat("x", 61) + " #kort",
		"map/Zo.md": "#1 is een nummer",
	}
	outside, _ := open(t)
	imported(t, outside, 3, write(t, files))
	// Without a vault the first line is the title, and a sign is a sign.
	for title, tags := range tagsOf(t, outside) {
		if tags != "" && tags != "beleid" {
			t.Errorf("outside a vault %q got the tags %q", title, tags)
		}
	}
	files[".obsidian/app.json"] = "{}"
	want := map[string]string{"Wonen": "beleid huur/sociaal", "Lang": "kort", "Zo": ""}
	for _, path := range []string{write(t, files), zipped(t, files)} {
		inside, _ := open(t)
		imported(t, inside, 3, path)
		if got := tagsOf(t, inside); fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%s: %v, want %v", filepath.Base(path), got, want)
		}
		if result := imported(t, inside, 0, path); result.Unchanged != 3 {
			t.Errorf("again: %+v", result)
		}
	}
}

func TestFilesWithTheSameTextAreNotesOfTheirOwn(t *testing.T) {
	a, _ := open(t)
	folder := write(t, map[string]string{"1 maart.md": "", "2 maart.md": "", "een.md": "---\nid: 7\n---\nA", "twee.md": "---\nid: 7\n---\nB"})
	imported(t, a, 4, folder)
	if result := imported(t, a, 0, folder); result.Unchanged != 4 {
		t.Errorf("again: %+v", result)
	}
	if got := tagsOf(t, a); len(got) != 4 {
		t.Errorf("titles %v", got)
	}
}

func TestJoplin(t *testing.T) {
	a, _ := open(t)
	imported(t, a, 1, write(t, map[string]string{"Notities/Raad.md": "---\ntitle: Raad\nupdated: 2025-05-02 12:00:00Z\ncreated: 2024-01-31 08:15:00Z\n" +
		"latitude: 52.37\ntags:\n  - begroting\n  - werk/raad\n---\n\nTekst.\n"}))
	page, err := a.Notes.List(app.NoteQuery{})
	if err != nil || page.Total != 1 {
		t.Fatal(page, err)
	}
	n := page.Notes[0]
	if n.Title != "Raad" || n.Created != "2024-01-31T08:15:00Z" || n.Updated != "2025-05-02T12:00:00Z" || !slices.Equal(n.Tags, []string{"begroting", "werk/raad"}) {
		t.Errorf("%+v", n)
	}
}

func TestTextsThatAreNotUTF8(t *testing.T) {
	utf16 := func(order int) string {
		var b strings.Builder
		for _, r := range "\ufeffCoördinatie €" {
			pair := []byte{byte(r), byte(r >> 8)}
			b.Write([]byte{pair[order], pair[1-order]})
		}
		return b.String()
	}
	good := map[string]string{"1252": "Co\xf6rdinatie \x80", "1252 quotes": "\x93Co\xf6rdinatie\x94 \x80", "1252 apostrophe": "Co\xf6rdinatie d\x92r \x80",
		"little": utf16(0), "big": utf16(1), "mark": "\ufeffCoördinatie €"}
	for name, text := range good {
		a, _ := open(t)
		imported(t, a, 1, write(t, map[string]string{name + ".txt": text}))
		hits, err := a.FindAll(app.SearchQuery{Words: `"coördinatie"`, Limit: 10})
		if err != nil || len(hits) != 1 || !strings.Contains(hits[0].Snippet, "Coördinatie") {
			t.Errorf("%s: %+v %v", name, hits, err)
		}
		if view, err := a.Notes.Get(hits[0].ID); err != nil || !strings.HasSuffix(view.Body, " €") || strings.HasPrefix(view.Body, "\ufeff") {
			t.Errorf("%s: %q %v", name, view.Body, err)
		}
	}
	bad := map[string]string{"DOS": "Co\x94rdinatie", "Mac": "Co\x9ardinatie", "DOS e": "caf\x82", "DOS a": "2 \x85 3", "empty sign": "\xff", "half a pair": "\xff\xfe\x3d\xd8a\x00", "odd": "\xff\xfea",
		"no mark": "a\x00b\x00", "picture": "\x89PNG\r\n\x1a\n\x00"}
	a, _ := open(t)
	for name, text := range bad {
		result := imported(t, a, 0, write(t, map[string]string{name + ".txt": text}))
		if len(result.Failed) != 1 || !strings.Contains(result.Failed[0].Path, name+".txt") || result.Failed[0].Reason == "" {
			t.Errorf("%s: %+v", name, result)
		}
	}
}

func TestAZipCannotLeadAnywhere(t *testing.T) {
	a, _ := open(t)
	result := imported(t, a, 3, zipped(t, map[string]string{"../../boven.md": "boven", "/abs.md": "abs", "caf\x82.txt": "", "groot.md": strings.Repeat("0", 7<<20),
		"map/plaatje.png": "x", ".git/x.md": "x"}))
	if len(result.Failed) != 1 || !strings.HasSuffix(result.Failed[0].Path, "groot.md") {
		t.Errorf("%+v", result.Failed)
	}
	if got := tagsOf(t, a); len(got) != 3 || !hasKey(got, "café") {
		t.Errorf("%v", got)
	}
	damaged := filepath.Join(t.TempDir(), "b.zip")
	if err := os.WriteFile(damaged, []byte("PK\x03\x04"), 0o600); err != nil {
		t.Fatal(err)
	}
	if result := imported(t, a, 0, damaged); len(result.Failed) != 1 {
		t.Errorf("%+v", result)
	}
}

func TestAZipWithTheSeparatorOfWindows(t *testing.T) {
	a, _ := open(t)
	imported(t, a, 1, zipped(t, map[string]string{`map\agenda.md`: "", `.git\x.md`: "x", `..\.geheim\y.md`: "y"}))
	if got := tagsOf(t, a); len(got) != 1 || !hasKey(got, "agenda") {
		t.Errorf("%v", got)
	}
}

func hasKey(m map[string]string, key string) bool { _, ok := m[key]; return ok }

func TestOnlyTheChosenLinkIsFollowed(t *testing.T) {
	a, _ := open(t)
	secret := write(t, map[string]string{"geheim.md": "geheim"})
	folder := write(t, map[string]string{"een.md": "een"})
	chosen := filepath.Join(t.TempDir(), "koppeling")
	for link, target := range map[string]string{filepath.Join(folder, "weg"): secret, filepath.Join(folder, "weg.md"): filepath.Join(secret, "geheim.md"), chosen: folder} {
		if err := os.Symlink(target, link); err != nil {
			t.Skip("no links here", err)
		}
	}
	if _, err := os.Stat(chosen); err != nil {
		t.Skip("links are made here but not followed", err)
	}
	imported(t, a, 1, chosen)
}

func TestAnImportTellsHowFarItIsAndCanBeStopped(t *testing.T) {
	files := map[string]string{"fout.md": "\xff"}
	for i := range 1600 {
		files[fmt.Sprintf("%04d.md", i)] = fmt.Sprint("tekst ", i)
	}
	folder := write(t, files)
	a, _ := open(t)
	ctx, stop := context.WithCancel(t.Context())
	var seen []int
	result, err := a.ImportWith(ctx, []string{folder}, func(done, total int) {
		if seen = append(seen, done); total != 1601 {
			t.Errorf("%d of %d", done, total)
		}
		if done >= 500 {
			stop()
		}
	})
	cards, listErr := a.ListNotes(app.NoteQuery{})
	if !app.IsCancelled(err) || listErr != nil || result.Imported == 0 || result.Imported == 1600 || len(cards) != result.Imported {
		t.Fatalf("%+v %v: %d notes", result, err, len(cards))
	}
	if seen[0] != 0 || !slices.IsSorted(seen) {
		t.Errorf("progress %v", seen)
	}
	stopped := result.Imported
	last := 0
	result, err = a.ImportWith(t.Context(), []string{folder}, func(done, _ int) { last = done })
	if err != nil || result.Unchanged != stopped || result.Imported != 1600-stopped || len(result.Failed) != 1 || last != 1601 {
		t.Errorf("it went on with %+v %v at %d", result, err, last)
	}
}

func TestImportThroughTheBridge(t *testing.T) {
	a, d := open(t)
	if paths, err := a.Import.Choose("files"); err != nil || len(paths) != 0 || paths == nil {
		t.Fatal("a closed dialog is no choice", paths, err)
	}
	if _, err := a.Import.Choose("alles"); codeOf(t, a, err) != "format_unknown" {
		t.Error(err)
	}
	d.open = write(t, map[string]string{"een.md": "een", "fout.md": "\xff"})
	paths, err := a.Import.Choose("folder")
	if err != nil || !slices.Equal(paths, []string{d.open}) {
		t.Fatal(paths, err)
	}
	if err := a.Import.Cancel(); err != nil {
		t.Fatal("nothing to cancel is no error", err)
	}
	result, err := a.Import.Start(paths)
	if err != nil || result.Imported != 1 || result.Cancelled || len(result.Failed) != 1 || !strings.HasSuffix(result.Failed[0].Path, "fout.md") {
		t.Fatalf("%+v %v", result, err)
	}
	if progress, err := a.Import.Progress(); err != nil || progress != (app.ImportProgress{}) {
		t.Error("nothing is under way", progress, err)
	}
}

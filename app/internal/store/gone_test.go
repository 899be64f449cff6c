package store

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"raadwijzer/app/internal/domain"
)

// A file that was removed can still be written to by whoever has it open, and
// nobody ever reads it again.
func TestNothingIsSaidToBeStoredInAFolderThatIsGone(t *testing.T) {
	config, _ := testConfig(t)
	s := openAt(t, config)
	kept := add(t, s, "Blijft", "tekst")
	away := config.Folder + " weg"
	if err := os.Rename(config.Folder, away); err != nil {
		if runtime.GOOS != "windows" {
			t.Fatal(err)
		}
		t.Skip("Windows keeps a folder that is open", err)
	}
	_, err := s.CreateNote(ctx, domain.Note{Title: "Weg"})
	wantCode(t, err, domain.CodeDataGone)
	_, err = s.SaveNote(ctx, NoteEdit{ID: kept.ID, Rev: kept.Rev, Title: "Weg"})
	wantCode(t, err, domain.CodeDataGone)
	_, _, err = s.DailyBackup(ctx, day(t, "2026-03-18"))
	wantCode(t, err, domain.CodeTargetUnwritable)
	if _, err := os.Stat(config.Folder); err == nil {
		t.Fatal("the copy of the day made the folder anew")
	}

	if err := os.Mkdir(config.Folder, 0o700); err != nil { // another folder of that name
		t.Fatal(err)
	}
	write(t, filepath.Join(config.Folder, FileName), "")
	_, err = s.CreateNote(ctx, domain.Note{Title: "Weg"})
	wantCode(t, err, domain.CodeDataGone)

	if err := os.RemoveAll(config.Folder); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(away, config.Folder); err != nil { // the folder is back
		t.Fatal(err)
	}
	add(t, s, "Terug", "")
}

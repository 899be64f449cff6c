package store

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"raadwijzer/app/internal/domain"
)

// FuzzRestore puts back backups that were spoilt at some places and cut off. A
// spoilt one is refused and changes nothing; one that is accepted gives data
// that are sound.
func FuzzRestore(f *testing.F) {
	good, err := os.ReadFile(filepath.Join(schemaFolder, "1.db"))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(uint32(0), []byte("SQLite format 3\x00"), uint32(0))
	f.Add(uint32(18), []byte{1, 1}, uint32(0))
	f.Add(uint32(28), []byte{0, 0, 0, 1}, uint32(0))
	f.Add(uint32(60), []byte{0, 0, 3, 231}, uint32(0))
	f.Add(uint32(100), []byte{5, 0xff, 0xff}, uint32(0))
	f.Add(uint32(4096*3), []byte{0x0d, 0, 0, 0, 3}, uint32(100))
	f.Fuzz(func(t *testing.T, at uint32, patch []byte, cut uint32) {
		spoilt := slices.Clone(good)
		place := int(at) % len(spoilt)
		copy(spoilt[place:], patch)
		spoilt = spoilt[:len(spoilt)-int(cut)%len(spoilt)]
		path := filepath.Join(t.TempDir(), "kopie.db")
		if err := os.WriteFile(path, spoilt, 0o600); err != nil {
			t.Fatal(err)
		}
		s, _ := open(t)
		_, _, err := s.Restore(ctx, path)
		switch domain.CodeOf(err) {
		case "":
		case domain.CodeBackupInvalid, domain.CodeDataNewer:
			if rows, total, err := s.Notes(ctx, NoteFilter{}); err != nil || total != 0 {
				t.Fatal("a refused backup changed the data", rows, err)
			}
		default:
			t.Fatalf("code %s: %v", domain.CodeOf(err), err)
		}
		if findings, err := s.Check(ctx); err != nil || len(findings) > 0 {
			t.Fatal(findings, err)
		}
	})
}

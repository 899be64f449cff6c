package seal

import (
	"bytes"
	"io"
	"testing"

	"filippo.io/age"

	"raadwijzer/app/internal/domain"
)

// weak seals a text as another program may do, with little work for scrypt.
func weak(tb testing.TB, text string, work int) []byte {
	tb.Helper()
	recipient, err := age.NewScryptRecipient(password)
	if err != nil {
		tb.Fatal(err)
	}
	recipient.SetWorkFactor(work)
	var b bytes.Buffer
	w, err := age.Encrypt(&b, recipient)
	if err == nil {
		_, err = io.WriteString(w, text)
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

func TestAFileThatAsksForTooMuchWorkIsRefused(t *testing.T) {
	sealed := bytes.Replace(weak(t, "tekst", 2), []byte(" 2\n"), []byte(" 22\n"), 1) // four gigabytes of memory
	if err := From(io.Discard, bytes.NewReader(sealed), password); domain.CodeOf(err) != domain.CodeBackupInvalid {
		t.Fatal(err)
	}
}

func FuzzFrom(f *testing.F) {
	f.Add(weak(f, "tekst", 1))
	f.Add([]byte(header))
	f.Add([]byte(header + "-> scrypt AAAAAAAAAAAAAAAAAAAAAA 1\n"))
	f.Fuzz(func(t *testing.T, sealed []byte) {
		switch err := From(io.Discard, bytes.NewReader(sealed), password); domain.CodeOf(err) {
		case "", domain.CodeBackupInvalid, domain.CodePasswordWrong:
		default:
			t.Fatal(err)
		}
	})
}

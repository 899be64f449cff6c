package seal

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"raadwijzer/app/internal/domain"
)

const password = "een lang wachtwoord é"

func sealed(t *testing.T, text string) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := To(&out, strings.NewReader(text), password); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func wantCode(t *testing.T, err error, code domain.Code) {
	t.Helper()
	if got := domain.CodeOf(err); got != code {
		t.Fatalf("code %q, want %q (error: %v)", got, code, err)
	}
}

func TestWhatIsSealedComesOutWhole(t *testing.T) {
	for _, text := range []string{"", "kort", strings.Repeat("De raad komt bijeen. ", 20000)} {
		file := sealed(t, text)
		if len(text) > 3 && bytes.Contains(file, []byte(text[:4])) {
			t.Fatal("the text can be read")
		}
		var out bytes.Buffer
		if err := From(&out, bytes.NewReader(file), password); err != nil || out.String() != text {
			t.Fatal(err, out.Len())
		}
		path := filepath.Join(t.TempDir(), "bestand")
		if err := os.WriteFile(path, file, 0o600); err != nil || !Is(path) {
			t.Fatal("not known as sealed", err)
		}
	}
}

func TestRefusals(t *testing.T) {
	file := sealed(t, strings.Repeat("De raad komt bijeen. ", 20000))
	var out bytes.Buffer
	wantCode(t, From(&out, bytes.NewReader(file), ""), domain.CodePasswordMissing)
	wantCode(t, From(&out, bytes.NewReader(file), "een ander wachtwoord"), domain.CodePasswordWrong)
	wantCode(t, From(&out, bytes.NewReader(file[:len(file)-100]), password), domain.CodeBackupInvalid)
	wantCode(t, From(&out, bytes.NewReader(file[:65536+200]), password), domain.CodeBackupInvalid)
	wantCode(t, From(&out, strings.NewReader("SQLite format 3"), password), domain.CodeBackupInvalid)
	hurt := bytes.Clone(file)
	hurt[len(hurt)/2] ^= 1
	wantCode(t, From(&out, bytes.NewReader(hurt), password), domain.CodeBackupInvalid)
	wantCode(t, To(&out, strings.NewReader("x"), "tekort   "), domain.CodePasswordShort)
}

func TestOtherFilesAreNotSealed(t *testing.T) {
	for _, content := range []string{"", "age", "SQLite format 3\x00", "age-encryption.org/v2\n"} {
		path := filepath.Join(t.TempDir(), "bestand")
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		if Is(path) {
			t.Errorf("%q counts as sealed", content)
		}
	}
	if Is(filepath.Join(t.TempDir(), "afwezig")) {
		t.Error("a file that is not there counts as sealed")
	}
}

// Package seal encrypts a file with a password, as age does, so that a backup
// can be kept where others can reach it. Any program that knows the format
// opens it too: `age -d`. See https://age-encryption.org/v1.
//
// The rules of this package are: it makes no format of its own, keeps no
// password, and knows nothing of what is in the file.
package seal

import (
	"bufio"
	"errors"
	"io"
	"os"
	"strings"
	"unicode/utf8"

	"filippo.io/age"

	"raadwijzer/app/internal/domain"
)

// MinPassword is the least length of a password, in characters.
const MinPassword = 10

// workFactor is the base 2 logarithm of scrypt's N: one try costs 128 MB and
// some tenths of a second, which is what OWASP asks for at least.
// See https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html.
const workFactor = 17

// maxWorkFactor is what a file may ask for: what age itself uses, 256 MB. More
// would let a file that was made for it take all memory.
const maxWorkFactor = 18

// header is the first line of a sealed file.
const header = "age-encryption.org/v1\n"

// Is reports whether a file is sealed.
func Is(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer func() { _ = f.Close() }() // it was only read
	first, err := bufio.NewReader(io.LimitReader(f, int64(len(header)))).ReadString('\n')
	return err == nil && first == header
}

// CheckPassword tells whether a password may seal something. Errors:
// CodePasswordShort.
func CheckPassword(password string) error {
	if utf8.RuneCountInString(strings.TrimSpace(password)) < MinPassword {
		return domain.Fail(domain.CodePasswordShort, "")
	}
	return nil
}

// To writes everything from r to w, sealed with a password. Errors:
// CodePasswordShort, and those of r and w as they are.
func To(w io.Writer, r io.Reader, password string) error {
	if err := CheckPassword(password); err != nil {
		return err
	}
	recipient, err := age.NewScryptRecipient(password)
	if err != nil {
		return err
	}
	recipient.SetWorkFactor(workFactor)
	sealed, err := age.Encrypt(w, recipient)
	if err != nil {
		return err
	}
	if _, err := io.Copy(sealed, r); err != nil {
		return err
	}
	return sealed.Close()
}

// From writes to w what is sealed in r. Errors: CodePasswordMissing,
// CodePasswordWrong, CodeBackupInvalid when the file is damaged or cut off, and
// those of w as they are. What was written before an error is worth nothing.
func From(w io.Writer, r io.Reader, password string) error {
	if password == "" {
		return domain.Fail(domain.CodePasswordMissing, "")
	}
	identity, err := age.NewScryptIdentity(password)
	if err != nil {
		return err
	}
	identity.SetMaxWorkFactor(maxWorkFactor)
	plain, err := age.Decrypt(r, identity)
	var noMatch *age.NoIdentityMatchError
	switch {
	case errors.As(err, &noMatch):
		return domain.Wrap(domain.CodePasswordWrong, "", err)
	case err != nil:
		return domain.Wrap(domain.CodeBackupInvalid, "", err)
	}
	buffer := make([]byte, 64<<10)
	for {
		n, err := plain.Read(buffer)
		if _, e := w.Write(buffer[:n]); e != nil {
			return e
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return domain.Wrap(domain.CodeBackupInvalid, "", err)
		}
	}
}

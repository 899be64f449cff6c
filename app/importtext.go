package app

import (
	"bytes"
	"errors"
	"io"
	"os"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"raadwijzer/app/internal/domain"
)

// ReadText reads a text. Errors: CodeNotUTF8, CodeFileTooLarge,
// CodeFileUnreadable, each with the name.
func ReadText(r io.Reader, name string) (string, error) {
	content, err := io.ReadAll(io.LimitReader(r, domain.MaxNoteBytes+1))
	switch {
	case err != nil:
		return "", domain.Wrap(domain.CodeFileUnreadable, name, err)
	case len(content) > domain.MaxNoteBytes:
		return "", domain.Fail(domain.CodeFileTooLarge, name)
	case !utf8.Valid(content):
		return "", domain.Fail(domain.CodeNotUTF8, name)
	}
	return string(content), nil
}

// ReadTextFile is ReadText for a file. Only a regular file is read: a device
// or a pipe might never end.
func ReadTextFile(path string) (text string, err error) { return readFile(path, ReadText) }

func readFile(path string, read func(io.Reader, string) (string, error)) (text string, err error) {
	info, err := os.Stat(path)
	if err != nil {
		return "", domain.Wrap(domain.CodeFileUnreadable, path, err)
	}
	if !info.Mode().IsRegular() {
		return "", domain.Fail(domain.CodeFileUnreadable, path)
	}
	f, err := os.Open(path)
	if err != nil {
		return "", domain.Wrap(domain.CodeFileUnreadable, path, err)
	}
	text, err = read(f, path)
	return text, errors.Join(err, f.Close())
}

// byteOrderMark is what some programs on Windows begin a text with.
const byteOrderMark = "\uFEFF"

// readAnyText is ReadText for an import, where texts come from anywhere: UTF-16
// that says so, and Windows-1252 when nothing else makes sense, are read too.
// There is room for front matter above the largest note.
func readAnyText(r io.Reader, name string) (string, error) {
	const most = domain.MaxNoteBytes + 1<<20
	content, err := io.ReadAll(io.LimitReader(r, most+1))
	switch {
	case err != nil:
		return "", domain.Wrap(domain.CodeFileUnreadable, name, err)
	case len(content) > most:
		return "", domain.Fail(domain.CodeFileTooLarge, name)
	}
	text, ok := decode(content)
	if !ok {
		return "", domain.Fail(domain.CodeNotUTF8, name)
	}
	return text, nil
}

// decode returns bytes as text when it is certain what they are.
func decode(content []byte) (string, bool) {
	switch {
	case bytes.HasPrefix(content, []byte("\xff\xfe")), bytes.HasPrefix(content, []byte("\xfe\xff")):
		if len(content)%2 != 0 {
			return "", false
		}
		return decoded(unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM), content)
	case utf8.Valid(content):
		return string(content), true
	case !likelyWindows(content):
		return "", false
	}
	return decoded(charmap.Windows1252, content)
}

// decoded fails for what the encoding cannot hold: half a pair in UTF-16.
func decoded(from encoding.Encoding, content []byte) (string, bool) {
	text, err := from.NewDecoder().Bytes(content)
	return string(text), err == nil && !bytes.ContainsRune(text, utf8.RuneError)
}

// The signs beyond ASCII that Dutch texts have, as Windows-1252 writes them. In
// what DOS or the Mac wrote the same letters have other bytes, which would
// become signs that are not here, or a quote within a word. What DOS wrote for
// é, ä and à would become one of the doubtful signs; those count only beside a
// letter of windowsLetters, whose bytes were lines and sums in DOS.
const (
	windowsLetters  = "àáâäãåæçèéêëìíîïñòóôöõøùúûüýÀÁÂÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÖØÙÚÛÜßœŒ"
	windowsSigns    = "“”‘’–—•€£§°²³½¼¾«»·´©®\u00a0"
	windowsDoubtful = "‚„…"
)

func likelyWindows(content []byte) bool {
	letters, doubts := false, false
	for i, b := range content {
		if b == 0 {
			return false
		}
		if b < utf8.RuneSelf {
			continue
		}
		r := charmap.Windows1252.DecodeByte(b)
		within := i > 0 && i+1 < len(content) && letter(content[i-1]) && letter(content[i+1])
		switch {
		case strings.ContainsRune(windowsLetters, r):
			letters = true
		case within && r != '’':
			return false
		case strings.ContainsRune(windowsDoubtful, r):
			doubts = true
		case !strings.ContainsRune(windowsSigns, r):
			return false
		}
	}
	return letters || !doubts
}

func letter(b byte) bool { return 'a' <= b && b <= 'z' || 'A' <= b && b <= 'Z' }

package pdfcheck

import (
	"bytes"
	"testing"
)

// FuzzCheck looks at files that are damaged anywhere: the checker says what is
// wrong or that it cannot read the file, and always comes to an end.
func FuzzCheck(f *testing.F) {
	good := sample(f)
	f.Add(10, []byte("x"))
	f.Add(len(good)/2, []byte("<</Kids[1 0 R]/Parent 1 0 R>>"))
	f.Add(len(good)-200, []byte("/Prev 9 "))
	f.Fuzz(func(t *testing.T, at int, with []byte) {
		if at < 0 || at+len(with) > len(good) {
			return
		}
		doc := bytes.Clone(good)
		copy(doc[at:], with)
		_, _ = Check(doc)            // a file that cannot be read is no fault of the checker
		_, _ = Text(doc, WithLabels) // the same
	})
}

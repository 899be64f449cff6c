package library

import (
	"testing"

	"raadwijzer/content"
)

// BenchmarkLoad measures what every command pays before it can answer.
func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := Load(content.FS); err != nil {
			b.Fatal(err)
		}
	}
}

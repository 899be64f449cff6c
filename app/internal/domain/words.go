package domain

import "strings"

// wordsPerMinute is a usual reading speed for Dutch prose.
const wordsPerMinute = 200

// Words counts the words of a plain text.
func Words(text string) int {
	n := 0
	for range strings.FieldsSeq(text) {
		n++
	}
	return n
}

// Minutes returns the reading time of so many words in whole minutes, rounded
// up and at least 1.
func Minutes(words int) int {
	return max(1, (words+wordsPerMinute-1)/wordsPerMinute)
}

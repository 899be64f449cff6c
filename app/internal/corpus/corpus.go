// Package corpus makes notes to measure and to prove with: as many as asked,
// Dutch to look at, about 1.5 kB each, with planted words, and for each query
// the truth about which of them it must find.
//
// The rules of this package are: the same number is the same note, on every
// machine and for ever; what a note holds is known from how it was made, not
// from reading it back, so that it can judge those who read it. Nothing that
// ships imports it.
package corpus

import (
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
)

// seed is the first half of the seed of every note; its number is the other.
const seed = 20300320

// Note is one note.
type Note struct {
	Title    string
	Markdown string // begins with the title as a heading
	// Words holds every word in the order of the text, the title first, in
	// lower case and without diacritics.
	Words []string
}

// Make returns the note of a number, 0 or more.
func Make(number int) Note {
	w := writer{r: rand.New(rand.NewPCG(seed, uint64(number)))}
	title := fmt.Sprintf("%s %s %06d", capital(w.word()), subjects[w.r.IntN(len(subjects))], number)
	w.heading(1, title)
	for _, words := range planted(number) {
		w.line("Let op: " + words + ".")
		w.text.WriteByte('\n')
	}
	most := min(4000, max(25, int(math.Exp(w.r.NormFloat64()*0.75)*150)))
	for len(w.words) < most {
		w.block()
	}
	return Note{Title: title, Markdown: w.text.String(), Words: w.words}
}

// planted returns what a note holds beside its chance words. The first three
// letters of each are in no other word.
func planted(number int) []string {
	var list []string
	add := func(every, at int, words string) {
		if number%every == at {
			list = append(list, words)
		}
	}
	add(1000, 7, "zilvernaald")
	add(500, 21, "coördinatieproef")
	add(500, 22, "coordinatieproef")
	add(200, 11, "blauwe ooievaar landt")
	add(200, 61, "**blauwe** ooievaar *landt*")
	add(100, 12, "landt een blauwe of andere ooievaar")
	add(50, 3, fmt.Sprintf("qwaterplas%d", number/50%10))
	if number == 500 {
		list = append(list, "eenhoorndossier")
	}
	return list
}

// Write makes Markdown files of the first so many notes in a folder, a
// thousand in each folder below it.
func Write(folder string, notes int) error {
	for i := range notes {
		below := filepath.Join(folder, fmt.Sprintf("%03d", i/1000))
		if i%1000 == 0 {
			if err := os.MkdirAll(below, 0o755); err != nil {
				return err
			}
		}
		name := filepath.Join(below, fmt.Sprintf("notitie-%06d.md", i))
		if err := os.WriteFile(name, []byte(Make(i).Markdown), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// writer writes one note.
type writer struct {
	r     *rand.Rand
	text  strings.Builder
	words []string
}

// word returns a word as often as it is usual.
func (w *writer) word() string { return vocabulary.pick(w.r.Float64()) }

func (w *writer) some(least, most int) []string {
	list := make([]string, least+w.r.IntN(most-least+1))
	for i := range list {
		list[i] = w.word()
	}
	return list
}

// line writes a line and keeps its words.
func (w *writer) line(text string) {
	w.text.WriteString(text)
	w.text.WriteByte('\n')
	w.keep(text)
}

func (w *writer) keep(text string) {
	w.words = append(w.words, strings.FieldsFunc(fold(text), func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9')
	})...)
}

func (w *writer) heading(level int, text string) {
	w.line(strings.Repeat("#", level) + " " + text)
	w.text.WriteByte('\n')
}

func (w *writer) sentence() string {
	list := w.some(6, 18)
	list[0] = capital(list[0])
	if w.r.Float64() < 0.12 {
		k := w.r.IntN(len(list))
		list[k] = "**" + list[k] + "**"
	} else if w.r.Float64() < 0.3 {
		list[w.r.IntN(len(list)-1)] += ","
	}
	return strings.Join(list, " ") + string("....?!"[w.r.IntN(6)])
}

// block writes a heading, list or paragraph.
func (w *writer) block() {
	switch k := w.r.Float64(); {
	case k < 0.14:
		w.heading(2+w.r.IntN(2), capital(strings.Join(w.some(2, 5), " ")))
		return
	case k < 0.34:
		for range 2 + w.r.IntN(5) {
			w.text.WriteString("- ")
			w.line(w.sentence())
		}
	case k < 0.46:
		for range 2 + w.r.IntN(7) {
			w.text.WriteString([]string{"- [ ] ", "- [x] "}[w.r.IntN(2)])
			w.line(strings.Join(w.some(3, 8), " "))
		}
	case k < 0.52:
		w.table()
	case k < 0.56:
		w.text.WriteString("> ")
		w.line(w.sentence())
	default:
		list := make([]string, 2+w.r.IntN(5))
		for i := range list {
			list[i] = w.sentence()
		}
		w.line(strings.Join(list, " "))
	}
	w.text.WriteByte('\n')
}

func (w *writer) table() {
	columns := 2 + w.r.IntN(3)
	for row := range 3 + w.r.IntN(4) {
		cells := make([]string, columns)
		for i := range cells {
			cells[i] = strings.Join(w.some(1, 3), " ")
		}
		w.line("| " + strings.Join(cells, " | ") + " |")
		if row == 0 {
			w.text.WriteString("|" + strings.Repeat(" --- |", columns) + "\n")
		}
	}
}

func capital(word string) string {
	if word[0] >= 'a' && word[0] <= 'z' {
		return strings.ToUpper(word[:1]) + word[1:]
	}
	return word
}

var folds = strings.NewReplacer("é", "e", "ë", "e", "ï", "i", "ö", "o", "ü", "u")

// fold is written apart from the one of the search: it judges that one.
func fold(text string) string { return folds.Replace(strings.ToLower(text)) }

package export

import (
	"encoding/csv"
	"io"
	"strings"

	"raadwijzer/app/internal/domain"
)

var csvHead = []string{"Fase", "Stap", "Soort", "Herkomst", "Artikel", "Stand", "Reden", "Gekozen", "Wie", "Gezet door",
	"Gezet op", "Uiterlijk", "Datum van", "Let op", "Notitie", "Link", "Antwoorden"}

// WriteCSV writes the steps of a run as a table for a spreadsheet: with a
// semicolon, as a Dutch spreadsheet expects, and the mark that tells it that
// this is UTF-8. No cell is ever read as a formula. Errors are those of w.
func WriteCSV(w io.Writer, f RunFile) error {
	if _, err := io.WriteString(w, "\ufeff"); err != nil {
		return err
	}
	table := csv.NewWriter(w)
	table.Comma, table.UseCRLF = ';', true
	rows := [][]string{csvHead}
	for _, p := range f.Phases {
		for _, s := range p.Steps {
			rows = append(rows, f.csvRow(p, s))
		}
	}
	for _, row := range rows {
		for i := range row {
			row[i] = cell(row[i])
		}
		if err := table.Write(row); err != nil {
			return err
		}
	}
	table.Flush()
	return table.Error()
}

func (file RunFile) csvRow(p domain.Phase, s domain.Step) []string {
	state, follows := "", ""
	if s.Counts() {
		state = nlStateWord(s.State)
	}
	if !s.Deadline.IsZero() {
		follows = nlOwnDate
		if !s.Pinned {
			follows = nlOrigin(domain.OriginProposal)
		}
	}
	chosen, _ := optionTexts(s)
	var answers []string
	for _, q := range s.Questions {
		for i, answer := range q.Answers {
			if answer != "" {
				answers = append(answers, q.Text+" ("+s.People[i]+"): "+answer)
			}
		}
	}
	return []string{p.Title, s.Text, nlKind(s.Kind), nlOrigin(s.Origin), s.Article, state, s.Reason, strings.Join(chosen, "; "),
		s.Who, s.By, stateDay(s), s.Deadline.String(), follows, strings.Join(s.Deadline.Remarks(file.Recesses), ", "), s.Note, s.Link,
		strings.Join(answers, "\n")}
}

// stateDay is the day on which the state was set, where the program runs.
func stateDay(s domain.Step) string {
	if s.At.IsZero() {
		return ""
	}
	return domain.DateOf(s.At.Local()).String()
}

// cell keeps text from being read as a formula: a spreadsheet takes these
// signs at the begin for one, and an apostrophe before them for text.
// See https://owasp.org/www-community/attacks/CSV_Injection.
func cell(text string) string {
	if begin := strings.TrimLeft(text, " \u00a0"); begin != "" && strings.ContainsRune("=+-@\t\r\n|%＝＋－＠", []rune(begin)[0]) {
		return "'" + text
	}
	return text
}

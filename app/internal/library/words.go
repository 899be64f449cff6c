package library

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"strings"

	"raadwijzer/app/internal/domain"
)

type rawTerm struct {
	Term        string   `yaml:"term"`
	Explanation string   `yaml:"explanation"`
	Synonyms    []string `yaml:"synonyms"`
}

const glossaryFile = "glossary.yaml"

func loadGlossary(fsys fs.FS) ([]domain.Term, error) {
	var raw []rawTerm
	if err := decodeFile(fsys, glossaryFile, &raw); err != nil {
		return nil, at(glossaryFile, err)
	}
	seen := map[string]bool{}
	terms := make([]domain.Term, len(raw))
	for i, r := range raw {
		if err := filled("explanation of "+r.Term, r.Explanation); err != nil {
			return nil, at(glossaryFile, err)
		}
		// A word in two places would make a search find two meanings.
		for _, word := range append([]string{r.Term}, r.Synonyms...) {
			key := strings.ToLower(word)
			if err := filled("term or synonym", word); err != nil {
				return nil, at(glossaryFile, err)
			}
			if seen[key] {
				return nil, at(glossaryFile, fmt.Errorf("%q is there twice", word))
			}
			seen[key] = true
		}
		terms[i] = domain.Term{Term: r.Term, Explanation: r.Explanation, Synonyms: r.Synonyms}
	}
	return terms, nil
}

const problemsFile = "problems.json"

func loadSentences(fsys fs.FS) (map[domain.Code]string, error) {
	data, err := fs.ReadFile(fsys, problemsFile)
	if err != nil {
		return nil, at(problemsFile, err)
	}
	var sentences map[domain.Code]string
	if err := json.Unmarshal(data, &sentences); err != nil {
		return nil, at(problemsFile, err)
	}
	for _, code := range domain.Codes() {
		if err := filled("sentence for "+string(code), sentences[code]); err != nil {
			return nil, at(problemsFile, err)
		}
	}
	return sentences, nil
}

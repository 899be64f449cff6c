package app_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"raadwijzer/docs"
)

func TestTheManualIsInTheProgram(t *testing.T) {
	a, _ := open(t)
	sections, err := a.Settings.Manual()
	if err != nil || len(sections) < 10 {
		t.Fatal(len(sections), err)
	}
	seen := map[string]bool{}
	for _, s := range sections {
		if s.ID == "" || seen[s.ID] || s.Level < 2 || strings.Contains(s.HTML, "img/") {
			t.Errorf("section %q with id %q, level %d", s.Title, s.ID, s.Level)
		}
		seen[s.ID] = true
	}
	if !seen["dit-programma-maakt-geen-verbinding"] {
		t.Error("the menu leads to a section that is not there")
	}
}

func TestThePicturesOfTheManualAreThere(t *testing.T) {
	for _, found := range regexp.MustCompile(`!\[([^\]]*)\]\(([^)]*)\)`).FindAllStringSubmatch(docs.Manual, -1) {
		if found[1] == "" {
			t.Errorf("%s has no words", found[2])
		}
		if _, err := os.Stat(filepath.Join("..", "docs", filepath.FromSlash(found[2]))); err != nil {
			t.Error(err)
		}
	}
}

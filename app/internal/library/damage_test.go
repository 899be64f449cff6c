package library

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"raadwijzer/content"
)

// copyOfContent returns the real content as files that a test may damage.
func copyOfContent(t *testing.T) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	err := fs.WalkDir(content.FS, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := content.FS.ReadFile(path)
		files[path] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

const (
	itemFile     = "items/01-raad-in-beraad.md"
	formingFile  = "checklists/anders-formeren.yaml"
	triangleFile = "checklists/lokale-driehoeken.yaml"
	talkFile     = "templates/06-gesprek-met-inwoners.md"
	proposalStep = "id: x-13\n        kind: tick\n"
	firstSource  = "  - title: Adviezen voor een krachtige raad in nieuwe verhoudingen (Lokale Democratie in Beweging)\n"
)

var damages = []struct {
	name, file, old, new string
	says                 string // what the error tells besides the file
}{
	{"unknown role", itemFile, "raadslid]", "wijkagent]", `unknown role "wijkagent"`},
	{"role twice", itemFile, "wethouder, raadslid]", "raadslid, raadslid]", "there twice"},
	{"no roles", itemFile, "roles: [burgemeester, wethouder, raadslid]\n", "", "missing roles"},
	{"unknown key", itemFile, "roles:", "author: x\nroles:", "author"},
	{"key twice", itemFile, "roles:", "id: x\nroles:", "already defined"},
	{"no title", itemFile, "title: Raad in Beraad\n", "", "missing title"},
	{"no summary", itemFile, "summary: >-\n", "summary: ''\nchecklist: >-\n", "missing summary"},
	{"no takeaways", itemFile, "takeaways:\n", "takeaways: []\nchecklist: |\n", "missing takeaways"},
	{"no sources", "items/08-luisteren-naar-de-werkvloer.md", "sources:\n", "sources: []\nchecklist: |\n", "missing takeaways or sources"},
	{"source without title", itemFile, firstSource, "  - title: ''\n", "missing source title"},
	{"bad address", itemFile, "url: https://lokale", "url: lokale", "bad address"},
	{"address of a program", itemFile, "url: https://lokale", "url: javascript://lokale", "bad address"},
	{"bad date", itemFile, "checked_on: 2026-11-24", "checked_on: 2026-02-30", "bad date"},
	{"id is not the name", itemFile, "id: raad-in-beraad", "id: raad", "name should be 01-raad.md"},
	{"bad id", itemFile, "id: raad-in-beraad", "id: Raad", `bad id "Raad"`},
	{"no front matter", itemFile, "---\nid:", "id:", "does not begin with ---"},
	{"front matter stays open", itemFile, "checked_on: 2026-11-24\n---\n", "checked_on: 2026-11-24\n", "second --- is missing"},
	{"heading of the first level", itemFile, "## Wat is het?", "# Wat is het?", "headings begin at ##"},
	{"unknown checklist", itemFile, "checked_on: 2026-11-24", "checked_on: 2026-11-24\nchecklist: x", `unknown checklist "x"`},

	{"unknown item", formingFile, "\nitem: anders-formeren", "\nitem: x", `unknown item "x"`},
	{"item of another checklist", formingFile, "\nitem: anders-formeren", "\nitem: versterken-lokale-driehoeken", "belongs to"},
	{"unknown key in a step", formingFile, "kind: choice", "kind: choice\n        weight: 1", "weight"},
	{"unknown kind", formingFile, "kind: choice", "kind: maybe", `unknown kind "maybe"`},
	{"unknown origin", formingFile, "origin: voorstel\n    steps", "origin: eigen\n    steps", `unknown origin "eigen"`},
	{"unknown parent", formingFile, "parent: af-01", "parent: af-99", `unknown parent "af-99"`},
	{"parent is a topic", formingFile, "id: af-05\n        kind: topic", "id: af-05\n        kind: tick", "only a topic has a parent"},
	{"step id twice", formingFile, "id: af-02", "id: af-01", "used twice"},
	{"option id twice", formingFile, "id: af-14", "id: af-13", "used twice"},
	{"phase id twice", formingFile, "- id: deelnemers", "- id: aanvulling", "used twice"},
	{"no source", triangleFile, "origin: voorstel", "origin: bron", "missing source title"},
	{"law without article", formingFile, "        article: Gemeentewet, artikel 36\n", "", "has an article"},
	{"article that is not law", formingFile, proposalStep, proposalStep + "        article: x\n", "has an article"},
	{"date on a step of the law", formingFile, "        article: Gemeentewet, artikel 36\n", "        article: x\n        offset: 1\n", "no proposed date"},
	{"date on a topic", formingFile, "parent: af-01", "parent: af-01\n        offset: 1", "a topic has no date"},
	{"options on a tick", formingFile, "kind: choice", "kind: tick", "a choice and only a choice"},
	{"no why", formingFile, "        why: Dan hoeft niemand", "        text2: Dan hoeft niemand", "text2"},
	{"no version", triangleFile, "version: 1", "version: 0", "missing version"},

	{"template without title", talkFile, "title: Gesprek met inwoners\n", "", "missing title"},
	{"template without summary", talkFile, "summary: ", "title2: ", "title2"},
	{"template with an empty summary", talkFile, "summary: Luister", "summary: '' # Luister", "missing summary"},
	{"template with unknown key", talkFile, "title:", "tags: [x]\ntitle:", "tags"},
	{"template without front matter", talkFile, "---\nid:", "id:", "does not begin with ---"},
	{"template id is not the name", talkFile, "id: gesprek-met-inwoners", "id: gesprek", "name should be 06-gesprek.md"},
	{"template id twice", talkFile, "id: gesprek-met-inwoners", "id: spreektekst", "used twice"},
	{"template with a bad id", talkFile, "id: gesprek-met-inwoners", "id: Gesprek", `bad id "Gesprek"`},
	{"template with an unknown placeholder", talkFile, "{{datum}}", "{{dag}}", "unknown placeholder {{dag}}"},
	{"template with a heading of the first level", talkFile, "\n## Daarna", "\n# Daarna", "headings begin at ##"},

	{"calendar without origin", "calendar.yaml", "  origin: bron\n", "", "unknown origin"},
	{"calendar with unknown election", "calendar.yaml", "election: gewoon", "election: europa", "unknown election"},
	{"calendar with unknown rule", "calendar.yaml", "rule: first-working-day-of-year", "rule: ooit", "unknown rule"},
	{"calendar without day", "calendar.yaml", "  offset: -86\n", "", "an offset or a rule"},
	{"calendar id twice", "calendar.yaml", "id: waarborgsom", "id: partijnaam", "used twice"},
	{"calendar with unknown key", "calendar.yaml", "  offset: -86\n", "  offset: -86\n  uur: 9\n", "uur"},

	{"term twice", "glossary.yaml", "term: amendement", "term: Aftreden", "there twice"},
	{"term without explanation", "glossary.yaml", "explanation: Alle raadsleden die bij dezelfde partij horen.", "explanation: ''", "missing explanation of fractie"},

	{"no sentence", "problems.json", `"role_unknown":`, `"rol":`, "sentence for role_unknown"},
	{"sentences are not JSON", "problems.json", "{", "[", "invalid character"},
}

func TestDamagedContentIsRefused(t *testing.T) {
	for _, test := range damages {
		t.Run(test.name, func(t *testing.T) {
			files := copyOfContent(t)
			text := string(files[test.file].Data)
			if !strings.Contains(text, test.old) {
				t.Fatalf("%s has no %q to damage", test.file, test.old)
			}
			files[test.file].Data = []byte(strings.Replace(text, test.old, test.new, 1))
			refused(t, files, test.file, test.says)
		})
	}
}

func refused(t *testing.T, files fs.FS, file, says string) {
	t.Helper()
	l, err := Load(files)
	switch {
	case err == nil:
		t.Error("loaded")
	case l != nil:
		t.Error("a library came back with the error")
	case !strings.Contains(err.Error(), "content/"+file) || !strings.Contains(err.Error(), says):
		t.Errorf("%q does not name %s and %q", err, file, says)
	}
}

func TestOtherThanNineItemsIsRefused(t *testing.T) {
	files := copyOfContent(t)
	ninth := files["items/09-democratie-nabij.md"]
	delete(files, "items/09-democratie-nabij.md")
	refused(t, files, "items", "8 items, want 9")

	files["items/09-democratie-nabij.md"] = ninth
	tenth := strings.Replace(string(ninth.Data), "id: democratie-nabij", "id: tiende", 1)
	files["items/10-tiende.md"] = &fstest.MapFile{Data: []byte(tenth)}
	refused(t, files, "items", "10 items, want 9")
}

func TestStrayFilesAreRefused(t *testing.T) {
	for _, stray := range []string{"items/09-democratie-nabij.md.bak", "checklists/oud.yml", "templates/01-raadsvergadering.md~"} {
		files := copyOfContent(t)
		files[stray] = &fstest.MapFile{}
		refused(t, files, stray, "unexpected file")
	}
	for _, gone := range []string{"calendar.yaml", "glossary.yaml", "problems.json"} {
		files := copyOfContent(t)
		delete(files, gone)
		refused(t, files, gone, "not exist")
	}
}

package export

import (
	"bytes"
	"errors"
	"io"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"raadwijzer/app/internal/domain"
	"raadwijzer/app/internal/markdown"
)

var noon = time.Date(2026, 3, 18, 12, 0, 0, 0, time.UTC)

func sampleRun(t testing.TB) domain.Run {
	t.Helper()
	offset := -7
	source := domain.Source{Title: "Handreiking", URL: "https://voorbeeld.nl/a"}
	c := domain.Checklist{ID: "anders-formeren", Version: 1, Title: "Anders formeren", Notice: "Niet volledig.", AnchorLabel: "Verkiezingsdag",
		Phases: []domain.ChecklistPhase{{ID: "p1", Title: "Vooraf", Goal: "Afspraken maken", Origin: domain.OriginLDiB, Source: source, Steps: []domain.ChecklistStep{
			{ID: "s1", Kind: domain.StepTick, Text: "Bespreek *het* proces", Why: "Dan weet ieder waar het aan toe is", Origin: domain.OriginLDiB, Source: source, Offset: &offset},
			{ID: "t1", Kind: domain.StepTopic, Text: "Wie is informateur?", Origin: domain.OriginProposal, Parent: "s1"},
			{ID: "s2", Kind: domain.StepTick, Text: "Stel het profiel vast", Origin: domain.OriginLaw, Article: "artikel 33 Gemeentewet", Source: domain.Source{Title: "Gemeentewet", URL: "https://wetten.overheid.nl/x"}},
			{ID: "c1", Kind: domain.StepChoice, Text: "Kies een akkoord", Origin: domain.OriginOther, Options: []domain.ChoiceOption{{ID: "a", Text: "Raadsakkoord"}, {ID: "b", Text: "Op hoofdlijnen"}}},
			{ID: "s3", Kind: domain.StepTick, Text: "Evalueer", Origin: domain.OriginOwn},
			{ID: "t2", Kind: domain.StepTopic, Text: "Los onderwerp", Origin: domain.OriginOwn},
		}}}}
	anchor, err := domain.ParseDate("2026-03-18")
	if err != nil {
		t.Fatal(err)
	}
	run, err := domain.NewRun("r1", c, domain.Start{Name: "Formatie 2026", Municipality: "Voorbeeldstad", Anchor: anchor}, noon)
	if err != nil {
		t.Fatal(err)
	}
	for i, change := range []domain.StepChange{
		{Step: "s1", State: domain.StateDone},
		{Step: "c1", State: domain.StateDone, Chosen: []string{"b"}},
		{Step: "s3", State: domain.StateSkipped, Reason: "geen tijd"},
	} {
		if err := run.SetStep(change, domain.Actor{By: []string{"de griffier", "", ""}[i], At: noon}); err != nil {
			t.Fatal(err)
		}
	}
	return *run
}

const goldenRun = `# Formatie 2026

Traject: Anders formeren\
Gemeente: Voorbeeldstad\
Verkiezingsdag: 18 maart 2026\
**Voortgang: 2 van 3 stappen klaar, 1 overgeslagen**

> Niet volledig.

## Vooraf

Doel: Afspraken maken\
Van LDiB ([Handreiking](https://voorbeeld.nl/a))\
Voortgang: 2 van 3 stappen klaar, 1 overgeslagen

- [x] Bespreek \*het\* proces

  Afgevinkt door de griffier op 18 maart 2026\
  Uiterlijk 11 maart 2026, een voorstel van Raadwijzer\
  Waarom: Dan weet ieder waar het aan toe is\
  Van LDiB

  - Wie is informateur?

    Voorstel van Raadwijzer

- [ ] Stel het profiel vast

  Wet: artikel 33 Gemeentewet ([Gemeentewet](https://wetten.overheid.nl/x))

- [x] Kies een akkoord

  Gekozen:

  - Op hoofdlijnen

  Afgevinkt op 18 maart 2026\
  Andere bron

- [ ] Evalueer

  Overgeslagen, omdat: geen tijd\
  Besloten op 18 maart 2026\
  Eigen stap

- Los onderwerp

  Eigen stap
`

func TestMarkdownRun(t *testing.T) {
	var b bytes.Buffer
	if err := WriteMarkdownRun(&b, RunFile{Run: sampleRun(t)}); err != nil {
		t.Fatal(err)
	}
	meta, body, err := markdown.FrontMatter(b.String())
	if err != nil || meta.Run != "r1" || meta.Title != "Formatie 2026" || !strings.Contains(meta.Extra, "municipality: Voorbeeldstad") {
		t.Errorf("front matter %+v, %v", meta, err)
	}
	if body != goldenRun {
		t.Errorf("got\n%s\nwant\n%s", body, goldenRun)
	}
	var tasks []markdown.Task
	for _, block := range markdown.Parse(body) {
		if list, ok := block.(*markdown.List); ok {
			for _, item := range list.Items {
				tasks = append(tasks, item.Task)
			}
		}
	}
	want := []markdown.Task{markdown.TaskDone, markdown.TaskOpen, markdown.TaskDone, markdown.TaskOpen, markdown.NoTask}
	if !slices.Equal(tasks, want) {
		t.Errorf("tasks %v, want %v", tasks, want)
	}
}

func TestStepsInACircleAreKept(t *testing.T) {
	steps := []domain.Step{{ChecklistStep: domain.ChecklistStep{ID: "a", Text: "A", Parent: "b"}}, {ChecklistStep: domain.ChecklistStep{ID: "b", Text: "B", Parent: "a"}}}
	got := markdown.BlocksText([]markdown.Block{&markdown.List{Items: RunFile{}.stepItems(domain.Phase{Steps: steps})}}, false)
	if !strings.Contains(got, "A") || !strings.Contains(got, "B") {
		t.Errorf("got %q", got)
	}
}

func TestFromItem(t *testing.T) {
	day, _ := domain.ParseDate("2026-03-01")
	item := domain.Item{ID: "raad-in-beraad", Title: "Raad in Beraad", Roles: []domain.Role{domain.Raadslid, domain.Griffier}, Summary: "Kort.",
		Takeaways: []string{"Eén", "Twee"}, Body: "# Kop\n\nTekst", Sources: []domain.Source{{Title: "LDiB", URL: "https://voorbeeld.nl"}}, CheckedOn: day}
	var b bytes.Buffer
	if err := WriteMarkdownItem(&b, item); err != nil {
		t.Fatal(err)
	}
	want := "---\ntitle: Raad in Beraad\nitem: raad-in-beraad\n---\n# Raad in Beraad\n\nKort.\n\nVoor: raadsleden en griffiers\n\n## Wat u meeneemt\n\n- Eén\n- Twee\n\n" +
		"## Uitleg\n\n### Kop\n\nTekst\n\n## Bronnen\n\n- LDiB: https://voorbeeld.nl\n\nNagekeken op 1 maart 2026.\n"
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

func TestFromNoteLeavesOutARepeatedTitle(t *testing.T) {
	for body, want := range map[string]string{"# Titel\n\nx": "x\n", "Titel\n\nx": "x\n", "Titel\nx": "Titel x\n", "[Titel](http://x.nl)": "Titel http://x.nl\n", "> Titel": "Titel\n"} {
		doc := FromNote(Note{Note: domain.Note{Title: "Titel", Body: body}})
		if got := markdown.BlocksText(doc.Blocks, true); got != want {
			t.Errorf("%q gave %q, want %q", body, got, want)
		}
	}
	doc := FromNote(Note{Note: domain.Note{Title: "T", Tags: []string{"a", "b"}, Created: noon, Updated: noon,
		Place: domain.Place{Meeting: "Raad", MeetingDate: domain.DateOf(noon)}}, Context: "Raad in Beraad"})
	want := "Hoort bij: Raad in Beraad\nVergadering: Raad, 18 maart 2026\nLabels: a, b\nGemaakt op 18 maart 2026\n"
	if got := markdown.BlocksText(doc.Blocks, true); got != want {
		t.Errorf("got %q", got)
	}
}

func TestReferencesToNotes(t *testing.T) {
	n := Note{Note: domain.Note{Title: "T", Body: "Zie [[Wonen]], [[0197|die]] en **[[0197]]**.\n\n| a |\n|---|\n| [[Wonen\\|x]] |\n"},
		TitleOf: func(id string) string { return map[string]string{"0197": "Zorg"}[id] }}
	if got := markdown.BlocksText(FromNote(n).Blocks, false); got != "Zie Wonen, die en Zorg.\na\nx\n" {
		t.Errorf("on paper they are words: %q", got)
	}
	var b bytes.Buffer
	if err := WriteMarkdownDocuments(&b, These(FromNote(n))); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Zie [[Wonen]], [[0197|die]] en **[[0197|Zorg]]**.", "| [[Wonen\\|x]] |"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %s in %s", want, b.String())
		}
	}
}

func TestMarkdownNoteComesBack(t *testing.T) {
	n := domain.Note{ID: "0197", Title: "Mijn: titel", TitleGiven: true, Body: "---\na: b\n---\r\ntekst", Tags: []string{"raad", "x y"},
		Place: domain.Place{Run: "r1", Step: "s1", Meeting: "Raad: begroting", MeetingDate: domain.DateOf(noon)}, Confidential: true, Pinned: true, Created: noon, Updated: noon.Add(time.Hour)}
	var b bytes.Buffer
	if err := WriteMarkdownNote(&b, Note{Note: n}); err != nil {
		t.Fatal(err)
	}
	meta, body, err := markdown.FrontMatter(b.String())
	if err != nil || body != n.Body || !reflect.DeepEqual(meta, MetaOf(n)) {
		t.Errorf("%+v %q %v", meta, body, err)
	}
}

func TestSeveralDocumentsInOneFile(t *testing.T) {
	notes := []Note{{Note: domain.Note{Title: "Een", Body: "a[^1]\n\n[^1]: noot\n\n```\nopen"}}, {Note: domain.Note{Title: "Twee", Body: "b[^1]\n\n[^1]: andere", Confidential: true}}, {Note: domain.Note{Title: "Leeg"}}}
	var b bytes.Buffer
	if err := WriteMarkdownDocuments(&b, documents(notes)); err != nil {
		t.Fatal(err)
	}
	var titles []string
	for _, block := range markdown.Parse(b.String()) {
		if h, ok := block.(*markdown.Heading); ok {
			titles = append(titles, markdown.Text(h.Text))
		}
	}
	if !slices.Equal(titles, []string{"Een", "Twee", "Leeg"}) {
		t.Errorf("headings %q in\n%s", titles, b.String())
	}
	for _, want := range []string{"noot", "andere", "**Vertrouwelijk**"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("%q is missing in\n%s", want, b.String())
		}
	}
}

func TestWritePDF(t *testing.T) {
	docs := []Document{FromRun(RunFile{Run: sampleRun(t)}), FromNote(Note{Note: domain.Note{Title: "Noot", Confidential: true,
		Body: "# A\n\n1. **b** [c](https://d.nl)\n\n   > e\n\n|f|g|\n|-|-:|\n|h|i|\n\n|||\n|-|-|\n|x|y|\n\n```\nj\n```\n\n- [ ] k\n\nl[^1]\n\n[^1]: m\n\n<div>n</div>\n\n---\n"}})}
	var one, two bytes.Buffer
	for _, b := range []*bytes.Buffer{&one, &two} {
		if err := WritePDF(b, all(docs...), Options{Municipality: "Voorbeeldstad", Created: noon}); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.HasPrefix(one.Bytes(), []byte("%PDF-1.7")) || !bytes.Equal(one.Bytes(), two.Bytes()) {
		t.Error("no PDF, or not the same twice")
	}
	var empty bytes.Buffer
	if err := WritePDF(&empty, all(), Options{}); err != nil || empty.Len() == 0 {
		t.Errorf("no documents: %v", err)
	}
}

func TestDates(t *testing.T) {
	d, _ := domain.ParseDate("2026-03-01")
	if got := nlDate(d); got != "1 maart 2026" {
		t.Errorf("got %q", got)
	}
	if got := nlDate(domain.Date{}); got != "" {
		t.Errorf("got %q", got)
	}
}

// FuzzMarkdownWriter proves that the words of a text survive being written as
// Markdown and being made a document.
func FuzzMarkdownWriter(f *testing.F) {
	for _, s := range []string{"# a\n\n- b **c**\n  1. d\n\n     e", "> - a\n>\n> b", "a*b**c*d", "|a\\|b|`c`|\n|-|-|\n|d|[e](http://f.g)|", "```x\n````\n```", "\\- a\n1\\. b", "- a\n- b\n\n* c", "a[^1]\n\n[^1]: b\n\n    c",
		"gemeente**raad** _x_y", "**\"a\"**b", "<b>a</b> &amp;lt; c", "- [ ] a\n\n  - [x] b", "`` ` `` a", "~~a~~b", "[a **b** `c`](http://d.e/(f))", "-   \n- a", "# #a#", "a\\\nb  \nc"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, src string) {
		blocks := markdown.Parse(src)
		out := mdWriter{}.blocks(relevel(blocks, 2))
		want, got := words(markdown.BlocksText(blocks, false)), words(markdown.BlocksText(markdown.Parse(out), false))
		if want != got {
			t.Fatalf("%q\nbecame %q\nwords %q\nwanted %q", src, out, got, want)
		}
	})
}

func documents(notes []Note) Documents {
	var docs []Document
	for _, n := range notes {
		docs = append(docs, FromNote(n))
	}
	return all(docs...)
}

// words drops white space and what hidden characters become.
func words(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r <= ' ' || r == 0xA0 || r == 0xFFFD || !strings.ContainsRune(s, r) }), "")
}

func all(docs ...Document) Documents {
	return func(yield func(Document, error) bool) {
		for _, doc := range docs {
			if !yield(doc, nil) {
				return
			}
		}
	}
}

func TestAnErrorOfADocumentEndsTheWriting(t *testing.T) {
	planned := errors.New("planned")
	docs := func(yield func(Document, error) bool) {
		if yield(Document{Title: "Een"}, nil) {
			yield(Document{}, planned)
		}
	}
	if err := WritePDF(io.Discard, docs, Options{}); !errors.Is(err, planned) {
		t.Error(err)
	}
	if err := WriteMarkdownDocuments(io.Discard, docs); !errors.Is(err, planned) {
		t.Error(err)
	}
}

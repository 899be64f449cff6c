package library

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"sync"

	"go.yaml.in/yaml/v3"

	"raadwijzer/app/internal/domain"
)

// together runs the loaders side by side, because reading YAML is most of
// what a command does before it can answer. All errors come back.
func together(loaders ...func() error) error {
	errs := make([]error, len(loaders))
	var wait sync.WaitGroup
	for i, load := range loaders {
		wait.Go(func() { errs[i] = load() })
	}
	wait.Wait()
	return errors.Join(errs...)
}

// at puts the name of the file before an error.
func at(file string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("content/%s: %w", file, err)
}

// decode reads one YAML document into v. A key that v does not know, a key
// that is there twice and a second document are errors.
func decode(data []byte, v any) error {
	d := yaml.NewDecoder(bytes.NewReader(data))
	d.KnownFields(true)
	if err := d.Decode(v); err != nil {
		return err
	}
	var more any
	if err := d.Decode(&more); !errors.Is(err, io.EOF) {
		return errors.New("more than one YAML document")
	}
	return nil
}

// decodeFile is decode for a file.
func decodeFile(fsys fs.FS, file string, v any) error {
	data, err := fs.ReadFile(fsys, file)
	if err != nil {
		return err
	}
	return decode(data, v)
}

// files returns the names in a folder, sorted. A file with another ending is
// an error: it would be forgotten otherwise.
func files(fsys fs.FS, folder, ending string) ([]string, error) {
	entries, err := fs.ReadDir(fsys, folder)
	if err != nil {
		return nil, err
	}
	var names []string
	for _, e := range entries {
		if e.IsDir() || !strings.HasSuffix(e.Name(), ending) {
			return nil, at(folder+"/"+e.Name(), errors.New("unexpected file"))
		}
		names = append(names, e.Name())
	}
	return names, nil
}

// rawSource is a source as it is written in YAML.
type rawSource struct {
	Title string `yaml:"title"`
	URL   string `yaml:"url"`
}

func (r rawSource) source() domain.Source { return domain.Source{Title: r.Title, URL: r.URL} }

// check refuses a source without a title or with an address that a browser
// cannot open.
func (r rawSource) check() error {
	if err := filled("source title", r.Title); err != nil {
		return err
	}
	u, err := url.Parse(r.URL)
	if err != nil || u.Host == "" || (u.Scheme != "https" && u.Scheme != "http") {
		return fmt.Errorf("source %q: bad address %q", r.Title, r.URL)
	}
	return nil
}

// ground is where a text comes from, with what proves it.
type ground struct {
	Origin  domain.Origin
	Article string
	Source  rawSource
}

// check refuses a text that claims the programme, the law or a publication
// without showing it. Only our own proposals may stand without a source.
func (g ground) check() error {
	if !g.Origin.Valid() {
		return fmt.Errorf("unknown origin %q", g.Origin)
	}
	if (g.Origin == domain.OriginLaw) != (g.Article != "") {
		return fmt.Errorf("origin %q with article %q: the law and only the law has an article", g.Origin, g.Article)
	}
	if g.Origin == domain.OriginProposal && g.Source == (rawSource{}) {
		return nil
	}
	return g.Source.check()
}

var idPattern = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// ids remembers which ids were used, to refuse the second one.
type ids map[string]bool

func (seen ids) add(id string) error {
	if !idPattern.MatchString(id) {
		return fmt.Errorf("bad id %q", id)
	}
	if seen[id] {
		return fmt.Errorf("id %q is used twice", id)
	}
	seen[id] = true
	return nil
}

// filled refuses a text that is empty or has spaces around it.
func filled(what, text string) error {
	switch {
	case strings.TrimSpace(text) == "":
		return fmt.Errorf("missing %s", what)
	case strings.TrimSpace(text) != text:
		return fmt.Errorf("%s has spaces around it", what)
	}
	return nil
}

// allFilled is filled for pairs of a name and a text.
func allFilled(pairs ...string) error {
	for pair := range slices.Chunk(pairs, 2) {
		if err := filled(pair[0], pair[1]); err != nil {
			return err
		}
	}
	return nil
}

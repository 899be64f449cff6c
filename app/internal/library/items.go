package library

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"raadwijzer/app/internal/domain"
)

// itemCount is how many items the source page has. Another number means that
// a file was lost or that somebody made an item up.
const itemCount = 9

// rawItem is the YAML before the text of an item.
type rawItem struct {
	ID        string      `yaml:"id"`
	Title     string      `yaml:"title"`
	Roles     []string    `yaml:"roles"`
	Summary   string      `yaml:"summary"`
	Takeaways []string    `yaml:"takeaways"`
	Sources   []rawSource `yaml:"sources"`
	CheckedOn string      `yaml:"checked_on"`
	Checklist string      `yaml:"checklist"`
}

func loadItems(fsys fs.FS) ([]domain.Item, error) {
	names, err := files(fsys, "items", ".md")
	if err != nil {
		return nil, err
	}
	if len(names) != itemCount {
		return nil, at("items", fmt.Errorf("%d items, want %d", len(names), itemCount))
	}
	items := make([]domain.Item, len(names))
	for i, name := range names {
		file := "items/" + name
		if items[i], err = loadItem(fsys, file); err != nil {
			return nil, at(file, err)
		}
		// The number in the name is the place on the source page, and the
		// rest is the id, so that both can be read from a listing.
		if want := fmt.Sprintf("%02d-%s.md", i+1, items[i].ID); name != want {
			return nil, at(file, fmt.Errorf("the name should be %s", want))
		}
	}
	return items, nil
}

func loadItem(fsys fs.FS, file string) (domain.Item, error) {
	data, err := fs.ReadFile(fsys, file)
	if err != nil {
		return domain.Item{}, err
	}
	front, body, err := split(data)
	if err != nil {
		return domain.Item{}, err
	}
	var raw rawItem
	if err := decode(front, &raw); err != nil {
		return domain.Item{}, err
	}
	return raw.item(body)
}

// split separates the YAML between two lines "---" from the Markdown after it.
func split(data []byte) (front []byte, body string, err error) {
	rest, ok := bytes.CutPrefix(data, []byte("---\n"))
	if !ok {
		return nil, "", errors.New("does not begin with ---")
	}
	front, after, ok := bytes.Cut(rest, []byte("\n---\n"))
	if !ok {
		return nil, "", errors.New("the second --- is missing")
	}
	return front, strings.TrimSpace(string(after)) + "\n", nil
}

func (r rawItem) item(body string) (domain.Item, error) {
	item := domain.Item{
		ID: r.ID, Title: r.Title, Summary: r.Summary, Takeaways: r.Takeaways,
		Body: body, Checklist: r.Checklist,
	}
	var err error
	if item.CheckedOn, err = domain.ParseDate(r.CheckedOn); err != nil {
		return item, fmt.Errorf("checked_on: bad date %q", r.CheckedOn)
	}
	if item.Roles, err = roles(r.Roles); err != nil {
		return item, err
	}
	for _, s := range r.Sources {
		if err := s.check(); err != nil {
			return item, err
		}
		item.Sources = append(item.Sources, s.source())
	}
	return item, checkItem(item)
}

func checkItem(item domain.Item) error {
	if err := (ids{}).add(item.ID); err != nil {
		return err
	}
	if err := checkText(item.Title, item.Summary, item.Body); err != nil {
		return err
	}
	if len(item.Takeaways) == 0 || len(item.Sources) == 0 {
		return errors.New("missing takeaways or sources")
	}
	for _, t := range item.Takeaways {
		if err := filled("takeaway", t); err != nil {
			return err
		}
	}
	return nil
}

// checkText refuses an empty text and a heading of the first level: the title
// is the first heading of the page.
func checkText(title, summary, body string) error {
	if err := allFilled("title", title, "summary", summary, "text", strings.TrimSpace(body)); err != nil {
		return err
	}
	if strings.HasPrefix(body, "# ") || strings.Contains(body, "\n# ") {
		return errors.New("headings begin at ##")
	}
	return nil
}

func roles(names []string) ([]domain.Role, error) {
	if len(names) == 0 {
		return nil, errors.New("missing roles")
	}
	var out []domain.Role
	for _, name := range names {
		r, err := domain.ParseRole(name)
		if err != nil {
			return nil, fmt.Errorf("unknown role %q", name)
		}
		if slices.Contains(out, r) {
			return nil, fmt.Errorf("role %q is there twice", name)
		}
		out = append(out, r)
	}
	return out, nil
}

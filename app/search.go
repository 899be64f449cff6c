package app

import (
	"slices"
	"strings"
	"time"

	"raadwijzer/app/internal/domain"
	"raadwijzer/app/internal/store"
)

// Search is the search over everything.
type Search struct{ app *App }

// defaultHits is how many results a group holds when the page asks nothing.
const defaultHits = 20

// Find returns what matches in groups, best first within each. What a user
// types is never an error.
func (s *Search) Find(words string, limit int) (view SearchView, err error) {
	defer s.app.guard(&err)
	if limit <= 0 {
		limit = defaultHits
	}
	view = SearchView{Notes: []SearchHit{}, Items: []SearchHit{}, Steps: []SearchHit{}}
	groups := []struct {
		kind store.Kind
		hits *[]SearchHit
	}{{store.KindNote, &view.Notes}, {store.KindItem, &view.Items}, {store.KindStep, &view.Steps}}
	for _, g := range groups {
		// One more than is shown tells whether there is more.
		hits, err := s.app.find(words, store.SearchFilter{Kinds: []store.Kind{g.kind}, Limit: limit + 1})
		if err != nil {
			return view, err
		}
		if len(hits) > limit {
			hits, view.More = hits[:limit], true
		}
		*g.hits = append(*g.hits, hits...)
	}
	return view, nil
}

// SearchRequest chooses among what is found. An empty field does not choose.
type SearchRequest struct {
	Words string
	Kinds []string // note, item, step; none is every kind
	Tag   string   // with a tag only notes are found
	From  string   // last changed on this day or later, "2026-03-18"
	To    string   // last changed on this day or before
	Limit int
}

// FindAll returns the best matches of the kinds together. Errors:
// CodeDateInvalid, CodeFormatUnknown for a kind that does not exist.
func (a *App) FindAll(r SearchRequest) ([]SearchHit, error) {
	filter := store.SearchFilter{Kinds: store.Kinds(), Tag: strings.TrimSpace(strings.TrimLeft(r.Tag, "#")), Limit: r.Limit}
	if len(r.Kinds) > 0 {
		filter.Kinds = nil
		for _, kind := range r.Kinds {
			if !slices.Contains(store.Kinds(), store.Kind(kind)) {
				return nil, domain.Fail(domain.CodeFormatUnknown, kind)
			}
			if !slices.Contains(filter.Kinds, store.Kind(kind)) {
				filter.Kinds = append(filter.Kinds, store.Kind(kind))
			}
		}
	}
	var err error
	if filter.From, err = beginOfDay(r.From, 0); err != nil {
		return nil, err
	}
	if filter.Until, err = beginOfDay(r.To, 1); err != nil {
		return nil, err
	}
	return a.find(r.Words, filter)
}

// beginOfDay returns when a day begins where the user is, so many days later;
// zero for "".
func beginOfDay(day string, later int) (time.Time, error) {
	if day == "" {
		return time.Time{}, nil
	}
	if _, err := domain.ParseDate(day); err != nil {
		return time.Time{}, err
	}
	t, err := time.ParseInLocation(time.DateOnly, day, time.Local)
	if err != nil {
		return time.Time{}, domain.Wrap(domain.CodeDateInvalid, day, err)
	}
	return t.AddDate(0, 0, later), nil
}

func (a *App) find(words string, filter store.SearchFilter) ([]SearchHit, error) {
	found, err := a.store.Search(a.ctx, store.ParseQuery(words, a.synonyms), filter)
	if err != nil {
		return nil, err
	}
	hits, places := []SearchHit{}, contexts{app: a}
	for _, h := range found {
		hit := SearchHit{Kind: string(h.Kind), ID: h.ID, Run: h.Run, Title: h.Title, Snippet: h.Snippet, Marks: h.Marks}
		if hit.Marks == nil {
			hit.Marks = []int{}
		}
		if h.Kind == store.KindStep {
			run, err := places.run(h.Run)
			if err != nil {
				return nil, err
			}
			hit.Context = run.Name
		}
		hits = append(hits, hit)
	}
	return hits, nil
}

package app

import (
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
		hits, err := s.app.Find(words, []store.Kind{g.kind}, limit+1)
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

// Find returns the best matches of these kinds together.
func (a *App) Find(words string, kinds []store.Kind, limit int) ([]SearchHit, error) {
	found, err := a.store.Search(a.ctx, store.ParseQuery(words, a.synonyms), kinds, limit)
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

// FindAll returns the best matches of every kind together.
func (a *App) FindAll(words string, limit int) ([]SearchHit, error) {
	return a.Find(words, []store.Kind{store.KindNote, store.KindItem, store.KindStep}, limit)
}

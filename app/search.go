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
// types is never an error; a choice may be: CodeDateInvalid, CodeFormatUnknown
// for a kind that does not exist.
func (s *Search) Find(query SearchQuery) (view SearchView, err error) {
	defer s.app.guard(&err)
	if query.Limit <= 0 {
		query.Limit = defaultHits
	}
	filter, err := query.filter()
	if err != nil {
		return view, err
	}
	view = SearchView{Notes: []SearchHit{}, Items: []SearchHit{}, Steps: []SearchHit{}}
	groups := map[store.Kind]*[]SearchHit{store.KindNote: &view.Notes, store.KindItem: &view.Items, store.KindStep: &view.Steps}
	for _, kind := range filter.Kinds {
		one := filter
		one.Kinds, one.Limit = []store.Kind{kind}, query.Limit+1 // one more tells whether there is more
		hits, err := s.app.find(query.Words, one)
		if err != nil {
			return view, err
		}
		if len(hits) > query.Limit {
			hits, view.More = hits[:query.Limit], true
		}
		*groups[kind] = hits
	}
	return view, nil
}

// FindAll returns the best matches of the kinds together, at most so many as
// the limit. Errors: those of Search.Find.
func (a *App) FindAll(query SearchQuery) ([]SearchHit, error) {
	filter, err := query.filter()
	if err != nil {
		return nil, err
	}
	return a.find(query.Words, filter)
}

// filter returns what the choices of a query mean. Articles and steps have no
// tags, and the day on which we wrote them says nothing to the user.
func (q SearchQuery) filter() (f store.SearchFilter, err error) {
	f = store.SearchFilter{Tag: strings.TrimSpace(strings.TrimLeft(q.Tag, "#")), Limit: q.Limit}
	for _, kind := range q.Kinds {
		if !slices.Contains(store.Kinds(), store.Kind(kind)) {
			return f, domain.Fail(domain.CodeFormatUnknown, kind)
		}
	}
	ofNotes := f.Tag != "" || q.From != "" || q.To != ""
	for _, kind := range store.Kinds() {
		asked := len(q.Kinds) == 0 || slices.Contains(q.Kinds, string(kind))
		if asked && (kind == store.KindNote || !ofNotes) {
			f.Kinds = append(f.Kinds, kind)
		}
	}
	if f.From, err = beginOfDay(q.From, 0); err != nil {
		return f, err
	}
	f.Until, err = beginOfDay(q.To, 1)
	return f, err
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
		hit := SearchHit{Kind: string(h.Kind), ID: h.ID, Run: h.Run, Title: h.Title, Snippet: h.Snippet, Marks: h.Marks,
			Updated: moment(h.Updated), Confidential: h.Confidential}
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

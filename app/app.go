package app

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"log/slog"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"time"
	"unicode/utf8"

	"raadwijzer/app/internal/domain"
	"raadwijzer/app/internal/library"
	"raadwijzer/app/internal/markdown"
	"raadwijzer/app/internal/store"
)

// App is the open program. Its bound types are what the page may call; its own
// methods are for main and the command line.
type App struct {
	Library    *Library
	Notes      *Notes
	Checklists *Checklists
	Import     *Import
	Export     *Export
	Search     *Search
	Tags       *Tags
	Settings   *Settings
	Backups    *Backups

	ctx      context.Context
	stop     context.CancelFunc
	config   Config
	folder   string
	store    *store.Store
	library  *library.Library
	synonyms map[string][]string
	divided  func() map[string]dividedItem // items in parts, made at the first need
	log      *slog.Logger
	closeLog func() error
	saves    atomic.Int32 // saves of notes under way
	underWay underWay
	copying  sync.Mutex // held while a copy of the day is made, and while all data are removed

	ready     chan struct{} // closed when the page has painted first
	readyOnce sync.Once
	beside    sync.WaitGroup // what Begin started beside the page
}

// Open opens the data folder, which is made when absent. Errors are those of
// the store; the content of the program is checked by its tests, so an error
// in it is CodeInternal.
func Open(config Config) (*App, error) {
	if config.Now == nil {
		config.Now = time.Now
	}
	folder, err := DataFolder(config.DataDir)
	if err != nil {
		return nil, domain.Wrap(domain.CodeDataUnwritable, config.DataDir, err)
	}
	lib, err := library.Load(config.Content)
	if err != nil {
		return nil, domain.Wrap(domain.CodeInternal, "", err)
	}
	ctx, stop := context.WithCancel(context.Background())
	a := &App{ctx: ctx, stop: stop, config: config, folder: folder, library: lib, synonyms: synonyms(lib.Glossary()),
		ready: make(chan struct{}), log: slog.New(slog.DiscardHandler)}
	a.divided = sync.OnceValue(a.divideItems)
	settings := storeConfig(folder, config.Now)
	settings.Writing = a.beginWriting
	if a.store, err = store.Open(ctx, settings); err != nil {
		stop()
		return nil, err
	}
	a.log, a.closeLog = openLog(folder)
	a.logged(clearUnderWay(folder))
	a.bind()
	a.logged(a.finishErase())
	if err := a.indexItems(); err != nil {
		return nil, errors.Join(unreadable(err), a.Close())
	}
	return a, nil
}

// unreadable gives the first failure of a database that was opened its name:
// when a table is missing, SQLite only says that the question is wrong.
func unreadable(err error) error {
	if domain.CodeOf(err) == domain.CodeInternal {
		return domain.Wrap(domain.CodeDataDamaged, "", err)
	}
	return err
}

func storeConfig(folder string, now func() time.Time) store.Config {
	return store.Config{
		Folder: folder,
		Read:   noteText,
		Now:    now,
	}
}

// excerptLength is two lines in the list of notes, in runes.
const excerptLength = 120

// noteText reads the text of a note for the store.
func noteText(n domain.Note) store.NoteText {
	blocks := markdown.Parse(n.Body)
	return store.NoteText{Plain: markdown.BlocksPlain(blocks),
		Excerpt: withoutTitle(n, markdown.BlocksExcerpt(blocks, excerptRunes(n))), Refs: markdown.BlocksRefs(blocks)}
}

// excerpt returns the first words of a note, without reading the rest.
func excerpt(n domain.Note) string { return withoutTitle(n, markdown.Excerpt(n.Body, excerptRunes(n))) }

func excerptRunes(n domain.Note) int { return excerptLength + utf8.RuneCountInString(n.Title) }

// withoutTitle keeps a title that is the first line of the text from being
// said twice.
func withoutTitle(n domain.Note, text string) string {
	if rest, ok := strings.CutPrefix(text, n.Title); ok {
		return strings.TrimSpace(rest)
	}
	return text
}

func (a *App) bind() {
	a.Library = &Library{a}
	a.Notes = &Notes{a}
	a.Checklists = &Checklists{a}
	a.Import = &Import{app: a}
	a.Export = &Export{app: a}
	a.Search = &Search{a}
	a.Tags = &Tags{a}
	a.Settings = &Settings{app: a}
	a.Backups = &Backups{app: a}
}

// Bound returns what the page may call.
func (a *App) Bound() []any {
	return []any{a.Library, a.Notes, a.Checklists, a.Import, a.Export, a.Search, a.Tags, a.Settings, a.Backups}
}

// Close ends the program's work with the data folder.
func (a *App) Close() error {
	a.stop()
	a.beside.Wait()
	return errors.Join(a.underWay.forget(), a.store.Close(), a.closeLog())
}

// Folder returns the data folder.
func (a *App) Folder() string { return a.folder }

func (a *App) now() time.Time { return a.config.Now().UTC() }

// today is the day where the user is: a deadline passes at local midnight.
func (a *App) today() domain.Date { return domain.DateOf(a.config.Now().Local()) }

// indexItems makes the items findable. The digest of their texts makes that
// work once for each version of the content.
func (a *App) indexItems() error {
	sum := sha256.New()
	for _, item := range a.library.Items() {
		for _, s := range append([]string{item.ID, item.Title, item.Summary, item.Body}, item.Takeaways...) {
			_, _ = sum.Write([]byte(s)) // a hash never fails
		}
	}
	return a.store.IndexItems(a.ctx, hex.EncodeToString(sum.Sum(nil)), func() []store.SearchDoc {
		var docs []store.SearchDoc
		for _, item := range a.library.Items() {
			text := item.Summary
			for _, t := range item.Takeaways {
				text += "\n" + t
			}
			docs = append(docs, store.SearchDoc{Kind: store.KindItem, ID: item.ID, Title: item.Title,
				Text: text + "\n" + markdown.Plain(item.Body), Updated: item.CheckedOn.String()})
		}
		return docs
	})
}

// synonyms gives, for the folded form of every word of the glossary, the words
// that mean the same.
func synonyms(terms []domain.Term) map[string][]string {
	same := map[string][]string{}
	for _, t := range terms {
		words := append([]string{t.Term}, t.Synonyms...)
		for _, word := range words {
			for _, other := range words {
				if other != word {
					same[store.Fold(word)] = append(same[store.Fold(word)], other)
				}
			}
		}
	}
	return same
}

func moment(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}

// BackupFolder returns the folder where the program keeps its own copies.
func (a *App) BackupFolder() string { return filepath.Join(a.folder, store.BackupFolder) }

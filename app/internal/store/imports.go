package store

import (
	"context"
	"database/sql"
	"errors"
	"slices"

	"raadwijzer/app/internal/domain"
)

// Imported says what importing a note did.
type Imported string

// What importing a note may do.
const (
	ImportedNew       Imported = "new"
	ImportedChanged   Imported = "changed"
	ImportedUnchanged Imported = "unchanged"
	ImportedTrashed   Imported = "trashed" // it lies in the trash, and stays there as it is
)

// Incoming is a note from a file, ready to be stored: see Store.Incoming.
type Incoming struct {
	note   domain.Note
	digest string
	text   NoteText
	doc    readyDoc
}

// Incoming makes a valid note ready for Import. A note with an id is the note
// with that id; one without is recognised by digest, which must stand for the
// whole file. This is most of the work of an import and needs no database, so
// it may be done for several notes at once.
func (s *Store) Incoming(n domain.Note, digest string) Incoming {
	if n.ID != "" {
		digest = ""
	}
	n = s.filled(n)
	text := s.config.Read(n)
	return Incoming{note: n, digest: digest, text: text, doc: ready(noteDoc(n, text))}
}

// ImportResult tells what became of one incoming note.
type ImportResult struct {
	What Imported
	ID   string
	Err  error // with an error nothing of the note was stored
}

// Import stores notes from files in one transaction, so that importing the
// same files again changes nothing. A text that a note has or once had changes
// nothing, another is saved on top and the old one becomes a version. When a
// note cannot be stored the others are, each by itself. The error is one that
// concerns them all; what the results tell as stored is.
func (s *Store) Import(ctx context.Context, batch []Incoming) ([]ImportResult, error) {
	results, err := s.importAll(ctx, batch)
	if err == nil || len(batch) == 0 || ctx.Err() != nil {
		return results, failure(errors.Join(ctx.Err(), err))
	}
	results = make([]ImportResult, 0, len(batch))
	for i := range batch {
		one, err := s.importAll(ctx, batch[i:i+1])
		switch code := domain.CodeOf(failure(err)); {
		case err == nil:
			results = append(results, one...)
		case ctx.Err() != nil || code != domain.CodeInternal && code != domain.CodeConflict:
			return results, failure(err)
		default:
			results = append(results, ImportResult{Err: failure(err)})
		}
	}
	return results, nil
}

func (s *Store) importAll(ctx context.Context, batch []Incoming) (results []ImportResult, err error) {
	err = s.write(ctx, func(tx *sql.Tx) error {
		prepared := &preparedTx{tx: tx, ready: map[string]*sql.Stmt{}}
		var words []string
		for _, in := range batch {
			r, err := s.importOne(ctx, prepared, in)
			if err != nil {
				return err
			}
			if r.What == ImportedNew {
				words = append(words, in.doc.words...)
			}
			results = append(results, r)
		}
		words = unique(words)
		slices.Sort(words) // in the order of the table
		return putWords(ctx, prepared, words)
	})
	if err != nil {
		return nil, err
	}
	return results, nil
}

func (s *Store) importOne(ctx context.Context, tx executor, in Incoming) (ImportResult, error) {
	known, trashed, err := in.known(ctx, tx)
	if err != nil {
		return ImportResult{}, err
	}
	if trashed {
		return ImportResult{What: ImportedTrashed, ID: known}, nil
	}
	if known != "" && in.digest != "" {
		return ImportResult{What: ImportedUnchanged, ID: known}, nil
	}
	if known != "" {
		old, err := noteByID(ctx, tx, known)
		if err != nil {
			return ImportResult{}, err
		}
		what, err := s.importChange(ctx, tx, old, in.note)
		return ImportResult{What: what, ID: known}, err
	}
	if _, err := s.insertNote(ctx, tx, in.note, in.text); err != nil {
		return ImportResult{}, err
	}
	if in.digest != "" {
		if _, err := tx.ExecContext(ctx, "INSERT INTO imports (digest, note) VALUES (?, ?)", in.digest, in.note.ID); err != nil {
			return ImportResult{}, err
		}
	}
	return ImportResult{What: ImportedNew, ID: in.note.ID}, insertDoc(ctx, tx, in.doc)
}

// known returns the id under which the note is stored already, or "", and
// whether it lies in the trash.
func (in Incoming) known(ctx context.Context, tx executor) (id string, trashed bool, err error) {
	query, key := "SELECT id, trashed <> '' FROM notes WHERE id = ?", in.note.ID
	if in.digest != "" {
		query, key = "SELECT id, trashed <> '' FROM imports JOIN notes ON id = note WHERE digest = ?", in.digest
	}
	err = tx.QueryRowContext(ctx, query, key).Scan(&id, &trashed)
	if errors.Is(err, sql.ErrNoRows) {
		return "", false, nil
	}
	return id, trashed, err
}

// importChange stores what a file changes in a note. What the note hangs on
// changes only when the file names something else, and a note does not become
// less confidential, nor lose a former title, by a file that does not say so.
func (s *Store) importChange(ctx context.Context, tx executor, old, n domain.Note) (Imported, error) {
	changed := old
	changed.Tags, changed.Extra, changed.Place = n.Tags, n.Extra, old.With(n.Place)
	changed.Confidential = old.Confidential || n.Confidential
	if old.Body == n.Body && old.Title == n.Title {
		if slices.Equal(old.Tags, n.Tags) && old.Extra == n.Extra && old.Place == changed.Place &&
			old.Confidential == changed.Confidential && hadTitles(old, n.Former) {
			return ImportedUnchanged, nil
		}
	} else {
		var older bool
		err := tx.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM note_versions WHERE note = ? AND body = ? AND title = ?)",
			n.ID, n.Body, n.Title).Scan(&older)
		if err != nil || older {
			return ImportedUnchanged, err
		}
		if err := s.keepVersion(ctx, tx, old, true); err != nil {
			return "", err
		}
		changed.Title, changed.TitleGiven, changed.Body, changed.Rev, changed.Updated = n.Title, n.TitleGiven, n.Body, old.Rev+1, s.now()
	}
	if err := putTags(ctx, tx, n.ID, n.Tags); err != nil {
		return "", err
	}
	if err := putTitles(ctx, tx, n.ID, n.Former); err != nil {
		return "", err
	}
	return ImportedChanged, s.updateNote(ctx, tx, changed)
}

// preparedTx is a transaction that parses each statement once.
type preparedTx struct {
	tx    *sql.Tx
	ready map[string]*sql.Stmt // closed with the transaction
}

func (p *preparedTx) statement(ctx context.Context, query string) (*sql.Stmt, error) {
	if stmt, ok := p.ready[query]; ok {
		return stmt, nil
	}
	stmt, err := p.tx.PrepareContext(ctx, query)
	if err == nil {
		p.ready[query] = stmt
	}
	return stmt, err
}

// ExecContext implements executor.
func (p *preparedTx) ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error) {
	stmt, err := p.statement(ctx, query) //nolint:sqlclosecheck // closed with the transaction
	if err != nil {
		return nil, err
	}
	return stmt.ExecContext(ctx, args...)
}

// QueryContext implements querier.
func (p *preparedTx) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	stmt, err := p.statement(ctx, query) //nolint:sqlclosecheck // closed with the transaction
	if err != nil {
		return nil, err
	}
	return stmt.QueryContext(ctx, args...)
}

// QueryRowContext implements querier. A statement that cannot be prepared is
// asked of the transaction, whose row carries the error.
func (p *preparedTx) QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row {
	stmt, err := p.statement(ctx, query) //nolint:sqlclosecheck // closed with the transaction
	if err != nil {
		return p.tx.QueryRowContext(ctx, query, args...)
	}
	return stmt.QueryRowContext(ctx, args...)
}

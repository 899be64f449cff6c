package store

import (
	"context"
	"database/sql"
	"sync"
	"time"
)

// logSettings keep the work of a save small. A commit writes its pages behind
// the log and no more; the log goes into the database file when the program
// rests, or by a commit when it has grown to 32 MB, so that it has a bound.
const logSettings = "PRAGMA wal_autocheckpoint = 8000; PRAGMA journal_size_limit = 33554432"

// safeSettings keep what stands in the schema of a database that came from
// elsewhere from doing more than reading and writing rows. See
// https://www.sqlite.org/security.html.
const safeSettings = "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON"

const (
	// restAfter is how long nobody must have written before the upkeep begins.
	restAfter = 2 * time.Second
	// mergePages is how much of the index is merged in one transaction: a few
	// milliseconds, because a save may be waiting behind it.
	mergePages = 200
)

// upkeep does what a save leaves behind, when the program rests: it merges
// the segments of the index and writes the log into the database file. What it
// does not come to is done later or at Close; nothing depends on it.
type upkeep struct {
	mu      sync.Mutex
	timer   *time.Timer
	running sync.WaitGroup
	ctx     context.Context
	cancel  context.CancelFunc
	writes  int // how many there were, so that a rest ends at the next
}

func (u *upkeep) start(s *Store) {
	u.ctx, u.cancel = context.WithCancel(context.Background())
	u.timer = time.AfterFunc(time.Hour, func() { u.run(s) })
	u.timer.Stop()
}

// stop ends the upkeep and waits for it.
func (u *upkeep) stop() {
	u.mu.Lock()
	u.cancel()
	u.timer.Stop()
	u.mu.Unlock()
	u.running.Wait()
}

// written tells that there was a write.
func (u *upkeep) written() {
	u.mu.Lock()
	defer u.mu.Unlock()
	if u.writes++; u.ctx.Err() == nil {
		u.timer.Reset(restAfter)
	}
}

func (u *upkeep) run(s *Store) {
	u.mu.Lock()
	if u.ctx.Err() != nil {
		u.mu.Unlock()
		return
	}
	u.running.Add(1)
	writes := u.writes
	u.mu.Unlock()
	defer u.running.Done()
	// A failure here is one of the disk: the next save meets it and tells it.
	_ = s.rest(u.ctx, func() bool {
		u.mu.Lock()
		defer u.mu.Unlock()
		return u.writes == writes
	})
}

// rest does the upkeep for as long as it may go on.
func (s *Store) rest(ctx context.Context, mayGoOn func() bool) error {
	for mayGoOn() {
		more, err := s.mergeSome(ctx, mergePages)
		if err != nil {
			return failure(err)
		}
		if !more {
			break
		}
	}
	// Beside the writer, so that a save need not wait for it. What readers
	// still look at stays in the log.
	if !mayGoOn() {
		return nil
	}
	_, err := s.db.ExecContext(ctx, "PRAGMA wal_checkpoint(PASSIVE)")
	return failure(err)
}

// mergeSome merges some pages of the index and reports whether there is more
// to do. See https://www.sqlite.org/fts5.html#the_merge_command.
func (s *Store) mergeSome(ctx context.Context, pages int) (more bool, err error) {
	err = s.transaction(ctx, func(tx *sql.Tx) error {
		var before, after int
		if err := tx.QueryRowContext(ctx, "SELECT total_changes()").Scan(&before); err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, "INSERT INTO search (search, rank) VALUES ('merge', ?)", pages); err != nil {
			return err
		}
		if err := tx.QueryRowContext(ctx, "SELECT total_changes()").Scan(&after); err != nil {
			return err
		}
		more = after-before >= 2 // fewer means that there was nothing to merge
		return nil
	})
	return more, err
}

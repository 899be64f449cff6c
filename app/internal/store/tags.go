package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"strings"

	"raadwijzer/app/internal/domain"
)

// RenameTag gives every note with a tag another one instead, in one
// transaction and also in the trash, and returns how many notes outside the
// trash had it. The new tag must be normal. Neither the revision nor the day
// of change of a note moves: a tag is no text, and an open editor must not get
// a conflict, nor the list another order, from it. Errors: CodeTagUnknown,
// CodeTagExists when there is such a tag already, unless only the case differs.
func (s *Store) RenameTag(ctx context.Context, old, tag string) (int, error) {
	return s.replaceTags(ctx, []string{old}, tag, func(spellings []string) error {
		if len(spellings) > 0 && !sameTag(old, tag) {
			return domain.Fail(domain.CodeTagExists, tag)
		}
		return nil
	})
}

// MergeTags is RenameTag for several tags, into one that may be there already.
func (s *Store) MergeTags(ctx context.Context, tags []string, into string) (int, error) {
	return s.replaceTags(ctx, tags, into, func([]string) error { return nil })
}

// RemoveTag takes a tag from every note, as RenameTag does. Errors:
// CodeTagUnknown.
func (s *Store) RemoveTag(ctx context.Context, tag string) (int, error) {
	return s.replaceTags(ctx, []string{tag}, "", func([]string) error { return nil })
}

// replaceTags puts one tag, "" for none, in the place of others. Allow may
// refuse after a look at how the new one is spelled already.
func (s *Store) replaceTags(ctx context.Context, tags []string, into string, allow func(spellings []string) error) (count int, err error) {
	err = s.write(ctx, func(tx *sql.Tx) error {
		known, err := texts(ctx, tx, "SELECT DISTINCT tag FROM note_tags")
		if err != nil {
			return err
		}
		target := spelled(known, into)
		if err := allow(target); err != nil {
			return err
		}
		var old []string
		for _, tag := range tags {
			found := spelled(known, tag)
			if len(found) == 0 {
				return domain.Fail(domain.CodeTagUnknown, tag)
			}
			old = append(old, found...)
		}
		count, err = swapTags(ctx, tx, old, target, into)
		return err
	})
	return count, err
}

// swapTags gives the notes with an old tag the new one, spelled as it is given
// here on every note. It returns how many notes outside the trash had an old one.
func swapTags(ctx context.Context, tx *sql.Tx, old, target []string, into string) (count int, err error) {
	from, err := json.Marshal(old)
	if err != nil {
		return 0, err
	}
	all, err := json.Marshal(append(old, target...))
	if err != nil {
		return 0, err
	}
	err = tx.QueryRowContext(ctx, `SELECT count(DISTINCT note) FROM note_tags JOIN notes ON id = note
		WHERE trashed = '' AND tag IN (SELECT value FROM json_each(?))`, string(from)).Scan(&count)
	if err != nil {
		return 0, err
	}
	notes, err := texts(ctx, tx, "SELECT DISTINCT note FROM note_tags WHERE tag IN (SELECT value FROM json_each(?))", string(all))
	if err != nil {
		return 0, err
	}
	if _, err := tx.ExecContext(ctx, "DELETE FROM note_tags WHERE tag IN (SELECT value FROM json_each(?))", string(all)); err != nil || into == "" {
		return count, err
	}
	for _, note := range notes {
		if err := addTags(ctx, tx, note, []string{into}); err != nil {
			return 0, err
		}
	}
	return count, nil
}

// spelled returns how a tag is spelled on notes. SQLite takes A and a for
// one, but not É and é.
func spelled(known []string, tag string) (found []string) {
	for _, k := range known {
		if tag != "" && sameTag(k, tag) {
			found = append(found, k)
		}
	}
	return found
}

// sameTag reports whether two tags are one, as domain.NormalizeTags sees it.
// EqualFold takes more for the same, such as ſ and s.
func sameTag(a, b string) bool {
	return strings.ToLower(a) == strings.ToLower(b) //nolint:staticcheck // see above
}

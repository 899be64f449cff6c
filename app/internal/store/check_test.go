package store

import (
	"slices"
	"testing"
)

func TestCheckSeesWhatIsMissing(t *testing.T) {
	for _, part := range []string{"TABLE note_tags", "TABLE search", "INDEX notes_updated", "TRIGGER run_log_no_update"} {
		s, _ := open(t)
		if findings, err := s.Check(ctx); err != nil || len(findings) != 0 {
			t.Fatal(findings, err)
		}
		if _, err := s.writer.ExecContext(ctx, "DROP "+part); err != nil {
			t.Fatal(err)
		}
		findings, err := s.Check(ctx)
		if err != nil || !slices.ContainsFunc(findings, func(f string) bool { return len(f) > 0 }) {
			t.Errorf("%s: %v %v", part, findings, err)
		}
	}
}

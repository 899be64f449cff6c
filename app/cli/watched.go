package cli

import (
	"context"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"
	"unicode/utf8"
)

// watched runs work that may take long: the user can end it with Ctrl+C, and
// from the first second on is told how far it is. The function progress may be
// called as often as the work likes.
func (s *session) watched(what string, work func(ctx context.Context, progress func(done, total int)) error) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	r := reporter{s: s, what: what, next: time.Now().Add(time.Second), terminal: isTerminal(s.Stderr)}
	err := work(ctx, r.progress)
	r.end()
	return err
}

// reporter tells on standard error how far work is: on a terminal in one line
// that changes, elsewhere in a line now and then.
type reporter struct {
	s        *session
	what     string
	next     time.Time
	terminal bool
	shown    int // characters of the line on the terminal
}

// How long a line stands before the next one.
const (
	everyTerminal = 200 * time.Millisecond
	everyLine     = 2 * time.Second
)

func (r *reporter) progress(done, total int) {
	now := time.Now()
	if total == 0 || now.Before(r.next) {
		return
	}
	if !r.terminal {
		r.next = now.Add(everyLine)
		r.s.say("Bezig: %d van %d %s.", done, total, r.what)
		return
	}
	r.next = now.Add(everyTerminal)
	r.end()
	const line = "Bezig: %d van %d %s. Ctrl+C stopt."
	r.shown = utf8.RuneCountInString(r.s.inline(line, done, total, r.what))
}

// end clears the line on the terminal.
func (r *reporter) end() {
	if r.shown > 0 {
		r.s.inline("\r%s\r", strings.Repeat(" ", r.shown))
		r.shown = 0
	}
}

// isTerminal reports whether a person sees what is written.
func isTerminal(w any) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

package app

import (
	"crypto/rand"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"

	"raadwijzer/app/internal/domain"
	"raadwijzer/app/internal/library"
)

// Problem is an error as the front end receives it. Ref is where the cause
// stands in the log.
type Problem struct {
	Code  string `json:"code"`
	Field string `json:"field"`
	Ref   string `json:"ref"`
}

// ProblemOf logs an error under a short reference and returns what may be
// told.
func (a *App) ProblemOf(err error) Problem {
	p := Problem{Code: string(domain.CodeOf(err)), Field: domain.FieldOf(err), Ref: strings.ToLower(rand.Text()[:6])}
	a.log.Error("problem", "ref", p.Ref, "code", p.Code, "cause", chain(err))
	return p
}

// chain writes an error without the field, which may be a path or a title.
func chain(err error) string {
	var e *domain.Error
	if errors.As(err, &e) && e.Err == nil {
		return string(e.Code)
	}
	return err.Error()
}

// FormatError is Wails' way out for errors. It returns a string because Wails
// wraps what it gets in a JavaScript Error, whose message is a string.
func (a *App) FormatError(err error) any {
	text, e := json.Marshal(a.ProblemOf(err))
	if e != nil {
		return `{"code":"internal","field":"","ref":""}`
	}
	return string(text)
}

// sentence fills the sentence of a problem. A problem about nothing that has a
// name leaves no empty quotes behind.
func sentence(sentences map[domain.Code]string, p Problem) string {
	if p.Field == "" {
		return strings.NewReplacer(" '{field}'", "", ": '{field}'", "", "{ref}", p.Ref).Replace(sentences[domain.Code(p.Code)])
	}
	return strings.NewReplacer("{field}", p.Field, "{ref}", p.Ref).Replace(sentences[domain.Code(p.Code)])
}

// guard turns a panic into an error. Without it the promise in the page would
// stay open for ever, and Wails would log the arguments, which are the user's
// text. The panic's own value may hold such text too, so only the places are
// logged.
func (a *App) guard(err *error) {
	if recover() == nil {
		return
	}
	a.log.Error("panic", "stack", places(debug.Stack()))
	*err = domain.Fail(domain.CodeInternal, "")
}

// places keeps the lines of a stack that name a file and drops those that name
// a function with its arguments.
func places(stack []byte) []string {
	var files []string
	for line := range strings.Lines(string(stack)) {
		if strings.HasPrefix(line, "\t") {
			files = append(files, strings.TrimSpace(line))
		}
	}
	return files
}

// maxLog is the size at which the log starts anew; the old one is kept once.
const maxLog = 1 << 20

// The log in the data folder, and the one before it.
const (
	logFile    = "raadwijzer.log"
	oldLogFile = logFile + ".1"
)

// openLog opens the log in the data folder. A log that cannot be opened must
// not keep anybody from work: then there is none.
func openLog(folder string) (*slog.Logger, func() error) {
	path := filepath.Join(folder, logFile)
	if info, err := os.Stat(path); err == nil && info.Size() > maxLog {
		if err := os.Rename(path, filepath.Join(folder, oldLogFile)); err != nil {
			return slog.New(slog.NewJSONHandler(io.Discard, nil)), func() error { return nil }
		}
	}
	f, err := os.OpenFile(path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return slog.New(slog.NewJSONHandler(io.Discard, nil)), func() error { return nil }
	}
	return slog.New(slog.NewJSONHandler(f, nil)), f.Close
}

// clearLog empties the log, which this process and others may have open, and
// removes the one before it. Errors: CodeEraseUnfinished.
func clearLog(folder string) error {
	for name, empty := range map[string]func(path string) error{
		logFile:    func(path string) error { return os.Truncate(path, 0) },
		oldLogFile: os.Remove,
	} {
		path := filepath.Join(folder, name)
		if err := empty(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return domain.Wrap(domain.CodeEraseUnfinished, path, err)
		}
	}
	return nil
}

// NoWebView is the error of a window on a computer that cannot show a page.
func NoWebView() error { return domain.Fail(domain.CodeWebViewMissing, "") }

// Describe returns the code of an error and its Dutch sentence. The App may be
// nil: then the program could not be opened and there is no log.
func Describe(a *App, content fs.FS, err error) (code, text string) {
	p := Problem{Code: string(domain.CodeOf(err)), Field: domain.FieldOf(err), Ref: string(domain.CodeOf(err))}
	if a != nil {
		p = a.ProblemOf(err)
		return p.Code, sentence(a.library.Sentences(), p)
	}
	lib, e := library.Load(content)
	if e != nil {
		return p.Code, e.Error()
	}
	return p.Code, sentence(lib.Sentences(), p)
}

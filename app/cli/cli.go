// Package cli is Raadwijzer on the command line.
//
// The rules of this package are: what a program reads goes to standard output,
// what a person reads goes to standard error in Dutch; the exit status is 0
// for done, 1 for refused or failed with one clear sentence, 2 for wrong
// usage. A command never opens a window and needs no display.
package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/spf13/pflag"

	"raadwijzer/app"
	"raadwijzer/app/internal/domain"
	"raadwijzer/content"
)

// The exit statuses.
const (
	StatusDone   = 0
	StatusFailed = 1
	StatusUsage  = 2
)

// Environment is what a command stands on.
type Environment struct {
	Args    []string // without the name of the program
	Stdin   io.Reader
	Stdout  io.Writer
	Stderr  io.Writer
	Version string
}

// Options are the flags that every command knows.
type Options struct {
	Data string
	JSON bool
}

// command is one command with its own flags already defined.
type command struct {
	name  string // one word, or two: "notes add"
	usage string // the arguments, for help
	help  string // one Dutch line
	// setup defines the flags and returns what to run.
	setup func(flags *pflag.FlagSet) action
}

// action does the work of a command with its arguments.
type action func(s *session, args []string) error

// session is one run of a command.
type session struct {
	Environment
	Options
	open *app.App
	now  func() time.Time // nil: the clock
}

// errUsage is for arguments that do not fit the command.
type errUsage struct{ text string }

func (e errUsage) Error() string { return e.text }

// HasCommand reports whether these arguments ask for the command line: there
// is a word that is not a flag, or a request for help.
func HasCommand(args []string) bool {
	_, rest, err := globals(args)
	return err != nil || len(rest) > 0
}

// DataFolder returns the folder that --data names, or "".
func DataFolder(args []string) string {
	options, _, err := globals(args)
	if err != nil {
		return ""
	}
	return options.Data
}

// globals reads the flags before the command. Those behind it are read again
// with the command's own.
func globals(args []string) (Options, []string, error) {
	var o Options
	flags := newFlags("raadwijzer")
	flags.SetInterspersed(false)
	o.define(flags)
	err := flags.Parse(args)
	return o, flags.Args(), err
}

func newFlags(name string) *pflag.FlagSet {
	flags := pflag.NewFlagSet(name, pflag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.Usage = func() {}
	return flags
}

func (o *Options) define(flags *pflag.FlagSet) {
	flags.StringVar(&o.Data, "data", o.Data, "map met de gegevens")
	flags.BoolVar(&o.JSON, "json", o.JSON, "uitvoer voor een ander programma")
}

// Run runs the command that the arguments name and returns the exit status.
func Run(env Environment) int {
	options, rest, err := globals(env.Args)
	if errors.Is(err, pflag.ErrHelp) || err == nil && len(rest) == 0 {
		return printed(fprint(env.Stdout, overview("")))
	}
	if err != nil {
		return usageFailure(env, nil, err)
	}
	if rest[0] == "help" {
		return help(env, rest[1:])
	}
	cmd, args := find(rest)
	if cmd == nil && len(rest) > 1 && (rest[1] == "--help" || rest[1] == "-h") {
		return help(env, rest[:1])
	}
	if cmd == nil {
		return unknown(env, rest)
	}
	flags := newFlags(cmd.name)
	act := cmd.setup(flags)
	options.define(flags)
	err = flags.Parse(args)
	if errors.Is(err, pflag.ErrHelp) {
		return printed(fprint(env.Stdout, cmd.page()))
	}
	if err != nil {
		return usageFailure(env, cmd, err)
	}
	return (&session{Environment: env, Options: options}).run(cmd, act, flags.Args())
}

// help shows the page of the words behind "help".
func help(env Environment, words []string) int {
	if len(words) == 0 {
		return printed(fprint(env.Stdout, overview("")))
	}
	page := helpFor(words)
	if page == "" {
		return unknown(env, words)
	}
	return printed(fprint(env.Stdout, page))
}

// unknown refuses words that are no command. The first word of several
// commands leads to their page.
func unknown(env Environment, words []string) int {
	text, hint := "Deze opdracht bestaat niet: "+strings.Join(words[:min(2, len(words))], " "), "raadwijzer help"
	if overview(words[0]) != "" {
		hint += " " + words[0]
	}
	_, _ = fmt.Fprintf(env.Stderr, "%s\nTyp '%s' voor de opdrachten die er zijn.\n", text, hint)
	return StatusUsage
}

func (s *session) run(cmd *command, act action, args []string) (status int) {
	err := act(s, args)
	var usage errUsage
	if errors.As(err, &usage) {
		status = usageFailure(s.Environment, cmd, err)
	} else if err != nil {
		s.explain(err)
		if domain.CodeOf(err) == domain.CodeTargetExists && strings.Contains(cmd.usage, "--force") {
			s.say("Met --force vervangt u het oude bestand.")
		}
		status = StatusFailed
	}
	if s.open != nil {
		if e := s.open.Close(); e != nil && status == StatusDone {
			s.explain(e)
			status = StatusFailed
		}
	}
	return status
}

// find returns the command with the longest name that the words begin with.
func find(words []string) (*command, []string) {
	for _, length := range []int{2, 1} {
		if len(words) < length {
			continue
		}
		name := strings.Join(words[:length], " ")
		if i := slices.IndexFunc(commands(), func(c command) bool { return c.name == name }); i >= 0 {
			c := commands()[i]
			return &c, words[length:]
		}
	}
	return nil, nil
}

// app opens the data folder at the first need.
func (s *session) app() (*app.App, error) {
	if s.open != nil {
		return s.open, nil
	}
	a, err := app.Open(s.config())
	if err != nil {
		return nil, err
	}
	s.open = a
	return a, nil
}

func (s *session) config() app.Config {
	return app.Config{DataDir: s.Data, Version: s.Version, Content: content.FS, Now: s.now}
}

// problem is an error as a program reads it.
type problem struct {
	Error struct {
		Code    string `json:"code"`
		Message string `json:"message"`
	} `json:"error"`
}

// errSilent ends a command with status 1 after it has said itself what is
// wrong.
var errSilent = errors.New("said already")

// explain says what is wrong.
func (s *session) explain(err error) {
	if errors.Is(err, errSilent) {
		return
	}
	code, sentence := app.Describe(s.open, content.FS, err)
	if s.JSON {
		var p problem
		p.Error.Code, p.Error.Message = code, sentence
		_ = s.json(p) // the status tells it too
	}
	_, _ = fmt.Fprintln(s.Stderr, sentence) // there is nowhere else to say it
}

func usageFailure(env Environment, cmd *command, err error) int {
	text := usageSentence(err)
	hint := "Typ 'raadwijzer help' voor alle opdrachten."
	if cmd != nil {
		hint = "Gebruik: raadwijzer " + strings.TrimSpace(cmd.name+" "+cmd.usage)
	}
	_, _ = fmt.Fprintf(env.Stderr, "%s\n%s\n", text, hint)
	return StatusUsage
}

// usageSentence says in Dutch what the flag library found.
func usageSentence(err error) string {
	var unknown *pflag.NotExistError
	var missing *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown):
		return "Deze optie bestaat niet: --" + unknown.GetSpecifiedName()
	case errors.As(err, &missing):
		return "Bij deze optie hoort een waarde: --" + missing.GetSpecifiedName()
	case errors.As(err, &invalid):
		return "Deze waarde kan niet bij --" + invalid.GetFlag().Name + ": " + invalid.GetValue()
	}
	return err.Error()
}

func printed(err error) int {
	if err != nil {
		return StatusFailed
	}
	return StatusDone
}

func fprint(w io.Writer, text string) error {
	_, err := io.WriteString(w, text)
	return err
}

// json writes a value for a program.
func (s *session) json(v any) error {
	encoder := json.NewEncoder(s.Stdout)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(v)
}

// printf writes for a person on standard output.
func (s *session) printf(format string, values ...any) error {
	_, err := fmt.Fprintf(s.Stdout, format, values...)
	return err
}

// say writes a message on standard error.
func (s *session) say(format string, values ...any) {
	_, _ = fmt.Fprintf(s.Stderr, format+"\n", values...) // a message that cannot be shown changes nothing
}

// inline is say without an end of the line. It returns what it wrote.
func (s *session) inline(format string, values ...any) string {
	text := fmt.Sprintf(format, values...)
	_, _ = fmt.Fprint(s.Stderr, text) // as in say
	return text
}

// within is an action in the open data folder, with a number of arguments as
// want has it.
func within(least, most int, act func(s *session, a *app.App, args []string) error) action {
	return func(s *session, args []string) error {
		if err := want(args, least, most); err != nil {
			return err
		}
		a, err := s.app()
		if err != nil {
			return err
		}
		return act(s, a, args)
	}
}

// want checks the number of arguments; most < 0 is any number.
func want(args []string, least, most int) error {
	switch {
	case len(args) < least:
		return errUsage{"Er ontbreekt iets in deze opdracht."}
	case most >= 0 && len(args) > most:
		return errUsage{"Dit hoort niet in deze opdracht: " + args[most]}
	}
	return nil
}

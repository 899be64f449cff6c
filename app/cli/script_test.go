package cli_test

import (
	"database/sql"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	_ "github.com/mattn/go-sqlite3" // the driver "sqlite3"
	"github.com/rogpeppe/go-internal/testscript"

	"raadwijzer/app/cli"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"raadwijzer": func() {
			os.Exit(cli.Run(cli.Environment{Args: os.Args[1:], Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Version: "0.0.0-test"}))
		},
	})
}

// TestScripts runs every command as a user would, in a data folder of its own.
// Each script in testdata/script says what must be there after a command and
// what must not.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("RAADWIJZER_DATA", filepath.Join(env.WorkDir, "data"))
			return nil
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"status": checkStatus,
			"id":     keepID,
			"count":  countJSON,
			"files":  countFiles,
			"bytes":  writeBytes,
			"newer":  makeNewer,
			"drop":   dropTable,
			"nul":    writeNUL,
		},
	})
}

// checkStatus runs a command and checks its exit status: status 2 raadwijzer x.
func checkStatus(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status N command...")
	}
	err := ts.Exec(args[1], args[2:]...)
	got := "0"
	if err != nil {
		got = strings.TrimPrefix(err.Error(), "exit status ")
	}
	if got != args[0] {
		ts.Fatalf("exit status %s, want %s", got, args[0])
	}
}

// keepID puts the last standard output, one line, in a variable.
func keepID(ts *testscript.TestScript, _ bool, args []string) {
	ts.Setenv(args[0], strings.TrimSpace(ts.ReadFile("stdout")))
}

// countJSON checks the length of the JSON list on standard output.
func countJSON(ts *testscript.TestScript, _ bool, args []string) {
	var list []any
	if err := json.Unmarshal([]byte(ts.ReadFile("stdout")), &list); err != nil {
		ts.Fatalf("%v", err)
	}
	want := 0
	ts.Check(json.Unmarshal([]byte(args[0]), &want))
	if len(list) != want {
		ts.Fatalf("%d in the list, want %d", len(list), want)
	}
}

// countFiles checks how many files a folder holds, hidden ones too.
func countFiles(ts *testscript.TestScript, _ bool, args []string) {
	files, err := os.ReadDir(ts.MkAbs(args[0]))
	ts.Check(err)
	want := 0
	ts.Check(json.Unmarshal([]byte(args[1]), &want))
	if len(files) != want {
		ts.Fatalf("%d files in %s, want %d: %v", len(files), args[0], want, files)
	}
}

// writeBytes writes a file with bytes that a script cannot hold.
func writeBytes(ts *testscript.TestScript, _ bool, args []string) {
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte("geldig \xff\xfe ongeldig\n"), 0o600))
}

// writeNUL writes a text with a NUL, which a script cannot hold either.
func writeNUL(ts *testscript.TestScript, _ bool, args []string) {
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte("voor\x00na\n"), 0o600))
}

// dropTable takes a table out of a database: what SQLite calls whole and we
// cannot read.
func dropTable(ts *testscript.TestScript, _ bool, args []string) {
	db, err := sql.Open("sqlite3", ts.MkAbs(args[0]))
	ts.Check(err)
	_, err = db.Exec("DROP TABLE " + args[1])
	ts.Check(err)
	ts.Check(db.Close())
}

// makeNewer gives a database a schema of the future. The schema version stands
// at byte 60 of the file: https://www.sqlite.org/fileformat.html.
func makeNewer(ts *testscript.TestScript, _ bool, args []string) {
	f, err := os.OpenFile(ts.MkAbs(args[0]), os.O_RDWR, 0)
	ts.Check(err)
	_, err = f.WriteAt([]byte{0, 0, 3, 231}, 60)
	ts.Check(err)
	ts.Check(f.Close())
}

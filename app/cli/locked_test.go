package cli_test

import (
	"database/sql"
	"encoding/json"
	"os/exec"
	"path/filepath"
	"testing"
)

// Another program that keeps the database to itself, as a scanner or a copying
// program does, is waited for; then the user is told to wait. Reading goes on.
func TestADatabaseThatAnotherHoldsIsTold(t *testing.T) {
	data := filepath.Join(t.TempDir(), "data")
	text := filepath.Join("testdata", "notitie.md")
	program := func(args ...string) ([]byte, error) {
		return exec.Command("raadwijzer", append([]string{"--data", data, "--json"}, args...)...).Output()
	}
	if out, err := program("notes", "add", text); err != nil {
		t.Fatalf("%s, %v", out, err)
	}
	db, err := sql.Open("sqlite3", filepath.Join(data, "raadwijzer.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }() // a test is over
	db.SetMaxOpenConns(1)
	if _, err := db.Exec("BEGIN IMMEDIATE"); err != nil {
		t.Fatal(err)
	}
	if out, err := program("notes", "list"); err != nil {
		t.Errorf("reading was stopped: %s, %v", out, err)
	}
	var problem struct {
		Error struct{ Code string }
	}
	out, _ := program("notes", "add", text) // it must fail
	if err := json.Unmarshal(out, &problem); err != nil || problem.Error.Code != "data_busy" {
		t.Errorf("%s, %v", out, err)
	}
	if _, err := db.Exec("ROLLBACK"); err != nil {
		t.Fatal(err)
	}
	if out, err := program("notes", "add", text); err != nil {
		t.Errorf("%s, %v", out, err)
	}
}

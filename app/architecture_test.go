package app_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// The rules of the house that a compiler does not know, read from the import
// lines of every Go file, whatever its build tags. .golangci.yml says the same
// to editors; this test is what a change cannot pass by.

const module = "raadwijzer"

// imports holds, for each file of the repository by its slashed path, what it
// imports. Test files may lean on more and are left out.
func imports(t *testing.T) map[string][]string {
	t.Helper()
	found := map[string][]string{}
	top := ".."
	err := filepath.WalkDir(top, func(file string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() {
			if name := entry.Name(); name == "node_modules" || name == "testdata" || (strings.HasPrefix(name, ".") && name != top) {
				return fs.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go") {
			return nil
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		name, err := filepath.Rel(top, file)
		if err != nil {
			return err
		}
		name = filepath.ToSlash(name)
		found[name] = []string{}
		for _, spec := range parsed.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			found[name] = append(found[name], imported)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(found) < 20 {
		t.Fatalf("only %d files were read; the test looks in the wrong place", len(found))
	}
	return found
}

// in reports whether a file or package lies in a folder or under it.
func in(name string, folders ...string) bool {
	return slices.ContainsFunc(folders, func(folder string) bool {
		return name == folder || strings.HasPrefix(name, folder+"/")
	})
}

func standard(imported string) bool {
	first, _, _ := strings.Cut(imported, "/")
	return !strings.Contains(first, ".") && first != module
}

func own(folders ...string) []string {
	for i, folder := range folders {
		folders[i] = path.Join(module, folder)
	}
	return folders
}

const wails = "github.com/wailsapp/wails/v2"

func TestHouseRules(t *testing.T) {
	rules := []struct {
		rule    string
		applies func(file string) bool
		allowed func(file, imported string) bool
	}{
		{
			"main opens the program and nothing else",
			func(file string) bool { return !strings.Contains(file, "/") },
			func(_, imported string) bool {
				return standard(imported) || slices.Contains(own("app/cli", "app/window"), imported)
			},
		},
		{
			"domain knows only leaf packages of the standard library",
			func(file string) bool { return in(file, "app/internal/domain") },
			func(_, imported string) bool {
				return standard(imported) && !in(imported, "os", "net", "database", "io/fs", "io/ioutil", "syscall", "log", "path/filepath")
			},
		},
		{
			"SQL is spoken in store only",
			func(file string) bool { return !in(file, "app/internal/store") },
			func(_, imported string) bool {
				return !in(imported, "database/sql", "github.com/mattn/go-sqlite3")
			},
		},
		{
			"Wails is known in window only, and in the empty window to measure beside",
			func(file string) bool { return !in(file, "app/window", "app/e2e/floor") },
			func(_, imported string) bool { return !in(imported, wails) },
		},
		{
			"what is internal does not know the program around it",
			func(file string) bool { return in(file, "app/internal") },
			func(_, imported string) bool {
				return !in(imported, own("app")...) || in(imported, own("app/internal")...)
			},
		},
		{
			"pdf knows paper, not notes",
			func(file string) bool { return in(file, "app/internal/pdf") },
			func(_, imported string) bool {
				return !in(imported, module) || in(imported, own("app/internal/pdf", "app/internal/photo")...)
			},
		},
		{
			"the shell knows the system's web view and nothing of Raadwijzer",
			func(file string) bool { return in(file, "app/shell") },
			func(_, imported string) bool {
				return imported == "C" || standard(imported) || in(imported, "github.com/wailsapp/go-webview2")
			},
		},
		{
			"content is data",
			func(file string) bool { return in(file, "content") },
			func(_, imported string) bool { return imported == "embed" },
		},
		{
			"nothing that ships speaks to a network",
			func(file string) bool { return !in(file, "app/e2e") },
			func(_, imported string) bool {
				return imported == "net/url" || !in(imported, "net", "log/syslog", "golang.org/x/net", "crypto/tls")
			},
		},
	}
	files := imports(t)
	for _, r := range rules {
		t.Run(r.rule, func(t *testing.T) {
			seen := 0
			for file, list := range files {
				if !r.applies(file) {
					continue
				}
				seen++
				for _, imported := range list {
					if !r.allowed(file, imported) {
						t.Errorf("%s imports %s", file, imported)
					}
				}
			}
			if seen == 0 {
				t.Error("the rule applies to no file")
			}
		})
	}
}

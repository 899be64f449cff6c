//go:build floor

// Command floor is the least that a window of this kind can be: one page with
// a text field, and nothing behind it. What Raadwijzer costs is measured
// beside it, so that a slow computer does not make a slow program of it.
package main

import (
	"embed"
	"io/fs"
	"os"

	"github.com/wailsapp/wails/v2"
	"github.com/wailsapp/wails/v2/pkg/options"
	"github.com/wailsapp/wails/v2/pkg/options/assetserver"
	"github.com/wailsapp/wails/v2/pkg/options/linux"

	"raadwijzer/app/shell"
)

//go:embed page
var assets embed.FS

// Floor is what the page may call.
type Floor struct{}

// Ready leaves the same sign as Raadwijzer does.
func (*Floor) Ready() {
	if path := os.Getenv("RAADWIJZER_READY_FILE"); path != "" {
		_ = os.WriteFile(path, nil, 0o600) // only a sign for scripts
	}
}

func main() {
	shell.Prepare()
	page, err := fs.Sub(assets, "page")
	if err != nil {
		panic(err) // the folder is embedded above
	}
	err = wails.Run(&options.App{
		Title: "Leeg", Width: 1280, Height: 820,
		AssetServer: &assetserver.Options{Assets: page},
		Bind:        []any{&Floor{}},
		Linux:       &linux.Options{ProgramName: "floor", WebviewGpuPolicy: linux.WebviewGpuPolicyNever},
	})
	if err != nil {
		_, _ = os.Stderr.WriteString(err.Error() + "\n")
		os.Exit(1)
	}
}

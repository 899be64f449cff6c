//go:build !cli

package window

import (
	"context"
	_ "embed"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/wailsapp/wails/v2"
	"github.com/wailsapp/wails/v2/pkg/options"
	"github.com/wailsapp/wails/v2/pkg/options/assetserver"
	"github.com/wailsapp/wails/v2/pkg/options/linux"
	"github.com/wailsapp/wails/v2/pkg/options/mac"
	"github.com/wailsapp/wails/v2/pkg/options/windows"

	"raadwijzer/app"
	"raadwijzer/app/shell"
	"raadwijzer/content"
	"raadwijzer/frontend"
)

//go:embed icon.png
var icon []byte

// Run opens the window and returns the exit status when it is closed. A second
// window on the same data folder brings the first to the front instead.
func Run(o Options) int {
	shell.Prepare()
	if err := run(o); err != nil {
		_, sentence := app.Describe(nil, content.FS, err)
		_, _ = fmt.Fprintln(o.Stderr, sentence) // the box below tells it too
		shell.Alert("Raadwijzer kan niet starten", sentence)
		return 1
	}
	return 0
}

func run(o Options) (err error) {
	if generating {
		if o.DataDir, err = os.MkdirTemp("", "raadwijzer-bindings"); err != nil {
			return err
		}
		defer func() { _ = os.RemoveAll(o.DataDir) }() // only a temporary folder
	}
	if !shell.HasWebView() {
		return app.NoWebView()
	}
	folder, err := app.DataFolder(o.DataDir)
	if err != nil {
		return err
	}
	lock, first, err := app.LockFolder(folder)
	if err != nil {
		return err
	}
	if !first {
		_, err = fmt.Fprintln(o.Stderr, "Raadwijzer is al open. Dat venster komt naar voren.")
		return err
	}
	defer func() { _ = lock.Unlock() }() // the system does it too
	d := &desktop{}
	config := app.Config{DataDir: folder, Version: o.Version, Content: content.FS, Desktop: d}
	a, err := app.Open(config)
	if app.IsDamaged(err) {
		a, err = openDamaged(config, err)
	}
	if err != nil {
		return err
	}
	defer func() {
		if e := a.Close(); err == nil {
			err = e
		}
	}()
	page, err := fs.Sub(frontend.Dist, "dist")
	if err != nil {
		return err
	}
	return wails.Run(windowOptions(a, d, page, folder))
}

func windowOptions(a *app.App, d *desktop, page fs.FS, folder string) *options.App {
	return &options.App{
		Title: "Raadwijzer", Width: 1280, Height: 820, MinWidth: 320, MinHeight: 400,
		StartHidden:      true, // until the page has painted: no white flash
		BackgroundColour: firstShade(a),
		AssetServer:      &assetserver.Options{Assets: page},
		Logger:           silent{},
		OnStartup: func(ctx context.Context) {
			d.start(ctx)
			shell.Attach()
			a.Begin()
		},
		OnDomReady:               func(context.Context) { d.showLater() },
		OnBeforeClose:            func(context.Context) bool { return d.beforeClose(a) },
		OnShutdown:               func(context.Context) { a.End() },
		Bind:                     a.Bound(),
		ErrorFormatter:           a.FormatError,
		EnableDefaultContextMenu: true, // holds the spelling suggestions
		Linux:                    &linux.Options{Icon: icon, ProgramName: "raadwijzer", WebviewGpuPolicy: linux.WebviewGpuPolicyNever},
		Windows: &windows.Options{
			WebviewUserDataPath: filepath.Join(folder, app.WebviewFolder),
			Messages:            webviewMessages(),
		},
		Mac: &mac.Options{About: &mac.AboutInfo{Title: "Raadwijzer", Icon: icon}},
	}
}

// firstShade is the background before the page can tell its own: the page's
// word may come after the window is on the screen.
func firstShade(a *app.App) *options.RGBA {
	if settings, err := a.Settings.Get(); err == nil && settings.Appearance == "dark" {
		return options.NewRGB(dark[0], dark[1], dark[2])
	}
	return options.NewRGB(light[0], light[1], light[2])
}

func webviewMessages() *windows.Messages {
	return &windows.Messages{
		InstallationRequired: "Raadwijzer heeft het onderdeel WebView2 van Microsoft nodig. Dat staat nog niet op deze computer.",
		UpdateRequired:       "Raadwijzer heeft een nieuwere versie van WebView2 nodig.",
		MissingRequirements:  "Er ontbreekt een onderdeel",
		Webview2NotInstalled: "WebView2 staat niet op deze computer",
		Error:                "Raadwijzer kan niet starten",
		FailedToInstall:      "WebView2 kon niet worden geïnstalleerd. Probeer het opnieuw.",
		DownloadPage:         "Raadwijzer heeft WebView2 nodig. Vraag uw systeembeheerder.",
		PressOKToInstall:     "Kies OK om te installeren.",
		ContactAdmin:         "Raadwijzer heeft WebView2 van Microsoft nodig. Vraag uw systeembeheerder om dit te installeren.",
		InvalidFixedWebview2: "De meegeleverde WebView2 past niet bij dit programma.",
		WebView2ProcessCrash: "Het venster is gestopt. Start Raadwijzer opnieuw. Wat u schreef is bewaard.",
	}
}

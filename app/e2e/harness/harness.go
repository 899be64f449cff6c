//go:build e2e

package main

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"sync"

	"raadwijzer/app"
	"raadwijzer/content"
)

// harness is one program with its data folder, and what the page asked of its
// desktop.
type harness struct {
	mu      sync.RWMutex // held for reading by calls, for writing by reset
	app     *app.App
	bridge  bridge
	desktop *desktop
}

func newHarness() (*harness, error) {
	h := &harness{}
	return h, h.open()
}

func (h *harness) open() error {
	folder, err := os.MkdirTemp("", "raadwijzer-harness-")
	if err != nil {
		return err
	}
	h.desktop = newDesktop(folder)
	h.app, err = app.Open(app.Config{DataDir: filepath.Join(folder, "data"), Version: "0.0.0-test", Content: content.FS, Desktop: h.desktop})
	if err != nil {
		return errors.Join(err, os.RemoveAll(folder))
	}
	h.bridge = newBridge(h.app.Bound(), h.app.FormatError)
	return nil
}

func (h *harness) close() error {
	return errors.Join(h.app.Close(), os.RemoveAll(h.desktop.folder))
}

func (h *harness) reset() error {
	h.mu.Lock()
	defer h.mu.Unlock()
	return errors.Join(h.close(), h.open())
}

//go:embed runtime.js
var runtimeJS string

func (h *harness) routes(dist string) http.Handler {
	mux := http.NewServeMux()
	mux.Handle("GET /", http.FileServer(http.Dir(dist)))
	mux.HandleFunc("GET /{$}", func(w http.ResponseWriter, _ *http.Request) { servePage(w, filepath.Join(dist, "index.html")) })
	mux.HandleFunc("GET /wails/ipc.js", func(w http.ResponseWriter, _ *http.Request) { script(w, "") })
	mux.HandleFunc("GET /wails/runtime.js", func(w http.ResponseWriter, _ *http.Request) {
		h.mu.RLock()
		defer h.mu.RUnlock()
		names, err := json.Marshal(h.bridge.names())
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		script(w, fmt.Sprintf("const bound = %s;\n%s", names, runtimeJS))
	})
	mux.HandleFunc("POST /wails/call", h.call)
	mux.HandleFunc("GET /wails/events", h.events)
	mux.HandleFunc("POST /harness/reset", func(w http.ResponseWriter, _ *http.Request) { answer(w, struct{}{}, h.reset()) })
	mux.HandleFunc("POST /harness/dialogs", h.dialogs)
	mux.HandleFunc("POST /harness/emit", h.emit)
	mux.HandleFunc("GET /harness/state", func(w http.ResponseWriter, _ *http.Request) {
		h.mu.RLock()
		defer h.mu.RUnlock()
		answer(w, h.desktop.state(h.app.Folder()), nil)
	})
	return mux
}

// servePage puts in the page what Wails puts in it, at the same place. The
// window speaks to Go without a connection; this page needs one, to here.
func servePage(w http.ResponseWriter, file string) {
	page, err := os.ReadFile(file)
	if err != nil {
		http.Error(w, err.Error(), http.StatusNotFound)
		return
	}
	scripts := []byte(`<head><script src="/wails/ipc.js"></script><script src="/wails/runtime.js"></script>`)
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	page = bytes.Replace(page, []byte("connect-src 'none'"), []byte("connect-src 'self'"), 1)
	_, _ = w.Write(bytes.Replace(page, []byte("<head>"), scripts, 1)) // the reader may have gone
}

func script(w http.ResponseWriter, text string) {
	w.Header().Set("Content-Type", "text/javascript; charset=utf-8")
	_, _ = w.Write([]byte(text)) // the reader may have gone
}

func (h *harness) call(w http.ResponseWriter, r *http.Request) {
	var call struct {
		Type, Method string
		Args         []json.RawMessage
	}
	if err := json.NewDecoder(r.Body).Decode(&call); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	h.mu.RLock()
	defer h.mu.RUnlock()
	result, problem := h.bridge.call(call.Type, call.Method, call.Args)
	answer(w, struct {
		Result any `json:"result"`
		Error  any `json:"error"`
	}{result, problem}, nil)
}

// events streams what Go emits, one event a line.
func (h *harness) events(w http.ResponseWriter, r *http.Request) {
	h.mu.RLock()
	desktop := h.desktop
	h.mu.RUnlock()
	queue, leave := desktop.listen()
	defer leave()
	w.Header().Set("Content-Type", "text/event-stream")
	w.WriteHeader(http.StatusOK)
	for {
		if err := http.NewResponseController(w).Flush(); err != nil {
			return
		}
		select {
		case <-r.Context().Done():
			return
		case event := <-queue:
			if _, err := fmt.Fprintf(w, "data: %s\n\n", event); err != nil {
				return
			}
		}
	}
}

func (h *harness) dialogs(w http.ResponseWriter, r *http.Request) {
	var next struct{ Save, Open *string }
	err := json.NewDecoder(r.Body).Decode(&next)
	h.mu.RLock()
	defer h.mu.RUnlock()
	if err == nil {
		h.desktop.next(next.Save, next.Open)
	}
	answer(w, struct{}{}, err)
}

func (h *harness) emit(w http.ResponseWriter, r *http.Request) {
	var body struct{ Event string }
	err := json.NewDecoder(r.Body).Decode(&body)
	h.mu.RLock()
	defer h.mu.RUnlock()
	if err == nil {
		h.desktop.Emit(body.Event)
	}
	answer(w, struct{}{}, err)
}

func answer(w http.ResponseWriter, body any, err error) {
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(body) // the reader may have gone
}

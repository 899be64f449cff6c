//go:build e2e

package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"syscall"
)

func main() {
	status, err := run()
	if err != nil {
		fmt.Fprintln(os.Stderr, "harness:", err)
		os.Exit(1)
	}
	os.Exit(status)
}

func run() (status int, err error) {
	dist := flag.String("dist", filepath.Join("frontend", "dist"), "folder of the built page")
	flag.Parse()

	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	h, err := newHarness()
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, h.close()) }()

	listener, err := (&net.ListenConfig{}).Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return 0, err
	}
	server := &http.Server{Handler: sameHost(listener.Addr().String(), h.routes(*dist))}
	go func() { _ = server.Serve(listener) }() // ends with Close below
	defer func() { err = errors.Join(err, server.Close()) }()

	address := "http://" + listener.Addr().String() + "/"
	if flag.NArg() > 0 {
		return command(ctx, flag.Args(), address)
	}
	fmt.Println(address)
	<-ctx.Done()
	return 0, nil
}

// command runs the tests beside the server.
func command(ctx context.Context, args []string, address string) (int, error) {
	cmd := exec.CommandContext(ctx, args[0], args[1:]...)
	cmd.Cancel = func() error { return cmd.Process.Signal(syscall.SIGTERM) }
	cmd.Env = append(os.Environ(), "RAADWIJZER_URL="+address)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, os.Stdout, os.Stderr
	err := cmd.Run()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return max(exit.ExitCode(), 1), nil
	}
	return 0, err
}

// sameHost refuses what a page from elsewhere could send: a request under
// another name, or from another origin.
func sameHost(host string, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		origin := r.Header.Get("Origin")
		if r.Host != host || (origin != "" && origin != "http://"+host) {
			http.Error(w, "not from here", http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}

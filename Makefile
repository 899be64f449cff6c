# make run    opens the window      make test    proves everything
# The rest is shown by make help. Every target installs what it needs.

SHELL       := bash
.SHELLFLAGS := -eu -o pipefail -c
MAKEFLAGS   += --no-builtin-rules --no-print-directory

BIN     := build/bin
VERSION := $(shell sed -n 's/.*"productVersion": "\(.*\)".*/\1/p' wails.json)

# The same sources give the same program, byte for byte, in any folder.
GO_FLAGS := -trimpath -ldflags "-s -w -buildid= -X main.version=$(VERSION)"
WINDOW   := desktop,production,webkit2_41,sqlite_fts5
CONSOLE  := cli,sqlite_fts5
GO       := GOFLAGS=-buildvcs=false go
# What needs no C compiler, and so can be looked at for every system from here.
NO_C     := ./content ./app/shell ./app/internal/domain ./app/internal/export ./app/internal/library ./app/internal/markdown ./app/internal/pdf ./app/internal/photo
NPM      := npm --prefix frontend --silent run

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help setup build front programs run test lint bindings bench screenshots clean \
	test-front test-go test-bindings test-window test-chromium test-faults test-fuzz

help: ## shows this
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/\1\t\2/p' $(MAKEFILE_LIST) | expand -t 20

setup: ## installs what is missing: system packages (apt) and npm packages
	@build/setup.sh test

build: ## makes build/bin/raadwijzer and build/bin/raadwijzer-cli
	@build/setup.sh build
	@$(MAKE) front programs

front:
	@$(NPM) build -- --logLevel error

programs:
	$(GO) build $(GO_FLAGS) -tags $(WINDOW) -o $(BIN)/raadwijzer .
	$(GO) build $(GO_FLAGS) -tags $(CONSOLE) -o $(BIN)/raadwijzer-cli .

run: ## opens the window; without a display on a virtual one, with a picture (ARGS="--data map")
	@build/setup.sh run
	@$(MAKE) front programs
	@build/run.sh $(ARGS)

# What fails soonest comes first. Each part also runs by itself.
test: setup ## runs every test
	@$(MAKE) test-front test-go test-bindings
	@$(MAKE) programs
	@$(MAKE) test-window test-chromium
	@echo "Alles is in orde."

test-front: ## front end: linter, types, unit and component tests, and a build
	@echo "== front end"
	@$(NPM) lint
	@$(NPM) check
	@$(NPM) test
	@$(MAKE) front

test-go: ## Go: format, vet for every system, tests with the race detector
	@echo "== Go"
	@unformatted=$$(gofmt -l app content frontend/*.go *.go); [ -z "$$unformatted" ] || { echo "gofmt: $$unformatted"; exit 1; }
	@$(GO) vet -tags $(WINDOW),e2e,bench,floor,screenshots,wine ./...
	@$(GO) vet -tags $(CONSOLE) ./...
	@for system in windows darwin; do GOOS=$$system CGO_ENABLED=0 $(GO) vet $(NO_C) || exit 1; done
	@# The scripts start the program hundreds of times, and the race detector makes a start ten times as long.
	@$(GO) test -race -tags $(CONSOLE) -skip '^TestScripts$$' ./...
	@$(GO) test -tags $(CONSOLE) -run '^TestScripts$$' ./app/cli

test-bindings: ## the generated code of the bridge is that of the Go side
	@echo "== bindings"
	@build/bindings.sh --check

test-window: ## the real window, through its accessibility tree, and no network
	@echo "== window"
	@$(GO) test -count=1 -tags e2e,sqlite_fts5 ./app/e2e/...

test-chromium: ## the page in Chromium, on the real Go side
	@echo "== Chromium"
	@$(GO) build -tags e2e,sqlite_fts5 -o $(BIN)/harness ./app/e2e/harness
	@$(BIN)/harness $(NPM) test:e2e

bindings: ## makes the generated code of the bridge anew
	@build/bindings.sh

# Building the linter takes minutes the first time, so it stands apart from
# `make test`; the layer rules are tested there as well (app/architecture_test.go).
GOLANGCI := github.com/golangci/golangci-lint/v2/cmd/golangci-lint@v2.15.0

lint: setup ## every linter; the first time this builds golangci-lint
	@$(NPM) lint
	@$(GO) run $(GOLANGCI) run --build-tags $(WINDOW),e2e,bench ./...

# As in `make test`, but for a night: 500 kills, and ten times the other faults.
test-faults: setup ## kills and damages the program 500 times, and looks what is lost
	@$(MAKE) front programs
	@RAADWIJZER_KILLS=$${RAADWIJZER_KILLS:-500} $(GO) test -count=1 -timeout 90m -tags e2e,sqlite_fts5 -run 'Kill|Fault' -v ./app/e2e ./app/internal/store

# For each place where the user gives something: package and name of the fuzz test.
FUZZ     := markdown/FuzzFrontMatter markdown/FuzzMarkdown store/FuzzSearch store/FuzzRestore seal/FuzzFrom photo/FuzzPlain \
	export/FuzzChecklistMarkdown export/FuzzMarkdownWriter export/FuzzMarkdownToHTML export/FuzzMarkdownToPDF export/FuzzFileName \
	pdf/FuzzWriter pdf/FuzzBreaks pdf/pdfcheck/FuzzCheck
FUZZTIME := 2m

test-fuzz: setup ## gives the program input that was made to do harm (FUZZTIME=2m for each kind)
	@for one in $(FUZZ); do $(GO) test -tags sqlite_fts5 -run '^$$' -fuzz "^$${one##*/}$$" -fuzztime $(FUZZTIME) ./app/internal/$${one%/*} || exit 1; done
	@$(GO) test -tags sqlite_fts5 -run '^$$' -fuzz '^FuzzImport$$' -fuzztime $(FUZZTIME) ./app
	@RAADWIJZER_FUZZ=200000 $(NPM) test -- theme

bench: setup ## measures with 10,000 notes (RAADWIJZER_NOTES=100000); see docs/performance.md
	@$(MAKE) front programs
	@$(GO) build $(GO_FLAGS) -tags $(WINDOW),floor -o $(BIN)/floor ./app/e2e/floor
	@$(GO) test -count=1 -timeout 60m -tags e2e,bench,sqlite_fts5 -run TestBench -v ./app/e2e
	@$(GO) test -run '^$$' -bench . -benchtime 200x -timeout 60m -tags sqlite_fts5 ./app ./app/internal/store ./app/internal/library

screenshots: setup ## makes the pictures in docs/img from the real window
	@$(MAKE) front programs
	@RAADWIJZER_PICTURES=$(CURDIR)/docs/img $(GO) test -count=1 -tags e2e,screenshots,sqlite_fts5 -run TestScreenshots ./app/e2e

include build/packages.mk

clean: ## removes what was built
	rm -rf $(BIN) frontend/dist-fake resources_windows_amd64.syso
	find frontend/dist -mindepth 1 ! -name .gitkeep -delete

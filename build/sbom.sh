#!/usr/bin/env bash
# Writes what the packages are made of, in the form of CycloneDX, and checks it
# against that form and against the file with licences: one file for each
# program and one for the page in it.
#
#   build/sbom.sh VERSION
#
# The Go modules are read from the programs, so they are what was linked. The
# tool and the form come from the Go module proxy, checked by its sums.
set -euo pipefail
cd "$(dirname "$0")/.."

version=$1
tools=$PWD/build/bin/tools
out=build/bin/sbom
mkdir -p "$out"

GOBIN=$tools go install github.com/CycloneDX/cyclonedx-gomod/cmd/cyclonedx-gomod@v1.10.0
schema=$(go mod download -json github.com/CycloneDX/cyclonedx-go@v0.9.3 | node -p 'JSON.parse(require("fs").readFileSync(0)).Dir')/schema

program() { # SYSTEM PROGRAM
  GOOS=$1 GOARCH=amd64 "$tools/cyclonedx-gomod" bin -json -output-version 1.5 -licenses -assert-licenses -std -noserial -notimestamp \
    -version "v$version" -output "$out/raadwijzer-$version-$1-amd64.cdx.json" "$2" 2>"$out/log" || { cat "$out/log" >&2; exit 1; }
  rm -f "$out/log" # that the program itself is in no register is no news
}
program linux build/bin/package/raadwijzer
program windows build/bin/windows/raadwijzer.exe
(cd frontend && npm sbom --sbom-format cyclonedx --package-lock-only) >"$out/raadwijzer-$version-pagina.cdx.json"

build/licences.sh >"$out/LICENTIES.txt"
node build/sbom.mjs "$schema" "$out/LICENTIES.txt" "$out"/*.cdx.json

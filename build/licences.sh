#!/usr/bin/env bash
# Gathers the licences of everything that the program ships into one text, on
# standard output: Go modules of every system, npm packages, fonts.
#
#   build/licences.sh [--windows]     and what the packages for Windows hold
set -euo pipefail
cd "$(dirname "$0")/.."

part() { # NAME FILE...
  local name=$1 file found=
  shift
  for file in "$@"; do
    [ -f "$file" ] || continue
    if [ -z "$found" ]; then printf '\n%s\n%s\n\n' "$(printf '=%.0s' {1..78})" "$name"; fi
    found=1
    cat "$file"
    printf '\n'
  done
  if [ -z "$found" ]; then
    echo "Er is geen licentietekst gevonden voor $name." >&2
    exit 1
  fi
}

licences_in() { find "$1" -maxdepth 1 -type f \( -iname 'licen[sc]e*' -o -iname 'copying*' -o -iname 'notice*' \) | LC_ALL=C sort; }

echo "Raadwijzer is vrije software onder de EUPL-1.2. Het bevat werk van anderen."
echo "Hieronder staat van elk onderdeel de licentie. SQLite is publiek domein."

go_modules() {
  local system
  for system in linux windows darwin; do
    GOOS=$system CGO_ENABLED=1 go list -deps -tags desktop,production,webkit2_41,sqlite_fts5,wv2runtime.error \
      -f '{{with .Module}}{{if .Version}}{{.Path}} {{.Version}} {{.Dir}}{{end}}{{end}}' .
  done | LC_ALL=C sort -u
}

while read -r path version dir; do
  mapfile -t files < <(licences_in "$dir")
  part "$path $version" "${files[@]}"
done < <(go_modules)

mapfile -t files < <(licences_in "$(go env GOROOT)")
part "Go $(go env GOVERSION)" "${files[@]}"

while read -r dir; do
  [ "$dir" != "$PWD/frontend" ] || continue
  name=$(node -p "const p = require('$dir/package.json'); p.name + ' ' + p.version + ' (' + (p.license ?? 'zie hieronder') + ')'")
  mapfile -t files < <(licences_in "$dir")
  # Two parts of Svelte that only build the page bring no text.
  if [ ${#files[@]} -eq 0 ]; then
    printf '\n%s\n%s\n' "$(printf '=%.0s' {1..78})" "$name"
  else
    part "$name" "${files[@]}"
  fi
done < <(npm --prefix frontend ls --omit=dev --all --parseable | LC_ALL=C sort -u)

mapfile -t files < <(licences_in app/internal/pdf/fonts)
part "Lettertypen in de PDF: Noto Sans, Noto Sans Mono, DejaVu Sans" "${files[@]}"

if [ "${1:-}" = --windows ]; then
  # The compiler puts its start-up code in each program, and the installer is
  # one of NSIS.
  part "Mingw-w64" /usr/share/doc/mingw-w64-common/copyright
  part "GCC voor Mingw-w64" /usr/share/doc/gcc-mingw-w64-base/copyright
  part "NSIS" /usr/share/doc/nsis/copyright
fi

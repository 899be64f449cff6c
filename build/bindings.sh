#!/usr/bin/env bash
# Makes frontend/wailsjs, the generated code of the bridge, from the bound Go
# types. It needs no display and no Wails command.
#
#   build/bindings.sh            makes it anew
#   build/bindings.sh --check    and fails when it was not up to date
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if [ -d frontend/wailsjs ]; then cp -r frontend/wailsjs "$work/before"; else mkdir "$work/before"; fi

go build -buildvcs=false -tags bindings,sqlite_fts5 -o build/bin/bindgen .
if ! build/bin/bindgen >"$work/log" 2>&1; then
  cat "$work/log" >&2
  exit 1
fi
rm -f build/bin/bindgen
# The generator marks every file as a program.
find frontend/wailsjs -type f -exec chmod 644 {} +

if [ "${1:-}" = --check ] && ! diff -rq "$work/before" frontend/wailsjs; then
  echo "frontend/wailsjs was niet bijgewerkt. Het is nu opnieuw gemaakt; leg het vast." >&2
  exit 1
fi

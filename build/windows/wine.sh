#!/usr/bin/env bash
# Runs a program for Windows under Wine, in a Wine of its own in build/bin/wine.
#
#   build/windows/wine.sh setup               makes it
#   build/windows/wine.sh PROGRAM ARGUMENT... runs a program; go test -exec takes this
set -euo pipefail
root=$(realpath "$(dirname "$0")/../..")

export WINEPREFIX=$root/build/bin/wine/prefix WINEDEBUG=-all
wine=/usr/lib/wine/wine64

# Two things that every Windows has and the Wine of Debian 12 has not: the DLL
# that Go takes its random numbers from, and the way in which Go removes a
# folder. The first gets a stand-in. For the second Go has a fallback, which a
# changed copy of one of its files chooses; only tests are built with it.
setup() {
  local dlls=$WINEPREFIX/drive_c/windows/system32 file
  mkdir -p "$WINEPREFIX"
  [ -d "$dlls" ] || "$wine" wineboot -i >/dev/null 2>&1
  x86_64-w64-mingw32-gcc -O2 -shared -o "$dlls/bcryptprimitives.dll" "$root/build/windows/wine/prng.c" -ladvapi32
  file=$(go env GOROOT)/src/internal/syscall/windows/at_windows.go
  sed 's/^\tcase STATUS_INVALID_INFO_CLASS,/& NTStatus(0xC0000002),/' "$file" >"$root/build/bin/wine/at_windows.go"
  printf '{"Replace": {"%s": "%s"}}\n' "$file" "$root/build/bin/wine/at_windows.go" >"$root/build/bin/wine/overlay.json"
}

if [ "${1:-}" = setup ]; then setup; else exec "$wine" "$@"; fi

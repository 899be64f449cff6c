#!/usr/bin/env bash
# Makes resources_windows_amd64.syso, which Go links into the programs for
# Windows: the icon, the version and the manifest.
#
#   build/windows/resources.sh VERSION
set -euo pipefail
cd "$(dirname "$0")/../.."

version=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
sed "s/@VERSION@/$version/g" build/windows/raadwijzer.manifest >"$work/raadwijzer.manifest"
cp build/windows/raadwijzer.rc build/windows/icon.ico "$work"
cd "$work"
x86_64-w64-mingw32-windres -D "VERSION_NUMBERS=${version//./,},0" -D "VERSION_TEXT=\\\"$version\\\"" \
  -O coff raadwijzer.rc -o resources.syso
cd - >/dev/null
cp "$work/resources.syso" resources_windows_amd64.syso

#!/usr/bin/env bash
# Makes every package twice, in two folders with names of different lengths, the
# second time without anything that was compiled before, and compares the bytes.
#
#   build/reproducible.sh VERSION
set -euo pipefail
cd "$(dirname "$0")/.."

version=$1
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}
unset SIGN_CERT # a signature is another each time
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT

one=$work/een two=$work/een-map-met-een-langere-naam/twee
for folder in "$one" "$two"; do
  mkdir -p "$folder"
  git ls-files -z --cached --others --exclude-standard | xargs -0 cp --parents -t "$folder"
  cp -r frontend/node_modules "$folder/frontend/" # fixed by package-lock.json
done
make_in() { # FOLDER CACHE
  echo "== alles maken in $1"
  (cd "$1" && GOCACHE=$2 make deb windows >"$work/log" 2>&1) || { tail -n 20 "$work/log" >&2; exit 1; }
}
make_in "$one" "$(go env GOCACHE)"
make_in "$two" "$two.cache" # empty, or the second time nothing would be compiled

arch=$(dpkg --print-architecture)
different=0
files=(package/raadwijzer package/raadwijzer-cli windows/raadwijzer.exe windows/raadwijzer-cli.exe
  "raadwijzer_${version}_$arch.deb" "raadwijzer-$version-linux-$arch.tar.gz"
  "raadwijzer-$version-windows-amd64.zip" "raadwijzer-$version-windows-amd64-installatie.exe")
for file in "${files[@]}"; do
  if cmp -s "$one/build/bin/$file" "$two/build/bin/$file"; then
    (cd "$one/build/bin" && sha256sum "$file")
  else
    echo "$file is niet twee keer hetzelfde." >&2
    different=1
  fi
done
diff -r "$one/frontend/dist" "$two/frontend/dist" || different=1
exit "$different"

#!/usr/bin/env bash
# Draws the icons from build/appicon.svg: 1024 px for installers, 256 px for
# the window, and what Windows and its installer ask for. Run it after a change
# of the drawing; the pictures are kept.
set -euo pipefail
cd "$(dirname "$0")/.."

for name in chromium chromium-browser google-chrome; do
  browser=$(command -v "$name") && break
done
[ -n "${browser:-}" ] || { echo "Chromium ontbreekt. Voer eerst uit: make setup" >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$browser" --headless --no-sandbox --disable-gpu --hide-scrollbars --user-data-dir="$work/profile" \
  --default-background-color=00000000 --window-size=1024,1024 --screenshot="$work/icon.png" \
  "file://$PWD/build/appicon.svg" >/dev/null 2>&1
convert "$work/icon.png" -strip -define png:exclude-chunks=date,time build/appicon.png
convert "$work/icon.png" -strip -define png:exclude-chunks=date,time -filter Lanczos -resize 256x256 app/window/icon.png
sizes=()
for size in 16 24 32 48 64 256; do sizes+=(\( -clone 0 -resize "${size}x$size" \)); done
convert "$work/icon.png" -strip -filter Lanczos "${sizes[@]}" -delete 0 build/windows/icon.ico
convert -size 164x314 xc:'#12586b' \( "$work/icon.png" -filter Lanczos -resize 120x120 \) -gravity center -composite \
  -strip -type palette "BMP3:build/windows/side.bmp"

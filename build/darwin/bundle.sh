#!/usr/bin/env bash
# Makes Raadwijzer.app. It needs a Mac with the command line tools of Xcode, and
# HAS NOT BEEN TRIED: nobody had a Mac at hand. README.md beside it tells how.
#
#   build/darwin/bundle.sh VERSION
#
# SIGN_IDENTITY    the name of a "Developer ID Application" certificate; without
#                  it the bundle runs on the Mac that made it
set -euo pipefail
cd "$(dirname "$0")/../.."

version=$1
app=build/bin/Raadwijzer.app/Contents
rm -rf build/bin/Raadwijzer.app
mkdir -p "$app/MacOS" "$app/Resources"

npm --prefix frontend ci --no-audit --no-fund
npm --prefix frontend --silent run build
CGO_LDFLAGS="-framework UniformTypeIdentifiers" go build -buildvcs=false -trimpath \
  -ldflags "-s -w -buildid= -X main.version=$version" -tags desktop,production,sqlite_fts5 -o "$app/MacOS/raadwijzer" .
sed "s/@VERSION@/$version/g" build/darwin/Info.plist >"$app/Info.plist"
build/licences.sh >"$app/Resources/LICENTIES.txt"
cp LICENSE "$app/Resources/"

icons=$(mktemp -d)/raadwijzer.iconset
mkdir "$icons"
for size in 16 32 128 256 512; do
  sips -z "$size" "$size" build/appicon.png --out "$icons/icon_${size}x$size.png" >/dev/null
  sips -z $((size * 2)) $((size * 2)) build/appicon.png --out "$icons/icon_${size}x$size@2x.png" >/dev/null
done
iconutil -c icns "$icons" -o "$app/Resources/raadwijzer.icns"

codesign --force --options runtime \
  --sign "${SIGN_IDENTITY:--}" build/bin/Raadwijzer.app

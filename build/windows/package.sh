#!/usr/bin/env bash
# Makes the installer and the portable zip for Windows from the two programs in
# build/bin/windows, and signs them when there is a certificate (see sign.sh).
# Unsigned, the same sources give the same bytes: dates come from the last
# commit, or from SOURCE_DATE_EPOCH.
#
#   build/windows/package.sh VERSION [FOLDER FOR THE PACKAGES]
set -euo pipefail
cd "$(dirname "$0")/../.."

version=$1
out=$(realpath "${2:-build/bin}")
programs=build/bin/windows
for name in SIGN_CERT SIGN_KEY SIGN_PASSWORD_FILE; do # the installer is made in another folder
  if [ -n "${!name:-}" ]; then export "$name=$(realpath "${!name}")"; fi
done
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)} TZ=UTC

for program in "$programs"/*.exe; do
  # Without cgo every look at the database fails, and only when it is opened.
  go version -m "$program" | grep -q 'CGO_ENABLED=1' || { echo "$program is zonder SQLite gemaakt." >&2; exit 1; }
done

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
umask 022
name=raadwijzer-$version-windows-amd64
files=$work/$name
mkdir -p "$files/data"
cp "$programs"/raadwijzer.exe "$programs"/raadwijzer-cli.exe "$programs"/LICENTIES.txt "$files"
cp LICENSE "$files/LICENSE.txt"
cp build/windows/LEESMIJ.txt "$files"
cp build/windows/data.txt "$files/data/LEESMIJ.txt"
build/windows/sign.sh "$files"/*.exe
find "$files" -exec touch -d "@$SOURCE_DATE_EPOCH" {} +

rm -f "$out/$name.zip"
(cd "$work" && find "$name" -type f | LC_ALL=C sort | zip -9 -X -q -@ "$out/$name.zip")

cp build/windows/setup.nsi build/windows/icon.ico build/windows/side.bmp "$work"
find "$work" -exec touch -d "@$SOURCE_DATE_EPOCH" {} + # also the picture gets its date
(cd "$work" && makensis -V2 -WX -NOCD -INPUTCHARSET UTF8 -DVERSION="$version" -DFILES="$name" \
  -DSIGN="$OLDPWD/build/windows/sign.sh" -DOUT="$work/installer.exe" setup.nsi)
build/windows/sign.sh "$work/installer.exe"
mv "$work/installer.exe" "$out/$name-installatie.exe"
ls -l "$out/$name.zip" "$out/$name-installatie.exe"

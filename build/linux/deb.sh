#!/usr/bin/env bash
# Makes build/bin/raadwijzer_VERSION_ARCH.deb and raadwijzer-VERSION-linux-ARCH.tar.gz
# from the two programs in build/bin/package. The same sources give the same
# bytes: dates come from the last commit, or from SOURCE_DATE_EPOCH.
#
#   build/linux/deb.sh VERSION [FOLDER FOR THE PACKAGES]
set -euo pipefail
cd "$(dirname "$0")/../.."

version=$1
out=${2:-build/bin}
arch=$(dpkg --print-architecture)
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}
day=$(date -u -d "@$SOURCE_DATE_EPOCH" +%F)
maintainer='Makers van Raadwijzer <raadwijzer@example.org>'

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
umask 022
root=$work/root
share=$root/usr/share
filled() { sed -e "s/@VERSION@/$version/g" -e "s/@DATE@/$day/g" "$1"; }

install -D -m 755 build/bin/package/raadwijzer "$root/usr/bin/raadwijzer"
install -D -m 755 build/bin/package/raadwijzer-cli "$root/usr/bin/raadwijzer-cli"
install -D -m 644 build/linux/raadwijzer.desktop "$share/applications/raadwijzer.desktop"
install -D -m 644 app/window/icon.png "$share/icons/hicolor/256x256/apps/raadwijzer.png"
install -D -m 644 build/appicon.svg "$share/icons/hicolor/scalable/apps/raadwijzer.svg"
install -d "$share/metainfo" "$share/man/man1" "$share/man/nl/man1" "$share/doc/raadwijzer"
filled build/linux/nl.raadwijzer.raadwijzer.metainfo.xml >"$share/metainfo/nl.raadwijzer.raadwijzer.metainfo.xml"
filled build/linux/raadwijzer.1 | gzip -9n >"$share/man/man1/raadwijzer.1.gz"
ln -s raadwijzer.1.gz "$share/man/man1/raadwijzer-cli.1.gz"
cp "$share/man/man1/raadwijzer.1.gz" "$share/man/nl/man1/raadwijzer.1.gz"
ln -s raadwijzer.1.gz "$share/man/nl/man1/raadwijzer-cli.1.gz"
install -m 644 docs/handleiding.md "$share/doc/raadwijzer/handleiding.md"

{
  printf 'Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n'
  printf 'Upstream-Name: Raadwijzer\n\nFiles: *\nCopyright: Makers van Raadwijzer\nLicense: EUPL-1.2\n'
  sed -e 's/^[[:space:]]*$/./' -e 's/^/ /' LICENSE
  printf '\nComment: Licences of everything that is shipped stand in\n /usr/share/doc/raadwijzer/LICENTIES.txt\n'
} >"$share/doc/raadwijzer/copyright"
if [ -e build/bin/package/LICENTIES.txt ]; then
  install -m 644 build/bin/package/LICENTIES.txt "$share/doc/raadwijzer/LICENTIES.txt"
fi
{
  printf 'raadwijzer (%s) stable; urgency=medium\n\n  * See CHANGELOG.md of the project.\n\n -- %s  %s\n' \
    "$version" "$maintainer" "$(date -u -R -d "@$SOURCE_DATE_EPOCH")"
} | gzip -9n >"$share/doc/raadwijzer/changelog.gz"

install -d "$root/DEBIAN"
cat >"$root/DEBIAN/control" <<CONTROL
Package: raadwijzer
Version: $version
Architecture: $arch
Maintainer: $maintainer
Installed-Size: $(du -k -s --apparent-size "$root/usr" | cut -f1)
Depends: libgtk-3-0 | libgtk-3-0t64, libwebkit2gtk-4.1-0, libglib2.0-0 | libglib2.0-0t64, libc6 (>= 2.34)
Recommends: hunspell-nl
Section: editors
Priority: optional
Description: notes and checklists for Dutch municipal councils, offline
 Raadwijzer holds the nine "Aan de slag" articles of the Dutch programme
 Lokale Democratie in Beweging, personal notes in Markdown, and checklists for
 forming a municipal executive and for the local triangle of mayor, council
 clerk and municipal secretary.
 .
 The program makes no connection to any network. Its interface is Dutch.
CONTROL
(cd "$root" && find usr -type f -print0 | sort -z | xargs -0 md5sum) >"$root/DEBIAN/md5sums"

find "$root" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
dpkg-deb --root-owner-group -Zxz -b "$root" "$out/raadwijzer_${version}_$arch.deb" >/dev/null

name=raadwijzer-$version-linux-$arch
install -d "$work/$name"
cp -a "$root/usr/." "$work/$name/"
install -m 644 LICENSE "$work/$name/LICENSE"
find "$work/$name" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
tar -C "$work" --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" -cf - "$name" |
  gzip -9n >"$out/$name.tar.gz"
ls -l "$out/raadwijzer_${version}_$arch.deb" "$out/$name.tar.gz"

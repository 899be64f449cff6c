#!/usr/bin/env bash
# Proves the Debian package on a Debian 12 that has nothing yet: it installs
# over an older version, its window opens, and it leaves when it is removed,
# but not the user's data. As root, because it makes that system in a folder.
#
#   build/linux/test.sh VERSION
set -euo pipefail
cd "$(dirname "$0")/../.."

version=$1
arch=$(dpkg --print-architecture)
package=build/bin/raadwijzer_${version}_$arch.deb
picture=build/bin/raadwijzer-deb.png

# The mounts are ours alone, and go when we go.
if [ "${RAADWIJZER_ALONE:-}" != yes ]; then
  [ "$(id -u)" -eq 0 ] || { echo "Dit kan alleen als root: sudo make test-deb" >&2; exit 1; }
  RAADWIJZER_ALONE=yes exec unshare --mount build/session.sh "$0" "$@"
fi

say() { printf '== %s\n' "$*"; }
fail() {
  echo "$*" >&2
  exit 1
}

work=$(mktemp -d)
root=$work/root
finish() {
  umount -q "$root/proc" "$root/dev/shm" "$root/dev" 2>/dev/null || true
  rm -rf --one-file-system "$work"
}
trap finish EXIT

say "wat over het pakket te zeggen is zonder het te installeren"
dpkg-deb -R "$package" "$work/package"
desktop-file-validate "$work/package/usr/share/applications/raadwijzer.desktop"
appstreamcli validate --no-net "$work/package/usr/share/metainfo/nl.raadwijzer.raadwijzer.metainfo.xml"
lintian --allow-root --fail-on error,warning "$package"
dpkg-deb -f "$package" Recommends | grep -qw hunspell-nl

say "een Debian 12 zonder iets"
debootstrap --variant=minbase bookworm "$root" >"$work/log" 2>&1 || { tail -n 5 "$work/log" >&2; exit 1; }
mount --bind /dev "$root/dev"
mount -t tmpfs -o mode=1777 tmpfs "$root/dev/shm"
mount -t proc proc "$root/proc"
cp /etc/resolv.conf "$root/etc/"
mkdir "$root/packages"
cp "$package" "$root/packages/"
build/linux/deb.sh 0.0.9 "$root/packages" >/dev/null

inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 "$@"; }
user() { chroot --userspec=griffier:griffier "$root" env -i PATH=/usr/bin:/bin HOME=/home/griffier LC_ALL=C.UTF-8 DISPLAY="$DISPLAY" "$@"; }
apt() { inside apt-get -q -y "$@" >"$work/log" 2>&1 || { tail -n 20 "$work/log" >&2; exit 1; }; }
inside useradd --create-home griffier

say "installeren, eerst een oudere versie"
apt update
apt install "/packages/raadwijzer_0.0.9_$arch.deb"
inside dpkg-query -W -f '${Status}\n' hunspell-nl | grep -q '^install ok installed' || fail "hunspell-nl kwam niet mee."
echo '# Blijft' | user raadwijzer notes add - >/dev/null
apt install "/packages/${package##*/}"
[ "$(inside dpkg-query -W -f '${Version}' raadwijzer)" = "$version" ] || fail "De nieuwe versie staat er niet."
[ "$(user raadwijzer version)" = "Raadwijzer $version" ] || fail "Het programma heeft een andere versie."
user raadwijzer notes list | grep -q Blijft || fail "De notitie is weg na de nieuwe versie."
user raadwijzer-cli check

say "het venster openen"
user RAADWIJZER_READY_FILE=/home/griffier/ready raadwijzer >"$work/window" 2>&1 &
window=$!
for _ in $(seq 600); do
  if [ -e "$root/home/griffier/ready" ]; then break; fi
  kill -0 "$window" 2>/dev/null || { cat "$work/window" >&2; fail "Het programma is gestopt voordat het venster klaar was."; }
  sleep 0.1
done
[ -e "$root/home/griffier/ready" ] || { cat "$work/window" >&2; fail "Het venster is na een minuut nog niet klaar."; }
# Ready is said before the display server has drawn: wait for colours, and for
# a picture that stays as it is.
page=$(xdotool search --onlyvisible --name '^Raadwijzer$' | tail -n 1)
drawn=0 before=
for _ in $(seq 200); do
  import -silent -window "$page" "$work/page.png"
  drawn=$(identify -format '%k' "$work/page.png")
  now=$(identify -format '%#' "$work/page.png")
  if [ "$drawn" -ge 64 ] && [ "$now" = "$before" ]; then break; fi
  before=$now
  sleep 0.3
done
[ "$drawn" -ge 64 ] || fail "Het venster blijft leeg."
mv "$work/page.png" "$picture"
wmctrl -c Raadwijzer
wait "$window" || fail "Raadwijzer is niet goed afgesloten."
echo "Een foto van het venster staat in $picture."

say "verwijderen"
inside dpkg -L raadwijzer >"$work/files"
apt purge raadwijzer
while read -r path; do
  if [ ! -d "$root$path" ] && { [ -e "$root$path" ] || [ -L "$root$path" ]; }; then fail "$path is er nog."; fi
done <"$work/files"
left=$(find "$root/usr" "$root/etc" "$root/var/lib" -iname '*raadwijzer*' -not -path '*/apt/*')
[ -z "$left" ] || fail "Dit bleef achter: $left"
[ -s "$root/home/griffier/.local/share/raadwijzer/raadwijzer.db" ] || fail "De gegevens van de gebruiker zijn weg."
say "het pakket is in orde"

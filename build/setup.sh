#!/usr/bin/env bash
# Installs what is missing, and nothing when nothing is: run it as often as
# you like.
#
#   build/setup.sh [build|run|test|windows|wine|deb]
#
# build: what the program is made with. run: that and, where there is no
# display, a virtual one. test: what the tests need (the default). windows: what
# packages for Windows are made with. wine, deb: what packages are tried with.
set -euo pipefail
cd "$(dirname "$0")/.."

level=${1:-test}

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

has() { command -v "$1" >/dev/null 2>&1; }

installed() { dpkg-query -W -f '${Status}\n' "$1" 2>/dev/null | grep -q '^install ok installed'; }

# A package is missing when its program or library is not there; only where
# there is neither, the package itself is looked for. So a system that got the
# same by another way, or gives it another name, is left alone.
missing=()
need_command() { # PACKAGE COMMAND...
  local package=$1 command
  shift
  for command in "$@"; do
    if has "$command"; then return; fi
  done
  missing+=("$package")
}
need_library() { # PACKAGE NAME-IN-PKG-CONFIG
  if has pkg-config && pkg-config --exists "$2"; then return; fi
  missing+=("$1")
}
need_package() { # PACKAGE
  if ! has dpkg-query || installed "$1"; then return; fi
  missing+=("$1")
}

need_build() {
  need_command build-essential cc
  need_command pkg-config pkg-config pkgconf
  need_library libgtk-3-dev gtk+-3.0
  need_library libwebkit2gtk-4.1-dev webkit2gtk-4.1
}

need_display() {
  need_command xvfb Xvfb
  need_command dbus dbus-daemon
  need_package at-spi2-core
  need_command openbox openbox
  need_command xdotool xdotool
  need_command x11-utils xprop
  need_command imagemagick import
}

need_tests() {
  need_command xclip xclip
  need_command x11-xserver-utils xmodmap
  need_command wmctrl wmctrl
  need_command strace strace
  need_command poppler-utils pdftotext
  need_command qpdf qpdf
  need_command chromium chromium chromium-browser google-chrome
  need_package hunspell-nl
}

need_windows() {
  need_command gcc-mingw-w64-x86-64 x86_64-w64-mingw32-gcc
  need_command nsis makensis
  need_command osslsigncode osslsigncode
  need_command zip zip
}

need_wine() {
  need_package wine64
  need_package wine
  need_command unzip unzip
  need_command openssl openssl
}

need_deb() {
  need_command debootstrap debootstrap
  need_command lintian lintian
  need_command desktop-file-utils desktop-file-validate
  need_command appstream appstreamcli
  need_command wmctrl wmctrl
}

check_go() {
  local have want
  has go || fail "Go ontbreekt. Installeer Go van https://go.dev/dl/ en probeer het opnieuw."
  have=$(go env GOVERSION)
  want=go$(sed -n 's/^go //p' go.mod)
  if [ "$(printf '%s\n' "$want" "$have" | sort -V | head -n 1)" != "$want" ]; then
    fail "Go is te oud: dit is $have, nodig is $want of nieuwer. Installeer Go van https://go.dev/dl/."
  fi
}

check_node() {
  has node && has npm || fail "Node.js of npm ontbreekt. Installeer Node.js 20.19 of nieuwer van https://nodejs.org/."
  local have
  have=$(node --version)
  if [ "$(printf '%s\n' v20.19.0 "$have" | sort -V | head -n 1)" != v20.19.0 ]; then
    fail "Node.js is te oud: dit is $have, nodig is v20.19.0 of nieuwer. Installeer Node.js van https://nodejs.org/."
  fi
}

install_packages() {
  if [ ${#missing[@]} -eq 0 ]; then return; fi
  local command=(apt-get install -y --no-install-recommends "${missing[@]}") root=()
  local told="Deze pakketten ontbreken: ${missing[*]}."
  has apt-get || fail "$told Installeer ze met het pakketbeheer van uw systeem; de namen zijn die van Debian."
  if [ "$(id -u)" -ne 0 ]; then
    if has sudo && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
      root=(sudo)
    else
      fail "$told Vraag uw beheerder om: ${command[*]}"
    fi
  fi
  echo "$told Ze worden nu geïnstalleerd; dit duurt een minuut."
  local log
  log=$(mktemp)
  # Without the lists of today a package may still be found in those of
  # yesterday, so only the installation itself decides.
  "${root[@]}" apt-get -q update >"$log" 2>&1 || true
  if ! "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 "${command[@]:1}" >>"$log" 2>&1; then
    tail -n 5 "$log" >&2
    rm -f "$log"
    fail "Het installeren is niet gelukt. Probeer zelf: ${command[*]}"
  fi
  rm -f "$log"
}

# The stamp says for which list of packages and which Node the folder was made.
install_front_end() {
  local stamp=frontend/node_modules/.installed now
  now="$(sha256sum <frontend/package-lock.json) $(node --version)"
  if [ "$(cat "$stamp" 2>/dev/null)" = "$now" ]; then return; fi
  echo "De onderdelen van de voorkant worden opgehaald (npm ci)."
  npm --prefix frontend ci --no-audit --no-fund --loglevel=error
  printf '%s\n' "$now" >"$stamp"
}

check_go
check_node
need_build
case $level in
  build) ;;
  run) if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then need_display; fi ;;
  test)
    need_display
    need_tests
    ;;
  windows) need_windows ;;
  wine)
    need_windows
    need_wine
    ;;
  deb)
    need_display
    need_deb
    ;;
  *) fail "Gebruik: build/setup.sh [build|run|test|windows|wine|deb]" ;;
esac
install_packages
install_front_end

# Go embeds this folder and asks for a file in it, also before the first build.
mkdir -p frontend/dist build/bin
[ -e frontend/dist/.gitkeep ] || touch frontend/dist/.gitkeep

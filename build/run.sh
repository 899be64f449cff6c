#!/usr/bin/env bash
# Opens the window. Without a display it opens on a virtual one, leaves a
# picture of the ready window in build/bin/raadwijzer.png, and ends.
#
#   build/run.sh [ARGUMENT FOR THE PROGRAM]...
set -euo pipefail
cd "$(dirname "$0")/.."

program=build/bin/raadwijzer
picture=build/bin/raadwijzer.png

has_display() {
  if [ -n "${WAYLAND_DISPLAY:-}" ]; then return 0; fi
  if [ -z "${DISPLAY:-}" ]; then return 1; fi
  # A name is not yet a display: a broken forwarding leaves the name behind.
  ! command -v xdpyinfo >/dev/null || xdpyinfo >/dev/null 2>&1
}

# Runs inside the session: starts the program, waits, takes the picture, and
# closes the window as its user would.
photograph() {
  local work pid window colours
  work=$(mktemp -d)
  # At the edge, or what lies under the pointer would look chosen.
  xdotool mousemove 0 0
  RAADWIJZER_READY_FILE=$work/ready "$program" "$@" >"$work/log" 2>&1 &
  pid=$!
  # shellcheck disable=SC2064  # the values of now are meant
  trap "kill $pid 2>/dev/null || true; rm -rf '$work'" EXIT

  for _ in $(seq 600); do
    if [ -e "$work/ready" ]; then break; fi
    kill -0 "$pid" 2>/dev/null || { cat "$work/log" >&2; echo "Raadwijzer is gestopt voordat het venster klaar was." >&2; exit 1; }
    sleep 0.1
  done
  [ -e "$work/ready" ] || { cat "$work/log" >&2; echo "Het venster is na een minuut nog niet klaar." >&2; exit 1; }

  # Ready is said before the display server has drawn: wait for colours.
  for _ in $(seq 100); do
    window=$(xdotool search --onlyvisible --pid "$pid" --name '.' 2>/dev/null | tail -n 1) || true
    if [ -n "$window" ] && import -silent -window "$window" "$work/window.png" 2>/dev/null; then
      colours=$(identify -format '%k' "$work/window.png")
      if [ "$colours" -ge 24 ]; then break; fi
    fi
    sleep 0.1
  done
  [ "${colours:-0}" -ge 24 ] || { echo "Het venster blijft leeg." >&2; exit 1; }
  sleep 0.3 # fonts arrive one paint later
  import -silent -window "$window" "$work/window.png"
  mv "$work/window.png" "$picture"

  kill -TERM "$pid" # Wails closes the window properly on this signal
  wait "$pid" || { echo "Raadwijzer is niet goed afgesloten." >&2; exit 1; }
}

if [ "${1:-}" = --photograph ]; then
  shift
  photograph "$@"
elif has_display; then
  exec "$program" "$@"
else
  echo "Er is geen scherm. Raadwijzer opent daarom op een virtueel scherm."
  RAADWIJZER_SCREEN=1440x960 build/session.sh build/run.sh --photograph "$@"
  echo "Het venster was klaar en is weer gesloten. Een foto ervan staat in $picture."
fi

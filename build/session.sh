#!/usr/bin/env bash
# Runs a command on a desktop of its own: a virtual display, a message bus, the
# accessibility bus and a window manager. Nothing of the user's own desktop is
# touched, and everything that was started here ends with the command.
#
#   build/session.sh COMMAND [ARGUMENT]...
#
# The exit status is that of the command. RAADWIJZER_SCREEN is the size of the
# display (1280x900).
set -euo pipefail

if [ $# -eq 0 ]; then
  echo "Gebruik: build/session.sh OPDRACHT [ARGUMENT]..." >&2
  exit 2
fi

dir=$(mktemp -d)
pids=()

finish() {
  trap - EXIT INT TERM
  # The last to be started ends first, or each would complain of the one before.
  for ((i = ${#pids[@]} - 1; i >= 0; i--)); do
    kill "${pids[i]}" 2>/dev/null || true
    wait "${pids[i]}" 2>/dev/null || true
  done
  rm -rf "$dir"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# start NAME COMMAND...: in the background, its words in a file of its own.
start() {
  local name=$1
  shift
  "$@" >"$dir/$name.log" 2>&1 &
  pids+=($!)
}

# wait_for WHAT TEST...: at most 20 seconds, so that a busy machine has time.
wait_for() {
  local what=$1
  shift
  for _ in $(seq 400); do
    if "$@" 2>/dev/null; then return; fi
    sleep 0.05
  done
  echo "Dit duurt te lang: $what." >&2
  tail -n 5 "$dir"/*.log >&2
  exit 1
}

export XDG_RUNTIME_DIR=$dir/runtime
mkdir -m 700 "$XDG_RUNTIME_DIR"
unset WAYLAND_DISPLAY XAUTHORITY SESSION_MANAGER DBUS_SESSION_BUS_ADDRESS AT_SPI_BUS_ADDRESS NO_AT_BRIDGE

# -noreset: otherwise the display forgets its keyboard map when the last
# program leaves, and the tests' own keys with it.
start display Xvfb -displayfd 3 -screen 0 "${RAADWIJZER_SCREEN:-1280x900}x24" -noreset -nolisten tcp 3>"$dir/display"
wait_for "het scherm" test -s "$dir/display"
DISPLAY=:$(tr -d '[:space:]' <"$dir/display")
export DISPLAY

start bus dbus-daemon --session --nofork --nopidfile --print-address=3 3>"$dir/bus"
wait_for "de berichtenbus" test -s "$dir/bus"
DBUS_SESSION_BUS_ADDRESS=$(head -n 1 "$dir/bus")
export DBUS_SESSION_BUS_ADDRESS

for launcher in /usr/libexec/at-spi-bus-launcher /usr/lib/at-spi2-core/at-spi-bus-launcher; do
  if [ -x "$launcher" ]; then
    start access "$launcher" --launch-immediately
    break
  fi
done

managed() { xprop -root _NET_SUPPORTING_WM_CHECK | grep -q 'window id'; }
start windows openbox --sm-disable
wait_for "de vensterbeheerder" managed

status=0
"$@" <&0 &
command=$!
pids+=("$command")
wait "$command" || status=$?
unset 'pids[-1]'
exit "$status"

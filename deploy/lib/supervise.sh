#!/usr/bin/env bash
# Runs one service and starts it again when a signal ended it.
# Usage: supervise.sh NAME RUN_FOLDER LOG COMMAND…
#
#   RUN_FOLDER/NAME.pid   process id of the service as it runs now
#   RUN_FOLDER/restarts   one line a restart: name, exit status
#   RUN_FOLDER/failed     the first service that ended by itself, which no restart mends
#
# TERM to this script lets the service drain and leave, then ends.
# shellcheck disable=SC2317 # functions that only a trap or a later line calls
set -euo pipefail

readonly RESTART_LIMIT=100
readonly DRAIN_SECONDS=35
name="$1" run="$2" log="$3"
shift 3

child=''
stopping=no

stop() {
  stopping=yes
  [ -z "$child" ] || kill -s TERM "$child" 2>/dev/null || true
}
trap stop TERM
trap '' INT HUP

# give_up TEXT: the file appears with its line in it, whole, and the first failure stays.
give_up() {
  printf '%s\n' "$1" >"$run/$name.failed"
  mv -n "$run/$name.failed" "$run/failed"
  exit 1
}

# wait_for_child: leaves its exit status in STATUS; a TERM to this script interrupts the wait, and
# the drain is bounded from then on.
wait_for_child() {
  local deadline=''
  while :; do
    STATUS=0
    if [ "$stopping" = no ]; then
      wait "$child" || STATUS=$?
    else
      [ -n "$deadline" ] || deadline=$((SECONDS + DRAIN_SECONDS))
      [ "$SECONDS" -lt "$deadline" ] || kill -s KILL "$child" 2>/dev/null || true
      sleep 0.05
    fi
    kill -0 "$child" 2>/dev/null || return 0
  done
}

for ((starts = 0; starts <= RESTART_LIMIT; starts++)); do
  [ "$stopping" = no ] || exit 0
  setpriv --pdeathsig TERM -- "$@" >>"$log" 2>&1 </dev/null &
  child=$!
  # A TERM that came before $! was noted reached no child.
  [ "$stopping" = no ] || kill -s TERM "$child" 2>/dev/null || true
  printf '%s\n' "$child" >"$run/$name.pid.new"
  mv "$run/$name.pid.new" "$run/$name.pid"
  wait_for_child
  rm -f "$run/$name.pid"
  [ "$stopping" = no ] || exit 0
  if [ "$STATUS" -le 128 ]; then
    give_up "$name ended by itself with status $STATUS"
  fi
  printf '%s %s\n' "$name" "$STATUS" >>"$run/restarts"
done
give_up "$name was ended by a signal $RESTART_LIMIT times: given up"

# shellcheck shell=bash
# Steps with clear messages, one folder a run, and an orderly end however the run ends.
# Sourced after common.sh. The script that uses it defines stop_everything.

BASE='' LOGS='' STEP='' STEP_LOG='' STEP_HINT=''
STEP_NUMBER=0 STEP_TOTAL=0 KEEP_FOLDER=no INTERRUPTED=no TICKER_PID=''
# The terminal, kept open while a step writes into its log.
exec {TERMINAL_OUT}>&1 {TERMINAL_ERR}>&2

# run_folder WANTED NAME: makes the folder of this run: WANTED, new or empty; else a temporary one
# that is removed at the end.
run_folder() {
  if [ -z "$1" ]; then
    BASE="$(mktemp -d "${TMPDIR:-/tmp}/amont-$2.XXXXXX")"
  else
    mkdir -p "$1" || die "the folder $1 cannot be made"
    [ -z "$(ls -A "$1")" ] || die "the folder $1 is not empty: name a new one"
    BASE="$(cd "$1" && pwd)"
    KEEP_FOLDER=yes
  fi
  [[ "$BASE" =~ ^[A-Za-z0-9_./@+-]+$ ]] ||
    die "the broker's own scripts do not bear spaces or quotes in a path: $BASE (see --dir, TMPDIR)"
}

# begin_steps WANTED NAME TOTAL: from here on, every end passes through on_exit.
begin_steps() {
  run_folder "$1" "$2"
  STEP_TOTAL="$3"
  trap on_exit EXIT
  trap 'INTERRUPTED=yes; exit 130' INT
  trap 'INTERRUPTED=yes; exit 143' TERM HUP
  private_folder "$BASE"
  LOGS="$BASE/logs"
  (umask 077 && mkdir "$LOGS")
  say "Folder of this run: $BASE"
}

next_step() {
  STEP_NUMBER=$((STEP_NUMBER + 1))
  STEP="$1"
  STEP_STARTED="$SECONDS"
}

# ticker TITLE LOG: while a step runs, shows on the terminal how far a build has come.
ticker() {
  local far
  while sleep 1 && alive $$; do
    far="$(tail -c 400 "$2" | tr '\r' '\n' | sed -n 's/^\(\[[0-9]*\/[0-9]*\]\).*/\1/p' | tail -n 1)"
    printf '\r%s %s ' "$1" "$far"
  done
}

start_ticker() {
  [ -t 1 ] || return 0
  ticker "$1" "$2" &
  TICKER_PID=$!
}

stop_ticker() {
  [ -n "$TICKER_PID" ] || return 0
  stop_helper "$TICKER_PID"
  TICKER_PID=''
  printf '\r%s ' "$1"
}

# step TITLE LOG_NAME FUNCTION HINT: runs the function with its output in a log of its own. It runs
# in this shell and outside any condition, so that its first error ends the run (set -e).
step() {
  local title
  next_step "$1"
  STEP_LOG="$LOGS/$2.log"
  STEP_HINT="$4"
  title="[$STEP_NUMBER/$STEP_TOTAL] $1 …"
  printf '%s ' "$title"
  : >"$STEP_LOG"
  start_ticker "$title" "$STEP_LOG"
  "$3" >>"$STEP_LOG" 2>&1
  stop_ticker "$title"
  printf 'done (%s s)\n' "$((SECONDS - STEP_STARTED))"
  STEP=''
}

# visible_step TITLE FUNCTION ARGUMENT…: the same, its output on the terminal.
visible_step() {
  next_step "$1"
  STEP_LOG='' STEP_HINT=''
  say "[$STEP_NUMBER/$STEP_TOTAL] $1"
  shift
  "$@"
  STEP=''
}

# report_failure STATUS: which step, why, where to read on, what to do.
report_failure() {
  [ -n "$STEP" ] || return 0
  printf '\n\nThe step "%s" failed (status %s).\n' "$STEP" "$1" >&2
  if [ -n "$STEP_LOG" ]; then
    show_tail "$STEP_LOG"
    printf '  its log: %s\n' "$STEP_LOG" >&2
  fi
  if [ -n "$STEP_HINT" ]; then printf '  what to do: %s\n' "$STEP_HINT" >&2; fi
}

# remove_folder STATUS: a temporary folder goes; after a failure its logs stay.
remove_folder() {
  if [ "$KEEP_FOLDER" = yes ]; then
    say "Everything of this run is in $BASE"
  elif [ "$1" -eq 0 ] || [ "$INTERRUPTED" = yes ]; then
    rm -rf "$BASE"
  else
    find "$BASE" -mindepth 1 -maxdepth 1 ! -name logs -exec rm -rf {} +
    say "The logs of this run stay in $LOGS"
  fi
}

on_exit() {
  local status=$?
  trap - EXIT
  trap '' INT TERM HUP
  set +e
  exec 1>&"$TERMINAL_OUT" 2>&"$TERMINAL_ERR"
  stop_ticker ''
  if [ "$INTERRUPTED" = yes ]; then
    printf '\nInterrupted: stopping everything …\n'
  elif [ "$status" -ne 0 ]; then
    report_failure "$status"
  fi
  stop_everything
  remove_folder "$status"
  exit "$status"
}

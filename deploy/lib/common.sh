# shellcheck shell=bash
# Messages, waits, background processes and free ports, shared by deploy/* and Tests/run.
# Sourced, never run. Needs nothing beyond bash, coreutils and util-linux.

AMONT_ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"

# Ports come from below the range from which Linux picks the ports of outgoing connections
# (32768 and up), so that no client takes one between our choice and the server's start.
readonly AMONT_FIRST_PORT=20000
readonly AMONT_PORTS_A_RUN=64
readonly AMONT_PORT_RUNS=190
# How many lines of a log are shown when a step fails.
readonly AMONT_LOG_TAIL=15

say() { printf '%s\n' "$*"; }
warn() { printf 'warning: %s\n' "$*" >&2; }

# Says what went wrong and ends the script. The caller's EXIT trap stops what runs.
die() {
  printf '\nerror: %s\n' "$*" >&2
  exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

is_root() { [ "$(id -u)" -eq 0 ]; }

# show_tail LOG: the last lines of a log, indented, on stderr.
show_tail() {
  [ -s "$1" ] || return 0
  printf '  last lines of %s:\n' "$1" >&2
  tail -n "$AMONT_LOG_TAIL" "$1" | cut -c1-400 | sed 's/^/  | /' >&2
}

# new_secret: 32 hexadecimal digits from the kernel (128 bits), safe in SQL, JSON and URLs.
new_secret() { od -An -N16 -tx1 /dev/urandom | tr -d ' \n'; }

# is_written FILE: whether a secret stands there already. A folder is what Docker makes of a file that was
# missing when a container mounted it.
is_written() {
  [ ! -d "$1" ] || die "$1 is a folder: stop the containers, remove it, and run this again"
  [ -s "$1" ]
}

# write_secret FILE: makes a random password once; an existing file keeps its password.
write_secret() {
  ! is_written "$1" || return 0
  mkdir -p "$(dirname "$1")"
  (umask 077 && new_secret >"$1")
}

# write_master_key FILE: makes the first of the keys that wrap the households' keys, once: a number and
# 256 random bits. Further ones are added below it; the last one serves.
write_master_key() {
  ! is_written "$1" || return 0
  mkdir -p "$(dirname "$1")"
  (umask 077 && printf '1 %s%s\n' "$(new_secret)" "$(new_secret)" >"$1")
}

# alive PID
alive() { kill -0 "$1" 2>/dev/null; }

# wait_until SECONDS COMMAND…: tries the command five times a second until it succeeds.
wait_until() {
  local deadline=$((SECONDS + $1))
  shift
  until "$@"; do
    [ "$SECONDS" -lt "$deadline" ] || return 1
    sleep 0.2
  done
}

gone() { ! alive "$1"; }

# stop_pid PID SIGNAL SECONDS: signals one process, waits for it, and kills it at the limit.
stop_pid() {
  local pid="$1" signal="$2" limit="$3"
  alive "$pid" || return 0
  # Without disown, bash would announce on the terminal that its child was killed.
  disown "$pid" 2>/dev/null || true
  kill -s "$signal" "$pid" 2>/dev/null || true
  wait_until "$limit" gone "$pid" && return 0
  warn "process $pid did not end within $limit s of $signal: killed"
  kill -s KILL "$pid" 2>/dev/null || true
  wait_until 5 gone "$pid" || true
}

# start_process LOG COMMAND…: starts a process in a session of its own, so that Ctrl-C in the
# terminal reaches this script alone and the script decides the order in which things stop.
# Should this script be killed outright, the kernel sends TERM to the process (pdeathsig): call
# this from the main shell, since a process started from a subshell ends with the subshell.
# The process id is left in STARTED_PID.
start_process() {
  local log="$1"
  shift
  setsid setpriv --pdeathsig TERM -- "$@" >>"$log" 2>&1 </dev/null &
  STARTED_PID=$!
}

# end_when_file PID FILE: once the file is there, ends the process and its children.
end_when_file() {
  until [ -e "$2" ]; do
    alive "$1" || return 0
    sleep 0.5
  done
  kill -s TERM -- "-$1" 2>/dev/null || true
}

# run_waiting COMMAND…: runs a long command so that a signal to this script is handled at once
# (bash runs traps only between foreground commands). Its process id is in FOREGROUND_PID. Where
# STOP_FILE names a file, the command is ended as soon as that file is there.
FOREGROUND_PID='' WATCHER_PID='' STOP_FILE=''
run_waiting() {
  local status=0
  setsid setpriv --pdeathsig TERM -- "$@" &
  FOREGROUND_PID=$!
  if [ -n "$STOP_FILE" ]; then
    end_when_file "$FOREGROUND_PID" "$STOP_FILE" &
    WATCHER_PID=$!
  fi
  wait "$FOREGROUND_PID" || status=$?
  FOREGROUND_PID=''
  stop_helper "$WATCHER_PID"
  WATCHER_PID=''
  return "$status"
}

# stop_helper PID: ends a loop of this script that runs in the background.
stop_helper() {
  [ -n "$1" ] || return 0
  disown "$1" 2>/dev/null || true
  kill "$1" 2>/dev/null || true
}

# stop_foreground: ends the command that run_waiting waits for, with all its children.
stop_foreground() {
  local pid="$FOREGROUND_PID"
  stop_helper "$WATCHER_PID"
  [ -n "$pid" ] || return 0
  FOREGROUND_PID=''
  kill -s TERM -- "-$pid" 2>/dev/null || return 0
  wait_until 10 gone "$pid" || kill -s KILL -- "-$pid" 2>/dev/null || true
}

# --- ports -----------------------------------------------------------------------------------

AMONT_NEXT_PORT=''
AMONT_LAST_PORT=''

# reserve_ports: takes a block of ports that no other run on this machine uses. The reservation
# is a lock on an open file: it ends with the last process of this run, however that ends.
reserve_ports() {
  [ -z "$AMONT_NEXT_PORT" ] || return 0
  local tries slot lock
  for ((tries = 0; tries < AMONT_PORT_RUNS; tries++)); do
    slot=$(((RANDOM + tries) % AMONT_PORT_RUNS))
    lock="/tmp/amont-ports-$slot.lock"
    { exec {AMONT_PORT_LOCK}>>"$lock"; } 2>/dev/null || continue
    # The file may have been removed by its last holder between our open and our lock.
    if flock -n "$AMONT_PORT_LOCK" && [ "$lock" -ef "/proc/$$/fd/$AMONT_PORT_LOCK" ]; then
      AMONT_PORT_LOCK_FILE="$lock"
      AMONT_NEXT_PORT=$((AMONT_FIRST_PORT + slot * AMONT_PORTS_A_RUN))
      AMONT_LAST_PORT=$((AMONT_NEXT_PORT + AMONT_PORTS_A_RUN - 1))
      return 0
    fi
    exec {AMONT_PORT_LOCK}>&-
  done
  die "no block of free ports between $AMONT_FIRST_PORT and 32159; stop other runs of Amont"
}

# release_ports: removes the lock file; the lock itself goes with the open file.
release_ports() {
  [ -n "${AMONT_PORT_LOCK_FILE:-}" ] || return 0
  rm -f "$AMONT_PORT_LOCK_FILE"
  AMONT_PORT_LOCK_FILE=''
}

# answers PORT: something listens on this port of the loopback address.
answers() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# take_port: leaves the next free port of this run's block in TAKEN_PORT.
take_port() {
  reserve_ports
  while [ "$AMONT_NEXT_PORT" -le "$AMONT_LAST_PORT" ]; do
    TAKEN_PORT="$AMONT_NEXT_PORT"
    AMONT_NEXT_PORT=$((AMONT_NEXT_PORT + 1))
    answers "$TAKEN_PORT" || return 0
  done
  die "this run's $AMONT_PORTS_A_RUN ports are used up; ask for fewer instances"
}

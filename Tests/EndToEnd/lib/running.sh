# shellcheck shell=bash
# A quickstart that stays up while a script looks at it, and a partner's Python with the pika of PyPI.
# Sourced by the scripts beside this folder. Sets root, scratch, work (a folder that is removed).
#
# After start_amont OPTION…: the operator's tool is in PATH with its settings, folder is the run's.

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)"
scratch="${AMONT_SCRATCH:-$root/.build}"
readonly START_SECONDS=600
readonly PIKA=pika==1.3.2
QUICKSTART_PID='' QUICKSTARTS=()

work="$(mktemp -d "${TMPDIR:-/tmp}/amont-script.XXXXXX")"
# PostgreSQL's user must pass through it.
chmod 711 "$work"

die() {
  printf '%s: %s\n' "$(basename "$0" .sh)" "$*" >&2
  exit 1
}

# wait_until SECONDS COMMAND…
wait_until() {
  local deadline=$((SECONDS + $1))
  shift
  until "$@"; do
    [ "$SECONDS" -lt "$deadline" ] || return 1
    sleep 0.2
  done
}

stop_amont() {
  local pid
  QUICKSTART_PID=''
  for pid in "${QUICKSTARTS[@]}"; do
    ! kill -TERM "$pid" 2>/dev/null || wait "$pid" || true
  done
  QUICKSTARTS=()
}

end_script() {
  local status=$?
  trap - EXIT
  if [ "$status" -ne 0 ]; then tail -n 30 "$work"/*.log >&2 || true; fi
  stop_amont
  rm -rf "$work"
  exit "$status"
}
trap end_script EXIT
trap 'exit 143' TERM INT HUP

is_up_or_gone() {
  ! kill -0 "$QUICKSTART_PID" 2>/dev/null || grep -qs '^Press Ctrl-C' "$1"
}

# start_amont OPTION…: a quickstart of debug programs in a folder of its own, until it says that it is up.
start_amont() { start_amont_as amont "$@"; }

# start_amont_as NAME OPTION…: the same beside another that runs.
start_amont_as() {
  local log="$work/quickstart-$1.log"
  folder="$work/$1"
  shift
  # The log of the run before says that it is up.
  rm -rf "$folder" "$log"
  AMONT_CONFIGURATION=debug "$root/deploy/quickstart" --keep-running --dir "$folder" "$@" \
    >"$log" 2>&1 &
  QUICKSTART_PID=$!
  QUICKSTARTS+=("$QUICKSTART_PID")
  wait_until "$START_SECONDS" is_up_or_gone "$log" ||
    die "the quickstart was not up within $START_SECONDS s"
  kill -0 "$QUICKSTART_PID" 2>/dev/null || die 'the quickstart ended'
  # shellcheck disable=SC1091 # made by the quickstart
  . "$folder/amont.env"
}

# partner_python: a Python with pika in PYTHON, installed into the build folder where it is absent.
partner_python() {
  PYTHON="$scratch/partner/bin/python3"
  if ! "$PYTHON" -c 'import pika' 2>/dev/null; then
    rm -rf "$scratch/partner"
    python3 -m venv "$scratch/partner" || die 'python3 with venv is needed (Debian: python3-venv)'
    "$PYTHON" -m pip install --quiet --disable-pip-version-check "$PIKA"
  fi
}

# partner_example FILE: the one Python example of docs/partners.md, word for word.
partner_example() {
  awk '/^```python$/ { inside = 1; blocks++; next } /^```$/ { inside = 0 } inside
    END { exit blocks != 1 }' "$root/docs/partners.md" >"$1" ||
    die 'docs/partners.md has not exactly one Python example'
}

# partner_address: AMONT_URL, by the line that the quickstart prints for a newcomer's shell.
partner_address() {
  eval "$(sed -n 's/^  a partner  *\(export AMONT_URL=.*\)$/\1/p' "$work/quickstart-amont.log")"
}

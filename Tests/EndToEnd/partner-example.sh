#!/usr/bin/env bash
# The partner's example of README.md, word for word, with the pika of PyPI, against a quickstart on
# today's date: its receipt says accepted; run again, duplicate; and the ledger balances.
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
scratch="${AMONT_SCRATCH:-$root/.build}"
python="$scratch/partner/bin/python3"
package=pika==1.3.2
readonly START_SECONDS=600 END_SECONDS=60

work="$(mktemp -d "${TMPDIR:-/tmp}/amont-partner.XXXXXX")"
chmod 711 "$work"
quickstart_pid=''

die() {
  printf 'partner-example: %s\n' "$*" >&2
  exit 1
}

stop() {
  local status=$?
  trap - EXIT
  if [ -n "$quickstart_pid" ] && kill -TERM "$quickstart_pid" 2>/dev/null; then
    wait "$quickstart_pid" || true
  fi
  [ "$status" -eq 0 ] || tail -n 30 "$work/quickstart.log" >&2 || true
  rm -rf "$work"
  exit "$status"
}
trap stop EXIT
trap 'exit 143' TERM INT HUP

if ! "$python" -c 'import pika' 2>/dev/null; then
  rm -rf "$scratch/partner"
  python3 -m venv "$scratch/partner" || die 'python3 with venv is needed (Debian: python3-venv)'
  "$python" -m pip install --quiet --disable-pip-version-check "$package"
fi

# The one Python block of the README.
awk '/^```python$/ { inside = 1; blocks++; next } /^```$/ { inside = 0 } inside
  END { exit blocks != 1 }' "$root/README.md" >"$work/example.py" ||
  die 'README.md has not exactly one Python example'

AMONT_CONFIGURATION=debug "$root/deploy/quickstart" --today --dir "$work/amont" \
  >"$work/quickstart.log" 2>&1 &
quickstart_pid=$!
deadline=$((SECONDS + START_SECONDS))
until grep -q '^Press Ctrl-C' "$work/quickstart.log"; do
  kill -0 "$quickstart_pid" 2>/dev/null || die 'the quickstart ended'
  [ "$SECONDS" -lt "$deadline" ] || die "the quickstart was not up within $START_SECONDS s"
  sleep 0.2
done
# The line that the quickstart prints for a newcomer's shell.
eval "$(sed -n 's/^  a partner  *\(export AMONT_URL=.*\)$/\1/p' "$work/quickstart.log")"

# answers STATUS: the example ends well and its receipt has that status.
answers() {
  timeout "$END_SECONDS" "$python" "$work/example.py" >"$work/said" ||
    die "the example ended with status $?: $(cat "$work/said")"
  cat "$work/said"
  grep -q '^fr.amont.accuse.v1 ' "$work/said" && grep -q "\"statut\": \"$1\"" "$work/said" ||
    die "the receipt does not say $1"
}
answers accepte
answers doublon
# shellcheck disable=SC1091 # made by the quickstart
(. "$work/amont/amont.env" && amontctl ledger) || die 'the ledger does not balance'
printf "the partner's example of README.md: accepted, then duplicate\n"

# shellcheck shell=bash
# What others wrote, asked whether it says the same as ours. Sourced by the scripts beside this folder; no
# server is needed. Sets root and amontctl.

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)"
scratch="${AMONT_SCRATCH:-$root/.build}"
amontctl="$(swift build --package-path "$root" --scratch-path "$scratch" --show-bin-path)/amontctl"

# oracle_python NAME PACKAGE…: PYTHON, in a virtual environment of the build folder that has these packages.
oracle_python() {
  local folder="$scratch/oracles-$1"
  shift
  PYTHON="$folder/bin/python3"
  [ "$(cat "$folder/packages" 2>/dev/null)" != "$*" ] || return 0
  rm -rf "$folder"
  python3 -m venv "$folder" || {
    printf '%s: python3 with venv is needed (Debian: python3-venv)\n' "$(basename "$0" .sh)" >&2
    exit 1
  }
  "$PYTHON" -m pip install --quiet --disable-pip-version-check "$@"
  printf '%s\n' "$*" >"$folder/packages"
}

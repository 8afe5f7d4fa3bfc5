#!/usr/bin/env bash
# What others wrote says the same as `amontctl law`: the Python
# packages holidays (every département, 2000 to 2100) and dateutil (months). Installs them in
# a virtual environment of the build folder where they are absent. No server is needed.
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
scratch="${AMONT_SCRATCH:-$root/.build}"
python="$scratch/oracles/bin/python3"
packages=(holidays==0.109 python-dateutil==2.9.0.post0)

if ! "$python" -c 'import dateutil, holidays' 2>/dev/null; then
  rm -rf "$scratch/oracles"
  python3 -m venv "$scratch/oracles" || {
    echo 'law-oracles: python3 with venv is needed (Debian: python3-venv)' >&2
    exit 1
  }
  "$python" -m pip install --quiet --disable-pip-version-check "${packages[@]}"
fi
amontctl="$(swift build --package-path "$root" --scratch-path "$scratch" --show-bin-path)/amontctl"
exec "$python" "$root/Tests/EndToEnd/oracles/law.py" "$amontctl"

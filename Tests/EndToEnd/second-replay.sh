#!/usr/bin/env bash
# Two instances of each service take a whole département twice: the second time changes nothing.
set -euo pipefail
ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
AMONT_CONFIGURATION=debug exec "$ROOT/deploy/quickstart" --households 60 --seed 23 --instances 2 \
  --replay

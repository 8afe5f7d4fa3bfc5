#!/usr/bin/env bash
# A département is played while each service in turn is killed without warning: the ledger balances,
# and no household is left without a next step.
set -euo pipefail
ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
AMONT_CONFIGURATION=debug exec "$ROOT/deploy/quickstart" --households 60 --seed 17 --kill-each

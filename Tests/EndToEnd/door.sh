#!/usr/bin/env bash
# What a partner meets at the door: every case of door/cases.yaml is published with pika to the real
# broker, the real intake answers, and each receipt is compared with the one that the case names. As
# many receipts as confirms, nobody restarted, the ledger balanced. See door/door.py.
#
# Usage: door.sh [part of a case's name]      only those cases
set -euo pipefail
exec "$(dirname "${BASH_SOURCE[0]}")/door/stage" door.py cases.yaml "$@"

#!/usr/bin/env bash
# Hostile text in every text of every event and in every header, alone and among healthy events, with
# pika against the real broker and the real services: as many receipts as confirms, every healthy event
# accepted, no restart, the ledger balanced. See door/hostile.py.
#
# AMONT_HOSTILE_SHARE=N   every Nth kind of event only (default 1: all)
set -euo pipefail
exec "$(dirname "${BASH_SOURCE[0]}")/door/stage" hostile.py events.jsonl "$@"

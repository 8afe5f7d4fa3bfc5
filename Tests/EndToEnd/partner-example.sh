#!/usr/bin/env bash
# The partner's example of docs/partners.md, word for word, with the pika of PyPI, against a quickstart on
# today's date: its receipt says accepted; run again, duplicate; and the ledger balances.
set -euo pipefail
# shellcheck source=Tests/EndToEnd/lib/running.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib/running.sh"
readonly ANSWER_SECONDS=90

# answers STATUS: the example ends well and its receipt has that status.
answers() {
  timeout "$ANSWER_SECONDS" "$PYTHON" "$work/example.py" >"$work/said" ||
    die "the example ended with status $?: $(cat "$work/said")"
  cat "$work/said"
  if ! grep -q '^fr.amont.accuse.v1 ' "$work/said" || ! grep -q "\"statut\": \"$1\"" "$work/said"; then
    die "the receipt does not say $1"
  fi
}

partner_python
partner_example "$work/example.py"
start_amont --today
partner_address
answers accepte
answers doublon
amontctl ledger --settle 20 >"$work/ledger" || die "the ledger does not balance: $(cat "$work/ledger")"
amontctl status --ledger >"$work/status" || die "all is well, and the status says: $(cat "$work/status")"
grep -q '^all is well$' "$work/status" || die "the status says: $(cat "$work/status")"
printf "the partner's example of docs/partners.md: accepted, then duplicate; the ledger balances\n"

#!/usr/bin/env bash
# The broker loses what it had confirmed: first the queue of a service, then that of a partner. The
# ledger sees the first; `amontctl outbox resend` brings back both, and the ledger balances.
set -euo pipefail
# shellcheck source=Tests/EndToEnd/lib/running.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib/running.sh"
readonly STEP_SECONDS=30
readonly LOST=court-liaison

broker() { "$folder/rabbitmq/rabbitmqctl" -q -p amont "$@"; }

# holds QUEUE: how many messages a queue holds, delivered and unsettled ones included.
holds() { broker list_queues --no-table-headers name messages | awk -v q="$1" '$1 == q { print $2 }'; }
holds_some() { [ "$(holds "$1")" -gt 0 ]; }
holds_exactly() { [ "$(holds "$1")" -eq "$2" ]; }
unread_partner() {
  broker list_queues --no-table-headers name messages |
    awk '$1 ~ /^amont[.]partner[.]/ && $2 > 0 { print substr($1, 15); exit }'
}
everything_is_confirmed() { [ "$(amontctl outbox)" = 'everything is confirmed' ]; }
service_pid() { cat "$folder/run/$1-1.pid" 2>/dev/null; }
other_pid() { [ -s "$folder/run/$1-1.pid" ] && [ "$(service_pid "$1")" != "$2" ]; }

partner_python
partner_example "$work/example.py"
start_amont --today
partner_address

# One service stands still, so that its messages wait in its queue; then the queue goes with them.
frozen="$(service_pid "$LOST")"
kill -STOP "$frozen"
"$PYTHON" "$work/example.py" >"$work/said"
wait_until "$STEP_SECONDS" holds_some "amont.$LOST" || die "nothing was sent to $LOST"
wait_until "$STEP_SECONDS" everything_is_confirmed || die 'not everything was confirmed'
broker delete_queue "amont.$LOST"
amontctl topology apply --partners "$root/deploy/partners.txt"
kill -KILL "$frozen"
wait_until "$STEP_SECONDS" other_pid "$LOST" "$frozen" || die "$LOST did not start again"

if amontctl ledger >"$work/ledger"; then die 'the ledger does not see that messages are lost'; fi
grep -q '^DIFFERENCE .* emitted and not taken, 0 pending' "$work/ledger" ||
  die "the ledger says something else: $(cat "$work/ledger")"
amontctl outbox resend --missing | tee "$work/plan"
lost="$(awk -v to="$LOST" '$2 == to { sum += $3 } END { print sum + 0 }' "$work/plan")"
[ "$lost" -gt 0 ] || die "resend --missing finds nothing for $LOST"
everything_is_confirmed || die 'a dry run changed something'
amontctl outbox resend --missing --yes
wait_until "$STEP_SECONDS" amontctl ledger >"$work/ledger" ||
  die "the ledger does not balance: $(tail -n 3 "$work/ledger")"
amontctl outbox resend --missing | grep -qx 'nothing to send again' || die 'something is still missing'

# A partner's queue: only the partner can tell what it had; it gets all of a day and later.
PARTNER="$(unread_partner)"
[ -n "$PARTNER" ] || die 'nothing was sent to any partner'
unread="$(holds "amont.partner.$PARTNER")"
broker purge_queue "amont.partner.$PARTNER"
wait_until "$STEP_SECONDS" holds_exactly "amont.partner.$PARTNER" 0 || die 'the purge had no effect'
tomorrow="$(date -d '+2 days' +%F)" yesterday="$(date -d '-1 day' +%F)"
amontctl outbox resend --to "$PARTNER" --since "$tomorrow" | grep -qx 'nothing to send again' ||
  die 'messages of another day were found'
amontctl outbox resend --to "$PARTNER" --since "$yesterday" --yes
wait_until "$STEP_SECONDS" holds_exactly "amont.partner.$PARTNER" "$unread" ||
  die "$PARTNER has $(holds "amont.partner.$PARTNER") of $unread messages"
wait_until "$STEP_SECONDS" amontctl ledger >"$work/ledger" ||
  die "the ledger does not balance: $(tail -n 3 "$work/ledger")"
cat "$work/ledger"
printf 'lost and sent again: %s messages to %s, %s to %s\n' "$lost" "$LOST" "$unread" "$PARTNER"

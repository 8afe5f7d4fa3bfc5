#!/usr/bin/env bash
# A département is played twice by the same seed: undisturbed, and while services are killed and frozen,
# sessions cut, the database crashed, the broker's node killed, alarms raised and answers to COMMIT
# swallowed at random. Both end alike: the same receipts (so one for each confirm, and no duplicate that
# a partner did not publish: after the broker's death it publishes again what was not confirmed), a
# balanced ledger, and equal tables.
#
# AMONT_CAMPAIGN_MINUTES=M   minutes of faults (default 2); the whole takes about three times as long
# AMONT_CAMPAIGN_SEED=S      the seed of the faults (default: a new one, printed)
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
root="$(cd "$here/../.." && pwd)"
scratch="${AMONT_SCRATCH:-$root/.build}"
: "${AMONT_TEST_PG_HOST:?the servers of the tests are needed: run Tests/run}"
minutes="${AMONT_CAMPAIGN_MINUTES:-2}"
seed="${AMONT_CAMPAIGN_SEED:-$((RANDOM * 32768 + RANDOM))}"
households=$((minutes * 20))
readonly MOST_SHOWN=20 PROXY_SECONDS=10 START_SECONDS=60 FAULT_SECONDS=150

work="$(mktemp -d "${TMPDIR:-/tmp}/amont-campaign.XXXXXX")"
chmod 711 "$work"
programs="$(swift build --package-path "$root" --scratch-path "$scratch" --show-bin-path)"
# shellcheck source=deploy/lib/common.sh
. "$root/deploy/lib/common.sh"
proxy_pid='' faults_pid='' stage_pid=''

end_all() {
  local status=$?
  trap - EXIT
  end_faults
  end_stage
  release_ports
  rm -rf "$work"
  exit "$status"
}
trap end_all EXIT
trap 'exit 143' TERM INT HUP

# start_proxy: services reach the database through it; a line in the pipe asks it to lose answers.
start_proxy() {
  take_port
  mkfifo "$work/swallow"
  python3 "$here/campaign/proxy.py" "$TAKEN_PORT" "$AMONT_TEST_PG_PORT" \
    <>"$work/swallow" >"$work/swallowed" 2>"$work/proxy.log" &
  proxy_pid=$!
  wait_until "$PROXY_SECONDS" answers "$TAKEN_PORT" || die 'the proxy did not start'
  AMONT_DATABASE_DETOUR="$TAKEN_PORT"
  export AMONT_DATABASE_DETOUR
}

# start_stage: six services on empty databases; SETTINGS_FILE names what the operator's tool needs.
start_stage() {
  local line
  coproc STAGE { bash "$root/Tests/AcceptanceTests/Stage/stage.sh" "$programs" 2>&1; }
  stage_pid="$STAGE_PID" stage_input="${STAGE[1]}" stage_output="${STAGE[0]}"
  SETTINGS_FILE=''
  while read -r line <&"$stage_output"; do
    case "$line" in ready\ *) SETTINGS_FILE="${line#ready }"; break ;; esac
  done
  [ -n "$SETTINGS_FILE" ] || die 'the six services did not start'
}

end_stage() {
  [ -z "$stage_pid" ] || { exec {stage_input}>&- && wait "$stage_pid" 2>/dev/null || true; }
  stage_pid=''
  [ -z "$proxy_pid" ] || stop_pid "$proxy_pid" TERM 5
  proxy_pid=''
  rm -f "$work/swallow"
}

# run NAME [disturbed]: one play; leaves NAME.said, NAME.receipts and NAME.tables in the folder of this run.
run() {
  local name="$1" play_pid
  say "--- $name"
  (
    # shellcheck source=/dev/null
    . "$SETTINGS_FILE"
    exec amont-simulator play --households "$households" --seed 17
  ) >"$work/$name.said" 2>"$work/$name.errors" &
  play_pid=$!
  if [ "$name" = disturbed ]; then
    wait_until "$START_SECONDS" grep -q '%' "$work/$name.errors" "$work/$name.said" || true
    disturb
  fi
  wait "$play_pid" || { tail -n 3 "$work/$name.errors" >&2; die "$name: the play did not end well"; }
  end_faults
  sed -n '/^Événements publiés/,/^Messages reçus/p' "$work/$name.said" | cut -c1-120
  grep '^  accusés' "$work/$name.said" | grep -v '« doublon' | sort >"$work/$name.receipts"
  wait_until "$START_SECONDS" operator ledger >"$work/$name.ledger" ||
    { cat "$work/$name.ledger"; die "$name: the ledger does not balance"; }
  tail -n 1 "$work/$name.ledger"
  operator fingerprint >"$work/$name.tables"
  keep_rows "$name"
}

# keep_rows NAME: the rows of every table, so that a difference can be shown when the databases are gone.
keep_rows() {
  local table
  mkdir -p "$work/$1.rows"
  while read -r table _; do operator fingerprint --rows "$table" --why 'comparer deux essais' >"$work/$1.rows/$table"; done <"$work/$1.tables"
}

# show_differing_rows: of invented households, so that they may be shown.
show_differing_rows() {
  local table
  diff "$work/undisturbed.tables" "$work/disturbed.tables" | sed -n 's/^[<>] \([^ ]*\) .*/\1/p' | sort -u |
    while read -r table; do
      diff "$work/undisturbed.rows/$table" "$work/disturbed.rows/$table" | head -n "$MOST_SHOWN" | cut -c1-1200
    done
}

# operator ARGUMENT…: the operator's tool against the stage.
operator() {
  (
    # shellcheck source=/dev/null
    . "$SETTINGS_FILE"
    amontctl "$@"
  )
}

end_faults() {
  [ -z "$faults_pid" ] || stop_pid "$faults_pid" TERM "$FAULT_SECONDS"
  faults_pid=''
}

# number NAME PATTERN: the sum of what follows the last colon in the lines of a play that hold the pattern.
number() { sed -n "/$2/s/.*: //p" "$work/$1.said" | awk '{ n += $1 } END { print n + 0 }'; }

# only_repeats: a partner got as many answers to copies as undisturbed, and at most one more for each
# event that it published again.
only_repeats() {
  local more again
  more=$(($(number disturbed '« doublon') - $(number undisturbed '« doublon')))
  again="$(number disturbed 'publiés de nouveau')"
  say "events published again after the broker's death: $again, answered as copies: $more"
  [ "$more" -ge 0 ] && [ "$more" -le "$again" ]
}

disturb() {
  PGPASSWORD="$AMONT_TEST_PG_PASSWORD" AMONT_RABBITMQCTL="$AMONT_TEST_RABBITMQCTL" \
    python3 "$here/campaign/faults.py" "$seed" "$((minutes * 60))" "$(dirname "$SETTINGS_FILE")/run" "$work/swallow" \
    "$AMONT_TEST_PG_PORT" >"$work/faults" 2>&1 &
  faults_pid=$!
}

say "seed of the faults: $seed, $households households"
start_stage
run undisturbed
end_stage
start_proxy
start_stage
run disturbed
end_stage

say "faults that happened, and answers to COMMIT that were lost: $(wc -l <"$work/swallowed")"
cut -d: -f1 "$work/faults" | sort | uniq -c
[ "$(wc -l <"$work/swallowed")" -gt 0 ] || die 'no answer to a COMMIT was lost: nothing is proven of it'
for kind in kill_a_service freeze_a_service cut_sessions_of_the_database crash_the_database \
  cut_connections_of_the_broker raise_an_alarm kill_the_broker; do
  grep -q "^$kind:" "$work/faults" || warn "no fault of the kind $kind happened this time"
done
diff "$work/undisturbed.receipts" "$work/disturbed.receipts" || die 'other receipts than undisturbed'
only_repeats || die 'copies were answered that nobody published'
diff "$work/undisturbed.tables" "$work/disturbed.tables" ||
  { show_differing_rows; die 'other tables than undisturbed'; }
say "campaign: receipts and $(wc -l <"$work/disturbed.tables") tables equal, seed $seed"

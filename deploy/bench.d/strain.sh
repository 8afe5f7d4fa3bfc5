# shellcheck shell=bash
# shellcheck disable=SC2154 # the options are those of deploy/bench
# One service's hop under what a long life brings: late messages, several instances, many dossiers, a
# session that holds the horizon of the database, an outage, a day of many deadlines. Sourced by
# deploy/bench, after hop.sh.

readonly LATE_SHARES='1 5 20'
readonly INSTANCE_COUNTS='1 2 4'
# The few dossiers beside which many are measured.
readonly FEW_DOSSIERS=10000
# Messages a transaction while dossiers are only made, to get it over with.
readonly MAKING_BATCH=1000
# Messages of a round that empties nothing.
readonly FURTHER=10000

run_late() {
  local round share
  for ((round = 1; round <= rounds; round++)); do
    for share in $LATE_SHARES; do
      amont_round "$share % late" 1 100 "$messages" "$(dossiers_of "$messages")" --late "$share"
    done
  done
}

run_instances() {
  local round count
  for ((round = 1; round <= rounds; round++)); do
    for count in $INSTANCE_COUNTS; do
      amont_round "$count instances" "$count" 100 "$messages" "$(dossiers_of "$messages")"
    done
  done
}

# run_dossiers: dossiers are made by their first message; then so many others get one more in each
# round, far from each other.
run_dossiers() {
  local count round
  for count in "$FEW_DOSSIERS" "$dossiers"; do
    take_through_unmeasured "$count"
    superuser_psql -d "$SWIFT_DATABASE" -c 'VACUUM ANALYZE' -c CHECKPOINT
    for ((round = 0; round < rounds; round++)); do
      further_round "$count dossiers" "$count" "$((count + round * FURTHER))"
    done
  done
}

# take_through_unmeasured DOSSIERS: their first messages.
take_through_unmeasured() {
  fill_round "$MAKING_BATCH" "$1" "$1"
  run_together amont_instance 1
}

# further_round NAME DOSSIERS BEFORE: FURTHER messages more; the tables keep what they have.
further_round() { amont_round "$1" 1 100 "$FURTHER" "$2" --before "$3"; }

# run_horizon: rounds on the same tables while a session that does nothing keeps every old version of
# a row from being swept away.
run_horizon() {
  local before="$FEW_DOSSIERS" begun
  take_through_unmeasured "$before"
  further_round 'horizon free' "$FEW_DOSSIERS" "$before"
  hold_horizon
  begun="$SECONDS"
  further_round 'horizon held, at first' "$FEW_DOSSIERS" "$((before += FURTHER))"
  while ((SECONDS - begun < hold)); do
    further_round 'horizon held, meanwhile' "$FEW_DOSSIERS" "$((before += FURTHER))"
  done
  further_round "horizon held for $((SECONDS - begun)) s" "$FEW_DOSSIERS" "$((before += FURTHER))"
  exec {HORIZON}>&-
}

# hold_horizon: a session in a transaction that does nothing, until HORIZON is closed.
hold_horizon() {
  mkfifo "$BASE/horizon"
  superuser_psql -d "$SWIFT_DATABASE" <"$BASE/horizon" &
  exec {HORIZON}>"$BASE/horizon"
  printf 'BEGIN ISOLATION LEVEL REPEATABLE READ;\nSELECT txid_current();\n' >&"$HORIZON"
  wait_until 10 horizon_is_held || die 'the session that holds the horizon did not begin'
}

horizon_is_held() {
  [ "$(superuser_psql -d "$SWIFT_DATABASE" -At -c \
    "SELECT count(*) FROM pg_stat_activity WHERE state = 'idle in transaction'")" = 1 ]
}

run_relay() {
  local round
  for ((round = 1; round <= rounds; round++)); do
    hop_bench relay --messages "$pending"
    run_waiting "${HOP_BENCH[@]}" | tee -a "$BASE/relay"
  done
}

# run_storm: beside half of what the hop does, or of what it is guessed to do when it is not measured.
run_storm() {
  local rate
  rate="$(median 'Amont service' 100 3)"
  rate=$((${rate:-2000} / 2))
  hop_bench storm --messages "$((2 * rate * seconds))" --dossiers 10000 --rate "$rate" \
    --deadlines "$deadlines"
  run_waiting "${HOP_BENCH[@]}" >"$BASE/storm"
  cat "$BASE/storm"
}

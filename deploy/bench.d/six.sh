# shellcheck shell=bash
# shellcheck disable=SC2154,SC2034 # the options are those of deploy/bench, the rest of deploy/lib
# All six services as processes of this machine: idle, under a burst, and beside a flood. Sourced by
# deploy/bench.

prepare_six() {
  make_database_roles "$BASE/secrets"
  migrate_services
  amontctl_now topology apply --partners "$AMONT_PARTNERS_TABLE"
  printf '%s\n' "$AMONT_FIRST_DAY" >"$BASE/clock"
}

start_six() {
  start_services 1
  wait_for_services
}

stop_six() {
  stop_services
  INSTANCES=() INSTANCE_PORTS=()
}

# usage_of NAME: memory in MB (resident; of its own) and CPU seconds of a running instance.
usage_of() {
  local pid
  pid="$(cat "$BASE/run/$1.pid")"
  awk -v hz="$(getconf CLK_TCK)" -v t="$(sed 's/.*) //' "/proc/$pid/stat" | awk '{ print $12 + $13 }')" '
    /^Rss:/ { rss = $2 } /^Private_(Clean|Dirty):/ { own += $2 }
    END { printf "%.1f\t%.1f\t%.2f\n", rss / 1024, own / 1024, t / hz }' "/proc/$pid/smaps_rollup"
}

usage_of_all() {
  local name
  for name in "${INSTANCES[@]}"; do printf '%s\t%s\n' "${name%-*}" "$(usage_of "$name")"; done
}

# transactions: those of all databases of the services until now; each statement by itself is one.
transactions() {
  # What a session did is counted when it has been idle for a while.
  superuser_psql -d postgres -At -c "SELECT sum(xact_commit + xact_rollback) FROM pg_stat_database
    WHERE datname LIKE 'amont\_%'"
}

# run_idle: nothing comes; what is used meanwhile, on the date of this machine as in production: a
# simulated day is looked for much more often.
run_idle() {
  local before
  AMONT_CLOCK_KIND=system
  start_six
  sleep "$QUIET_SECONDS"
  before="$(transactions)"
  usage_of_all >"$BASE/idle.begin"
  sleep "$seconds"
  usage_of_all >"$BASE/idle.end"
  awk -v n="$(($(transactions) - before))" -v s="$seconds" 'BEGIN { printf "%.1f\n", n / s }' \
    >"$BASE/idle.queries"
  stop_six
  AMONT_CLOCK_KIND=simulated
}

run_life() {
  servers_begin
  usage_of_all >"$BASE/life.begin"
  simulator_now bench life --together "$households" >"$BASE/life"
  usage_of_all >"$BASE/life.end"
  servers_seconds >"$BASE/life.servers"
  cat "$BASE/life"
}

run_flood() {
  simulator_now bench flood --events "$flood" >"$BASE/flood"
  cat "$BASE/flood"
}

print_idle() {
  say ''
  say "All six services idle for $seconds s: $(cat "$BASE/idle.queries") statements/s on the database"
  say ''
  say '| service            | resident, MB | of its own, MB | of a core, % |'
  say '| ------------------ | ------------ | -------------- | ------------ |'
  paste "$BASE/idle.begin" "$BASE/idle.end" | awk -F'\t' -v s="$seconds" \
    '{ printf "| %-18s | %12.1f | %14.1f | %12.2f |\n", $1, $6, $7, 100 * ($8 - $4) / s }'
}

print_life() {
  say ''
  say "All six services, burst: $(cat "$BASE/life")"
  say '    p50 and p99: one signal alone, from the partner to the social worker'"'"'s notice'
  say ''
  say '| service            | resident after, MB | CPU seconds |'
  say '| ------------------ | ------------------ | ----------- |'
  paste "$BASE/life.begin" "$BASE/life.end" | awk -F'\t' \
    '{ printf "| %-18s | %18.1f | %11.2f |\n", $1, $6, $8 - $4 }'
  awk -F'\t' '{ printf "| %-18s | %18s | %11.2f |\n", $1, "", $2 }' "$BASE/life.servers"
}

# shellcheck shell=bash
# shellcheck disable=SC2154 # the options are those of deploy/bench
# One hop (consume; inbox, state and outbox in one durable commit; publish confirmed; acknowledge; on
# quorum queues), by a C program that does this and nothing else and by a service of Amont, in turn.
# Sourced by deploy/bench.

readonly C_DATABASE=amont_bench_c
readonly SWIFT_DATABASE=amont_bench
readonly FILL_WINDOW=1000 BODY_BYTES=1024
# Messages about each dossier, one in its turn behind the other.
readonly MESSAGES_A_DOSSIER=5
# Before a measure of latency: what was left to write must not weigh on it.
readonly QUIET_SECONDS=10
# Rounds of one kind that differ by more than this are said to be noisy.
readonly NOISY_PERCENT=15

# --- programs --------------------------------------------------------------------------------

compiler() {
  local name
  for name in cc gcc clang; do
    if have "$name"; then
      printf '%s' "$name"
      return 0
    fi
  done
  die "no C compiler was found (cc, gcc or clang; a Swift toolchain brings clang)"
}

compile_c() {
  local program
  for program in pub loop; do
    "$(compiler)" -O2 -o "$BASE/$program" "$DEPLOY/bench.d/c/$program.c" \
      -I/usr/include/postgresql -lrabbitmq -lpq
  done
}

# hop_bench COMMAND ARGUMENT…: the simulator's command with the superuser and the administrator of
# this run's own servers, in HOP_BENCH.
hop_bench() {
  HOP_BENCH=(env AMONT_DATABASE_HOST=127.0.0.1
    "AMONT_DATABASE_PORT=$PG_PORT" AMONT_AUDITOR_USER=postgres
    "AMONT_AUDITOR_PASSWORD_FILE=$PG_PASSWORD_FILE" AMONT_BROKER_HOST=127.0.0.1
    "AMONT_BROKER_PORT=$RABBIT_PORT" "AMONT_BROKER_VHOST=$AMONT_VHOST"
    "AMONT_BROKER_USER=$AMONT_ADMIN"
    "AMONT_BROKER_PASSWORD_FILE=$BASE/secrets/broker/$AMONT_ADMIN"
    "$BIN/amont-simulator" bench "$@" --database "$SWIFT_DATABASE")
}

# --- one round -------------------------------------------------------------------------------

# cpu_ticks PID: what a process and its children used of the processor, in ticks; of a server also
# what its children used that have ended.
cpu_ticks() {
  { cat /proc/[0-9]*/stat 2>/dev/null || true; } | awk -v pid="$1" '
    # The program'"'"'s name, in brackets, may hold spaces: count the fields after it.
    { own = $1; sub(/.*\) /, ""); parent = $2 }
    own == pid { ticks += $12 + $13 + $14 + $15 }
    parent == pid { ticks += $12 + $13 }
    END { print ticks + 0 }'
}

servers_begin() {
  POSTGRES_TICKS="$(cpu_ticks "$PG_PID")" BROKER_TICKS="$(cpu_ticks "$RABBIT_PID")"
}

# servers_seconds: what they used since then, one a line: name, CPU seconds.
servers_seconds() {
  awk -v hz="$(getconf CLK_TCK)" -v p="$(($(cpu_ticks "$PG_PID") - POSTGRES_TICKS))" \
    -v b="$(($(cpu_ticks "$RABBIT_PID") - BROKER_TICKS))" \
    'BEGIN { printf "PostgreSQL\t%.2f\nRabbitMQ\t%.2f\n", p / hz, b / hz }'
}

# sum_of FIELD, largest FIELD: of what the round's programs printed, `FIELD=number`.
sum_of() { field_of "$1" | awk '{ sum += $1 } END { print sum }'; }
largest() { field_of "$1" | sort -n | tail -n 1; }
field_of() { sed -n "s/.* $1=\([0-9.]*\).*/\1/p" "$BASE"/output.*; }

# note_round NAME BATCH MESSAGES: adds a line to results: name, batch, messages a second, microseconds
# of the processor a message of the program, of PostgreSQL and of the broker, peak memory in MB.
note_round() {
  local postgres broker
  postgres="$(cpu_ticks "$PG_PID")" broker="$(cpu_ticks "$RABBIT_PID")"
  cat "$BASE"/output.*
  awk -v name="$1" -v batch="$2" -v n="$3" -v s="$(largest seconds)" -v own="$(sum_of cpu)" \
    -v p="$((postgres - POSTGRES_TICKS))" -v b="$((broker - BROKER_TICKS))" \
    -v hz="$(getconf CLK_TCK)" -v peak="$(largest peak)" 'BEGIN {
      if (s + 0 == 0) exit 1
      printf "%s\t%s\t%.0f\t%.0f\t%.0f\t%.0f\t%d\n", name, batch, n / s, own,
        p / hz * 1e6 / n, b / hz * 1e6 / n, peak }' >>"$BASE/results"
}

# run_together COMMAND COUNT: runs so many instances of what `COMMAND NUMBER` leaves in HOP_BENCH.
run_together() {
  local number status=0
  local pids=()
  rm -f "$BASE"/output.*
  for ((number = 1; number <= $2; number++)); do
    "$1" "$number"
    start_process "$BASE/output.$number" "${HOP_BENCH[@]}"
    pids+=("$STARTED_PID")
  done
  for number in "${pids[@]}"; do wait "$number" || status=$?; done
  [ "$status" -eq 0 ] || { cat "$BASE"/output.*; die "a round ended with status $status"; }
}

# c_round BATCH MESSAGES
c_round() {
  local connection="host=127.0.0.1 port=$PG_PORT dbname=$C_DATABASE user=postgres"
  export BENCH_VHOST="$AMONT_VHOST" BENCH_USER="$AMONT_ADMIN" BENCH_PASSWORD PGPASSWORD
  BENCH_PASSWORD="$(cat "$BASE/secrets/broker/$AMONT_ADMIN")"
  PGPASSWORD="$(cat "$PG_PASSWORD_FILE")"
  superuser_psql -d "$C_DATABASE" -f "$DEPLOY/bench.d/c/schema.sql"
  run_waiting "$BASE/pub" "$RABBIT_PORT" bench-in quorum "$FILL_WINDOW" "$2" "$BODY_BYTES"
  C_LOOP=("$BASE/loop" "$RABBIT_PORT" bench-in bench-out "$connection" "$1" "$2" "$(($1 * 4))")
  servers_begin
  run_together c_instance 1
  note_round 'C program' "$1" "$2"
  # Memory and disk of one round must not weigh on the next.
  "$RABBITMQCTL" -q -p "$AMONT_VHOST" purge_queue bench-out
}

c_instance() { HOP_BENCH=("${C_LOOP[@]}"); }

# fill_round BATCH MESSAGES DOSSIERS ARGUMENT…: publishes what amont_instance then takes through.
fill_round() {
  ROUND_BATCH="$1" ROUND_ARGUMENTS=(--messages "$2" --dossiers "$3" "${@:4}")
  hop_bench fill "${ROUND_ARGUMENTS[@]}"
  run_waiting "${HOP_BENCH[@]}"
}

# amont_round NAME INSTANCES BATCH MESSAGES DOSSIERS ARGUMENT…: the simulator checks that every message
# was applied once, and that no dossier was decided again that should not be.
amont_round() {
  fill_round "${@:3}"
  servers_begin
  run_together amont_instance "$2"
  note_round "$1" "$3" "$4"
}

amont_instance() {
  hop_bench hop "${ROUND_ARGUMENTS[@]}" --batch "$ROUND_BATCH" --instance "bench-$1"
}

dossiers_of() { printf '%s' "$(($1 < MESSAGES_A_DOSSIER ? 1 : $1 / MESSAGES_A_DOSSIER))"; }

# messages_of BATCH: of small transactions fewer messages, so that a round lasts some seconds.
messages_of() {
  if [ "$1" -ge 100 ]; then
    printf '%s' "$messages"
  elif [ "$1" -ge 10 ]; then
    printf '%s' "$(((messages + 1) / 2))"
  else
    printf '%s' "$(((messages + 9) / 10))"
  fi
}

# --- parts -----------------------------------------------------------------------------------

run_rounds() {
  local round size
  for size in $batches; do
    for ((round = 1; round <= rounds; round++)); do
      say "round $round, $size a transaction"
      c_round "$size" "$(messages_of "$size")"
      if wants hop; then
        amont_round 'Amont service' 1 "$size" "$(messages_of "$size")" \
          "$(dossiers_of "$(messages_of "$size")")"
      fi
    done
  done
}

# measure_latency: at half of the rate just measured with the largest transactions.
measure_latency() {
  local rate
  rate=$(($(median 'Amont service' "$(largest_batch)" 3) / 2))
  superuser_psql -d "$SWIFT_DATABASE" -c VACUUM -c CHECKPOINT
  sleep "$QUIET_SECONDS"
  hop_bench hop --messages "$((rate * seconds))" --dossiers "$(dossiers_of "$messages")" \
    --rate "$rate" --batch "$(largest_batch)"
  run_waiting "${HOP_BENCH[@]}" >"$BASE/latency"
  cat "$BASE/latency"
}

largest_batch() { tr ' ' '\n' <<<"$batches" | sort -n | tail -n 1; }

# --- figures ---------------------------------------------------------------------------------

# figures NAME BATCH COLUMN: those of the rounds, in order.
figures() {
  awk -F'\t' -v n="$1" -v b="$2" -v c="$3" '$1 == n && $2 == b { print $c }' "$BASE/results" |
    sort -n
}

# median NAME BATCH COLUMN
median() { figures "$@" | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

# noise NAME BATCH: how many rounds there were, and how far apart where that is too much.
noise() {
  figures "$1" "$2" 3 | awk -v most="$NOISY_PERCENT" '{ v[NR] = $1 } END {
    apart = v[1] > 0 ? 100 * (v[NR] - v[1]) / v[1] : 0
    if (apart > most) printf "%d, noisy: %.0f %% apart", NR, apart
    else printf "%d", NR }'
}

# hop_line NAME BATCH: one line of the table; nothing for what was not measured.
hop_line() {
  local rate reference='' to_c=''
  rate="$(median "$1" "$2" 3)"
  [ -n "$rate" ] || return 0
  reference="$(median 'C program' "$2" 3)"
  [ -z "$reference" ] || to_c="$(awk -v a="$rate" -v b="$reference" 'BEGIN { printf "%.2f", a / b }')"
  printf '| %-30s | %5s | %10s | %4s | %7s | %10s | %6s | %4s | %s |\n' "$1" "$2" "$rate" "$to_c" \
    "$(median "$1" "$2" 4)" "$(median "$1" "$2" 5)" "$(median "$1" "$2" 6)" \
    "$(median "$1" "$2" 7)" "$(noise "$1" "$2")"
}

print_hop() {
  local name size
  say ''
  say "One hop, $messages messages of about 1 kB at 100 a transaction (fewer below), medians; µs are of the"
  say "processor a message; $(nproc) cores:"
  say ''
  say '| program                        | batch | messages/s | to C | own, µs | PostgreSQL | broker |   MB | rounds |'
  say '| ------------------------------ | ----- | ---------- | ---- | ------- | ---------- | ------ | ---- | ------ |'
  while IFS=$'\t' read -r name size; do hop_line "$name" "$size"; done < <(
    awk -F'\t' '!seen[$1, $2]++ { print $1 "\t" $2 }' "$BASE/results")
}

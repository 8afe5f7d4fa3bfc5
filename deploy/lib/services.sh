# shellcheck shell=bash
# The six services as processes of this machine: their environment, migrations, start, readiness,
# stop; and the environment of the operator's tool. Sourced after common.sh, servers.sh, roles.sh.
#
# Expects BASE (the run's folder) and BIN (the built programs). In BASE: secrets/ logs/ run/ clock.

readonly READY_SECONDS=60
readonly SUPERVISOR_STOP_SECONDS=40
AMONT_DEPARTEMENT_CODE=93
# The simulated calendar starts on the day of the instruction; its rules hold from then on.
readonly AMONT_FIRST_DAY=2017-03-22
# Where the business day comes from: the file BASE/clock, or "system" for the date of this machine.
AMONT_CLOCK_KIND=simulated

SUPERVISORS=()
INSTANCES=()
INSTANCE_PORTS=()

# service_settings SERVICE ROLE: the variables that migrations and the running service share.
service_settings() {
  SETTINGS=(
    AMONT_DATABASE_HOST=127.0.0.1
    # A test puts a relay between the services and their database, and names its port.
    "AMONT_DATABASE_PORT=${AMONT_DATABASE_DETOUR:-$PG_PORT}"
    "AMONT_DATABASE_NAME=$(database_of "$1")"
    "AMONT_DATABASE_USER=$2"
    "AMONT_DATABASE_PASSWORD_FILE=$BASE/secrets/database/$2"
    AMONT_BROKER_HOST=127.0.0.1
    "AMONT_BROKER_PORT=$RABBIT_PORT"
    "AMONT_BROKER_VHOST=$AMONT_VHOST"
    "AMONT_BROKER_USER=$1"
    "AMONT_BROKER_PASSWORD_FILE=$BASE/secrets/broker/$1"
    "AMONT_MASTER_KEY_FILE=$BASE/secrets/keys/master"
    "AMONT_DIGEST_KEY_FILE=$BASE/secrets/keys/digest"
    "AMONT_LOG_LEVEL=${AMONT_LOG_LEVEL:-info}"
    "AMONT_FLOOD_REST=${AMONT_FLOOD_REST:-6}"
    "AMONT_CLOCK=$AMONT_CLOCK_KIND"
    "AMONT_CLOCK_FILE=$BASE/clock"
    "AMONT_DEPARTEMENT=$AMONT_DEPARTEMENT_CODE"
    "AMONT_CHARTE_FILE=$AMONT_ROOT/deploy/chartes/$AMONT_DEPARTEMENT_CODE.yaml"
    "AMONT_PARTNERS_FILE=$AMONT_PARTNERS_TABLE"
    "AMONT_DATA_FOLDER=$AMONT_ROOT/deploy/data"
    AMONT_HTTP_HOST=127.0.0.1
  )
}

# migrate_services: each service brings its own tables up to date, as their owner.
migrate_services() {
  local service
  for service in "${AMONT_SERVICES[@]}"; do
    service_settings "$service" "${service}_owner"
    say "migrating $(database_of "$service")"
    run_waiting env "${SETTINGS[@]}" AMONT_HTTP_PORT=0 "AMONT_INSTANCE=$service-migrate" \
      "$BIN/$service" migrate
  done
  say "migrating $(database_of "$AMONT_READINGS")"
  amontctl_now readings migrate
}

# start_services COUNT: COUNT instances of each service, each under a supervisor of its own.
start_services() {
  local count="$1" service number name
  mkdir -p "$BASE/run"
  for service in "${AMONT_SERVICES[@]}"; do
    for ((number = 1; number <= count; number++)); do
      name="$service-$number"
      take_port
      service_settings "$service" "$service"
      start_process "$BASE/logs/$name.log" "$AMONT_ROOT/deploy/lib/supervise.sh" \
        "$name" "$BASE/run" "$BASE/logs/$name.log" \
        env "${SETTINGS[@]}" "AMONT_HTTP_PORT=$TAKEN_PORT" "AMONT_INSTANCE=$name" "$BIN/$service"
      SUPERVISORS+=("$STARTED_PID")
      INSTANCES+=("$name")
      INSTANCE_PORTS+=("$TAKEN_PORT")
    done
  done
}

# http_get PORT PATH: prints the answer with its header; bounded to two seconds.
http_get() {
  # shellcheck disable=SC2016 # the inner shell expands its own arguments
  timeout 2 bash -c '
    exec 3<>"/dev/tcp/127.0.0.1/$1"
    printf "GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n" "$2" >&3
    head -c 4096 <&3' get "$1" "$2" 2>/dev/null || true
}

is_ready() { [[ "$(http_get "$1" /readyz)" == HTTP/1.?\ 200* ]]; }

ready_or_failed() { [ -e "$BASE/run/failed" ] || is_ready "$1"; }

# wait_for_services: until each instance says that it is ready; else says which one is not, why
# (its own words), and shows its log.
wait_for_services() {
  local index name
  for index in "${!INSTANCES[@]}"; do
    name="${INSTANCES[$index]}"
    if wait_until "$READY_SECONDS" ready_or_failed "${INSTANCE_PORTS[$index]}"; then
      [ ! -e "$BASE/run/failed" ] || fail_for_a_service
      continue
    fi
    http_get "${INSTANCE_PORTS[$index]}" /readyz | tail -n 1 >&2
    show_tail "$BASE/logs/$name.log"
    die "$name was not ready within $READY_SECONDS s; its log is $BASE/logs/$name.log"
  done
}

# fail_for_a_service: a service ended by itself.
fail_for_a_service() {
  local line name
  read -r line <"$BASE/run/failed"
  name="${line%% *}"
  show_tail "$BASE/logs/$name.log"
  die "$line; its log is $BASE/logs/$name.log"
}

# stop_services: all at once, each drains; then the supervisors are gone.
stop_services() {
  local pid
  for pid in "${SUPERVISORS[@]}"; do
    disown "$pid" 2>/dev/null || true
    kill -s TERM "$pid" 2>/dev/null || true
  done
  for pid in "${SUPERVISORS[@]}"; do
    wait_until "$SUPERVISOR_STOP_SECONDS" gone "$pid" ||
      kill -s KILL "$pid" 2>/dev/null || true
  done
  SUPERVISORS=()
}

# restart_count: how often a service was started again after a signal.
restart_count() {
  if [ -e "$BASE/run/restarts" ]; then wc -l <"$BASE/run/restarts"; else echo 0; fi
}

# kill_each: kills the first instance of each service in turn without warning, and waits each time
# until its successor is ready. Run in the background while a département is played; notes each
# kill in run/killed.
kill_each() {
  local index name pid
  for index in "${!INSTANCES[@]}"; do
    name="${INSTANCES[$index]}"
    [[ "$name" == *-1 ]] || continue
    sleep "${AMONT_KILL_PAUSE:-1}"
    pid="$(cat "$BASE/run/$name.pid" 2>/dev/null)" || continue
    kill -s KILL "$pid" 2>/dev/null || continue
    printf '%s\n' "$name" >>"$BASE/run/killed"
    wait_until 5 gone "$pid" || true
    wait_until "$READY_SECONDS" is_ready "${INSTANCE_PORTS[$index]}" || return 0
  done
}

# --- the operator's tool ---------------------------------------------------------------------

# operator_settings: what amontctl and amont-simulator need to reach everything.
operator_settings() {
  OPERATOR=(
    AMONT_DATABASE_HOST=127.0.0.1
    "AMONT_DATABASE_PORT=$PG_PORT"
    "AMONT_AUDITOR_USER=$AMONT_AUDITOR"
    "AMONT_AUDITOR_PASSWORD_FILE=$BASE/secrets/database/$AMONT_AUDITOR"
    AMONT_BROKER_HOST=127.0.0.1
    "AMONT_BROKER_PORT=$RABBIT_PORT"
    "AMONT_BROKER_VHOST=$AMONT_VHOST"
    "AMONT_BROKER_USER=$AMONT_ADMIN"
    "AMONT_BROKER_PASSWORD_FILE=$BASE/secrets/broker/$AMONT_ADMIN"
    "AMONT_READINGS_PASSWORD_FILE=$BASE/secrets/database/$AMONT_READINGS"
    "AMONT_READINGS_OWNER_PASSWORD_FILE=$BASE/secrets/database/${AMONT_READINGS}_owner"
    # Invented, as the households are: whoever reads real ones gives a name.
    'AMONT_AGENT=Camille Exemple'
    "AMONT_SERVICE_SECRETS=$BASE/secrets/database"
    "AMONT_MASTER_KEY_FILE=$BASE/secrets/keys/master"
    "AMONT_PARTNER_SECRETS=$BASE/secrets/partners"
    "AMONT_PARTNERS_FILE=$AMONT_PARTNERS_TABLE"
    "AMONT_DATA_FOLDER=$AMONT_ROOT/deploy/data"
    "AMONT_CLOCK_FILE=$BASE/clock"
    "AMONT_DEPARTEMENT=$AMONT_DEPARTEMENT_CODE"
    "AMONT_CHARTE_FILE=$AMONT_ROOT/deploy/chartes/$AMONT_DEPARTEMENT_CODE.yaml"
  )
}

# write_operator_file: the same as a file to read into a shell:  . FILE && amontctl ledger
write_operator_file() {
  local pair
  operator_settings
  {
    printf '# For the operator: . %s/amont.env && amontctl ledger\n' "$BASE"
    for pair in "${OPERATOR[@]}"; do printf "export %s='%s'\n" "${pair%%=*}" "${pair#*=}"; done
    printf "export PATH='%s':\"\$PATH\"\n" "$BIN"
  } >"$BASE/amont.env"
  chmod 600 "$BASE/amont.env"
}

# amontctl_now ARGUMENT…: the operator's tool against this run, waiting so that signals are heard.
amontctl_now() { tool_now amontctl "$@"; }

# simulator_now ARGUMENT…: the simulator, in the same way.
simulator_now() { tool_now amont-simulator "$@"; }

tool_now() {
  local tool="$1"
  shift
  operator_settings
  run_waiting env "${OPERATOR[@]}" "$BIN/$tool" "$@"
}

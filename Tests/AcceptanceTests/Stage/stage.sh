#!/usr/bin/env bash
# The six services on the servers of the tests, with a simulated calendar: what AcceptanceTests play on.
# They have databases and a virtual host of their own there, empty at the start whoever played before,
# and stop when their reader is gone.
#
# Usage: stage.sh BIN      BIN is the folder of the built programs; AMONT_TEST_* name the servers
# Prints "ready FILE" once all are ready, FILE holding what the operator's tool needs; then runs until
# its standard input ends.
set -euo pipefail

DEPLOY="$(cd "$(dirname "${BASH_SOURCE[0]}")/../../../deploy" && pwd)"
# shellcheck source=deploy/lib/common.sh
. "$DEPLOY/lib/common.sh"
# shellcheck source=deploy/lib/steps.sh
. "$DEPLOY/lib/steps.sh"
# shellcheck source=deploy/lib/servers.sh
. "$DEPLOY/lib/servers.sh"
# shellcheck source=deploy/lib/roles.sh
. "$DEPLOY/lib/roles.sh"
# shellcheck source=deploy/lib/services.sh
. "$DEPLOY/lib/services.sh"

BIN="$1"
AMONT_VHOST=amont-acceptance
AMONT_LOG_LEVEL="${AMONT_LOG_LEVEL:-warning}"

# join_servers: the servers run already; their administrators are those of the tests.
join_servers() {
  local partners
  PG_HOST="$AMONT_TEST_PG_HOST" PG_PORT="$AMONT_TEST_PG_PORT" RABBIT_PORT="$AMONT_TEST_AMQP_PORT"
  PG_PASSWORD_FILE="$BASE/postgres.password"
  (umask 077 && mkdir -p "$BASE/secrets/broker" &&
    printf '%s\n' "$AMONT_TEST_PG_PASSWORD" >"$PG_PASSWORD_FILE" &&
    printf '%s\n' "$AMONT_TEST_AMQP_PASSWORD" >"$BASE/secrets/broker/$AMONT_ADMIN")
  mapfile -t partners < <(partner_names)
  make_play_secrets "$BASE/secrets" "${partners[@]}"
  write_definitions "$BASE/secrets" "$BASE/secrets/definitions.json" "${partners[@]}"
  clear_stage
  "$AMONT_TEST_RABBITMQCTL" import_definitions "$BASE/secrets/definitions.json"
  make_database_roles "$BASE/secrets"
}

# clear_stage: what an earlier play on the same servers left.
clear_stage() {
  local service
  for service in "${AMONT_SERVICES[@]}" "$AMONT_READINGS"; do
    superuser_psql -d postgres -c "DROP DATABASE IF EXISTS $(database_of "$service") WITH (FORCE)"
  done
  "$AMONT_TEST_RABBITMQCTL" delete_vhost "$AMONT_VHOST" || true
}

migrate_all() {
  migrate_services
  amontctl_now topology apply --partners "$AMONT_PARTNERS_TABLE"
}

start_amont() {
  printf '%s\n' "$AMONT_FIRST_DAY" >"$BASE/clock"
  start_services 1
  wait_for_services
  write_operator_file
}

# hold: until nobody listens any more, or a service ended by itself.
hold() {
  local status
  while [ ! -e "$BASE/run/failed" ]; do
    status=0
    read -r -t 1 _ || status=$?
    if [ "$status" -gt 0 ] && [ "$status" -le 128 ]; then return 0; fi
  done
  fail_for_a_service
}

stop_everything() {
  stop_foreground
  stop_services
  release_ports
}

begin_steps '' acceptance 3
step 'Join the servers of the tests' servers join_servers 'Start them with Tests/run.'
step 'Migrate the tables and declare the topology' migrations migrate_all 'Read the log.'
step 'Start the six services' services start_amont 'Read the log of the service.'
say "ready $BASE/amont.env"
hold

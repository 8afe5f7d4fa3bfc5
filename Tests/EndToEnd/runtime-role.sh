#!/usr/bin/env bash
# On databases made by deploy/lib and by the services' own migrations, the role with which each service
# serves tries what it may never do. Only a PostgreSQL is started.
set -euo pipefail

DEPLOY="$(cd "$(dirname "${BASH_SOURCE[0]}")/../../deploy" && pwd)"
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

# Migrations connect to no broker; the setting must be there.
RABBIT_PORT=1

# Rows of these stay as they were written; in a service's own tables, too.
readonly APPENDED=(inbox outbox quarantine)
readonly NEVER_DELETED=("${APPENDED[@]}" dossier_head ledger_counter amont_migration)
declare -A OWN_APPENDED=(
  [intake]=fusion_log [rehousing]=decline [court-liaison]=post_mortem
  [saga-orchestrator]='timeline revision indicator_fact' [social-diagnosis]='' [debt-settlement]=''
)

make_databases() {
  make_secrets "$BASE/secrets"
  start_postgres "$BASE/postgres"
  make_database_roles "$BASE/secrets"
  BIN="$(swift build --package-path "$AMONT_ROOT" --scratch-path "${AMONT_SCRATCH:-$AMONT_ROOT/.build}" \
    --show-bin-path)"
  migrate_services
  # A second time nothing changes, as at each deployment.
  make_database_roles "$BASE/secrets"
  migrate_services
}

# as SERVICE DATABASE …: psql as the role with which the service serves.
as() {
  PGPASSWORD="$(cat "$BASE/secrets/database/$1")" psql -X -q -A -t -v VERBOSITY=sqlstate \
    -h 127.0.0.1 -p "$PG_PORT" -U "$1" -d "$2" "${@:3}"
}

# Each statement follows a line on standard error that says how it must end.
forbidden() { printf '\\warn forbidden: %s\n%s;\n' "${1//\'/}" "$1"; }
allowed() { printf '\\warn allowed: %s\n%s;\n' "${1//\'/}" "$1"; }

# judge SERVICE: reads what psql wrote on standard error; 42501 is "insufficient privilege".
judge() {
  awk -v service="$1" '
    function settle() {
      if (wanted == "forbidden" && state == "") { print service " may: " what; failed++ }
      else if (wanted == "forbidden" && state != "42501")
        { print service " was stopped by something else (" state "): " what; failed++ }
      else if (wanted == "allowed" && state != "") { print service " may not (" state "): " what; failed++ }
      wanted = state = ""
    }
    /^(forbidden|allowed): / { settle(); wanted = $1; sub(":", "", wanted); what = $0; sub("^[a-z]*: ", "", what); tried++; next }
    /(ERROR|FATAL): / { state = $NF; next }
    END { settle(); print service ": " tried + 0 " statements, " failed + 0 " with another end"; exit failed > 0 || tried < 80 }'
}

try_rows() {
  local service="$1" table
  for table in "${NEVER_DELETED[@]}" ${OWN_APPENDED[$service]}; do
    forbidden "DELETE FROM $table"
  done
  for table in ${OWN_APPENDED[$service]}; do forbidden "UPDATE $table SET household = household"; done
  forbidden 'UPDATE inbox SET id = id'
  forbidden 'UPDATE outbox SET body = body'
  forbidden 'UPDATE outbox SET routing_key = routing_key'
  forbidden 'UPDATE inbox SET body = body'
  forbidden 'UPDATE inbox SET received_on = received_on'
  forbidden 'UPDATE quarantine SET body = body'
  forbidden "INSERT INTO amont_migration (set, number, name, checksum) VALUES ('x', 1, 'x', 'x')"
  forbidden 'UPDATE amont_migration SET checksum = checksum'
  allowed 'SELECT count(*) FROM amont_migration'
  allowed 'UPDATE inbox SET outcome = outcome, duplicates = duplicates, decided_on = decided_on, recalled = recalled'
  allowed 'UPDATE outbox SET recalled = recalled'
  allowed 'DELETE FROM outbox_pending'
  allowed 'SELECT first FROM outbox_pending FOR UPDATE SKIP LOCKED'
  allowed 'DELETE FROM parked'
  allowed 'DELETE FROM deadline'
  forbidden 'DELETE FROM household_key'
  forbidden 'UPDATE household_key SET household = household'
  allowed 'UPDATE household_key SET wrapped = wrapped, master = master, erased_on = erased_on'
  allowed 'UPDATE quarantine SET state = state, history = history'
}

try_tables() {
  local service="$1" table
  for table in $(superuser_psql -A -t -d "$(database_of "$service")" \
    -c "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"); do
    forbidden "TRUNCATE $table"
    forbidden "DROP TABLE $table"
    forbidden "ALTER TABLE $table ADD COLUMN extra text"
    forbidden "ALTER TABLE $table DISABLE TRIGGER ALL"
  done
  forbidden 'CREATE TABLE extra (id int)'
  forbidden 'CREATE TEMPORARY TABLE extra (id int)'
  forbidden 'CREATE SCHEMA extra'
  forbidden 'CREATE FUNCTION extra() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$'
  forbidden "SELECT setval('outbox_pending_first_seq', 1)"
}

try_the_rest() {
  local service="$1"
  forbidden 'SELECT lo_create(0)'
  forbidden 'SELECT lo_creat(-1)'
  forbidden "SELECT lo_from_bytea(0, 'x')"
  forbidden "SELECT lo_import('/etc/hostname')"
  forbidden "SELECT pg_read_file('postgresql.conf')"
  forbidden "COPY inbox TO '/tmp/inbox'"
  forbidden "COPY (SELECT 1) TO PROGRAM 'true'"
  forbidden "SET ROLE \"${service}_owner\""
  forbidden "SET session_replication_role = replica"
  forbidden 'ALTER SYSTEM SET fsync = off'
  forbidden 'CREATE ROLE extra'
  forbidden 'CREATE DATABASE extra'
}

reads_of_others() {
  local other
  for other in "${AMONT_SERVICES[@]}"; do
    [ "$other" != "$1" ] || continue
    if as "$1" "$(database_of "$other")" -c 'SELECT 1' >/dev/null 2>&1; then
      say "$1 may read $(database_of "$other")"
      return 1
    fi
  done
}

try_everything() {
  local service failed=0
  for service in "${AMONT_SERVICES[@]}"; do
    { try_rows "$service" && try_tables "$service" && try_the_rest "$service"; } |
      as "$service" "$(database_of "$service")" 2>&1 >/dev/null | judge "$service" || failed=1
    reads_of_others "$service" || failed=1
  done
  [ "$failed" -eq 0 ]
}

stop_everything() {
  stop_foreground
  stop_servers
  release_ports
}

begin_steps '' roles 2
step 'Make the databases' databases make_databases 'Build the programs first: Tests/run does.'
visible_step 'Try what must be forbidden' try_everything

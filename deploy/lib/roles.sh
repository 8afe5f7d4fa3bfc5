# shellcheck shell=bash
# Who may do what: one database, owner and run-time role a service; one broker user a service and
# a partner; an auditor who reads everything and an administrator who declares the topology.
# Every password is random, in a file of mode 0600. Sourced after common.sh.
#
# Folders of passwords, below the secrets folder:
#   database/  <service>, <service>_owner, amont_auditor, readings, readings_owner
#   broker/    <service>, amont-admin
#   partners/  <partner>
#   keys/      master (what wraps the households' keys), digest (of names and addresses)

AMONT_SERVICES=(intake social-diagnosis debt-settlement rehousing court-liaison saga-orchestrator)
# The log of who read which dossier: a database with an owner and a role, as a service has them.
readonly AMONT_READINGS=readings
AMONT_VHOST=amont
readonly AMONT_AUDITOR=amont_auditor
readonly AMONT_ADMIN=amont-admin

# database_of SERVICE: amont_ and the service's name with underscores.
database_of() { printf 'amont_%s' "${1//-/_}"; }

# The table of partners: a name and a kind a line. Tests name one of their own.
AMONT_PARTNERS_TABLE="${AMONT_PARTNERS_TABLE:-$AMONT_ROOT/deploy/partners.txt}"

# partner_names: the first column of the table of partners.
partner_names() { sed -e 's/#.*//' -e '/^[[:space:]]*$/d' "$AMONT_PARTNERS_TABLE" | cut -f1; }

# make_secrets SECRETS PARTNER…: every password file that is not there yet.
make_secrets() {
  local secrets="$1" name
  shift
  (umask 077 && mkdir -p "$secrets"/{database,broker,partners,keys})
  for name in "${AMONT_SERVICES[@]}"; do
    write_secret "$secrets/database/$name"
    write_secret "$secrets/database/${name}_owner"
    write_secret "$secrets/broker/$name"
  done
  write_secret "$secrets/database/$AMONT_READINGS"
  write_secret "$secrets/database/${AMONT_READINGS}_owner"
  write_secret "$secrets/database/$AMONT_AUDITOR"
  write_secret "$secrets/broker/$AMONT_ADMIN"
  write_master_key "$secrets/keys/master"
  write_secret "$secrets/keys/digest"
  for name in "$@"; do write_secret "$secrets/partners/$name"; done
}

# make_play_secrets SECRETS PARTNER…: the same for a département that is only played. What derives its
# dossiers' identifiers is the same in every run, so that the same events give the same tables.
make_play_secrets() {
  (umask 077 && mkdir -p "$1/keys" && printf 'played, and protects nobody' >"$1/keys/digest")
  make_secrets "$@"
}

# --- PostgreSQL ------------------------------------------------------------------------------

# sql_role NAME PASSWORD_FILE: makes the role if need be, and sets its password.
sql_role() {
  cat <<SQL
SELECT 'CREATE ROLE "$1"' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '$1') \gexec
ALTER ROLE "$1" LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION PASSWORD '$(cat "$2")';
SQL
}

# sql_service SERVICE SECRETS: one database, closed to everybody but its own two roles and the
# auditor. The owner migrates, and then says what the run-time role may do to each table: nothing is
# granted in advance. Large objects stand outside of all tables: nobody but the superuser makes one.
sql_service() {
  local service="$1" owner="${1}_owner" database
  database="$(database_of "$1")"
  sql_role "$owner" "$2/database/$owner"
  sql_role "$service" "$2/database/$service"
  cat <<SQL
SELECT 'CREATE DATABASE $database OWNER "$owner" TEMPLATE template0 ENCODING ''UTF8'''
  WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = '$database') \gexec
REVOKE ALL ON DATABASE $database FROM PUBLIC;
GRANT CONNECT ON DATABASE $database TO "$service", $AMONT_AUDITOR;
\connect $database
ALTER SCHEMA public OWNER TO "$owner";
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO "$service";
ALTER DEFAULT PRIVILEGES FOR ROLE "$owner" REVOKE ALL ON SCHEMAS FROM "$service";
ALTER DEFAULT PRIVILEGES FOR ROLE "$owner" REVOKE ALL ON TABLES FROM "$service";
ALTER DEFAULT PRIVILEGES FOR ROLE "$owner" REVOKE ALL ON SEQUENCES FROM "$service";
ALTER DEFAULT PRIVILEGES FOR ROLE "$owner" REVOKE ALL ON FUNCTIONS FROM "$service";
ALTER DEFAULT PRIVILEGES FOR ROLE "$owner" REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION lo_creat(integer), lo_create(oid), lo_from_bytea(oid, bytea),
  lo_open(oid, integer), lo_put(oid, bigint, bytea), lo_unlink(oid) FROM PUBLIC;
SQL
}

# sql_roles SECRETS: the whole script for psql. It may be run again at any time.
sql_roles() {
  local service
  printf 'SET client_min_messages = warning;\n'
  printf 'REVOKE CONNECT, TEMPORARY ON DATABASE postgres, template1 FROM PUBLIC;\n'
  sql_role "$AMONT_AUDITOR" "$1/database/$AMONT_AUDITOR"
  printf 'GRANT pg_read_all_data TO %s;\n' "$AMONT_AUDITOR"
  printf 'ALTER ROLE %s SET default_transaction_read_only = on;\n' "$AMONT_AUDITOR"
  for service in "${AMONT_SERVICES[@]}"; do sql_service "$service" "$1"; done
  sql_service "$AMONT_READINGS" "$1"
  # Who reads dossiers reads the log under the log's own role, and so only through amontctl.
  printf 'REVOKE CONNECT ON DATABASE %s FROM %s;\n' "$(database_of "$AMONT_READINGS")" "$AMONT_AUDITOR"
}

# make_database_roles SECRETS: through one psql, the passwords on its standard input.
make_database_roles() { sql_roles "$1" | superuser_psql -d postgres -o /dev/null; }

# --- RabbitMQ --------------------------------------------------------------------------------

hex_to_bytes() { printf '%b' "$(printf '%s' "$1" | sed 's/../\\x&/g')"; }

# broker_hash PASSWORD: the broker's own form, base64 of salt and SHA-256 of salt and password.
broker_hash() {
  local salt digest
  salt="$(od -An -N4 -tx1 /dev/urandom | tr -d ' \n')"
  digest="$({ hex_to_bytes "$salt" && printf '%s' "$1"; } | sha256sum | cut -c1-64)"
  hex_to_bytes "$salt$digest" | base64 -w0
}

# broker_user NAME PASSWORD_FILE TAGS: one entry of "users".
broker_user() {
  printf '{"name":"%s","password_hash":"%s","hashing_algorithm":"%s","tags":%s}' \
    "$1" "$(broker_hash "$(cat "$2")")" rabbit_password_hashing_sha256 "$3"
}

# broker_permission USER CONFIGURE WRITE READ: one entry of "permissions".
broker_permission() {
  printf '{"user":"%s","vhost":"%s","configure":"%s","write":"%s","read":"%s"}' \
    "$1" "$AMONT_VHOST" "$2" "$3" "$4"
}

# A dot in a name must match a dot only; JSON wants the backslash twice.
readonly SERVICE_WRITES='^amont\\.(services|partners)$'

# exactly NAME: a regular expression that matches this name alone, as JSON writes it.
exactly() { printf '%s' "$1" | sed 's/[].*+?^$(){}|[]/\\\\&/g'; }

# service_reads SERVICE: its queue and what was delivered too often from it; intake also those of
# each partner.
service_reads() {
  if [ "$1" = intake ]; then
    printf '%s' '^amont\\.intake(\\..+)?$'
  else
    printf '%s' "^amont\\\\.$(exactly "$1")(\\\\.dead)?\$"
  fi
}

# partner_writes PARTNER: the exchange that all share, and the one that is its own.
partner_writes() { printf '%s' "^amont\\\\.intake(\\\\.$(exactly "$1"))?\$"; }

partner_reads() { printf '%s' "^amont\\\\.partner\\\\.$(exactly "$1")\$"; }

joined() {
  local IFS=,
  printf '%s' "$*"
}

# broker_definitions SECRETS PARTNER…: prints the whole of users and permissions as JSON. Queues
# and exchanges are absent: the topology is declared by amont-admin.
broker_definitions() {
  local secrets="$1" name users=() permissions=()
  shift
  users+=("$(broker_user "$AMONT_ADMIN" "$secrets/broker/$AMONT_ADMIN" '["administrator"]')")
  permissions+=("$(broker_permission "$AMONT_ADMIN" '.*' '.*' '.*')")
  for name in "${AMONT_SERVICES[@]}"; do
    users+=("$(broker_user "$name" "$secrets/broker/$name" '[]')")
    permissions+=("$(broker_permission "$name" '^$' "$SERVICE_WRITES" "$(service_reads "$name")")")
  done
  for name in "$@"; do
    users+=("$(broker_user "$name" "$secrets/partners/$name" '[]')")
    permissions+=("$(broker_permission "$name" '^$' "$(partner_writes "$name")" \
      "$(partner_reads "$name")")")
  done
  printf '{"vhosts":[{"name":"%s"}],"users":[%s],"permissions":[%s]}\n' \
    "$AMONT_VHOST" "$(joined "${users[@]}")" "$(joined "${permissions[@]}")"
}

# write_definitions SECRETS FILE PARTNER…: as above, into a file of mode 0600.
write_definitions() {
  local secrets="$1" file="$2"
  shift 2
  (umask 077 && broker_definitions "$secrets" "$@" >"$file")
}

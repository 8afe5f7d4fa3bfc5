# shellcheck shell=bash
# A private PostgreSQL cluster and a private RabbitMQ node, each in a folder of its own, on free
# ports of 127.0.0.1. Several may run side by side; a server that already runs is never touched.
# Sourced after common.sh. Works as root and as an ordinary user.
#
# Logs go to LOGS, where the caller sets it; else beside the data.
# After start_postgres FOLDER: PG_PORT, PG_PASSWORD_FILE (superuser "postgres").
# After start_rabbitmq FOLDER DEFINITIONS: RABBIT_PORT, RABBITMQCTL (a wrapper for this node).

readonly POSTGRES_START_SECONDS=60
readonly POSTGRES_STOP_SECONDS=30
readonly RABBITMQ_START_SECONDS=120
readonly RABBITMQ_STOP_SECONDS=40
# Another RabbitMQ than that of the package: a folder with rabbitmq-server and rabbitmqctl.
readonly RABBITMQ_BIN="${AMONT_RABBITMQ_BIN:-/usr/lib/rabbitmq/bin}"

# Settings of the user's own PostgreSQL must not reach these scripts.
unset PGHOST PGHOSTADDR PGPORT PGUSER PGDATABASE PGSERVICE PGSERVICEFILE PGOPTIONS PGSSLMODE

PG_HOST=127.0.0.1
PG_PID='' PG_PORT='' PG_PASSWORD_FILE=''
RABBIT_PID='' RABBIT_PORT='' EPMD_PID='' RABBITMQCTL=''

# --- PostgreSQL ------------------------------------------------------------------------------

# postgres_bin: the folder of the newest PostgreSQL programs that Debian installed.
postgres_bin() {
  local found
  found="$(compgen -G '/usr/lib/postgresql/*/bin/initdb' | sort -V | tail -n 1)" || true
  [ -n "$found" ] || die "initdb was not found: is the package postgresql installed?"
  dirname "$found"
}

# PostgreSQL refuses to run as root: then its processes belong to the user that the package made.
# The array is empty for an ordinary user. pdeathsig comes last: a change of user clears it.
postgres_user_command() {
  PG_AS=()
  if is_root; then
    id postgres >/dev/null 2>&1 || die "the user 'postgres' is missing: reinstall postgresql"
    PG_AS=(setpriv --reuid=postgres --regid=postgres --init-groups)
  fi
}

postgres_settings() {
  cat <<CONF
listen_addresses = '127.0.0.1'
port = $PG_PORT
unix_socket_directories = ''
max_connections = 200
shared_buffers = 128MB
# A commit that was answered is on the disk: nothing here trades durability for speed.
fsync = on
synchronous_commit = on
full_page_writes = on
wal_buffers = 16MB
min_wal_size = 256MB
max_wal_size = 2GB
checkpoint_timeout = 15min
random_page_cost = 1.1
jit = off
timezone = 'UTC'
log_timezone = 'UTC'
# Statements and their values hold personal data: they stay out of the log.
log_min_error_statement = panic
log_line_prefix = '%m [%p] %u@%d '
cluster_name = 'amont-private'
CONF
}

# make_cluster FOLDER: initdb with checksums and passwords only.
make_cluster() {
  local folder="$1" pwfile="$1/pwfile"
  cp "$PG_PASSWORD_FILE" "$pwfile"
  if is_root; then chown -R postgres:postgres "$folder"; fi
  # A folder above that only root may enter would fail much later, with a message hard to read.
  "${PG_AS[@]}" test -r "$pwfile" ||
    die "the user postgres cannot reach $folder; choose another folder (--dir or TMPDIR)"
  "${PG_AS[@]}" env -C "$folder" LC_ALL=C.UTF-8 "$PG_BIN/initdb" -D "$folder/data" -U postgres \
    --pwfile="$pwfile" --auth-local=scram-sha-256 --auth-host=scram-sha-256 \
    -E UTF8 --locale=C.UTF-8 --data-checksums >"$PG_LOG" 2>&1 ||
    { show_tail "$PG_LOG"; die "initdb failed; its log is $PG_LOG"; }
  rm -f "$pwfile"
  postgres_settings | "${PG_AS[@]}" tee -a "$folder/data/postgresql.conf" >/dev/null
}

postgres_ready_or_gone() {
  alive "$PG_PID" || return 0
  "$PG_BIN/pg_isready" -q -h 127.0.0.1 -p "$PG_PORT" -t 2
}

# start_postgres FOLDER: makes the folder, a new cluster in it, and starts it.
start_postgres() {
  local folder="$1"
  PG_BIN="$(postgres_bin)"
  PG_LOG="${LOGS:-$folder}/postgres.log"
  PG_PASSWORD_FILE="$folder.password"
  mkdir -p "$folder"
  chmod 700 "$folder"
  write_secret "$PG_PASSWORD_FILE"
  postgres_user_command
  take_port
  PG_PORT="$TAKEN_PORT"
  make_cluster "$folder"
  # INT is PostgreSQL's fast shutdown: clients are disconnected, nothing is lost.
  start_process "$PG_LOG" env -C "$folder" setpriv "${PG_AS[@]:1}" --pdeathsig INT -- \
    "$PG_BIN/postgres" -D "$folder/data"
  PG_PID="$STARTED_PID"
  wait_until "$POSTGRES_START_SECONDS" postgres_ready_or_gone && alive "$PG_PID" && return 0
  show_tail "$PG_LOG"
  die "PostgreSQL did not start within $POSTGRES_START_SECONDS s; its log is $PG_LOG"
}

# stop_postgres [now]: fast shutdown of this run's cluster, by its own process id. "now" leaves out
# the last checkpoint, for a folder that is thrown away.
stop_postgres() {
  local signal=INT
  if [ "${1:-}" = now ]; then signal=QUIT; fi
  [ -n "$PG_PID" ] || return 0
  stop_pid "$PG_PID" "$signal" "$POSTGRES_STOP_SECONDS"
  PG_PID=''
}

# superuser_psql ARGUMENT…: psql as the superuser of this run's cluster.
superuser_psql() {
  PGPASSWORD="$(cat "$PG_PASSWORD_FILE")" PGCONNECT_TIMEOUT=10 \
    psql -X -q -v ON_ERROR_STOP=1 \
    -h "$PG_HOST" -p "$PG_PORT" -U postgres "$@"
}

# --- RabbitMQ --------------------------------------------------------------------------------

rabbitmq_settings() {
  local definitions="$1"
  cat <<CONF
listeners.tcp.1 = 127.0.0.1:$RABBIT_PORT
disk_free_limit.absolute = 100MB
log.file.level = info
log.connection.level = warning
# The write-ahead log is held in memory too: the default of 512 MB is much for a small machine.
raft.wal_max_size_bytes = 134217728
CONF
  if [ -n "$definitions" ]; then printf 'load_definitions = %s\n' "$definitions"; fi
}

# rabbitmq_environment FOLDER DIST_PORT EPMD_PORT: what keeps the node and its tools inside
# FOLDER and away from /etc/rabbitmq, the machine's own epmd (4369) and other addresses.
rabbitmq_environment() {
  local folder="$1" dist="$2" epmd="$3"
  cat <<CONF
export HOME='$folder/home'
export RABBITMQ_NODENAME='amont-$dist@localhost'
export RABBITMQ_MNESIA_BASE='$folder/mnesia'
export RABBITMQ_LOG_BASE='$RABBIT_LOGS'
export RABBITMQ_CONF_ENV_FILE=/dev/null
export RABBITMQ_CONFIG_FILE='$folder/rabbitmq.conf'
export RABBITMQ_ADVANCED_CONFIG_FILE='$folder/advanced.config'
export RABBITMQ_ENABLED_PLUGINS_FILE='$folder/enabled_plugins'
export RABBITMQ_PID_FILE='$folder/node.pid'
export RABBITMQ_GENERATED_CONFIG_DIR='$folder/generated'
export RABBITMQ_DIST_PORT='$dist'
export ERL_EPMD_PORT='$epmd'
export ERL_EPMD_ADDRESS=127.0.0.1
export RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS='-start_epmd false -kernel inet_dist_use_interface {127,0,0,1}'
# The node then replaces the shell that starts it, so that its process id is the one we hold.
export RUNNING_UNDER_SYSTEMD=true
export LC_ALL=C.UTF-8
cd '$folder'
CONF
}

# rabbitmq_wrapper FOLDER NAME: a small script that runs one of the broker's programs.
rabbitmq_wrapper() {
  # shellcheck disable=SC2016 # "$@" belongs to the written script
  printf '#!/bin/sh\n. "%s/environment"\nexec %s/%s "$@"\n' "$1" "$RABBITMQ_BIN" "$2" >"$1/$2"
  chmod 700 "$1/$2"
}

# prepare_rabbitmq FOLDER DEFINITIONS: the node's folder; no server runs yet.
prepare_rabbitmq() {
  local folder="$1" definitions="$2" dist_port
  [ -x "$RABBITMQ_BIN/rabbitmq-server" ] ||
    die "$RABBITMQ_BIN/rabbitmq-server was not found: is the package installed?"
  mkdir -p "$folder"/{home,mnesia,generated} "$RABBIT_LOGS"
  chmod 700 "$folder"
  (umask 077 && new_secret >"$folder/home/.erlang.cookie")
  chmod 400 "$folder/home/.erlang.cookie"
  # A plugin costs memory: the broker alone is all that Amont needs.
  printf '[].\n' >"$folder/enabled_plugins"
  printf '[].\n' >"$folder/advanced.config"
  take_port && RABBIT_PORT="$TAKEN_PORT"
  take_port && dist_port="$TAKEN_PORT"
  take_port && EPMD_PORT="$TAKEN_PORT"
  rabbitmq_settings "$definitions" >"$folder/rabbitmq.conf"
  rabbitmq_environment "$folder" "$dist_port" "$EPMD_PORT" >"$folder/environment"
  rabbitmq_wrapper "$folder" rabbitmq-server
  rabbitmq_wrapper "$folder" rabbitmqctl
  RABBITMQCTL="$folder/rabbitmqctl"
}

# The port opens before the definitions are loaded; the log's line is the last word of the boot.
rabbitmq_ready_or_gone() {
  alive "$RABBIT_PID" || return 0
  grep -qs 'Server startup complete' "$RABBIT_LOGS"/*.log && answers "$RABBIT_PORT"
}

# start_rabbitmq FOLDER [DEFINITIONS]: a new node. With a definitions file, users, permissions and
# virtual hosts come from it during the boot, and no user "guest" is made.
start_rabbitmq() {
  RABBIT_LOGS="${LOGS:-$1}/rabbitmq"
  prepare_rabbitmq "$1" "${2:-}"
  start_process "$RABBIT_LOGS/epmd.log" epmd -port "$EPMD_PORT" -address 127.0.0.1
  EPMD_PID="$STARTED_PID"
  wait_until 10 answers "$EPMD_PORT" || die "epmd did not start; its log is $RABBIT_LOGS/epmd.log"
  start_process "$RABBIT_LOGS/startup.log" "$1/rabbitmq-server"
  RABBIT_PID="$STARTED_PID"
  wait_until "$RABBITMQ_START_SECONDS" rabbitmq_ready_or_gone && alive "$RABBIT_PID" && return 0
  local log
  for log in "$RABBIT_LOGS"/*.log; do show_tail "$log"; done
  die "RabbitMQ did not start within $RABBITMQ_START_SECONDS s; its logs are in $RABBIT_LOGS"
}

# rabbitmq_again: the process of the same node, where a test killed it and started it again.
rabbitmq_again() {
  local folder pid
  folder="$(dirname "$RABBITMQCTL")"
  pid="$(cat "$folder/node.pid" 2>/dev/null)" || return 0
  if tr '\0' '\n' <"/proc/$pid/environ" 2>/dev/null | grep -qxF "RABBITMQ_MNESIA_BASE=$folder/mnesia"
  then printf '%s' "$pid"; fi
}

# stop_rabbitmq [now]: stops the node, then its epmd, each by its own process id. "now" kills it:
# for a folder that is thrown away, since an orderly stop takes six seconds.
stop_rabbitmq() {
  local signal=TERM
  if [ "${1:-}" = now ]; then signal=KILL; fi
  if [ -n "$RABBIT_PID" ]; then
    if ! alive "$RABBIT_PID"; then RABBIT_PID="$(rabbitmq_again)"; fi
    [ -z "$RABBIT_PID" ] || stop_pid "$RABBIT_PID" "$signal" "$RABBITMQ_STOP_SECONDS"
    RABBIT_PID=''
  fi
  if [ -n "$EPMD_PID" ]; then
    stop_pid "$EPMD_PID" TERM 5
    EPMD_PID=''
  fi
}

# stop_servers: at once in a temporary folder, in good order in one that the user named.
stop_servers() {
  local how=now
  if [ "${KEEP_FOLDER:-no}" = yes ]; then how=''; fi
  stop_rabbitmq "$how"
  stop_postgres "$how"
}

# private_folder PATH: makes the folder that holds everything of one run. As root, PostgreSQL's
# user must be able to pass through it; what is inside is closed folder by folder.
private_folder() {
  mkdir -p "$1"
  if is_root; then chmod 711 "$1"; else chmod 700 "$1"; fi
}

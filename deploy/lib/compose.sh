# shellcheck shell=bash
# docker-compose.yml from a script: compose of either version, and PostgreSQL's programs in its container.
# Sourced after common.sh and roles.sh.

# compose ARGUMENT…: in the folder of docker-compose.yml, so that .env and an override file there count.
compose() {
  local program=(docker compose)
  if have docker-compose; then program=(docker-compose); fi
  (cd "$AMONT_ROOT" && "${program[@]}" "$@")
}

# in_database PROGRAM ARGUMENT…: one of PostgreSQL's programs, as its superuser. The password is read
# inside the container, so that no list of processes shows it.
in_database() {
  # shellcheck disable=SC2016 # the shell in the container expands them
  compose exec -T database sh -c \
    'PGPASSWORD="$(cat /run/secrets/database-postgres)" exec "$0" -U postgres "$@"' "$@"
}

# every_database: one name a line.
every_database() {
  local service
  for service in "${AMONT_SERVICES[@]}" "$AMONT_READINGS"; do
    database_of "$service"
    printf '\n'
  done
}

# shellcheck shell=bash
# A Docker engine of this run alone: Debian's programs, unpacked and not installed; its data in the cache;
# its socket in the folder of this run. Two ways to run it, one after the other, on the same data:
# to build, with the machine's network and no network of its own; to deploy, in a network namespace of
# its own, whose ports and rules nobody else sees. Sourced after common.sh, steps.sh and packages.sh.
#
# After prepare_engine: DOCKER_HOST and PATH lead docker and docker-compose to this engine.

# docker-compose is installed: it is Python, with forty packages. None of them starts a server.
readonly ENGINE_PACKAGES=(debootstrap docker-compose iproute2 iptables python3-venv runc)
readonly ENGINE_UNPACKED=(containerd docker.io libdevmapper1.02.1)
readonly ENGINE_START_SECONDS=60
readonly ENGINE_STOP_SECONDS=60

ENGINE_PID='' ENGINE_NAMESPACE=''

# prepare_engine CACHE: packages, the engine's programs, and the lock on the cache.
prepare_engine() {
  CACHE="$1"
  is_root || die 'a Docker engine needs root'
  mkdir -p "$CACHE"
  # PostgreSQL's user and the build's own pass through it.
  chmod 711 "$CACHE"
  exec {CACHE_LOCK}>>"$CACHE/lock"
  flock -n "$CACHE_LOCK" || die "another run uses $CACHE: set AMONT_COMPOSE_CACHE to a folder of its own"
  ensure_packages "${ENGINE_PACKAGES[@]}"
  [ -x "$CACHE/engine/usr/sbin/dockerd" ] || unpack_engine
  export PATH="$CACHE/engine/usr/bin:$CACHE/engine/usr/sbin:$PATH"
  export LD_LIBRARY_PATH="$CACHE/engine/lib/x86_64-linux-gnu"
  # What leads the caller's own commands to another engine or deployment.
  unset DOCKER_CONTEXT DOCKER_TLS_VERIFY DOCKER_CERT_PATH COMPOSE_FILE COMPOSE_PROJECT_NAME COMPOSE_PROFILES
  export DOCKER_HOST="unix://$BASE/docker.sock" DOCKER_CONFIG="$BASE/docker"
}

unpack_engine() {
  local package
  rm -rf "$CACHE/engine" "$CACHE/debs"
  mkdir -p "$CACHE/debs"
  (cd "$CACHE/debs" && apt-get download "${ENGINE_UNPACKED[@]}")
  for package in "$CACHE"/debs/*.deb; do dpkg -x "$package" "$CACHE/engine.new"; done
  mv "$CACHE/engine.new" "$CACHE/engine"
  rm -rf "$CACHE/debs"
}

engine_answers_or_gone() {
  alive "$ENGINE_PID" || return 0
  docker version
}

# start_engine PREFIX… -- OPTION…: dockerd behind the words of PREFIX, and nothing of an earlier run in it.
start_engine() {
  local prefix=()
  while [ "$1" != -- ]; do
    prefix+=("$1")
    shift
  done
  shift
  start_process "$LOGS/engine.log" "${prefix[@]}" dockerd --data-root "$CACHE/data" \
    --exec-root "$BASE/exec" --pidfile "$BASE/docker.pid" -H "$DOCKER_HOST" "$@"
  ENGINE_PID="$STARTED_PID"
  wait_until "$ENGINE_START_SECONDS" engine_answers_or_gone >/dev/null 2>&1 || true
  if ! docker version; then
    show_tail "$LOGS/engine.log"
    die "dockerd did not start within $ENGINE_START_SECONDS s; its log is $LOGS/engine.log"
  fi
  remove_containers
}

# start_engine_to_build: nothing of the machine's network is changed.
start_engine_to_build() {
  start_engine unshare -m --propagation private -- --bridge=none --iptables=false --ip-forward=false --ip-masq=false
}

# start_engine_to_deploy: bridges, rules and published ports stay in a namespace of this run.
start_engine_to_deploy() {
  ENGINE_NAMESPACE="amont-compose-$$"
  ip netns add "$ENGINE_NAMESPACE"
  ip -n "$ENGINE_NAMESPACE" link set lo up
  start_engine nsenter "--net=/run/netns/$ENGINE_NAMESPACE" unshare -m --propagation private -- \
    --userland-proxy-path "$CACHE/engine/usr/sbin/docker-proxy"
}

# in_namespace COMMAND…: as on the machine that deploys: localhost has the published ports.
in_namespace() { nsenter "--net=/run/netns/$ENGINE_NAMESPACE" -- "$@"; }

# remove_containers: containers, networks and volumes go; images and the build's layers stay.
remove_containers() {
  local left
  mapfile -t left < <(docker ps -aq)
  [ "${#left[@]}" -eq 0 ] || docker rm -f -v "${left[@]}"
  mapfile -t left < <(docker volume ls -q)
  [ "${#left[@]}" -eq 0 ] || docker volume rm "${left[@]}"
  docker network prune -f
}

# keep_logs: what each container said, beside the logs of the steps.
keep_logs() {
  local name
  for name in $(docker ps -a --format '{{.Names}}'); do
    docker logs "$name" >"$LOGS/container-$name.log" 2>&1
  done
}

stop_engine() {
  if [ -n "$ENGINE_PID" ] && alive "$ENGINE_PID"; then
    keep_logs || true
    remove_containers >>"$LOGS/engine.log" 2>&1 || true
    stop_pid "$ENGINE_PID" TERM "$ENGINE_STOP_SECONDS"
  fi
  ENGINE_PID=''
  [ -z "$ENGINE_NAMESPACE" ] || ip netns del "$ENGINE_NAMESPACE" || true
  ENGINE_NAMESPACE=''
}

#!/usr/bin/env bash
# Installs Debian packages without letting them start a server or make a database cluster.
# Usage, as root: install-as-root.sh PACKAGE…
# Nothing that already runs is touched. Two runs at once wait for each other.
set -euo pipefail

readonly POLICY=/usr/sbin/policy-rc.d
readonly CLUSTER_FOLDER=/etc/postgresql-common/createcluster.d
readonly CLUSTER_RULE="$CLUSTER_FOLDER/amont-no-cluster.conf"
readonly LOCK=/run/lock/amont-install.lock
readonly MARK='Written by deploy/lib/install-as-root.sh of Amont, removed when it ends.'
readonly LOCK_SECONDS=600
made_policy=no
log=''

installed() { [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

# Debian asks this script before it starts a service of a package: 101 means "do not".
forbid_starts() {
  if [ -e "$POLICY" ] && ! grep -q "$MARK" "$POLICY"; then
    echo "note: $POLICY exists and is kept; it decides whether packaged servers start"
    return 0
  fi
  printf '#!/bin/sh\n# %s\nexit 101\n' "$MARK" >"$POLICY"
  chmod 755 "$POLICY"
  made_policy=yes
}

# The package would make a cluster named "main" when it is installed for the first time.
forbid_cluster() {
  mkdir -p "$CLUSTER_FOLDER"
  printf '# %s\ncreate_main_cluster = false\n' "$MARK" >"$CLUSTER_RULE"
}

restore() {
  if [ "$made_policy" = yes ]; then rm -f "$POLICY"; fi
  rm -f "$CLUSTER_RULE"
  rmdir --ignore-fail-on-non-empty "$CLUSTER_FOLDER" /etc/postgresql-common 2>/dev/null || true
}

apt() { apt-get -qq -o DPkg::Lock::Timeout=300 "$@"; }

try_install() { apt install -y --no-install-recommends "$@" >"$log" 2>&1 </dev/null; }

# The lists may be old or empty: try once, refresh them only when the packages are not found.
install_packages() {
  log="$(mktemp)"
  if ! try_install "$@"; then
    echo "refreshing the package lists (apt-get update)"
    apt update
    if ! try_install "$@"; then
      tail -n 20 "$log" >&2
      echo "error: apt-get could not install $*; its log is $log" >&2
      return 1
    fi
  fi
  rm -f "$log"
}

# A package that came with this run must not come up at the next boot either.
keep_off_at_boot() {
  local unit
  for unit in rabbitmq-server.service epmd.service epmd.socket; do
    if command -v systemctl >/dev/null; then systemctl disable "$unit" || true; fi
    # Without systemd the links that Debian made for it are there all the same.
    rm -f /etc/systemd/system/*.target.wants/"$unit"
  done >/dev/null 2>&1
  update-rc.d rabbitmq-server disable >/dev/null 2>&1 || true
  echo "the packaged RabbitMQ was not started and is off at boot" \
    "(to use it: systemctl enable --now rabbitmq-server)"
}

main() {
  local new_broker=no new_database=no
  export DEBIAN_FRONTEND=noninteractive
  mkdir -p "$(dirname "$LOCK")"
  exec {lock}>"$LOCK"
  flock -w "$LOCK_SECONDS" "$lock" || { echo "another installation holds $LOCK"; exit 1; }
  installed rabbitmq-server || new_broker=yes
  installed postgresql || new_database=yes

  trap restore EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
  forbid_starts
  forbid_cluster
  install_packages "$@"
  if [ "$new_broker" = yes ] && installed rabbitmq-server; then keep_off_at_boot; fi
  if [ "$new_database" = yes ] && installed postgresql; then
    echo "PostgreSQL was installed without a cluster of its own and was not started"
  fi
}

main "$@"

# shellcheck shell=bash
# Swift and the Debian packages that Amont needs. Sourced after common.sh.

# Why each package is needed:
#   rabbitmq-server  the broker: exchanges and quorum queues between the services
#   postgresql       the database of each service (the server programs; no cluster is made)
#   librabbitmq-dev  C client of the broker, which Shared/AMQP wraps
#   libpq-dev        C client of PostgreSQL, which Shared/PostgreSQL wraps
#   libssl-dev       SHA-256 (Shared/Digest), and TLS to the broker
#   pkg-config       Debian keeps libpq-fe.h outside the compiler's default search path, and the
#                    Swift package manager asks pkg-config for that path
AMONT_PACKAGES=(rabbitmq-server postgresql librabbitmq-dev libpq-dev libssl-dev pkg-config)

readonly AMONT_SWIFT_MAJOR=6
readonly AMONT_SWIFT_MINOR=2

# swift_version: prints "6.3" out of "Swift version 6.3.1 (swift-6.3.1-RELEASE)".
swift_version() {
  swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9][0-9]*\.[0-9][0-9]*\).*/\1/p' |
    head -n 1
}

swift_help() {
  cat >&2 <<TEXT

How to get it: follow https://www.swift.org/install/linux/ (the tool "swiftly" there installs a
toolchain into your home folder), open a new terminal, and check with: swift --version
If Swift is installed but sudo does not see it: sudo env PATH="\$PATH" $0
TEXT
}

# require_swift: ends with a clear message where Swift is absent or too old.
require_swift() {
  local found major minor
  if ! have swift; then
    swift_help
    die "Swift $AMONT_SWIFT_MAJOR.$AMONT_SWIFT_MINOR or later is needed and 'swift' was not found"
  fi
  found="$(swift_version)"
  major="${found%%.*}"
  minor="${found##*.}"
  if [ -z "$found" ]; then
    swift_help
    die "'swift --version' gave no version"
  fi
  if [ "$major" -lt "$AMONT_SWIFT_MAJOR" ] ||
    { [ "$major" -eq "$AMONT_SWIFT_MAJOR" ] && [ "$minor" -lt "$AMONT_SWIFT_MINOR" ]; }; then
    swift_help
    die "Swift $AMONT_SWIFT_MAJOR.$AMONT_SWIFT_MINOR or later is needed; this is Swift $found"
  fi
}

package_installed() {
  [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

# satisfied PACKAGE: installed under this name, or what we need of it is there all the same (a
# PostgreSQL of another version or archive; pkgconf, which replaces pkg-config).
satisfied() {
  package_installed "$1" && return 0
  case "$1" in
    postgresql) compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null ;;
    pkg-config) have pkg-config ;;
    python3-venv) have python3 && python3 -c 'import ensurepip, venv' 2>/dev/null ;;
    *) return 1 ;;
  esac
}

# missing_packages [PACKAGE…]: one name a line.
missing_packages() {
  local name
  for name in "$@"; do
    satisfied "$name" || printf '%s\n' "$name"
  done
}

# ensure_packages PACKAGE…: installs what is missing, and only that. Prints what it did.
ensure_packages() {
  local missing
  if ! have dpkg-query || ! have apt-get; then
    die "this script installs packages on Debian and its relatives only. Install by hand what \
these Debian packages hold: $*"
  fi
  mapfile -t missing < <(missing_packages "$@")
  if [ "${#missing[@]}" -eq 0 ]; then
    say "every Debian package is there already: nothing installed"
    return 0
  fi
  say "installing ${missing[*]}"
  install_as_root "${missing[@]}"
  mapfile -t missing < <(missing_packages "$@")
  [ "${#missing[@]}" -eq 0 ] || die "still missing after the installation: ${missing[*]}"
}

install_as_root() {
  local script="$AMONT_ROOT/deploy/lib/install-as-root.sh"
  if is_root; then
    bash "$script" "$@"
  elif have sudo; then
    say "sudo may ask for your password: installing packages needs root"
    sudo bash "$script" "$@"
  else
    die "installing packages needs root, and sudo is not here. As root, run:
  apt-get update && apt-get install --no-install-recommends $*
(to keep Debian from starting servers of its own, run instead: bash $script $*)"
  fi
}

# shellcheck shell=bash
# The deployment under test: a copy of this tree, and the commands of the documents in it. Sourced after
# engine.sh. After copy_tree: TREE.

readonly UP_SECONDS=180
# What is on its way may take so long to come, and a partner waits so long for its receipt.
readonly SETTLE_SECONDS=30
readonly ANSWER_SECONDS=90
# Broker, database and six services, one instance each.
readonly CONTAINERS=8
# Who reads households here, and why.
readonly AGENT='Camille Durand' WHY='essai du déploiement'
readonly PIKA=pika==1.3.2

# copy_tree: what is committed or will be; the passwords of a deployment in the tree itself stay there.
copy_tree() {
  TREE="$BASE/amont"
  mkdir "$TREE"
  git -C "$AMONT_ROOT" ls-files -z --cached --others --exclude-standard --deduplicate |
    tar -C "$AMONT_ROOT" --null --ignore-failed-read -T - -c | tar -C "$TREE" -x
  # During the build the engine has no network of its own.
  printf 'services:\n  %s: {build: {network: host}}\n  %s: {build: {network: host}}\n' setup intake \
    >"$TREE/network.yml"
}

# compose ARGUMENT…: docker-compose in the folder of docker-compose.yml, as the documents have it.
compose() { (cd "$TREE" && docker-compose "$@"); }

# amontctl ARGUMENT…: the operator's tool, in its container. -T: no terminal is here.
amontctl() { compose run --rm -T amontctl "$@"; }

# image_sizes: the two images that the build made.
image_sizes() {
  local name
  for name in amont amont-setup; do
    printf '%s %s MB  ' "$name" "$(($(docker image inspect -f '{{.Size}}' "$name") / 1000000))"
  done
}

# healthy COUNT: so many containers run, and every one of them is healthy.
healthy() {
  [ "$(docker ps -q | wc -l)" -eq "$1" ] &&
    [ "$(docker ps -q --filter health=healthy | wc -l)" -eq "$1" ]
}

wait_until_healthy() {
  wait_until "$UP_SECONDS" healthy "$1" && return 0
  docker ps -a --format '{{.Names}}: {{.Status}}'
  die "not all of $1 containers were healthy within $UP_SECONDS s"
}

up() {
  compose up -d
  wait_until_healthy "$CONTAINERS"
}

# partner_python: a Python with pika in PYTHON, kept in the cache.
partner_python() {
  PYTHON="$CACHE/partner/bin/python3"
  "$PYTHON" -c 'import pika' && return 0
  rm -rf "$CACHE/partner"
  python3 -m venv "$CACHE/partner"
  "$PYTHON" -m pip install --quiet --disable-pip-version-check "$PIKA"
}

# example: the one Python example of docs/partners.md, word for word.
example() {
  awk '/^```python$/ { inside = 1; blocks++; next } /^```$/ { inside = 0 } inside
    END { exit blocks != 1 }' "$TREE/docs/partners.md" >"$BASE/example.py" ||
    die 'docs/partners.md has not exactly one Python example'
}

# partner_says STATUS FILE: the Python of this file publishes its event and is answered so.
partner_says() {
  local password
  password="$(cat "$TREE/deploy/secrets/partners/etude-martin")"
  in_namespace env "AMONT_URL=amqp://etude-martin:$password@localhost:5672/amont" \
    timeout "$ANSWER_SECONDS" "$PYTHON" "$2" >"$BASE/said" ||
    { cat "$BASE/said"; die "the partner's program failed"; }
  cat "$BASE/said"
  if ! grep -q '^fr.amont.accuse.v1 ' "$BASE/said" || ! grep -q "\"statut\": \"$1\"" "$BASE/said"; then
    die "the receipt does not say $1"
  fi
}

balanced() { amontctl ledger --settle "$SETTLE_SECONDS"; }

# reference_of [NAME]: the number that the example, or another_event NAME, gives its act of three days ago.
# shellcheck disable=SC2120 # without a name: that of the example itself
reference_of() { date -d '3 days ago' +"CDP-${1:+$1-}%Y-%m-%d"; }

# household_is_shown: by the partner's own reference; without a reason nothing is shown.
household_is_shown() {
  local reference
  # shellcheck disable=SC2119
  reference="$(reference_of)"
  if amontctl dossier show "$reference"; then die 'a dossier was shown without a reason'; fi
  amontctl dossier show "$reference" --why "$WHY" >"$BASE/shown"
  cat "$BASE/shown"
  grep -q 'procédure : Commandement de payer en cours' "$BASE/shown" ||
    die 'the dossier does not say where it stands'
  amontctl readings --why "$WHY" | tee "$BASE/readings"
  grep -q "$AGENT" "$BASE/readings" || die 'the log of readings does not name who read'
}

# another_event NAME: the example with an act and a household of its own, published and accepted.
another_event() {
  sed -e "s/f\"CDP-/f\"CDP-$1-/" -e "s/\"nom\": \"Martin\"/\"nom\": \"$1\"/" \
    -e "s/12 rue des Lilas/1 rue $1/" "$BASE/example.py" >"$BASE/example-$1.py"
  partner_says accepte "$BASE/example-$1.py"
}

# killed SERVICE COUNT: its first instance, without warning; Docker starts it again and COUNT are healthy.
killed() {
  local container pid
  container="$(compose ps -q "$1" | head -n 1)"
  pid="$(docker inspect -f '{{.State.Pid}}' "$container")"
  kill -s KILL "$pid"
  wait_until "$UP_SECONDS" gone "$pid" || die "$1 outlives SIGKILL"
  wait_until "$UP_SECONDS" restarted "$container" || die "$1 was not started again"
  wait_until_healthy "$2"
}

restarted() { [ "$(docker inspect -f '{{.RestartCount}} {{.State.Running}}' "$1")" = '1 true' ]; }

# fingerprint FILE: one hash a table.
fingerprint() { amontctl fingerprint >"$1"; }

# same_tables FILE: the tables are those of this fingerprint.
same_tables() {
  fingerprint "$BASE/fingerprint.now"
  diff "$1" "$BASE/fingerprint.now" || die 'tables differ, each line of a hash above'
}

#!/usr/bin/env bash
# Two Amont, of two départements, each with its own broker and databases: a household that was
# signalled in one lives in the other. The commission proposes the transfer, the other's account reads
# it, opens the household there, and its receipt closes the dossier here. Both ledgers balance.
set -euo pipefail
# shellcheck source=Tests/EndToEnd/lib/running.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib/running.sh"

# keep NAME: where that one's partners and its operator find it.
keep() {
  local port="$AMONT_BROKER_PORT" vhost="$AMONT_BROKER_VHOST"
  eval "$1_folder=$folder $1_address=127.0.0.1:$port/${vhost//\//%2F}"
}

# as_operator FOLDER COMMAND…: the operator's tool of that one.
as_operator() (
  # shellcheck disable=SC1091 # made by the quickstart
  . "$1/amont.env"
  shift
  amontctl "$@"
)

readonly WHY="essai du transfert"

partner_python
start_amont_as here --today
keep here
start_amont_as there --departement 48
keep there
# shellcheck disable=SC2154 # set by keep
HERE="$here_address" HERE_SECRETS="$here_folder/secrets/partners" \
  THERE="$there_address" THERE_SECRETS="$there_folder/secrets/partners" \
  PYTHONDONTWRITEBYTECODE=1 timeout 120 "$PYTHON" "$(dirname "${BASH_SOURCE[0]}")/transfer/carry.py" \
  >"$work/carried" || die "the carrier ended with status $?: $(cat "$work/carried")"
read -r here_dossier there_dossier <"$work/carried"

is_transferred() { as_operator "$here_folder" dossier show --why "$WHY" "$here_dossier" | grep 'dossier transféré' >/dev/null; }
is_opened() { as_operator "$there_folder" dossier show --why "$WHY" "$there_dossier" | grep 'autre département transmet' >/dev/null; }
wait_until 30 is_transferred ||
  die "the dossier here is not closed: $(as_operator "$here_folder" dossier show --why "$WHY" "$here_dossier")"
wait_until 30 is_opened ||
  die "the dossier there says nothing: $(as_operator "$there_folder" dossier show --why "$WHY" "$there_dossier")"
for one in "$here_folder" "$there_folder"; do
  as_operator "$one" ledger --settle 20 >"$work/ledger" || die "a ledger does not balance: $(cat "$work/ledger")"
done
printf 'two Amont spoke to each other: %s here is %s there, its receipt is known, both ledgers balance\n' \
  "$here_dossier" "$there_dossier"

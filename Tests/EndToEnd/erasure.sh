#!/usr/bin/env bash
# Names, addresses and births of households that were played stand in plain in no table. One is erased, and
# nothing of it is sent to a partner again; then an old backup is restored, its keys with it, and the register destroys them again: nobody reads that
# household any more, everybody else is as before, the same events a second time bring nothing back, and the
# ledger balances.
set -euo pipefail
# shellcheck source=Tests/EndToEnd/lib/running.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib/running.sh"
# Behind the day on which the first household leaves the calendar.
readonly WHY="essai de l'effacement"
readonly PLAY=(--households 12 --seed 41 --days 200 --start 2017-09-10) STEP_SECONDS=30
readonly SEALED_TABLES=(intake.tenant intake.dwelling intake.contribution intake.outbox
  social-diagnosis.tenant social-diagnosis.inbox rehousing.inbox saga-orchestrator.inbox)

psql_of() {
  local database="$1"
  shift
  PGPASSWORD="$(cat "$password")" psql -X -q -A -t -v ON_ERROR_STOP=1 -h 127.0.0.1 \
    -p "$AMONT_DATABASE_PORT" -U postgres -d "$database" "$@"
}
pg() { PGPASSWORD="$(cat "$password")" "$@" -h 127.0.0.1 -p "$AMONT_DATABASE_PORT" -U postgres; }
databases() { psql_of postgres -c "SELECT datname FROM pg_database WHERE datname LIKE 'amont\\_%' ORDER BY 1"; }

# dump FOLDER: as docs/operations.md says, the keys apart.
dump() {
  local database
  mkdir -p "$1"
  # The log of readings names no household, and has no keys.
  for database in $(databases | grep -v '^amont_readings$'); do
    pg pg_dump -Fc -C --exclude-table-data=household_key -f "$1/$database" "$database"
    pg pg_dump -Fc --data-only -t household_key -f "$1/$database.keys" "$database"
  done
}

# restore FOLDER: the tables, and then the keys of that day.
restore() {
  local file database
  for file in "$1"/*.keys; do
    database="$(basename "$file" .keys)"
    psql_of postgres -c "DROP DATABASE $database WITH (FORCE)"
    pg pg_restore -C -d postgres "$1/$database"
    pg pg_restore --data-only -d "$database" "$file"
  done
}

# written FILE: every column of every table of all databases, as text.
written() {
  local database
  for database in $(databases); do pg pg_dump "$database"; done >"$1"
}

# opened FILE: what whoever has the master key reads in the tables that name somebody.
opened() {
  local table
  for table in "${SEALED_TABLES[@]}"; do amontctl fingerprint --rows "$table" --why "$WHY"; done >"$1"
}

# names [DOSSIER]: surnames, streets and births of the events that were published, a line each.
names() {
  python3 - "$work/published.jsonl" <<'PY'
import json, sys
found = set()
for line in open(sys.argv[1], encoding="utf-8"):
    try:
        menage = json.loads(json.loads(line)["body"]).get("menage") or {}
        people = [p for p in menage.get("locataires") or [] if isinstance(p, dict)]
        texts = [p.get(k) for p in people for k in ("nom", "naissance")]
        texts.append((menage.get("logement") or {}).get("voie"))
    except (ValueError, AttributeError, TypeError):
        continue  # a partner's mistake
    found.update(t for t in texts if isinstance(t, str) and len(t) > 6)
print("\n".join(sorted(found)))
PY
}

# standing FILE: which of the names stand there, as they are or as bytes.
standing() {
  python3 - "$1" "$work/names" <<'PY'
import sys
text = open(sys.argv[1], encoding="utf-8", errors="replace").read()
for name in open(sys.argv[2], encoding="utf-8").read().split("\n"):
    if name and (name in text or name.encode().hex() in text):
        print(name)
PY
}

start_amont --households 1 --days 1
password="$(sed -n 's/^  PostgreSQL .*password in \(.*\))$/\1/p' "$work/quickstart-amont.log")"
amont-simulator play "${PLAY[@]}" --record "$work/published.jsonl" >"$work/play.log"
names >"$work/names"
[ "$(wc -l <"$work/names")" -gt 20 ] || die 'too few names were published'

written "$work/before"
[ -z "$(standing "$work/before")" ] || die "in plain: $(standing "$work/before" | head -n 5)"
grep -q 'fr.amont.signalement' "$work/before" || die 'the search does not find what is there'
opened "$work/opened.before"
standing "$work/opened.before" >"$work/known.before"
[ "$(wc -l <"$work/known.before")" -gt 20 ] || die 'whoever has the key does not read the names either'
dump "$work/backup"

# A household with a name and a street of its own, which nobody else has.
household="$(psql_of amont_intake -c \
  "SELECT t.household FROM tenant AS t JOIN dossier AS d USING (household) WHERE d.merged_into IS NULL
   ORDER BY (SELECT count(*) FROM contribution AS c WHERE c.home = t.household) DESC, 1 LIMIT 1")"
amontctl fingerprint --rows intake.tenant --why "$WHY" | grep -F "$household" >"$work/erased.rows"
if amontctl erase "$household" --why essai --register "$work/register" 2>"$work/refused"; then
  die 'a dossier that is open was erased without an order'
fi
grep -q -- '--order' "$work/refused" || die "the refusal says something else: $(cat "$work/refused")"
if amontctl erase "$household" --why essai --order menage --register "$work/register" 2>"$work/refused"; then
  die 'an open dossier was erased on order of the household'
fi
grep -q 'not closed' "$work/refused" || die "the refusal says something else: $(cat "$work/refused")"
[ ! -e "$work/register" ] || die 'a refused erasure stands in the register'
wait_until "$STEP_SECONDS" amontctl erase "$household" --why "jugement du 3 mai" --order tribunal \
  --register "$work/register" --certificates "$work/certificates" >"$work/said" || die "$(cat "$work/said")"
grep -q 'intake, tenant.nom : [1-9]' "$work/certificates/certificat-$household.txt" ||
  die "the certificate says something else: $(cat "$work/certificates"/*.txt)"
grep -q "sur ordre d'un tribunal" "$work/certificates/certificat-$household.txt" ||
  die "the certificate does not say who ordered: $(cat "$work/certificates"/*.txt)"
grep -q "$household" "$work/register" || die 'the register does not name the dossier'
[ -z "$(standing "$work/register")" ] || die 'the register names somebody'

# unreadable WHEN: nothing of the household is read, everything of the others is.
unreadable() {
  opened "$work/opened.$1"
  standing "$work/opened.$1" >"$work/known.$1"
  if amontctl fingerprint --rows intake.tenant --why "$WHY" | grep -F "$household" | grep -vq 'nom: effacé'; then
    die "$1: the household is named"
  fi
  comm -23 "$work/known.before" "$work/known.$1" >"$work/gone.$1"
  [ -s "$work/gone.$1" ] || die "$1: every name is still read"
  [ "$(wc -l <"$work/gone.$1")" -le 8 ] || die "$1: others are gone too: $(cat "$work/gone.$1")"
}
unreadable erased

# The same events once more: copies of what was received, none of it brings anything back.
amont-simulator replay "$work/published.jsonl" >"$work/replay.log"
unreadable replayed
amontctl ledger --settle 10 >"$work/ledger" || die "the ledger does not balance: $(cat "$work/ledger")"

# What a partner had been told of it is not sent again, whatever its queue lost; the rest is.
everything_is_confirmed() { [ "$(amontctl outbox)" = 'everything is confirmed' ]; }
told="$(psql_of amont_intake -c "SELECT substr(routing_key, 6) FROM outbox
  WHERE household = '$household' AND routing_key LIKE 'user.%' ORDER BY id LIMIT 1")"
[ -n "$told" ] || die 'nobody was told of the household'
amontctl outbox resend --to "$told" --since 2017-01-01 --yes >"$work/resent"
grep -q 'will be sent again' "$work/resent" || die "nothing was sent again: $(cat "$work/resent")"
wait_until "$STEP_SECONDS" everything_is_confirmed || die "not confirmed: $(amontctl outbox | head -n 5)"
amontctl ledger --settle 10 >"$work/ledger" || die "the ledger does not balance: $(cat "$work/ledger")"

# The backup of before, its keys with it: by them everything is read again, until the register is heard.
restore "$work/backup"
opened "$work/opened.restored"
cmp -s <(standing "$work/opened.restored") "$work/known.before" || die 'the backup was not restored whole'
amontctl erase --again --why "$WHY" --register "$work/register" >"$work/again"
grep -q '^keys destroyed again: [1-9]' "$work/again" || die "nothing was destroyed again: $(cat "$work/again")"
unreadable restored
written "$work/after"
[ -z "$(standing "$work/after")" ] || die 'in plain after the restore'
amontctl erase --again --why "$WHY" --register "$work/register" | grep -qx 'keys destroyed again: 0' ||
  die 'the second time changes something'

# A new master key: the old one can go, and everybody else is read as before.
master="$folder/secrets/keys/master"
printf '2 %s\n' "$(od -An -N32 -tx1 /dev/urandom | tr -d ' \n')" >>"$master"
amontctl keys rotate >"$work/rotated"
sed -i '/^1 /d' "$master"
unreadable rotated
amontctl keys | awk '$2 == 1 { exit 1 }' || die 'keys are left under the old master key'
printf 'erased: %s of %s names gone, in the databases and in their backup\n' \
  "$(wc -l <"$work/gone.erased")" "$(wc -l <"$work/known.before")"

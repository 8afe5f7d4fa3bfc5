#!/usr/bin/env bash
# Who reads a dossier, on a real deployment with its real roles: without a person and a reason nothing is
# shown; what cannot be recorded is not shown; the log is found out where it was changed; and the household
# gets a page with all of it.
set -euo pipefail
# shellcheck source=Tests/EndToEnd/lib/running.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib/running.sh"
readonly PLAY=(--households 14 --seed 17 --days 900)

# superuser SQL: in the database of the log.
superuser() {
  PGPASSWORD="$(cat "$folder/postgres.password" 2>/dev/null || cat "$folder"/postgres*/password 2>/dev/null)" \
    psql -X -q -A -t -h 127.0.0.1 -p "$AMONT_DATABASE_PORT" -U postgres -d amont_readings -c "$1"
}

# refused WORDS COMMAND…: it fails, shows nothing on standard output, and says these words.
refused() {
  local words="$1"
  shift
  if "$@" >"$work/out" 2>"$work/err"; then die "was not refused: $*"; fi
  [ ! -s "$work/out" ] || die "showed something although it was refused: $*"
  grep -qF -- "$words" "$work/err" || die "$* says something else: $(cat "$work/err")"
}

start_amont "${PLAY[@]}"
why=(--why 'essai des lectures')

refused 'say who you are' env -u AMONT_AGENT amontctl dossier show "${why[@]}"
refused 'the agent is one person' amontctl dossier show --agent CCAPEX "${why[@]}"
refused 'say why' amontctl dossier show
refused 'recorded first' env -u AMONT_READINGS_PASSWORD_FILE amontctl dossier show "${why[@]}"
refused 'cannot be reached' env -u AMONT_READINGS_PASSWORD_FILE AMONT_READINGS_PASSWORD=wrong \
  amontctl dossier show "${why[@]}"
before="$(amontctl readings --verify)"

amontctl dossier show --json "${why[@]}" >"$work/xray"
dossier="$(sed -n 's/.*"household":"\([0-9a-f-]*\)".*/\1/p' "$work/xray")"
[ -n "$dossier" ] || die 'dossier show shows no dossier'
amontctl readings --dossier "$dossier" "${why[@]}" | grep -q 'Camille Exemple.*dossier show' ||
  die 'the reading is not in the log'
after="$(amontctl readings --verify)"
[ "$before" != "$after" ] || die 'nothing was added to the log'

# The auditor, under whose role dossiers are read, does not even see the log.
if PGPASSWORD="$(cat "$AMONT_AUDITOR_PASSWORD_FILE")" psql -X -q -h 127.0.0.1 -p "$AMONT_DATABASE_PORT" \
  -U amont_auditor -d amont_readings -c 'SELECT 1' >/dev/null 2>&1; then die 'the auditor reads the log'; fi
for statement in 'DELETE FROM reading' "UPDATE reading SET why = 'x'" 'TRUNCATE reading'; do
  if PGPASSWORD="$(cat "$AMONT_READINGS_PASSWORD_FILE")" psql -X -q -h 127.0.0.1 -p "$AMONT_DATABASE_PORT" \
    -U readings -d amont_readings -c "$statement" >/dev/null 2>&1; then die "the role may: $statement"; fi
done

# The household's own page.
amontctl dossier export "$dossier" --folder "$work/page" --on 2026-05-04 "${why[@]}" >"$work/files"
page="$work/page/$dossier.html"
[ "$(stat -c %a "$page")" = 600 ] || die 'others may read the page'
for words in 'Qui vous êtes et où vous habitez' 'Chronologie' 'À qui cela a été dit' 'essai des lectures' \
  'www.cnil.fr'; do
  grep -qF "$words" "$page" || die "the page lacks: $words"
done
if grep -q '<script' "$page"; then die 'the page has a script'; fi
python3 -m json.tool "$work/page/$dossier.json" >/dev/null || die 'the file for programs is no JSON'
[ -z "${AMONT_KEEP_PAGE:-}" ] || cp "$page" "$AMONT_KEEP_PAGE"

# Closed long ago, a dossier goes to the archive, and is shown for a reason of its own only.
amontctl retention --on 2060-01-01 "${why[@]}" | grep -q 'à effacer' || die 'no dossier is to be erased'
closed="$(amontctl retention --on 2022-01-01 --json "${why[@]}" |
  sed -n 's/.*"dossier":"\([0-9a-f-]*\)","months":[0-9]*,"rule":"[^"]*","source":"[^"]*","step":"archive".*/\1/p')"
if [ -n "$closed" ]; then
  amontctl retention --on 2022-01-01 --apply "${why[@]}" >"$work/retention" || true
  refused 'in the archive since' amontctl dossier show "$closed" "${why[@]}"
  amontctl dossier show "$closed" --archive contentieux "${why[@]}" >/dev/null
  # The household's own page is one of the reasons, and is recorded as such.
  amontctl dossier export "$closed" --folder "$work/archived" --on 2026-05-04 "${why[@]}" >/dev/null
  amontctl readings --dossier "$closed" "${why[@]}" | grep -q 'dossier export.*archive, demande-acces' ||
    die 'the log does not say that the archive was opened for a request of access'
fi
printf 'archived: %s\n' "${closed:-none was closed}"

amontctl readings --verify >/dev/null
superuser 'UPDATE reading SET why = why || $$ $$ WHERE number = 2'
if amontctl readings --verify >"$work/verdict"; then die 'a changed line is not found'; fi
grep -qx 'line 2 was changed' "$work/verdict" || die "the verdict is another: $(cat "$work/verdict")"
printf 'readings: recorded, shown, verified; a change is found\n'

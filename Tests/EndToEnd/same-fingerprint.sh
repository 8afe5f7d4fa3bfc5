#!/usr/bin/env bash
# The same small play on two new deployments, undisturbed: their fingerprints are equal, table by table.
# After one more event they are not.
set -euo pipefail
# shellcheck source=Tests/EndToEnd/lib/running.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib/running.sh"
readonly PLAY=(--households 20 --seed 17 --days 300) MOST_SHOWN=20

# keep_rows RUN: the rows of every table, so that a difference can be shown when its databases are gone.
keep_rows() {
  local table
  mkdir -p "$work/$1.rows"
  while read -r table _; do amontctl fingerprint --rows "$table" --why 'comparer deux essais' >"$work/$1.rows/$table"; done <"$work/$1"
}

# show_differing_rows: of invented households, so that they may be shown.
show_differing_rows() {
  diff -r "$work/first.rows" "$work/second.rows" | head -n "$MOST_SHOWN" | cut -c1-1200
}

for run in first second; do
  start_amont "${PLAY[@]}"
  amontctl fingerprint >"$work/$run"
  keep_rows "$run"
  if [ "$run" = first ]; then stop_amont; fi
done
[ "$(wc -l <"$work/first")" -gt 60 ] || die 'the fingerprint has few tables'
diff "$work/first" "$work/second" ||
  { show_differing_rows; die 'two undisturbed runs differ in the tables above'; }

partner_python
partner_address
partner_example "$work/example.py"
timeout 90 "$PYTHON" "$work/example.py" >"$work/said" || die "the partner's example failed: $(cat "$work/said")"
amontctl fingerprint >"$work/after"
if diff -q "$work/first" "$work/after" >/dev/null; then die 'an event more changes nothing'; fi
printf 'two undisturbed runs: %s tables equal\n' "$(wc -l <"$work/first")"

#!/usr/bin/env bash
# The same small play on two new deployments, undisturbed: their fingerprints are equal, table by table.
# After one more event they are not.
set -euo pipefail
# shellcheck source=Tests/EndToEnd/lib/running.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib/running.sh"
readonly PLAY=(--households 20 --seed 17 --days 300)

for run in first second; do
  start_amont "${PLAY[@]}"
  amontctl fingerprint >"$work/$run"
  if [ "$run" = first ]; then stop_amont; fi
done
[ "$(wc -l <"$work/first")" -gt 60 ] || die 'the fingerprint has few tables'
diff "$work/first" "$work/second" || die 'two undisturbed runs differ in the tables above'

partner_python
partner_address
readme_example "$work/example.py"
timeout 90 "$PYTHON" "$work/example.py" >"$work/said" || die "the partner's example failed: $(cat "$work/said")"
amontctl fingerprint >"$work/after"
if diff -q "$work/first" "$work/after" >/dev/null; then die 'an event more changes nothing'; fi
printf 'two undisturbed runs: %s tables equal\n' "$(wc -l <"$work/first")"

#!/usr/bin/env bash
# What others wrote says the same as `amontctl law`: the Python packages holidays (every département, 2000 to
# 2100) and dateutil (months).
set -euo pipefail
# shellcheck source=Tests/EndToEnd/lib/oracle.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib/oracle.sh"
oracle_python law holidays==0.109 python-dateutil==2.9.0.post0
exec "$PYTHON" "$root/Tests/EndToEnd/oracles/law.py" "$amontctl"

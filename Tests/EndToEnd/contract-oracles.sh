#!/usr/bin/env bash
# What others wrote reads the contract, and it says what intake says: the Python packages jsonschema (10,000
# events made wrong at random; the seed is printed, and may be given), cloudevents and asyncapi-python.
set -euo pipefail
# shellcheck source=Tests/EndToEnd/lib/oracle.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib/oracle.sh"
oracle_python contract jsonschema==4.26.0 cloudevents==2.2.0 'asyncapi-python[codegen]==0.3.1'
exec "$PYTHON" "$root/Tests/EndToEnd/oracles/contract.py" "$amontctl" "$@"

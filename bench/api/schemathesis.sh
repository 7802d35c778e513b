#!/bin/sh
# Asks a running local API all that its own description allows, and what it does not: sh bench/api/schemathesis.sh URL [EXAMPLES]
# Needs Python 3; puts schemathesis into a folder of its own under /tmp. Prints failures, and ends with 1 if there are any.
set -eu
API=$1
EXAMPLES=${2:-40}
VENV=/tmp/wirefold-schemathesis
[ -x "$VENV/bin/schemathesis" ] || { python3 -m venv "$VENV" && "$VENV/bin/pip" install -q schemathesis; }
exec "$VENV/bin/schemathesis" --config-file "$(dirname "$0")/schemathesis.toml" run "$API/openapi.json" --checks all --exclude-checks ignored_auth --max-examples "$EXAMPLES" --seed 1

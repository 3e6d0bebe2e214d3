#!/usr/bin/env sh
# The budget begins in the month of the first deployment and cannot move later: remember it.
set -eu

if [ -z "${NEWSINGEST_BUDGET_START:-}" ]; then
  azd env set NEWSINGEST_BUDGET_START "$(date -u +%Y-%m-01)"
fi

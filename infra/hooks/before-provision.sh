#!/usr/bin/env sh
# The budget begins in the month of the first deployment and cannot move later: remember it.
set -eu

# A workflow starts anew each time and cannot: there the variable of the GitHub environment counts.
if [ -z "${NEWSINGEST_BUDGET_START:-}" ] && [ -z "${GITHUB_ACTIONS:-}" ]; then
  azd env set NEWSINGEST_BUDGET_START "$(date -u +%Y-%m-01)"
fi

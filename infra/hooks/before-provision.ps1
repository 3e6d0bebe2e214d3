# The budget begins in the month of the first deployment and cannot move later: remember it.
$ErrorActionPreference = 'Stop'

if (-not $env:NEWSINGEST_BUDGET_START) {
  azd env set NEWSINGEST_BUDGET_START ([DateTime]::UtcNow.ToString('yyyy-MM-01'))
}

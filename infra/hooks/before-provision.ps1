# The budget begins in the month of the first deployment and cannot move later: remember it.
$ErrorActionPreference = 'Stop'

# A workflow starts anew each time and cannot: there the variable of the GitHub environment counts.
if (-not $env:NEWSINGEST_BUDGET_START -and -not $env:GITHUB_ACTIONS) {
  azd env set NEWSINGEST_BUDGET_START ([DateTime]::UtcNow.ToString('yyyy-MM-01'))
}

# Second phase of a deployment: has Event Grid tell the deployed app of new files. Needs the Azure CLI, signed in.
# azd gives the variables; without azd take them from the outputs of the first phase.
$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '../..')

foreach ($name in 'AZURE_RESOURCE_GROUP', 'AZURE_FUNCTION_APP', 'AZURE_STORAGE_ACCOUNT', 'AZURE_EVENTGRID_TOPIC') {
  if (-not [Environment]::GetEnvironmentVariable($name)) { throw "${name} is an output of the deployment" }
}
$tries = if ($env:CONNECT_TRIES) { [int]$env:CONNECT_TRIES } else { 30 }
$pause = if ($env:CONNECT_PAUSE) { [int]$env:CONNECT_PAUSE } else { 10 }
$subscription = if ($env:AZURE_SUBSCRIPTION_ID) { @('--subscription', $env:AZURE_SUBSCRIPTION_ID) } else { @() }

function Invoke-Patiently([string] $what, [scriptblock] $step) {
  for ($left = $tries; -not (& $step); ) {
    if (--$left -le 0) { throw "Gave up after $tries tries: $what. Once the app runs, start $PSCommandPath again." }
    Start-Sleep -Seconds $pause
  }
}

# The host makes the key when it first starts with the blob function. The key itself is not printed.
Invoke-Patiently 'the app has no key for events yet' {
  az functionapp keys list --resource-group $env:AZURE_RESOURCE_GROUP --name $env:AZURE_FUNCTION_APP --query systemKeys.blobs_extension --output tsv @subscription
}

# Event Grid asks the app to confirm, which a host that still starts does not.
Invoke-Patiently 'Event Grid could not reach the app' {
  az deployment group create --resource-group $env:AZURE_RESOURCE_GROUP --name file-created --output none `
    --template-file infra/modules/fileCreated.bicep `
    --parameters "topicName=$env:AZURE_EVENTGRID_TOPIC" "storageName=$env:AZURE_STORAGE_ACCOUNT" "appName=$env:AZURE_FUNCTION_APP" @subscription | Out-Null
  $LASTEXITCODE -eq 0
}
if ($env:AZURE_ENV_NAME -and (Get-Command azd -ErrorAction SilentlyContinue)) { azd env set NEWSINGEST_CONNECT_EVENTS true }
Write-Output "New files of $env:AZURE_STORAGE_ACCOUNT are told to $env:AZURE_FUNCTION_APP."

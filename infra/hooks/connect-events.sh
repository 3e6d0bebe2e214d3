#!/usr/bin/env sh
# Second phase of a deployment: has Event Grid tell the deployed app of new files. Needs the Azure CLI, signed in.
# azd gives the variables; without azd take them from the outputs of the first phase.
set -eu
cd "$(dirname "$0")/../.."

: "${AZURE_RESOURCE_GROUP:?is an output of the deployment}"
: "${AZURE_FUNCTION_APP:?is an output of the deployment}"
: "${AZURE_STORAGE_ACCOUNT:?is an output of the deployment}"
: "${AZURE_EVENTGRID_TOPIC:?is an output of the deployment}"
tries=${CONNECT_TRIES:-30}
pause=${CONNECT_PAUSE:-10}

in_subscription() {
  if [ -n "${AZURE_SUBSCRIPTION_ID:-}" ]; then az "$@" --subscription "$AZURE_SUBSCRIPTION_ID"; else az "$@"; fi
}

# The host makes the key when it first starts with the blob function. The key itself is not printed.
has_key() {
  [ -n "$(in_subscription functionapp keys list --resource-group "$AZURE_RESOURCE_GROUP" --name "$AZURE_FUNCTION_APP" --query systemKeys.blobs_extension --output tsv)" ]
}

# Event Grid asks the app to confirm, which a host that still starts does not.
subscribe() {
  in_subscription deployment group create --resource-group "$AZURE_RESOURCE_GROUP" --name file-created --output none \
    --template-file infra/modules/fileCreated.bicep \
    --parameters "topicName=$AZURE_EVENTGRID_TOPIC" "storageName=$AZURE_STORAGE_ACCOUNT" "appName=$AZURE_FUNCTION_APP"
}

try() {
  what=$1
  left=$tries
  until "$2"; do
    left=$((left - 1))
    if [ "$left" -le 0 ]; then
      echo "Gave up after $tries tries: $what. Once the app runs, start $0 again." >&2
      exit 1
    fi
    sleep "$pause"
  done
}

try 'the app has no key for events yet' has_key
try 'Event Grid could not reach the app' subscribe
if [ -n "${AZURE_ENV_NAME:-}" ] && command -v azd > /dev/null; then azd env set NEWSINGEST_CONNECT_EVENTS true; fi
echo "New files of $AZURE_STORAGE_ACCOUNT are told to $AZURE_FUNCTION_APP."

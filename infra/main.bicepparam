// For azd. The values are those of its environment: `azd env set NAME VALUE`.
using 'main.bicep'

import { dev, prod } from 'environments.bicep'

var profile = readEnvironmentVariable('NEWSINGEST_PROFILE', 'dev') == 'prod' ? prod : dev
var email = readEnvironmentVariable('NEWSINGEST_ALERT_EMAIL', '')

param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'dev')
param location = readEnvironmentVariable('AZURE_LOCATION', 'westeurope')
param connectEvents = bool(readEnvironmentVariable('NEWSINGEST_CONNECT_EVENTS', 'false'))
param uploaderPrincipalId = readEnvironmentVariable('AZURE_PRINCIPAL_ID', '')
param uploaderPrincipalType = readEnvironmentVariable('NEWSINGEST_PRINCIPAL_TYPE', 'User')
param options = union(profile, {
  alertEmails: empty(email) ? [] : [email]
  budgetStart: readEnvironmentVariable('NEWSINGEST_BUDGET_START', '')
})

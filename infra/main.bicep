targetScope = 'subscription'

import { optionsType } from 'options.bicep'

@description('Name of the environment; it is part of the names of all resources.')
@minLength(1)
@maxLength(16)
param environmentName string

@description('Region of all resources; it must have Flex Consumption.')
param location string

@description('What differs between environments.')
param options optionsType

@description('Whether events of new files go to the app. That needs a key which only a deployed app has: false at first, true after the first deployment.')
param connectEvents bool = false

@description('Who may drop files into the container; nobody but the app when empty.')
param uploaderPrincipalId string = ''

@allowed(['User', 'Group', 'ServicePrincipal'])
param uploaderPrincipalType string = 'User'

var tags = {
  'azd-env-name': environmentName
  app: 'newsingest'
}

resource group 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: 'rg-newsingest-${environmentName}'
  location: location
  tags: tags
}

module app 'app.bicep' = {
  name: 'newsingest'
  scope: group
  params: {
    environmentName: environmentName
    location: location
    tags: tags
    options: options
    connectEvents: connectEvents
    uploaderPrincipalId: uploaderPrincipalId
    uploaderPrincipalType: uploaderPrincipalType
  }
}

output AZURE_RESOURCE_GROUP string = group.name
output AZURE_FUNCTION_APP string = app.outputs.appName
output AZURE_STORAGE_ACCOUNT string = app.outputs.storageName
output AZURE_EVENTGRID_TOPIC string = app.outputs.topicName
output NEWSINGEST_URL string = app.outputs.appUrl

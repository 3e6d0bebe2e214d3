import { containers, deadLettersContainer, queues, roles } from '../names.bicep'

param storageName string
param insightsName string

@description('Names of the identities: the assignments take theirs from them.')
param appIdentityName string
param topicName string

@description('Principal of the identity that the function app has.')
param appPrincipalId string

@description('Principal of the identity that the Event Grid topic has.')
param topicPrincipalId string

@description('Who may drop files into the container; nobody when empty.')
param uploaderPrincipalId string

@allowed(['User', 'Group', 'ServicePrincipal'])
param uploaderPrincipalType string

resource storage 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: storageName

  resource blobs 'blobServices' existing = {
    name: 'default'

    resource articles 'containers' existing = {
      name: containers.articles
    }

    resource deadLetters 'containers' existing = {
      name: deadLettersContainer
    }
  }

  resource queueService 'queueServices' existing = {
    name: 'default'

    resource deleted 'queues' existing = {
      name: queues.deleted
    }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

// The host keeps leases and keys in containers of its own, hence owner of blobs and not contributor.
var appRoles = [
  roles.storageBlobDataOwner
  roles.storageQueueDataContributor
  roles.storageTableDataContributor
]

resource appOnStorage 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in appRoles: {
    name: guid(storage.id, appIdentityName, role)
    scope: storage
    properties: {
      principalId: appPrincipalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
    }
  }
]

resource appOnInsights 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(insights.id, appIdentityName, roles.monitoringMetricsPublisher)
  scope: insights
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.monitoringMetricsPublisher)
  }
}

// Event Grid writes to two places and gets no more than these.
resource topicOnQueue 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(storage::queueService::deleted.id, topicName, roles.storageQueueDataMessageSender)
  scope: storage::queueService::deleted
  properties: {
    principalId: topicPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.storageQueueDataMessageSender)
  }
}

resource topicOnDeadLetters 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(storage::blobs::deadLetters.id, topicName, roles.storageBlobDataContributor)
  scope: storage::blobs::deadLetters
  properties: {
    principalId: topicPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.storageBlobDataContributor)
  }
}

resource uploaderOnArticles 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(uploaderPrincipalId)) {
  name: guid(storage::blobs::articles.id, uploaderPrincipalId, roles.storageBlobDataContributor)
  scope: storage::blobs::articles
  properties: {
    principalId: uploaderPrincipalId
    principalType: uploaderPrincipalType
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.storageBlobDataContributor)
  }
}

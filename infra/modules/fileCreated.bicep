import { containers, createdApis, deadLettersContainer, functions, subscriptions } from '../names.bicep'

@description('Name of the topic of what happens in the storage account.')
param topicName string

@description('Name of the storage account.')
param storageName string

@description('Name of the function app. Its functions must be deployed: only then the host has the key that this reads.')
param appName string

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' existing = {
  name: topicName
}

resource storage 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: storageName
}

resource app 'Microsoft.Web/sites@2024-04-01' existing = {
  name: appName
}

// The key of the webhook; no type is known for the host of an app, hence the function.
var key = listKeys('${app.id}/host/default', app.apiVersion).systemKeys.blobs_extension

resource created 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15' = {
  parent: topic
  name: subscriptions.created
  properties: {
    eventDeliverySchema: 'EventGridSchema'
    filter: {
      includedEventTypes: ['Microsoft.Storage.BlobCreated']
      subjectBeginsWith: '/blobServices/default/containers/${containers.articles}/blobs/'
      isSubjectCaseSensitive: true
      advancedFilters: [
        {
          key: 'data.api'
          operatorType: 'StringIn'
          values: createdApis
        }
      ]
    }
    destination: {
      endpointType: 'WebHook'
      properties: {
        endpointUrl: 'https://${app.properties.defaultHostName}/runtime/webhooks/blobs?functionName=Host.Functions.${functions.parse}&code=${key}'
        maxEventsPerBatch: 1
        preferredBatchSizeInKilobytes: 64
        minimumTlsVersionAllowed: '1.2'
      }
    }
    retryPolicy: {
      maxDeliveryAttempts: 30
      eventTimeToLiveInMinutes: 1440
    }
    deadLetterWithResourceIdentity: {
      identity: {
        type: 'SystemAssigned'
      }
      deadLetterDestination: {
        endpointType: 'StorageBlob'
        properties: {
          resourceId: storage.id
          blobContainerName: deadLettersContainer
        }
      }
    }
  }
}

import { functions } from '../names.bicep'

param name string
param planName string
param location string
param tags object

@description('User-assigned identity that the app has for everything it reaches.')
param identityId string
param identityClientId string

param blobEndpoint string
param queueEndpoint string
param tableEndpoint string

@description('Address of the container that holds the package.')
param packagesUrl string

param insightsName string

@description('Subnet for outgoing traffic; none when empty.')
param subnetId string

@description('Memory of an instance in MB; processor and network come in proportion.')
@allowed([512, 2048, 4096])
param instanceMemoryMB int

@description('The most instances there may be of each group of functions: the first guard of the bill.')
param maximumInstances int

@description('HTTP requests at once on an instance.')
param httpConcurrency int

@description('Files that an instance reads at once.')
param parseConcurrency int

@description('Articles that an instance extracts at once.')
param extractConcurrency int

@description('Instances that are always there for HTTP, for files and for articles; 0 means a cold start after a pause.')
param alwaysReady { http: int, parse: int, extract: int }

@description('Web origins whose pages may call the API.')
param allowedOrigins string[]

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

var readyGroups = [
  { name: 'http', instanceCount: alwaysReady.http }
  { name: 'blob', instanceCount: alwaysReady.parse }
  { name: 'function:${functions.extract}', instanceCount: alwaysReady.extract }
]

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    name: 'FC1'
    tier: 'FlexConsumption'
  }
  properties: {
    reserved: true
  }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: name
  location: location
  // azd finds the app to deploy to by this tag.
  tags: union(tags, { 'azd-service-name': 'functions' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: packagesUrl
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      runtime: {
        name: 'dotnet-isolated'
        version: '10.0'
      }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemoryMB
        maximumInstanceCount: maximumInstances
        alwaysReady: filter(readyGroups, group => group.instanceCount > 0)
        triggers: {
          http: {
            perInstanceConcurrency: httpConcurrency
          }
        }
      }
    }
    siteConfig: {
      minTlsVersion: '1.2'
      ftpsState: 'Disabled'
      http20Enabled: true
      cors: {
        allowedOrigins: allowedOrigins
      }
    }
  }

  resource settings 'config' = {
    name: 'appsettings'
    properties: {
      AzureWebJobsStorage__blobServiceUri: blobEndpoint
      AzureWebJobsStorage__queueServiceUri: queueEndpoint
      AzureWebJobsStorage__tableServiceUri: tableEndpoint
      AzureWebJobsStorage__credential: 'managedidentity'
      AzureWebJobsStorage__clientId: identityClientId
      APPLICATIONINSIGHTS_CONNECTION_STRING: insights.properties.ConnectionString
      APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
      // Everything is there already: an instance that starts need not look.
      NewsIngest__CreateStorage: 'false'
      AzureFunctionsJobHost__extensions__blobs__maxDegreeOfParallelism: string(parseConcurrency)
      AzureFunctionsJobHost__extensions__queues__batchSize: string(extractConcurrency)
      AzureFunctionsJobHost__extensions__queues__newBatchThreshold: string(extractConcurrency / 2)
    }
  }

  resource noFtpPasswords 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: {
      allow: false
    }
  }

  resource noDeploymentPasswords 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: {
      allow: false
    }
  }
}

output name string = app.name
output url string = 'https://${app.properties.defaultHostName}'

// Everything inside the resource group.
targetScope = 'resourceGroup'

param environmentName string
param location string
param tags object
param options optionsType
param connectEvents bool
param uploaderPrincipalId string

@allowed(['User', 'Group', 'ServicePrincipal'])
param uploaderPrincipalType string

import { optionsType } from 'options.bicep'

var token = uniqueString(subscription().id, resourceGroup().id, environmentName)
var base = 'ni-${environmentName}-${token}'

// Known before anything is deployed, so that a preview of the changes is exact.
var names = {
  identity: 'id-${base}'
  workspace: 'log-${base}'
  insights: 'appi-${base}'
  storage: 'stni${token}'
  network: 'vnet-${base}'
  topic: 'evgt-${base}'
  app: 'func-${base}'
  plan: 'plan-${base}'
}

module identity 'modules/identity.bicep' = {
  name: 'identity'
  params: {
    name: names.identity
    location: location
    tags: tags
  }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  params: {
    workspaceName: names.workspace
    insightsName: names.insights
    location: location
    tags: tags
    retentionDays: options.logRetentionDays
    dailyCapGB: options.dailyLogCapGB
  }
}

module storage 'modules/storage.bicep' = {
  name: 'storage'
  params: {
    name: names.storage
    location: location
    tags: tags
    sku: options.storageSku
    softDeleteDays: options.softDeleteDays
    coolAfterDays: options.coolAfterDays
    deleteAfterDays: options.deleteAfterDays
    deadLetterDays: options.deadLetterDays
    isPrivate: options.privateNetworking
  }
}

module network 'modules/network.bicep' = if (options.privateNetworking) {
  name: 'network'
  params: {
    name: names.network
    location: location
    tags: tags
    storageName: names.storage
    storageId: storage.outputs.id
    addressPrefix: options.networkAddressPrefix
  }
}

module topic 'modules/topic.bicep' = {
  name: 'topic'
  params: {
    name: names.topic
    location: location
    tags: tags
    storageId: storage.outputs.id
    workspaceId: monitoring.outputs.workspaceId
  }
}

module roles 'modules/roles.bicep' = {
  name: 'roles'
  params: {
    storageName: names.storage
    insightsName: names.insights
    appIdentityName: names.identity
    topicName: names.topic
    appPrincipalId: identity.outputs.principalId
    topicPrincipalId: topic.outputs.principalId
    uploaderPrincipalId: uploaderPrincipalId
    uploaderPrincipalType: uploaderPrincipalType
  }
}

module functionApp 'modules/functionApp.bicep' = {
  name: 'functionApp'
  params: {
    name: names.app
    planName: names.plan
    location: location
    tags: tags
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    blobEndpoint: storage.outputs.blobEndpoint
    queueEndpoint: storage.outputs.queueEndpoint
    tableEndpoint: storage.outputs.tableEndpoint
    packagesUrl: storage.outputs.packagesUrl
    insightsName: names.insights
    subnetId: options.privateNetworking ? network!.outputs.appSubnetId : ''
    instanceMemoryMB: options.instanceMemoryMB
    maximumInstances: options.maximumInstances
    httpConcurrency: options.httpConcurrency
    parseConcurrency: options.parseConcurrency
    extractConcurrency: options.extractConcurrency
    alwaysReady: options.alwaysReady
    allowedOrigins: options.allowedOrigins
  }
  // The app reads its package with the identity as soon as it is there.
  dependsOn: [
    roles
  ]
}

module fileDeleted 'modules/fileDeleted.bicep' = {
  name: 'fileDeleted'
  params: {
    topicName: names.topic
    storageId: storage.outputs.id
  }
  dependsOn: [
    roles
  ]
}

// Second phase: only a deployed app has the key that Event Grid must present.
module fileCreated 'modules/fileCreated.bicep' = if (connectEvents) {
  name: 'fileCreated'
  params: {
    topicName: names.topic
    storageName: names.storage
    appName: names.app
  }
  dependsOn: [
    functionApp
    roles
    topic
  ]
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  params: {
    prefix: 'alert-${base}'
    location: location
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    insightsId: monitoring.outputs.insightsId
    topicId: topic.outputs.id
    emails: options.alertEmails
    queueAgeSeconds: options.queueAgeAlertSeconds
    failedRuns: options.failedRunsAlert
  }
}

module workbook 'modules/workbook.bicep' = {
  name: 'workbook'
  params: {
    location: location
    tags: tags
    insightsId: monitoring.outputs.insightsId
  }
}

module budget 'modules/budget.bicep' = if (options.monthlyBudget > 0 && !empty(options.budgetStart) && !empty(options.alertEmails)) {
  name: 'budget'
  params: {
    name: 'budget-${base}'
    amount: options.monthlyBudget
    start: options.budgetStart
    emails: options.alertEmails
  }
}

output appName string = names.app
output appUrl string = functionApp.outputs.url
output storageName string = names.storage
output topicName string = names.topic

import { optionsType } from 'options.bicep'

@description('Cheap, open to the network, forgets soon.')
@export()
var dev optionsType = {
  privateNetworking: false
  networkAddressPrefix: '10.20.0.0/24'
  storageSku: 'Standard_LRS'
  softDeleteDays: 7
  coolAfterDays: 0
  deleteAfterDays: 0
  deadLetterDays: 14
  instanceMemoryMB: 2048
  maximumInstances: 40
  httpConcurrency: 32
  parseConcurrency: 8
  extractConcurrency: 4
  alwaysReady: {
    http: 0
    parse: 0
    extract: 0
  }
  allowedOrigins: []
  logRetentionDays: 30
  dailyLogCapGB: '0.5'
  alertEmails: []
  queueAgeAlertSeconds: 900
  failedRunsAlert: 20
  monthlyBudget: 20
  budgetStart: ''
}

@description('Private storage in three zones, one instance always ready for callers.')
@export()
var prod optionsType = {
  privateNetworking: true
  networkAddressPrefix: '10.20.0.0/24'
  storageSku: 'Standard_ZRS'
  softDeleteDays: 30
  coolAfterDays: 30
  deleteAfterDays: 0
  deadLetterDays: 30
  instanceMemoryMB: 2048
  maximumInstances: 100
  httpConcurrency: 32
  parseConcurrency: 8
  extractConcurrency: 4
  alwaysReady: {
    http: 1
    parse: 0
    extract: 0
  }
  allowedOrigins: []
  logRetentionDays: 90
  dailyLogCapGB: '5'
  alertEmails: []
  queueAgeAlertSeconds: 900
  failedRunsAlert: 20
  monthlyBudget: 200
  budgetStart: ''
}

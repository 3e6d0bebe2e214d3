// The second phase, with somebody to tell and a budget.
using '../../infra/main.bicep'

import { dev } from '../../infra/environments.bicep'

param environmentName = 'connected'
param location = 'westeurope'
param connectEvents = true
param uploaderPrincipalId = '00000000-0000-0000-0000-000000000003'
param options = union(dev, {
  alertEmails: ['desk@example.org']
  budgetStart: '2026-11-01'
  deleteAfterDays: 365
  alwaysReady: {
    http: 1
    parse: 1
    extract: 1
  }
})

// For `az deployment sub create`; azd uses main.bicepparam.
using 'main.bicep'

import { prod } from 'environments.bicep'

param environmentName = 'prod'
param location = 'westeurope'
param options = prod

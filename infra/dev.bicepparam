// For `az deployment sub create`; azd uses main.bicepparam.
using 'main.bicep'

import { dev } from 'environments.bicep'

param environmentName = 'dev'
param location = 'westeurope'
param options = dev

@description('What differs between environments.')
@export()
type optionsType = {
  @description('Whether the app reaches its storage through private endpoints only.')
  privateNetworking: bool

  @description('Address range of the network, at least a /24.')
  networkAddressPrefix: string

  @description('Redundancy of the storage account.')
  storageSku: 'Standard_LRS' | 'Standard_ZRS' | 'Standard_GRS' | 'Standard_GZRS'

  @description('Days for which deleted files and containers can be brought back.')
  @minValue(1)
  @maxValue(365)
  softDeleteDays: int

  @description('Days after which a dropped file moves to the cool tier; 0 never.')
  @minValue(0)
  coolAfterDays: int

  @description('Days after which a dropped file is deleted, and with it its articles; 0 never.')
  @minValue(0)
  deleteAfterDays: int

  @description('Days for which undelivered events are kept.')
  @minValue(1)
  deadLetterDays: int

  @description('Memory of an instance in MB; processor and network come in proportion.')
  instanceMemoryMB: 512 | 2048 | 4096

  @description('The most instances there may be.')
  @minValue(40)
  @maxValue(1000)
  maximumInstances: int

  @description('HTTP requests at once on an instance.')
  @minValue(1)
  @maxValue(1000)
  httpConcurrency: int

  @description('Files that an instance reads at once.')
  @minValue(1)
  @maxValue(64)
  parseConcurrency: int

  @description('Articles that an instance extracts at once.')
  @minValue(1)
  @maxValue(32)
  extractConcurrency: int

  @description('Instances that are always there, and always cost.')
  alwaysReady: {
    @minValue(0)
    http: int

    @minValue(0)
    parse: int

    @minValue(0)
    extract: int
  }

  @description('Web origins whose pages may call the API.')
  allowedOrigins: string[]

  @description('Days for which logs are kept.')
  @minValue(30)
  @maxValue(730)
  logRetentionDays: int

  @description('The most that is logged in a day, in GB, as a decimal number.')
  dailyLogCapGB: string

  @description('Who is told of alerts and of the budget.')
  alertEmails: string[]

  @description('Age in seconds of the oldest waiting message that is too old.')
  @minValue(60)
  queueAgeAlertSeconds: int

  @description('Failed runs in 15 minutes that are too many.')
  @minValue(0)
  failedRunsAlert: int

  @description('Amount a month of which half and all are announced, in the currency of the account; 0 for none.')
  @minValue(0)
  monthlyBudget: int

  @description('First day of the month that the budget begins in, as 2026-11-01; no budget when empty. It cannot change later.')
  budgetStart: string
}

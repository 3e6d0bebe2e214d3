// The names that code and infrastructure share. tests/Infra compares each with the code.

@export()
var containers = {
  articles: 'articles'
  parsed: 'parsed'
  analysis: 'analysis'
}

// What Event Grid could not deliver, and the package that the app runs from: the code knows neither.
@export()
var deadLettersContainer = 'deadletters'

@export()
var packagesContainer = 'packages'

@export()
var queues = {
  parsed: 'articles-parsed'
  parsedPoison: 'articles-parsed-poison'
  deleted: 'articles-deleted'
  deletedPoison: 'articles-deleted-poison'
  blobPoison: 'webjobs-blobtrigger-poison'
}

@export()
var tables = {
  articles: 'Articles'
  index: 'Index'
}

@export()
var functions = {
  parse: 'ParseArticle'
  extract: 'ExtractClaims'
}

@export()
var subscriptions = {
  created: 'file-created'
  deleted: 'file-deleted'
}

// The calls that finish a file. Others announce one that is still empty or being written.
@export()
var createdApis = [
  'PutBlob'
  'PutBlockList'
  'CopyBlob'
  'FlushWithClose'
]

// Built-in roles, see https://learn.microsoft.com/azure/role-based-access-control/built-in-roles
@export()
var roles = {
  storageBlobDataOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  storageBlobDataContributor: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
  storageQueueDataContributor: '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
  storageQueueDataMessageSender: 'c6a89b2d-59bc-44d0-9896-0f6e12d7b80a'
  storageTableDataContributor: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
  monitoringMetricsPublisher: '3913510d-42f4-4e42-8a64-420c390055eb'
}

param location string
param tags object

@description('Beginning of the names of the alerts.')
param prefix string
param workspaceId string
param insightsId string
param topicId string

@description('Who is told; alerts only show in the portal when empty.')
param emails string[]

@description('Age in seconds of the oldest waiting message that is too old.')
param queueAgeSeconds int

@description('Failed runs in 15 minutes that are too many.')
param failedRuns int

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = if (!empty(emails)) {
  name: '${prefix}-people'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'newsingest'
    enabled: true
    emailReceivers: [
      for (email, i) in emails: {
        name: 'email${i}'
        emailAddress: email
        useCommonAlertSchema: true
      }
    ]
  }
}

var groups = empty(emails) ? [] : [people.id]

// What the function WatchQueues logs of every queue that is not empty.
var queueLines = 'AppTraces | parse-where Message with "Queue " Queue:string " holds " Depth:long " messages, the oldest is " Age:long " seconds old"'

var queueRules = [
  {
    name: 'poison'
    title: 'Messages in a poison queue'
    text: 'Something failed five times and was given up. GET /api/poison lists it, POST /api/poison/retry tries it again.'
    severity: 2
    query: '${queueLines} | where Queue endswith "-poison" and Depth > 0'
  }
  {
    name: 'queue-age'
    title: 'Messages wait too long'
    text: 'The oldest message of a queue is older than ${queueAgeSeconds} seconds: extraction fails or does not keep up.'
    severity: 2
    query: '${queueLines} | where Queue !endswith "-poison" and Age > ${queueAgeSeconds}'
  }
]

resource queueAlerts 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for rule in queueRules: {
    name: '${prefix}-${rule.name}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: rule.title
      description: rule.text
      severity: rule.severity
      enabled: true
      scopes: [workspaceId]
      evaluationFrequency: 'PT15M'
      windowSize: 'PT30M'
      autoMitigate: true
      // The tables are made when the first line comes in.
      skipQueryValidation: true
      criteria: {
        allOf: [
          {
            query: rule.query
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: 0
            dimensions: [
              {
                name: 'Queue'
                operator: 'Include'
                values: ['*']
              }
            ]
            failingPeriods: {
              numberOfEvaluationPeriods: 1
              minFailingPeriodsToAlert: 1
            }
          }
        ]
      }
      actions: {
        actionGroups: groups
      }
    }
  }
]

var metricRules = [
  {
    name: 'dead-letters'
    text: 'Event Grid gave up on events of files: they lie in the container of dead letters. infra/README.md says how to send them again.'
    scope: topicId
    namespace: 'Microsoft.EventGrid/systemTopics'
    metric: 'DeadLetteredCount'
    aggregation: 'Total'
    threshold: 0
  }
  {
    name: 'failures'
    text: 'More than ${failedRuns} runs of functions failed in 15 minutes.'
    scope: insightsId
    namespace: 'Microsoft.Insights/components'
    metric: 'requests/failed'
    aggregation: 'Count'
    threshold: failedRuns
  }
]

resource metricAlerts 'Microsoft.Insights/metricAlerts@2018-03-01' = [
  for rule in metricRules: {
    name: '${prefix}-${rule.name}'
    location: 'global'
    tags: tags
    properties: {
      description: rule.text
      severity: 2
      enabled: true
      scopes: [rule.scope]
      evaluationFrequency: 'PT5M'
      windowSize: 'PT15M'
      autoMitigate: true
      criteria: {
        'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
        allOf: [
          {
            criterionType: 'StaticThresholdCriterion'
            name: rule.name
            metricNamespace: rule.namespace
            metricName: rule.metric
            timeAggregation: rule.aggregation
            operator: 'GreaterThan'
            threshold: rule.threshold
            skipMetricValidation: true
          }
        ]
      }
      actions: [for group in groups: { actionGroupId: group }]
    }
  }
]

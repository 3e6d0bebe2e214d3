using System.Reflection;
using Microsoft.Extensions.Logging;
using NewsIngest.Storage;
using NewsIngest.Tests.House;
using Xunit;

namespace NewsIngest.Tests.Infra;

public sealed class AlertTemplateTests
{
    /// <summary>How the queries take the line of <see cref="QueueWatch"/> apart.</summary>
    private const string Parse = """parse-where Message with "Queue " Queue:string " holds " Depth:long " messages, the oldest is " Age:long " seconds old" """;

    [Fact]
    public void The_queries_read_the_line_that_the_code_logs()
    {
        var line = typeof(QueueWatch).GetMethods(BindingFlags.NonPublic | BindingFlags.Instance).Select(method => method.GetCustomAttribute<LoggerMessageAttribute>()?.Message).OfType<string>().Single();
        var form = Parse.Trim().Replace("parse-where Message with ", "", StringComparison.Ordinal)
            .Replace("\" Queue:string \"", "{Queue}", StringComparison.Ordinal).Replace("\" Depth:long \"", "{Depth}", StringComparison.Ordinal).Replace("\" Age:long \"", "{Age}", StringComparison.Ordinal);

        Assert.Equal($"\"{line}\"", form);
        Assert.All(Deployment.Connected.Of("Microsoft.Insights/scheduledQueryRules"), rule =>
            Assert.Contains(Parse.Trim(), rule.At("properties", "criteria", "allOf")[0].GetProperty("query").GetString(), StringComparison.Ordinal));
        Assert.Contains(Parse.Trim().Replace("Message", "message", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal), File.ReadAllText(Repository.PathOf("infra", "modules", "workbook.json")), StringComparison.Ordinal);
    }

    [Fact]
    public void Somebody_is_told_of_poison_old_messages_dead_letters_and_failures() => Assert.All(Deployment.All, deployment =>
    {
        var alerts = deployment.NamesOf("Microsoft.Insights/scheduledQueryRules").Concat(deployment.NamesOf("Microsoft.Insights/metricAlerts")).Select(name => name[(name.IndexOf('-', name.LastIndexOf("-ni-", StringComparison.Ordinal) + 4) + 15)..]);

        Assert.Equal(["dead-letters", "failures", "poison", "queue-age"], alerts.Order(StringComparer.Ordinal));
        Assert.Single(deployment.Of("Microsoft.Insights/workbooks"));
    });

    [Fact]
    public void Alerts_and_budget_go_to_those_who_are_named()
    {
        var group = Deployment.Connected.One("Microsoft.Insights/actionGroups");

        Assert.Equal("desk@example.org", group.At("properties", "emailReceivers")[0].GetProperty("emailAddress").GetString());
        Assert.All(Deployment.Connected.Of("Microsoft.Insights/metricAlerts"), alert => Assert.Equal(group.GetProperty("id").GetString(), alert.At("properties", "actions")[0].GetProperty("actionGroupId").GetString()));
        Assert.All(Deployment.Connected.Of("Microsoft.Insights/scheduledQueryRules"), alert => Assert.Equal(group.GetProperty("id").GetString(), alert.At("properties", "actions", "actionGroups")[0].GetString()));
        Assert.Equal("desk@example.org", Deployment.Connected.One("Microsoft.Consumption/budgets").At("properties", "notifications", "all", "contactEmails")[0].GetString());
        Assert.Empty(Deployment.Dev.Of("Microsoft.Consumption/budgets"));
    }
}

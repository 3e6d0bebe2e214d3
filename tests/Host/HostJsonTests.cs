using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;
using NewsIngest.Local.Hosting;
using NewsIngest.Tests.House;
using Xunit;

namespace NewsIngest.Tests.Host;

public sealed class HostJsonTests : IDisposable
{
    private readonly string path = Path.Combine(Path.GetTempPath(), $"host-{Guid.NewGuid():N}.json");

    public void Dispose() => File.Delete(path);

    [Fact]
    public void The_host_json_of_the_app_is_understood()
    {
        var host = HostJson.Load(Repository.PathOf("host.json"), Settings());

        Assert.Equal("api", host.RoutePrefix);
    }

    [Fact]
    public void What_is_not_set_has_the_real_hosts_default()
    {
        var host = Load("""{"version": "2.0"}""");

        Assert.Equal((16, null, 5), (host.QueueBatchSize, host.QueueNewBatchThreshold, host.QueueMaxDequeueCount));
        Assert.Equal((TimeSpan.Zero, TimeSpan.FromMinutes(1)), (host.QueueVisibilityTimeout, host.QueueMaxPollingInterval));
        Assert.Equal((QueueMessageEncoding.Base64, 5, "api"), (host.QueueMessageEncoding, host.BlobPoisonThreshold, host.RoutePrefix));
    }

    [Fact]
    public void Settings_override_the_file_as_they_do_in_Azure()
    {
        var host = Load(
            """{"version": "2.0", "extensions": {"queues": {"batchSize": 4, "maxDequeueCount": 2}}}""",
            ("AzureFunctionsJobHost:extensions:queues:batchSize", "7"));

        Assert.Equal((7, 2), (host.QueueBatchSize, host.QueueMaxDequeueCount));
    }

    [Theory]
    [InlineData("""{"version": "2.0", "extensions": {"queues": {"batchsise": 4}}}""", "'extensions.queues.batchsise'")]
    [InlineData("""{"version": "2.0", "extensions": {"kafka": {"maxBatchSize": 4}}}""", "'extensions.kafka.maxBatchSize'")]
    [InlineData("""{"version": "2.0", "singleton": {"lockPeriod": "00:00:15"}}""", "'singleton.lockPeriod'")]
    [InlineData("""{"version": "1.0"}""", "'1.0' is not a value for 'version'")]
    [InlineData("""{"version": "2.0", "extensions": {"queues": {"batchSize": 33}}}""", "1 to 32 is accepted")]
    [InlineData("""{"version": "2.0", "extensions": {"queues": {"visibilityTimeout": "soon"}}}""", "'soon' is not a value for 'extensions.queues.visibilityTimeout'")]
    [InlineData("""{"version": """, "is not valid JSON")]
    public void What_is_not_understood_stops_the_start(string json, string message)
    {
        var exception = Assert.Throws<HostStartException>(() => Load(json));

        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_override_that_is_not_understood_stops_the_start()
    {
        var exception = Assert.Throws<HostStartException>(() => Load("""{"version": "2.0"}""", ("AzureFunctionsJobHost:extensions:queue:batchSize", "7")));

        Assert.Contains("AzureFunctionsJobHost: the development host does not know the key 'extensions.queue.batchSize'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_setting_of_the_host_itself_that_is_not_understood_stops_the_start()
    {
        var exception = Assert.Throws<HostStartException>(() => HostSettings.Load(Settings(("DevelopmentHost:Keys:Functoin", "x"))));

        Assert.Contains("'DevelopmentHost:Keys:Functoin'", exception.Message, StringComparison.Ordinal);
    }

    private static IConfiguration Settings(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))).Build();

    private HostJson Load(string json, params (string Key, string Value)[] settings)
    {
        File.WriteAllText(path, json);
        return HostJson.Load(path, Settings(settings));
    }
}

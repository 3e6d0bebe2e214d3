using System.Globalization;
using System.Text.RegularExpressions;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using NewsIngest.Storage;
using NewsIngest.Tests.Fixtures;
using Xunit;

namespace NewsIngest.Tests.Storage;

public sealed partial class QueueWatchTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_logs_a_line_for_each_queue_that_is_not_empty()
    {
        var connection = azurite.NewAccount();
        await new QueueClient(connection, StorageNames.ParsedQueue).CreateAsync(cancellationToken: Cancel);
        foreach (var (name, count) in ((string, int)[])[(StorageNames.ParsedPoisonQueue, 1), ("azure-webjobs-blobtrigger-host", 2)])
        {
            var queue = new QueueClient(connection, name);
            await queue.CreateAsync(cancellationToken: Cancel);
            for (var i = 0; i < count; i++) await queue.SendMessageAsync("message", Cancel);
        }

        var lines = new Lines();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(StorageNames.Connection, (string?)connection)]).Build();
        await new QueueWatch(new StorageClients(configuration, []), TimeProvider.System, lines).LogAsync(Cancel);

        var read = lines.Select(line => Form().Match(line)).ToList();
        Assert.All(read, line => Assert.True(line.Success));
        Assert.All(read, line => Assert.InRange(long.Parse(line.Groups[3].ValueSpan, CultureInfo.InvariantCulture), 0, 600));
        Assert.Equal(["azure-webjobs-blobtrigger-host 2", "articles-parsed-poison 1"], read.Select(line => $"{line.Groups[1]} {line.Groups[2]}").OrderByDescending(line => line, StringComparer.Ordinal));
    }

    [GeneratedRegex("^Queue (.+) holds ([0-9]+) messages, the oldest is ([0-9]+) seconds old$")]
    private static partial Regex Form();

    private sealed class Lines : List<string>, ILogger<QueueWatch>
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Add(formatter(state, exception));
    }
}

using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using NewsIngest.Local.Hosting;
using NewsIngest.Storage;
using NewsIngest.Tests.Fixtures;
using Xunit;

namespace NewsIngest.Tests.Security;

/// <summary>A text and keys that can be told from all others go through the host at the lowest log level: no log line, exception or scope has them.</summary>
public sealed class SecretTests(AzuriteFixture azurite)
{
    private const string FunctionKey = "kZqFunctionKeyThatNobodyElseHas";
    private const string MasterKey = "kZqMasterKeyThatNobodyElseHas";
    private const string SecretWord = "Zyxwvutrium";
    private const string Text = $"Gate shut\n\n“The {SecretWord} gate is shut,” guard Ina Moss said on Friday.\n\nMoss warned that the {SecretWord} would rust.\n";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Logs_hold_no_article_text_and_no_key()
    {
        var connection = azurite.NewAccount();
        var accountKey = connection.Split(';').Single(part => part.StartsWith("AccountKey=", StringComparison.Ordinal))["AccountKey=".Length..];
        using var logs = new LogStore();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            [StorageNames.Connection] = connection,
            ["DevelopmentHost:Keys:Function"] = FunctionKey,
            ["DevelopmentHost:Keys:Master"] = MasterKey,
            ["AzureFunctionsJobHost:extensions:queues:visibilityTimeout"] = "00:00:00",
            ["AzureFunctionsJobHost:extensions:queues:maxPollingInterval"] = "00:00:00.250",
            ["AzureFunctionsJobHost:logging:logLevel:default"] = "Trace",
        }).Build();
        await using var host = await DevelopmentHost.StartAsync(configuration, 0, logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(logs), Cancel);
        using var http = new HttpClient { BaseAddress = new Uri(host.Url + "/") };

        using (var upload = await http.PostAsync($"api/articles?name=gate.txt&code={FunctionKey}", new StringContent(Text), Cancel)) Assert.Equal(HttpStatusCode.Accepted, upload.StatusCode);
        using (var broken = await http.PostAsync($"api/articles?name=broken.xml&code={FunctionKey}", new StringContent($"<nitf><body><p>{SecretWord}</body></nitf>"), Cancel)) Assert.Equal(HttpStatusCode.Accepted, broken.StatusCode);
        using (var json = await http.PostAsync($"api/articles?name=broken.json&code={FunctionKey}", new StringContent($"{{\"text\": {SecretWord}}}"), Cancel)) Assert.Equal(HttpStatusCode.Accepted, json.StatusCode);
        http.DefaultRequestHeaders.Add("x-functions-key", FunctionKey);
        await Eventually.TrueAsync(async () => (await http.GetStringAsync("api/claims", Cancel)).Contains(SecretWord, StringComparison.Ordinal), "the claims");
        await Eventually.TrueAsync(async () => (await http.GetStringAsync("api/status", Cancel)) is var status && status.Contains("broken.xml", StringComparison.Ordinal) && status.Contains("broken.json", StringComparison.Ordinal), "the failures");
        http.DefaultRequestHeaders.Clear();
        foreach (var path in (string[])[$"api/claims?q={SecretWord}&code={FunctionKey}", $"api/claims?code={MasterKey}", $"admin/functions?code={MasterKey}", "api/claims?code=wrong", $"api/articles?cursor=x&code={FunctionKey}"])
        {
            using var answer = await http.GetAsync(path, Cancel);
            Assert.NotEqual(HttpStatusCode.InternalServerError, answer.StatusCode);
        }

        Assert.NotEmpty(logs.Lines);
        Assert.Contains(logs.Lines, line => line.Contains("ParseArticle", StringComparison.Ordinal));
        foreach (var secret in (string[])[SecretWord, FunctionKey, MasterKey, accountKey]) Assert.DoesNotContain(logs.Lines, line => line.Contains(secret, StringComparison.Ordinal));
    }

    /// <summary>Every line of every category, with exceptions and their inner ones, and the values it was made from.</summary>
    private sealed class LogStore : ILoggerProvider
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => new Logger(Lines, categoryName);

        public void Dispose()
        {
        }

        private sealed class Logger(ConcurrentQueue<string> lines, string category) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull
            {
                lines.Enqueue($"{category} scope {state}");
                return null;
            }

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            {
                var values = state is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(' ', pairs.Select(pair => $"{pair.Key}={pair.Value}")) : "";
                lines.Enqueue($"{category} {formatter(state, exception)} {values} {exception}");
            }
        }
    }
}

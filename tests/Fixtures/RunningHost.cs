using System.Net.Http.Json;
using System.Text.Json;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsIngest.Local.Hosting;
using NewsIngest.Query;
using NewsIngest.Storage;
using Xunit;

namespace NewsIngest.Tests.Fixtures;

/// <summary>A development host of its own on a storage account of its own.</summary>
internal sealed class RunningHost : IAsyncDisposable
{
    private readonly DevelopmentHost host;

    private RunningHost(DevelopmentHost host, string connectionString)
    {
        this.host = host;
        ConnectionString = connectionString;
        Http = new HttpClient { BaseAddress = new Uri(host.Url + "/") };
    }

    public string ConnectionString { get; }

    /// <summary>Relative addresses begin with api/ or admin/.</summary>
    public HttpClient Http { get; }

    public HostStorage Storage => new(ConnectionString);

    public BlobContainerClient Articles => new(ConnectionString, StorageNames.ArticlesContainer);

    /// <summary>Starts a host; what fails is retried at once unless <paramref name="settings"/> say otherwise.</summary>
    public static async Task<RunningHost> StartAsync(string connectionString, params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>
            {
                [StorageNames.Connection] = connectionString,
                ["AzureFunctionsJobHost:extensions:queues:maxPollingInterval"] = "00:00:00.250",
                ["AzureFunctionsJobHost:extensions:queues:visibilityTimeout"] = "00:00:00",
                ["DevelopmentHost:DrainTimeout"] = "00:00:05",
            })
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)))
            .Build();
        return new RunningHost(await DevelopmentHost.StartAsync(configuration, 0, _ => { }, TestContext.Current.CancellationToken), connectionString);
    }

    /// <summary>Drops files into an account, whether or not a host runs there.</summary>
    public static async Task DropAsync(string connectionString, IEnumerable<(string Name, string Text)> files)
    {
        var articles = new BlobContainerClient(connectionString, StorageNames.ArticlesContainer);
        foreach (var (name, text) in files) await articles.GetBlobClient(name).UploadAsync(BinaryData.FromString(text), overwrite: true, TestContext.Current.CancellationToken);
    }

    public Task DropAsync(string name, string text) => DropAsync(name, BinaryData.FromString(text));

    public async Task DropAsync(string name, BinaryData content) =>
        await Articles.GetBlobClient(name).UploadAsync(content, overwrite: true, TestContext.Current.CancellationToken);

    public Task<JsonElement> GetAsync(string path) => Http.GetFromJsonAsync<JsonElement>(path, TestContext.Current.CancellationToken)!;

    /// <summary>Waits until the article of a file is queryable in the version whose text is <paramref name="text"/>.</summary>
    public async Task<JsonElement> QueryableAsync(string name, string text)
    {
        var id = NewsIngest.Articles.ArticleId.From(StorageNames.ArticlesContainer, name);
        var found = await Eventually.GetAsync(
            async () =>
            {
                using var response = await Http.GetAsync($"api/articles/{id}", TestContext.Current.CancellationToken);
                return response.IsSuccessStatusCode ? await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken) : default(JsonElement?);
            },
            article => article is { } a && a.GetProperty("text").GetString() == text && a.GetProperty("state").GetString() is "done" or "notExtracted",
            $"{name} to be queryable");
        return found!.Value;
    }

    /// <summary>Waits until the status lists a file as failed.</summary>
    public async Task<JsonElement> FailedAsync(string name)
    {
        var found = await Eventually.GetAsync(
            async () => (await GetAsync("api/status")).GetProperty("failed").EnumerateArray().Where(file => file.GetProperty("file").GetString() == name).Cast<JsonElement?>().FirstOrDefault(),
            file => file is not null,
            $"{name} to be listed as failed");
        return found!.Value;
    }

    public Task<FileStatus?> StateAsync(string name) => host.Services.GetRequiredService<QueryService>().FileAsync(name, TestContext.Current.CancellationToken);

    /// <summary>Delivers the event of a file once more, and waits for what it does.</summary>
    public Task DeliverAsync(string name) => RunAsync(nameof(Functions.ParseArticle), $"{StorageNames.ArticlesContainer}/{name}");

    /// <summary>Delivers the message of a parsed article once more, and waits for what it does.</summary>
    public Task DeliverExtractAsync(string articleId, string revision) =>
        RunAsync(nameof(Functions.ExtractClaims), JsonSerializer.Serialize(new ArticleMessage(articleId, revision)));

    /// <summary>Waits until nothing is left in the queues.</summary>
    public async Task IdleAsync()
    {
        string[] queues = [StorageNames.ParsedQueue, HostStorage.BlobQueue("newsingest-local")];
        await Eventually.TrueAsync(
            async () =>
            {
                foreach (var queue in queues)
                {
                    var client = Storage.Queues.GetQueueClient(queue);
                    if (await client.ExistsAsync(TestContext.Current.CancellationToken)
                        && (await client.GetPropertiesAsync(TestContext.Current.CancellationToken)).Value.ApproximateMessagesCount > 0) return false;
                }

                return true;
            },
            "empty queues");
    }

    private Task RunAsync(string function, string input) =>
        host.Services.GetRequiredService<FunctionSet>().Runners.Single(runner => runner.Function.Name == function).RunByHandAsync(input, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await host.DisposeAsync();
    }
}

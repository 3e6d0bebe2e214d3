using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsIngest.Analysis;
using NewsIngest.Articles;
using NewsIngest.Parsing;
using NewsIngest.Query;
using NewsIngest.Storage;
using NewsIngest.Storage.Backup;
using NewsIngest.Storage.Manifest;

namespace NewsIngest.Tests.Storage;

/// <summary>
/// The services of the product on one real, empty account. Parser and analyser are small and exact, so that a test can say which rows must come out;
/// what they do is told by <see cref="ScriptedNews"/>.
/// </summary>
internal sealed class StorageHarness : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private StorageHarness(
        string connection,
        Func<Article, ArticleAnalysis>? analyze,
        HttpPipelinePolicy[] policies,
        Dictionary<string, string?> settings,
        Func<SourceFile, IReadOnlyList<Article>>? parse = null,
        TimeProvider? time = null,
        ExtractionVersion? version = null)
    {
        Connection = connection;
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>(settings) { [StorageNames.Connection] = connection })
            .Build();
        var collection = new ServiceCollection();
        collection.AddSingleton(time ?? TimeProvider.System);
        if (version is not null) collection.AddSingleton(version);
        collection.AddSingleton(parse ?? ScriptedNews.Parse);
        collection.AddSingleton(analyze ?? ScriptedNews.Analyze);
        foreach (var policy in policies) collection.AddSingleton(policy);
        collection.AddNewsIngest(configuration);
        services = collection.BuildServiceProvider();
    }

    public string Connection { get; }

    public ArticleIngestor Ingestor => services.GetRequiredService<ArticleIngestor>();

    public ArticleExtractor Extractor => services.GetRequiredService<ArticleExtractor>();

    public ArticleDeleter Deleter => services.GetRequiredService<ArticleDeleter>();

    public ArticleUploader Uploader => services.GetRequiredService<ArticleUploader>();

    public ArticleReprocessor Reprocessor => services.GetRequiredService<ArticleReprocessor>();

    public ArticleExporter Exporter => services.GetRequiredService<ArticleExporter>();

    public ArticleImporter Importer => services.GetRequiredService<ArticleImporter>();

    public QueryService Query => services.GetRequiredService<QueryService>();

    public BlobContainerClient Articles => new(Connection, StorageNames.ArticlesContainer);

    public static async Task<StorageHarness> CreateAsync(
        string connection, Func<Article, ArticleAnalysis>? analyze = null, HttpPipelinePolicy[]? policies = null, Dictionary<string, string?>? settings = null)
    {
        var harness = new StorageHarness(connection, analyze, policies ?? [], settings ?? []);
        await harness.services.GetRequiredService<StorageSetup>().EnsureCreatedAsync();
        return harness;
    }

    /// <summary>The same account as seen by another instance.</summary>
    public StorageHarness Other(Func<Article, ArticleAnalysis>? analyze = null, params HttpPipelinePolicy[] policies) =>
        new(Connection, analyze, policies, []);

    /// <summary>The same account as seen by an instance of another version of the extraction.</summary>
    public StorageHarness OfVersion(string version, Func<Article, ArticleAnalysis> analyze) => new(Connection, analyze, [], [], version: new ExtractionVersion(version));

    /// <summary>An account that was set up before, through a connection of its own.</summary>
    public static StorageHarness At(string connection, params (string Key, string Value)[] settings) =>
        new(connection, null, [], settings.ToDictionary(setting => setting.Key, string? (setting) => setting.Value, StringComparer.Ordinal));

    /// <summary>The same with another clock.</summary>
    public static StorageHarness At(string connection, TimeProvider time) => new(connection, null, [], [], time: time);

    /// <summary>The same account with another parser.</summary>
    public StorageHarness With(Func<SourceFile, IReadOnlyList<Article>> parse, TimeProvider? time = null) => new(Connection, null, [], [], parse, time);

    public Task DropAsync(string name, string text) =>
        Articles.GetBlobClient(name).UploadAsync(BinaryData.FromString(text), overwrite: true);

    /// <summary>What the two functions do with one file.</summary>
    public async Task<IReadOnlyList<ArticleMessage>> IngestAsync(string name)
    {
        var messages = await Ingestor.IngestAsync(name);
        foreach (var message in messages) await Extractor.ExtractAsync(message);
        return messages;
    }

    public async Task DropAndIngestAsync(string name, string text)
    {
        await DropAsync(name, text);
        await IngestAsync(name);
    }

    public async Task<IReadOnlyList<ClaimLine>> ClaimsAsync(string? speaker = null, string? about = null, string? words = null) =>
        (await Query.ClaimsAsync(new ClaimQuery { Speaker = speaker, About = about, Words = words, Limit = 200 })).Items;

    public async Task<List<TableEntity>> RowsAsync(string table)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in new TableClient(Connection, table).QueryAsync<TableEntity>()) rows.Add(row);
        return rows;
    }

    /// <summary>Everything that is stored, without what differs between two runs of the same: times and ETags.</summary>
    public Task<SortedDictionary<string, string>> SnapshotAsync() => StorageSnapshot.TakeAsync(this);

    public QueueClient Queue(string name) => new(Connection, name);

    public ValueTask DisposeAsync() => services.DisposeAsync();
}

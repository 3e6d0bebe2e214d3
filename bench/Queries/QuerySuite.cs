using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsIngest.Analysis;
using NewsIngest.Bench.Generation;
using NewsIngest.Bench.Speed;
using NewsIngest.Bench.Storage;
using NewsIngest.Local;
using NewsIngest.Local.Azurite;
using NewsIngest.Parsing;
using NewsIngest.Storage;
using NewsIngest.Storage.Manifest;

namespace NewsIngest.Bench.Queries;

/// <summary>Asks the routes of a development host whose storage holds generated articles, through a proxy that times each call to the storage.</summary>
internal sealed class QuerySuite(IReadOnlyList<int> sizes, int rounds, TimeProvider time, Action<string> report)
{
    public const string Status = "status";
    private const int WarmUps = 5;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>Ingested the usual way, so that their blobs are there too.</summary>
    private const int Dropped = 5;

    public async Task<QueryResult> RunAsync(CancellationToken cancellationToken)
    {
        var layout = ProjectLayout.Find();
        var installation = await new AzuriteInstaller(layout, report).InstallAsync(cancellationToken) with { Runner = Path.Combine(layout.Root, "bench", "Queries", "azurite-with-rows.cjs") };
        var routes = new List<RouteResult>();
        foreach (var size in sizes) routes.AddRange(await SizeAsync(installation, size, cancellationToken));
        return new QueryResult(Runs.Commit.Describe(), routes);
    }

    private async Task<IReadOnlyList<RouteResult>> SizeAsync(AzuriteInstallation installation, int size, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("newsingest-queries-").FullName;
        try
        {
            var rows = Rows();
            RowFile.Write(folder, rows.Of(size - Dropped), time);
            report(FormattableString.Invariant($"{size} articles with {rows.Claims} claims"));
            var options = new AzuriteOptions { DataFolder = folder, StartTimeout = TimeSpan.FromMinutes(10) };
            await using var azurite = await AzuriteProcess.StartAsync(installation, options, cancellationToken);
            await using var proxy = await RecordingProxy.StartAsync(azurite, AzuriteAccount.Default, time, keepsAnswers: false, cancellationToken);
            await using var room = await Newsroom.OpenAsync(proxy.ConnectionString, azurite.ConnectionString(AzuriteAccount.Default), cancellationToken);
            var article = await DropAsync(room, cancellationToken);
            using var client = new HttpClient { BaseAddress = room.Host.Address, Timeout = TimeSpan.FromMinutes(5) };
            var routes = new List<RouteResult>();
            foreach (var (name, address) in Routes(article))
            {
                routes.Add(await RouteAsync(client, proxy, name, address, size, cancellationToken));
                report(FormattableString.Invariant($"{name}: {routes[^1].Calls} calls, p95 {routes[^1].OnTopMs.Quantile(0.95):0.0} ms on top of Azurite"));
            }

            return routes;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <returns>The id of an article that has its blobs.</returns>
    private async Task<string> DropAsync(Newsroom room, CancellationToken cancellationToken)
    {
        var files = Enumerable.Range(0, Dropped).Select(number => new NewsGenerator(99).File(number)).ToList();
        await room.DropAsync(files, cancellationToken);
        foreach (var file in files)
        {
            while (!await room.HasAsync(file.Name, cancellationToken)) await Task.Delay(Pause, time, cancellationToken);
        }

        return (await room.FilesAsync([files[0].Name], cancellationToken))[0].Articles[0];
    }

    private GeneratedRows Rows()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(StorageNames.Connection, (string?)"UseDevelopmentStorage=true")]).Build();
        var services = new ServiceCollection().AddLogging().AddNewsIngest(configuration).BuildServiceProvider();
        return new GeneratedRows(services.GetRequiredService<ArticleParser>(), services.GetRequiredService<ArticleAnalyzer>(), services.GetRequiredService<ExtractionVersion>(), time);
    }

    private static IEnumerable<(string Name, string Address)> Routes(string article) =>
    [
        ("claims", "api/claims"),
        ("claims?speaker", "api/claims?speaker=Anna%20Berger"),
        ("claims?about", "api/claims?about=Norrvik"),
        ("claims?speaker&about", "api/claims?speaker=Anna%20Berger&about=Norrvik"),
        ("claims?q", "api/claims?q=inspected"),
        ("claims?modality", "api/claims?modality=warn"),
        ("claims?from&to", "api/claims?from=2024-06-01&to=2024-06-30"),
        ("articles", "api/articles"),
        ("articles?q", "api/articles?q=bridge"),
        ("articles/{id}", $"api/articles/{article}"),
        ("entities?name", "api/entities?name=Berger"),
        ("entities/{id}", "api/entities/person.anna-berger"),
        (Status, "api/status"),
    ];

    private async Task<RouteResult> RouteAsync(HttpClient client, RecordingProxy proxy, string name, string address, int size, CancellationToken cancellationToken)
    {
        List<double> onTop = [], all = [];
        var (calls, items) = (0, 0);
        for (var i = 0; i < WarmUps + rounds; i++)
        {
            var started = time.GetTimestamp();
            var body = await client.GetByteArrayAsync(new Uri(address, UriKind.Relative), cancellationToken);
            var ended = time.GetTimestamp();
            if (i < WarmUps) continue;
            var during = proxy.Calls.Where(call => call.Started >= started && call.Ended <= ended && IsOfQuery(call)).OrderBy(call => call.Started).ToList();
            calls = Math.Max(calls, during.Count);
            items = ItemsOf(body);
            all.Add(time.GetElapsedTime(started, ended).TotalMilliseconds);
            onTop.Add(all[^1] - Busy(during));
        }

        return new RouteResult(name, size, new Spread(onTop), new Spread(all), calls, items);
    }

    /// <summary>Host and watcher go on meanwhile: what they ask of queues and containers is not the query's.</summary>
    private static bool IsOfQuery(StorageCall call) => CallKinds.Of(call) switch
    {
        CallKind.QueueReceive or CallKind.BlobList => false,
        _ => !call.Path.StartsWith(NewsIngest.Local.Hosting.HostStorage.HostContainer, StringComparison.Ordinal),
    };

    /// <summary>Milliseconds in which at least one call was under way.</summary>
    private double Busy(IEnumerable<StorageCall> calls)
    {
        double busy = 0;
        var until = long.MinValue;
        foreach (var call in calls)
        {
            if (call.Ended <= until) continue;
            busy += time.GetElapsedTime(Math.Max(call.Started, until), call.Ended).TotalMilliseconds;
            until = call.Ended;
        }

        return busy;
    }

    private static int ItemsOf(byte[] body)
    {
        using var json = JsonDocument.Parse(body);
        return json.RootElement.TryGetProperty("items", out var items) ? items.GetArrayLength() : 1;
    }
}

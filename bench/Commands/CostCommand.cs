using System.CommandLine;
using System.Text.Json;
using NewsIngest.Bench.Cost;
using NewsIngest.Bench.Generation;
using NewsIngest.Local;
using Spectre.Console;
using static System.FormattableString;

namespace NewsIngest.Bench.Commands;

/// <summary>Counts what an article takes from the drop until it can be queried, and what that costs in Azure.</summary>
internal static class CostCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static Command Create()
    {
        var articles = new Option<int>("--articles") { Description = "Articles to ingest, at least", DefaultValueFactory = _ => 200 };
        var seed = new Option<int>("--seed") { Description = "Other articles for another number", DefaultValueFactory = _ => 1 };
        var data = new Option<DirectoryInfo?>("--data") { Description = "Your own files instead of generated ones", HelpName = "FOLDER" };
        var json = new Option<bool>("--json") { Description = "Print one JSON object instead of tables" };
        var command = new Command("cost", "Storage calls of an article by kind, and dollars for a million articles; fails above 28 calls at the median or 40 at p95") { articles, seed, data, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var files = parsed.GetValue(data) is { } folder ? Files(folder, parsed.GetValue(articles)) : new VariedNews(parsed.GetValue(seed)).OfArticles(parsed.GetValue(articles));
            try
            {
                var prices = PriceList.Load();
                var result = await new CostRun(files, prices, TimeProvider.System, Console.Error.WriteLine).RunAsync(cancellationToken);
                if (parsed.GetValue(json)) Console.WriteLine(JsonSerializer.Serialize(result, Json));
                else Print(result, prices);
                return result.Holds ? 0 : 1;
            }
            catch (SetupException exception)
            {
                await Console.Error.WriteLineAsync($"cost: {exception.Message}");
                return 2;
            }
        });
        return command;
    }

    private static IReadOnlyList<GeneratedFile> Files(DirectoryInfo folder, int most) =>
    [
        .. folder.EnumerateFiles("*", SearchOption.AllDirectories)
            .OrderBy(file => file.FullName, StringComparer.Ordinal)
            .Take(most)
            .Select(file => new GeneratedFile(Path.GetRelativePath(folder.FullName, file.FullName).Replace('\\', '/'), File.ReadAllBytes(file.FullName))),
    ];

    private static void Print(CostResult result, PriceList prices)
    {
        Console.WriteLine($"{result.Articles} articles in {result.Files} files, {result.Failed} failed, commit {result.Commit}");
        Console.WriteLine(Invariant($"Storage calls for an article, from the drop until it can be queried: median {result.CallsMedian:0.#} (at most {CostResult.MostCallsMedian}), p95 {result.CallsP95:0.#} (at most {CostResult.MostCallsP95}), most {result.CallsMost:0.#}"));
        Console.WriteLine(Invariant($"One call may bring many messages, which counts in full for each here; {result.CallsMade:0.#} calls for an article went out."));
        var calls = new Table { Border = TableBorder.Ascii }.AddColumns("calls", "for an article");
        foreach (var (kind, count) in result.CallsByKind) calls.AddRow(kind, Invariant($"{count:0.00}"));
        AnsiConsole.Write(calls);
        Console.WriteLine($"Not for articles: {string.Join(", ", result.OtherCalls.Select(other => $"{other.Key} {other.Value}"))}");
        Console.WriteLine("(Polling: queues that were empty. Watching: lists the container, in place of Event Grid, which makes no calls. Standing: at start.)");
        Console.WriteLine(Invariant($"Processor {result.ProcessorMs} ms, blobs {result.BlobBytes:N0} bytes, {result.IndexRows:0} rows of the index, rows {result.TableBytes:N0} bytes for an article; {result.BusiestPartition:0.0%} of the rows in the busiest partition"));
        var table = new Table { Border = TableBorder.Ascii }.AddColumns(prices.Currency, "for a million articles");
        foreach (var (line, dollars) in result.UsdByLine) table.AddRow(line, Invariant($"{dollars:0.00}"));
        table.AddRow("all, instances always busy", Invariant($"{result.UsdPerMillion:0.00}"));
        table.AddRow("all, each article alone", Invariant($"{result.UsdPerMillionAlone:0.00}"));
        AnsiConsole.Write(table);
        Console.WriteLine(Invariant($"Prices: {prices.Region}, {prices.Date:yyyy-MM-dd}. {prices.Note}"));
    }
}

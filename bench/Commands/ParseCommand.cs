using System.CommandLine;
using System.Text.Json;
using NewsIngest.Bench.Parse;
using NewsIngest.Bench.Runs;
using NewsIngest.Local;
using Spectre.Console;

namespace NewsIngest.Bench.Commands;

/// <summary>Measures the text and the speed of HTML parsing side by side with Readability.js.</summary>
internal static class ParseCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>4-gram F1 that each set of pages must reach.</summary>
    private static readonly Dictionary<string, double> Floors = new(StringComparer.Ordinal) { ["aeb"] = 0.965, ["fundus"] = 0.935 };

    public static Command Create()
    {
        var data = new Option<DirectoryInfo?>("--data") { Description = "Folder with articles_dev.jsonl and its html/, or with pages only [default: seeds/html, speed only]" };
        var rounds = new Option<int>("--rounds") { Description = "Times each page is parsed, in turn with the peer; the median counts", DefaultValueFactory = _ => 15 };
        var alone = new Option<bool>("--alone") { Description = "Leave Readability.js out" };
        var memory = new Option<bool>("--memory") { Description = "Instead, the memory that large files take" };
        var json = new Option<bool>("--json") { Description = "Print one JSON object instead of a table" };
        var command = new Command("parse", "Text and speed of HTML parsing next to Readability.js, on one core") { data, rounds, alone, memory, json };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(memory)) return MeasureMemory();

            var pages = Page.Read(parsed.GetValue(data)?.FullName ?? Path.Combine(ProjectLayout.Find().Root, "seeds", "html"));
            if (pages.Count == 0)
            {
                Console.Error.WriteLine("parse: there are no HTML pages in that folder");
                return 1;
            }

            OneCore.Pin();
            using var peer = parsed.GetValue(alone) ? null : ReadabilityPeer.Start(pages);
            var extractions = InTurn(peer is null ? [new NewsIngestExtractor(pages)] : [new NewsIngestExtractor(pages), peer], parsed.GetValue(rounds));
            var failed = Report(pages, extractions, parsed.GetValue(json));
            return failed;
        });
        return command;
    }

    /// <summary>Code that is not optimized yet keeps every variable to the end of its method: nothing is measured before all is.</summary>
    private static int MeasureMemory()
    {
        if (Again.With(("DOTNET_TieredCompilation", "0")) is { } ended) return ended;
        Write(MemoryUse.Measure());
        return 0;
    }

    /// <summary>The first rounds compile the code, and are not counted.</summary>
    private static List<Extraction> InTurn(IReadOnlyList<IExtractor> extractors, int rounds)
    {
        const int warmUp = 3;
        var times = extractors.Select(_ => new List<double[]>()).ToList();
        for (var round = 0; round < warmUp + rounds; round++)
        {
            for (var i = 0; i < extractors.Count; i++)
            {
                var seconds = extractors[i].Round();
                if (round >= warmUp) times[i].Add(seconds);
            }
        }

        return [.. extractors.Select((extractor, i) => extractor.Result(times[i]))];
    }

    private static int Report(IReadOnlyList<Page> pages, List<Extraction> extractions, bool json)
    {
        var rows = (from extraction in extractions
                    from set in pages.GroupBy(p => p.Set)
                    let score = Score(set, extraction)
                    select new Row(extraction.Name, set.Key, set.Count(), score?.Precision, score?.Recall, score?.F1, extraction.PagesPerSecond)).ToList();
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(rows, Json));
        }
        else
        {
            var table = new Table().AddColumns("", "set", "pages", "precision", "recall", "F1", "pages/s, one core");
            foreach (var row in rows) table.AddRow(row.Name, row.Set, $"{row.Pages}", $"{row.Precision:0.000}", $"{row.Recall:0.000}", $"{row.F1:0.000}", $"{row.PagesPerSecond:0}");
            AnsiConsole.Write(table);
            if (extractions.Count == 2) Console.WriteLine(FormattableString.Invariant($"NewsIngest is {extractions[0].PagesPerSecond / extractions[1].PagesPerSecond:0.0} times as fast."));
        }

        return rows.Exists(r => r.Name == extractions[0].Name && r.F1 < Floors.GetValueOrDefault(r.Set)) ? 1 : 0;
    }

    private static void Write(IReadOnlyList<MemoryUse> memory)
    {
        var used = new Table().AddColumns("one large file", "size", "most memory held", "times its size");
        foreach (var use in memory) used.AddRow(use.Name, $"{use.Size / 1048576.0:0.0} MiB", $"{use.Peak / 1048576.0:0.0} MiB", $"{(double)use.Peak / use.Size:0.0}");
        AnsiConsole.Write(used);
    }

    private static ShingleScore? Score(IEnumerable<Page> pages, Extraction extraction)
    {
        ShingleScore? score = null;
        foreach (var page in pages)
        {
            if (page.Text is null) continue;
            score ??= new ShingleScore();
            score.Add(page.Text, extraction.Texts.GetValueOrDefault(page.Id, ""));
        }

        return score;
    }

    private sealed record Row(string Name, string Set, int Pages, double? Precision, double? Recall, double? F1, double PagesPerSecond);
}

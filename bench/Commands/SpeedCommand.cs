using System.CommandLine;
using System.Text.Json;
using NewsIngest.Bench.Runs;
using NewsIngest.Bench.Speed;
using Spectre.Console;
using static System.FormattableString;

namespace NewsIngest.Bench.Commands;

/// <summary>Measures the analysis side by side with wink-nlp and compromise, on one core.</summary>
internal static class SpeedCommand
{
    public static Command Create()
    {
        var data = new Option<FileSystemInfo?>("--data") { Description = "Texts: a folder, a JSON Lines file with \"text\", an article file [default: seeds/]" };
        var characters = new Option<int>("--characters") { Description = "Characters of text; shorter ones are repeated with other names and numbers", DefaultValueFactory = _ => 500_000 };
        var rounds = new Option<int>("--rounds") { Description = "Rounds, in each of which every program has its turn", DefaultValueFactory = _ => 5 };
        var warmup = new Option<int>("--warmup") { Description = "Seconds that each program reads the texts before the pass that counts", DefaultValueFactory = _ => 10 };
        var json = new Option<bool>("--json") { Description = "Print one JSON object instead of tables" };
        var command = new Command("speed", "Speed of the analysis next to wink-nlp and compromise, on one core") { data, characters, rounds, warmup, json };
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(data)?.FullName ?? Path.Combine(RepositoryRoot.Find(), "seeds");
            var suite = new SpeedSuite(TextSource.Read(path, parsed.GetValue(characters)), parsed.GetValue(rounds), parsed.GetValue(warmup));
            var result = suite.Run();
            if (parsed.GetValue(json)) Console.WriteLine(Json(result));
            else Print(result);
            return result.Ours.Rounds.Count == 0 ? 1 : 0;
        });
        return command;
    }

    /// <summary>The measured process of <c>speed</c>; not meant to be called by hand.</summary>
    public static Command CreateWorker()
    {
        var what = new Argument<string>("WHAT");
        var file = new Argument<string>("FILE");
        var warmup = new Argument<int>("SECONDS") { DefaultValueFactory = _ => 0 };
        var threads = new Argument<int>("THREADS") { DefaultValueFactory = _ => 1 };
        var command = new Command("speed-worker", "The measured process of speed") { what, file, warmup, threads };
        command.Hidden = true;
        command.SetAction(parsed =>
        {
            object result = parsed.GetRequiredValue(what) == "cold"
                ? SpeedWorker.Cold(parsed.GetRequiredValue(file))
                : SpeedWorker.Pass(parsed.GetRequiredValue(file), parsed.GetValue(warmup), parsed.GetValue(threads));
            Console.WriteLine(JsonSerializer.Serialize(result, result.GetType(), SpeedJson.Options));
            return 0;
        });
        return command;
    }

    private static string Json(SpeedResult result) => JsonSerializer.Serialize(
        new
        {
            OursCharsPerSecond = result.Ours.Median,
            WinkCharsPerSecond = Measured(result.Wink.Median),
            CompromiseCharsPerSecond = Measured(result.Compromise.Median),
            RatioWink = Measured(result.RatioWink.Median),
            result.Commit,
            FirstArticleMs = Measured(result.FirstArticleMs.Median),
            LoadMs = Measured(result.LoadMs.Median),
            result.PeakMegabytes,
            result.AllocatedPerResultByte,
            result.Cores,
            result.CoreSpeedup,
            result.LengthSpread,
            result.ByLength,
            Rounds = new { Ours = result.Ours.Rounds, Wink = result.Wink.Rounds, Compromise = result.Compromise.Rounds },
        },
        SpeedJson.Options);

    private static double? Measured(double value) => double.IsNaN(value) ? null : value;

    private static void Print(SpeedResult result)
    {
        Console.WriteLine(Invariant($"{result.Texts} texts, {result.Characters:N0} characters, one core, commit {result.Commit}; median (lowest to highest) of {result.Ours.Rounds.Count} rounds"));
        var table = new Table().AddColumns("", "characters/s", "NewsIngest is … times as fast");
        Row(table, "NewsIngest: entities, coreference, claims", result.Ours, result.Ours);
        Row(table, "wink-nlp: full pipeline", result.Wink, result.Ours);
        Row(table, "compromise: names, quotations", result.Compromise, result.Ours);
        AnsiConsole.Write(table);
        Console.WriteLine(Invariant($"Cold, compiled ahead of time: first article {result.FirstArticleMs.Median:0} ms after the start of the process, of which models and lexicons {result.LoadMs.Median:0} ms"));
        Console.WriteLine(Invariant($"Peak memory {result.PeakMegabytes:0} MB"));
        Console.WriteLine(Invariant($"Allocated: {result.AllocatedPerResultByte:0.0} bytes for each byte of the result as JSON"));
        Console.WriteLine(Invariant($"{result.Cores} cores: {result.CoreSpeedup:0.0} times the speed of one"));
        foreach (var length in result.ByLength) Console.WriteLine(Invariant($"Texts of {length.Length,9:N0} characters: {length.CharactersPerSecond,10:N0} characters/s"));
    }

    private static void Row(Table table, string name, Spread spread, Spread ours)
    {
        if (spread.Rounds.Count == 0) table.AddRow(name, "not measured", "");
        else table.AddRow(name, Invariant($"{spread.Median:N0} ({spread.Lowest:N0} to {spread.Highest:N0})"), ReferenceEquals(spread, ours) ? "" : Invariant($"{ours.Median / spread.Median:0.00}"));
    }
}

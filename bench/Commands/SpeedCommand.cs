using System.CommandLine;
using System.Text.Json;
using NewsIngest.Bench.Speed;
using NewsIngest.Local;
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
        var rounds = new Option<int>("--rounds") { Description = "Rounds, in each of which every program has its turn", DefaultValueFactory = _ => 3 };
        var passes = new Option<int>("--passes") { Description = "Measured passes over the texts in each round; the median counts", DefaultValueFactory = _ => 5 };
        var warmup = new Option<int>("--warmup") { Description = "Most seconds that a program works before it is measured; it is once it no longer gets faster", DefaultValueFactory = _ => 60 };
        var json = new Option<bool>("--json") { Description = "Print one JSON object instead of tables" };
        var command = new Command("speed", "Speed of the analysis next to wink-nlp and compromise, on one core") { data, characters, rounds, passes, warmup, json };
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(data)?.FullName ?? ProjectLayout.Find().Seeds;
            var suite = new SpeedSuite(new TextSource(path), parsed.GetValue(characters), parsed.GetValue(rounds), parsed.GetValue(passes), TimeSpan.FromSeconds(parsed.GetValue(warmup)));
            var result = suite.Run();
            if (parsed.GetValue(json)) Console.WriteLine(Json(result));
            else Print(result);
            return result.Ours.Speed.Rounds.Count == 0 ? 1 : 0;
        });
        return command;
    }

    private static string Json(SpeedResult result) => JsonSerializer.Serialize(
        new
        {
            OursCharsPerSecond = result.Ours.Speed.Median,
            WinkCharsPerSecond = Measured(result.Wink.Speed.Median),
            CompromiseCharsPerSecond = Measured(result.Compromise.Speed.Median),
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
            Rounds = new { Ours = result.Ours.Speed.Rounds, Wink = result.Wink.Speed.Rounds, Compromise = result.Compromise.Speed.Rounds },
            WarmupSeconds = new { Ours = Measured(result.Ours.Warmup.Median), Wink = Measured(result.Wink.Warmup.Median), Compromise = Measured(result.Compromise.Warmup.Median) },
        },
        SpeedJson.Options);

    private static double? Measured(double value) => double.IsNaN(value) ? null : value;

    private static void Print(SpeedResult result)
    {
        Console.WriteLine(Invariant($"{result.Texts} texts, {result.Characters:N0} characters, one core, commit {result.Commit}; median (lowest to highest) of {result.Ours.Speed.Rounds.Count} rounds"));
        var table = new Table().AddColumns("", "characters/s", "warm-up, s", "NewsIngest is … times as fast");
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

    private static void Row(Table table, string name, ProgramSpeed program, ProgramSpeed ours)
    {
        var speed = program.Speed;
        if (speed.Rounds.Count == 0) table.AddRow(name, "not measured", "", "");
        else table.AddRow(name, Invariant($"{speed.Median:N0} ({speed.Lowest:N0} to {speed.Highest:N0})"), Invariant($"{program.Warmup.Median:0}"), ReferenceEquals(program, ours) ? "" : Invariant($"{ours.Speed.Median / speed.Median:0.00}"));
    }
}

using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using NewsIngest.Bench.Flow;
using NewsIngest.Bench.Speed;
using NewsIngest.Local;
using static System.FormattableString;

namespace NewsIngest.Bench.Commands;

/// <summary>Measures the pipeline from the drop to the answer, next to its storage calls alone.</summary>
internal static class PipelineCommand
{
    /// <summary>What was not measured is not a number.</summary>
    private static readonly JsonSerializerOptions JsonOptions = new(SpeedJson.Options) { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    public static Command Create()
    {
        var files = new Option<int>("--files") { Description = "Files of a round", DefaultValueFactory = _ => 200 };
        var rounds = new Option<int>("--rounds") { Description = "Rounds, in each of which pipeline and floor have their turn", DefaultValueFactory = _ => 3 };
        var idle = new Option<int>("--idle") { Description = "Files dropped one by one on an idle host", DefaultValueFactory = _ => 40 };
        var flood = new Option<int>("--flood") { Description = "Small files dropped at once, with the memory of the host over time [default: none]" };
        var seed = new Option<int>("--seed") { Description = "Other files for another number", DefaultValueFactory = _ => 1 };
        var json = new Option<bool>("--json") { Description = "Print one JSON object instead of text" };
        var command = new Command("pipeline", "Articles per second through the development host, next to the same storage calls alone; time from drop to answer") { files, rounds, idle, flood, seed, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = new FlowOptions(parsed.GetValue(files), parsed.GetValue(rounds), parsed.GetValue(idle), parsed.GetValue(flood), parsed.GetValue(seed));
            try
            {
                var result = await new FlowSuite(options, TimeProvider.System, Console.Error.WriteLine).RunAsync(cancellationToken);
                if (parsed.GetValue(json)) Console.WriteLine(Json(result));
                else Print(result);
                return result.Holds ? 0 : 1;
            }
            catch (SetupException exception)
            {
                await Console.Error.WriteLineAsync($"pipeline: {exception.Message}");
                return 2;
            }
        });
        return command;
    }

    private static string Json(FlowResult result) => JsonSerializer.Serialize(
        new
        {
            result.Commit,
            result.Files,
            result.Articles,
            ArticlesPerSecond = result.ArticlesPerSecond.Median,
            FloorArticlesPerSecond = result.FloorArticlesPerSecond.Median,
            OfFloor = result.OfFloor.Median,
            OfFloorRounds = result.OfFloor.Rounds,
            HostMs = result.HostMs.Median,
            StorageMs = result.StorageMs.Median,
            FloorMs = result.FloorMs.Median,
            result.FloorRefused,
            result.Differences,
            IdleP50 = result.IdleSeconds.Median,
            IdleP95 = result.IdleSeconds.Quantile(0.95),
            result.Flood,
        },
        JsonOptions);

    private static void Print(FlowResult result)
    {
        Console.WriteLine($"{result.Articles} articles in {result.Files} files, commit {result.Commit}; median (lowest to highest) of {result.OfFloor.Rounds.Count} rounds");
        Console.WriteLine($"Pipeline:             {Text(result.ArticlesPerSecond)} articles/s");
        Console.WriteLine($"Storage calls alone:  {Text(result.FloorArticlesPerSecond)} articles/s ({result.FloorRefused} calls failed)");
        Console.WriteLine(Invariant($"Pipeline of floor:    {result.OfFloor.Median:0%} ({result.OfFloor.Lowest:0%} to {result.OfFloor.Highest:0%})"));
        Console.WriteLine(Invariant($"Processor, an article: storage alone {result.FloorMs.Median:0.0} ms, in the pipeline {result.StorageMs.Median:0.0} ms, host {result.HostMs.Median:0.0} ms"));
        Console.WriteLine($"Other order of files: {result.Differences} rows or blobs differ");
        if (result.IdleSeconds.Rounds.Count > 0) Console.WriteLine(Invariant($"One file, idle host:  p50 {result.IdleSeconds.Median:0.00} s, p95 {result.IdleSeconds.Quantile(0.95):0.00} s, most {result.IdleSeconds.Highest:0.00} s, of {result.IdleSeconds.Rounds.Count}"));
        if (result.Flood is not { } flood) return;
        Console.WriteLine(Invariant($"{flood.Files} files at once:   {flood.Missing} missing, {flood.Seconds:0} s; host {flood.Samples.Max(sample => sample.Megabytes):0} MB at most, {flood.Samples[^1].Megabytes:0} MB at the end"));
    }

    private static string Text(Spread spread) => Invariant($"{spread.Median:0.0} ({spread.Lowest:0.0} to {spread.Highest:0.0})");
}

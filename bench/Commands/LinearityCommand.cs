using System.CommandLine;
using System.Text.Json;
using NewsIngest.Bench.Hostile;
using NewsIngest.Bench.Runs;
using Spectre.Console;
using static System.FormattableString;

namespace NewsIngest.Bench.Commands;

/// <summary>Shows that the time of an extraction grows with the length of the text, whatever the text is made of.</summary>
internal static class LinearityCommand
{
    public static Command Create()
    {
        var shape = new Option<string?>("--shape") { Description = "Only shapes whose name has this in it" };
        var brief = new Option<int>("--short") { Description = "Characters of the short text", DefaultValueFactory = _ => 10_000 };
        var full = new Option<int>("--long") { Description = "Characters of the long text", DefaultValueFactory = _ => 1_000_000 };
        var limit = new Option<int>("--limit") { Description = "Seconds that a long text may take, twice", DefaultValueFactory = _ => 120 };
        var most = new Option<double>("--most") { Description = "How many times as long a character of the long text may take", DefaultValueFactory = _ => 3 };
        var json = new Option<bool>("--json") { Description = "Print one JSON object instead of a table" };
        var command = new Command("linearity", "Time per character of long texts next to short ones, for texts that are made to be slow") { shape, brief, full, limit, most, json };
        command.SetAction(parsed => Run(
            parsed.GetValue(shape), new Linearity(parsed.GetValue(brief), parsed.GetValue(full), TimeSpan.FromSeconds(parsed.GetValue(limit))), parsed.GetValue(most), parsed.GetValue(json)));
        return command;
    }

    private static int Run(string? only, Linearity linearity, double most, bool json)
    {
        OneCore.Pin();
        var times = new List<ShapeTime>();
        foreach (var shape in TextShape.All.Where(shape => only is null || shape.Name.Contains(only, StringComparison.OrdinalIgnoreCase)))
        {
            var time = linearity.Measure(shape);
            times.Add(time);
            Console.Error.WriteLine(Invariant($"{time.Shape,-36} {time.Short,8:0} ns {time.Long,8:0} ns {time.Ratio,6:0.00} {time.Note}"));
        }

        var slow = times.Where(time => time.Ratio > most || time is { Ratio: null, Short: > 0 }).ToList();
        var worst = times.MaxBy(time => time.Ratio);
        if (json) Console.WriteLine(JsonSerializer.Serialize(new { shapes = times.Count, worstRatio = worst?.Ratio, worstShape = worst?.Shape, slow = slow.Select(time => time.Shape), times }, JsonSerializerOptions.Web));
        else Print(times, slow.Count);
        // Threads that ran out of time are left behind and end with the process.
        return slow.Count == 0 ? 0 : 1;
    }

    private static void Print(List<ShapeTime> times, int slow)
    {
        var table = new Table { Border = TableBorder.Ascii }.AddColumns("text of", "short, ns a character", "long, ns a character", "ratio");
        foreach (var time in times.OrderByDescending(time => time.Ratio ?? double.MaxValue))
            table.AddRow(Markup.Escape(time.Shape), Invariant($"{time.Short:0}"), Invariant($"{time.Long:0}"), time.Note ?? Invariant($"{time.Ratio:0.00}"));
        AnsiConsole.Write(table);
        Console.WriteLine($"{times.Count} shapes, {slow} slower than allowed");
    }
}

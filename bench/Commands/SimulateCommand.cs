using System.CommandLine;
using System.Text.Json;
using NewsIngest.Bench.Scale;
using NewsIngest.Bench.Speed;
using NewsIngest.Local;
using Spectre.Console;
using static System.FormattableString;

namespace NewsIngest.Bench.Commands;

/// <summary>Simulates queue, instances and throttling from one article a minute to a thousand a second, and draws them.</summary>
internal static class SimulateCommand
{
    private const double BurstRate = 12;
    private const double BurstFactor = 15;
    private static readonly int[] Accounts = [1, 4, 16];
    private static readonly double[] Rates = [1.0 / 60, 0.05, 0.1, 0.3, 1, 3, 6, 12, 25, 50, 75, 100, 150, 200, 300, 400, 600, 800, 1000];

    public static Command Create()
    {
        var seed = new Option<int>("--seed") { Description = "Another run for another number", DefaultValueFactory = _ => 1 };
        var rows = new Option<double>("--rows") { Description = "Rows of an article in the index", DefaultValueFactory = _ => new ScaleAssumptions().RowsPerArticle };
        var most = new Option<int>("--instances") { Description = "Most instances of an app", DefaultValueFactory = _ => new ScaleAssumptions().MaximumInstances };
        var output = new Option<FileInfo?>("--out") { Description = "The picture [default: docs/img/scale.svg]", HelpName = "FILE" };
        var json = new Option<bool>("--json") { Description = "Print one JSON object instead of a table" };
        var command = new Command("simulate", "Delay, instances and throttling by articles a second and storage accounts; draws docs/img/scale.svg") { seed, rows, most, output, json };
        command.SetAction(parsed =>
        {
            var given = new ScaleAssumptions { RowsPerArticle = parsed.GetValue(rows), MaximumInstances = parsed.GetValue(most) };
            var simulation = new ScaleSimulation(given, parsed.GetValue(seed));
            var points = Accounts.SelectMany(accounts => Rates.Select(rate => simulation.Steady(rate, accounts))).ToList();
            var path = parsed.GetValue(output)?.FullName ?? Path.Combine(ProjectLayout.Find().Root, "docs", "img", "scale.svg");
            File.WriteAllText(path, ScalePicture.Draw(points, simulation.Burst(BurstRate, BurstFactor), BurstRate));
            if (parsed.GetValue(json)) Console.WriteLine(JsonSerializer.Serialize(new { given, points }, SpeedJson.Options));
            else Print(given, points);
            return 0;
        });
        return command;
    }

    private static void Print(ScaleAssumptions given, IReadOnlyList<ScalePoint> points)
    {
        Console.WriteLine(Invariant($"One account takes {given.AccountLimit:0} articles a second, one instance {given.InstanceLimit:0}"));
        var table = new Table { Border = TableBorder.Ascii }.AddColumns("articles/s", "accounts", "p50 s", "p95 s", "instances", "at most", "turned away", "keeps up");
        foreach (var point in points)
        {
            table.AddRow(
                Invariant($"{point.Rate:0.###}"), Invariant($"{point.Accounts}"), Invariant($"{point.P50:0.0}"), Invariant($"{point.P95:0.0}"),
                Invariant($"{point.MeanInstances:0.0}"), Invariant($"{point.MostInstances}"), Invariant($"{point.Throttled:0%}"), point.KeepsUp ? "yes" : "no");
        }

        AnsiConsole.Write(table);
    }
}

using System.CommandLine;
using System.Text.Json;
using NewsIngest.Bench.Queries;
using NewsIngest.Bench.Speed;
using NewsIngest.Local;
using Spectre.Console;
using static System.FormattableString;

namespace NewsIngest.Bench.Commands;

/// <summary>Measures every route at several sizes of the index.</summary>
internal static class QueriesCommand
{
    public static Command Create()
    {
        var sizes = new Option<int[]>("--articles") { Description = "Sizes to compare", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [1000, 10_000] };
        var rounds = new Option<int>("--rounds") { Description = "How often each route is asked", DefaultValueFactory = _ => 40 };
        var json = new Option<bool>("--json") { Description = "Print one JSON object instead of a table" };
        var command = new Command("queries", "Time of each route on top of Azurite's, and its storage calls, at several sizes; fails when a route takes more calls with more articles") { sizes, rounds, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            try
            {
                var result = await new QuerySuite(parsed.GetRequiredValue(sizes), parsed.GetValue(rounds), TimeProvider.System, Console.Error.WriteLine).RunAsync(cancellationToken);
                if (parsed.GetValue(json)) Console.WriteLine(JsonSerializer.Serialize(result, SpeedJson.Options));
                else Print(result);
                return result.Holds ? 0 : 1;
            }
            catch (SetupException exception)
            {
                await Console.Error.WriteLineAsync($"queries: {exception.Message}");
                return 2;
            }
        });
        return command;
    }

    private static void Print(QueryResult result)
    {
        var table = new Table { Border = TableBorder.Ascii }.AddColumns("route", "articles", "items", "calls", "on top, p50 ms", "p95 ms", "with Azurite, p95 ms");
        foreach (var route in result.Routes.OrderBy(route => route.Route, StringComparer.Ordinal).ThenBy(route => route.Articles))
        {
            table.AddRow(
                route.Route, Invariant($"{route.Articles}"), Invariant($"{route.Items}"), Invariant($"{route.Calls}"),
                Invariant($"{route.OnTopMs.Median:0.0}"), Invariant($"{route.OnTopMs.Quantile(0.95):0.0}"), Invariant($"{route.AllMs.Quantile(0.95):0.0}"));
        }

        AnsiConsole.Write(table);
        Console.WriteLine(result.Growing.Count == 0 ? "No route takes more calls with more articles." : $"More calls with more articles: {string.Join(", ", result.Growing)}");
    }
}

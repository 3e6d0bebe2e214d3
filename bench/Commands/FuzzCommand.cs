using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using CsCheck;
using NewsIngest.Bench.Hostile;
using NewsIngest.Local;
using static System.FormattableString;

namespace NewsIngest.Bench.Commands;

/// <summary>Feeds generated inputs to each parser and to the extraction for some minutes.</summary>
internal static class FuzzCommand
{
    private const int MostShown = 4000;

    /// <summary>Each target's turn: short, so that all have had one long before the end.</summary>
    private const int SecondsATurn = 5;

    public static Command Create()
    {
        var minutes = new Option<double>("--minutes") { Description = "How long", DefaultValueFactory = _ => 30 };
        var seed = new Option<string?>("--seed") { Description = "The input to begin each turn with, as a failure prints it" };
        var threads = new Option<int>("--threads") { Description = "Inputs at once", DefaultValueFactory = _ => 1 };
        var only = new Option<string?>("--only") { Description = "One target: a folder of seeds/, “plain text” or “extraction”" };
        var json = new Option<bool>("--json") { Description = "Print one JSON object instead of lines" };
        var command = new Command("fuzz", "Generated inputs for each parser and the extraction: each must give articles or a refusal with its reason") { minutes, seed, threads, only, json };
        command.SetAction(parsed => Run(parsed.GetValue(minutes), parsed.GetValue(seed), parsed.GetValue(threads), parsed.GetValue(only), parsed.GetValue(json)));
        return command;
    }

    private static int Run(double minutes, string? seed, int threads, string? only, bool json)
    {
        var targets = FuzzTarget.All(ProjectLayout.Find().Seeds).Where(target => only is null || target.Name == only).ToList();
        if (targets.Count == 0)
        {
            Console.Error.WriteLine("fuzz: there is no such target");
            return 2;
        }

        var failures = new List<string>();
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started).TotalMinutes < minutes)
        {
            foreach (var target in targets)
            {
                try
                {
                    target.Run(seed, SecondsATurn, -1, threads);
                }
                catch (CsCheckException failure)
                {
                    var message = $"{target.Name}: {failure.Message} {failure.InnerException}";
                    failures.Add(message);
                    Console.Error.WriteLine(message.Length <= MostShown ? message : message[..MostShown] + " …");
                }

                Console.Error.WriteLine(Invariant($"{target.Name,-12} {target.Executions,10:N0} executions, {target.Refused,10:N0} refused"));
            }
        }

        Show(targets, failures, Stopwatch.GetElapsedTime(started).TotalMinutes, json);
        return failures.Count == 0 ? 0 : 1;
    }

    private static void Show(List<FuzzTarget> targets, List<string> failures, double minutes, bool json)
    {
        using var self = Process.GetCurrentProcess();
        var peak = self.PeakWorkingSet64 / 1e6;
        var total = targets.Sum(target => target.Executions);
        if (json) Console.WriteLine(JsonSerializer.Serialize(new { minutes, executions = total, failures = failures.Count, peakMegabytes = peak, targets = targets.Select(target => new { target.Name, target.Executions, target.Refused }) }, JsonSerializerOptions.Web));
        else Console.WriteLine(Invariant($"{minutes:0.0} minutes, {total:N0} executions in {targets.Count} targets, {failures.Count} failures; peak memory {peak:0} MB"));
    }
}

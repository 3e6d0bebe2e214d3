using System.CommandLine;
using System.Text.Json;
using NewsIngest.Bench.Hostile;
using NewsIngest.Local;
using static System.FormattableString;

namespace NewsIngest.Bench.Commands;

/// <summary>Takes in every file that is made to harm, in a process that may use 512 MB.</summary>
internal static class HostileCommand
{
    /// <summary>Marks the process that takes the files in.</summary>
    public const string WorkerName = "hostile-worker";

    private const long MostMemory = 512L * 1000 * 1000;

    public static Command Create()
    {
        var seed = new Option<int>("--seed") { Description = "Decides where the samples are broken", DefaultValueFactory = _ => 1 };
        var slow = new Option<double>("--slow") { Description = "Names files that take more seconds", DefaultValueFactory = _ => 5 };
        var large = new Option<double>("--large") { Description = "Names files that take more megabytes", DefaultValueFactory = _ => 400 };
        var only = new Option<string?>("--only") { Description = "Only files whose kind or name has this in it" };
        var json = new Option<bool>("--json") { Description = "Print one JSON object instead of lines" };
        var command = new Command("hostile", "Files made to harm: each must give articles or a refusal with its reason, within 512 MB and the time for one file") { seed, slow, large, only, json };
        command.SetAction(parsed => Run(parsed.GetValue(seed), parsed.GetValue(slow), parsed.GetValue(large), parsed.GetValue(only), parsed.GetValue(json)));
        return command;
    }

    public static Command CreateWorker()
    {
        var command = new Command(WorkerName, "Started by hostile") { Hidden = true };
        command.SetAction(_ => HostileWorker.Run());
        return command;
    }

    private static int Run(int seed, double slow, double large, string? only, bool json)
    {
        int files = 0, accepted = 0, refused = 0, harmful = 0;
        var slowest = (Seconds: 0.0, File: "");
        var largest = (Bytes: 0L, File: "");
        using var worker = new HostileChild();
        foreach (var file in HostileFiles.All(ProjectLayout.Find().Seeds, seed).Concat(LargestFiles.All()))
        {
            if (only is not null && !$"{file}".Contains(only, StringComparison.OrdinalIgnoreCase)) continue;
            files++;
            Console.Error.Write(file);
            var answer = worker.Take(file);
            var isHarmful = answer.Harm is not null || answer.Bytes > MostMemory;
            if (isHarmful) harmful++;
            else if (answer.Refusal is null) accepted++;
            else refused++;
            if (answer.Seconds > slowest.Seconds) slowest = (answer.Seconds, $"{file}");
            if (answer.Bytes > largest.Bytes) largest = (answer.Bytes, $"{file}");
            Console.Error.WriteLine(Describe(answer, slow, large) + (isHarmful ? " HARM" : ""));
        }

        if (json) Console.WriteLine(JsonSerializer.Serialize(new { files, accepted, refused, harmful, slowestSeconds = slowest.Seconds, slowest = slowest.File, peakMegabytes = largest.Bytes / 1e6, largest = largest.File, seed }, JsonSerializerOptions.Web));
        else Console.WriteLine(Invariant($"{files} files: {accepted} read, {refused} refused, {harmful} did harm; slowest {slowest.Seconds:0.0} s ({slowest.File}); peak memory {largest.Bytes / 1e6:0} MB ({largest.File}); seed {seed}"));
        return harmful == 0 ? 0 : 1;
    }

    private static string Describe(WorkerAnswer answer, double slow, double large)
    {
        var outcome = answer switch
        {
            { Harm: { } harm } => $": {harm}",
            { Refusal: { } reason } => $": refused, {(reason.Length > 100 ? reason[..100] + "…" : reason)}",
            _ => Invariant($": {answer.Articles} articles, {answer.Claims} claims"),
        };
        if (answer.Seconds > slow) outcome += Invariant($" SLOW {answer.Seconds:0.0} s");
        if (answer.Bytes > large * 1e6) outcome += Invariant($" LARGE {answer.Bytes / 1e6:0} MB");
        return outcome;
    }
}

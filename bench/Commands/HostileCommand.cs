using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using NewsIngest.Bench.Hostile;
using NewsIngest.Bench.Runs;
using NewsIngest.Local;
using static System.FormattableString;

namespace NewsIngest.Bench.Commands;

/// <summary>Takes in every file that is made to harm, in a process that may use 512 MB.</summary>
internal static class HostileCommand
{
    private const string HeapLimit = "DOTNET_GCHeapHardLimit";
    private const long MostMemory = 512L * 1024 * 1024;

    public static Command Create()
    {
        var seed = new Option<int>("--seed") { Description = "Decides where the samples are broken", DefaultValueFactory = _ => 1 };
        var slow = new Option<double>("--slow") { Description = "Names files that take more seconds", DefaultValueFactory = _ => 5 };
        var only = new Option<string?>("--only") { Description = "Only files whose kind or name has this in it" };
        var json = new Option<bool>("--json") { Description = "Print one JSON object instead of lines" };
        var command = new Command("hostile", "Files made to harm: each must give articles or a refusal with its reason, within 512 MB and the time for one file") { seed, slow, only, json };
        command.SetAction(parsed => Environment.GetEnvironmentVariable(HeapLimit) is null
            ? Again()
            : Run(parsed.GetValue(seed), parsed.GetValue(slow), parsed.GetValue(only), parsed.GetValue(json)));
        return command;
    }

    /// <summary>The limit of the heap is read when a process starts. A crash of the process is the answer, too.</summary>
    private static int Again()
    {
        var start = ThisProgram.Start(Environment.GetCommandLineArgs()[1..]);
        start.Environment[HeapLimit] = Invariant($"{MostMemory:X}");
        using var process = Process.Start(start)!;
        process.WaitForExit();
        return process.ExitCode;
    }

    private static int Run(int seed, double slow, string? only, bool json)
    {
        var intake = new Intake();
        int files = 0, accepted = 0, refused = 0, harmful = 0;
        var slowest = (Seconds: 0.0, File: "");
        var largest = (Bytes: 0L, File: "");
        using var self = Process.GetCurrentProcess();
        foreach (var file in HostileFiles.All(ProjectLayout.Find().Seeds, seed))
        {
            if (only is not null && !$"{file}".Contains(only, StringComparison.OrdinalIgnoreCase)) continue;
            files++;
            Console.Error.Write(file);
            var started = Stopwatch.GetTimestamp();
            try
            {
                var result = intake.Take(file);
                if (result.Refusal is null) accepted++;
                else refused++;
                Console.Error.Write(result.Refusal is { } reason ? $": refused, {(reason.Length > 100 ? reason[..100] + "…" : reason)}" : Invariant($": {result.Articles} articles, {result.Claims} claims"));
            }
            catch (Exception exception)
            {
                harmful++;
                Console.Error.Write($": HARM {exception}");
            }

            var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
            self.Refresh();
            if (seconds > slowest.Seconds) slowest = (seconds, $"{file}");
            if (self.PeakWorkingSet64 > largest.Bytes) largest = (self.PeakWorkingSet64, $"{file}");
            Console.Error.WriteLine(seconds > slow ? Invariant($" SLOW {seconds:0.0} s") : "");
        }

        if (json) Console.WriteLine(JsonSerializer.Serialize(new { files, accepted, refused, harmful, slowestSeconds = slowest.Seconds, slowest = slowest.File, peakMegabytes = largest.Bytes / 1e6, largest = largest.File, seed }, JsonSerializerOptions.Web));
        else Console.WriteLine(Invariant($"{files} files: {accepted} read, {refused} refused, {harmful} did harm; slowest {slowest.Seconds:0.0} s ({slowest.File}); peak memory {largest.Bytes / 1e6:0} MB ({largest.File}); seed {seed}"));
        return harmful == 0 && largest.Bytes <= MostMemory ? 0 : 1;
    }
}

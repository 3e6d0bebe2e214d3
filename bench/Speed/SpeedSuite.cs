using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using NewsIngest.Bench.Runs;

namespace NewsIngest.Bench.Speed;

/// <summary>Runs ours and the peers in turn, each in a process of its own on one core, and then ours alone by length and by cores.</summary>
internal sealed class SpeedSuite(IReadOnlyList<string> texts, int rounds, int warmupSeconds)
{
    /// <summary>compromise reads some ten thousand characters a second: it gets this much of the text.</summary>
    private const int CompromiseCharacters = 100_000;

    private static readonly int[] Lengths = [10_000, 30_000, 100_000, 300_000, 1_000_000];

    public SpeedResult Run()
    {
        using var all = new TextFile(texts);
        var cores = Environment.ProcessorCount;
        var published = Published.Publish();
        var alone = Worker<PassResult>("pass", all.Path, Text(warmupSeconds), "1");
        var together = Worker<PassResult>("pass", all.Path, Text(warmupSeconds), Math.Min(4, cores).ToString(CultureInfo.InvariantCulture));
        OneCore.Pin();
        List<double> ours = [], wink = [], compromise = [];
        List<ColdResult> cold = [];
        PassResult? last = null;
        for (var round = 0; round < rounds; round++)
        {
            last = Worker<PassResult>("pass", all.Path, Text(warmupSeconds), "1");
            ours.Add(last.CharactersPerSecond);
            if (Peer("wink.mjs", all.Path, int.MaxValue) is { } winkPass) wink.Add(winkPass.CharactersPerSecond);
            if (Peer("compromise.mjs", all.Path, CompromiseCharacters) is { } compromisePass) compromise.Add(compromisePass.CharactersPerSecond);
            if (published is not null) cold.Add(Start<ColdResult>([.. published, "speed-worker", "cold", all.Path]));
        }

        return new SpeedResult
        {
            Commit = Runs.Commit.Describe(),
            Texts = texts.Count,
            Characters = last!.Characters,
            Ours = new Spread(ours),
            Wink = new Spread(wink),
            Compromise = new Spread(compromise),
            RatioWink = new Spread([.. ours.Zip(wink, (a, b) => a / b)]),
            FirstArticleMs = new Spread([.. cold.Select(c => c.FirstArticleMs)]),
            LoadMs = new Spread([.. cold.Select(c => c.LoadMs)]),
            PeakMegabytes = last.PeakBytes / 1e6,
            AllocatedPerResultByte = (double)last.AllocatedBytes / last.ResultBytes,
            Cores = Math.Min(4, cores),
            CoreSpeedup = together.CharactersPerSecond / alone.CharactersPerSecond,
            ByLength = [.. Lengths.Select(ByLength)],
        };
    }

    /// <summary>One text of this length, as often as fits into the largest one: characters per second.</summary>
    private LengthResult ByLength(int length)
    {
        var whole = string.Join("\n\n", texts);
        while (whole.Length < Lengths[^1]) whole += "\n\n" + whole;
        using var file = new TextFile([.. Enumerable.Range(0, Math.Max(1, Lengths[^2] / length)).Select(i => whole.Substring(i * length, length))]);
        return new LengthResult(length, Worker<PassResult>("pass", file.Path, Text(warmupSeconds), "1").CharactersPerSecond);
    }

    private PassResult? Peer(string script, string file, int limit) =>
        NodeScript.Run("speed", script, file, Text(warmupSeconds), Text(limit)) is { } output ? JsonSerializer.Deserialize<PassResult>(output, SpeedJson.Options) : null;

    private static T Worker<T>(params string[] arguments) => Start<T>([.. Self(), "speed-worker", .. arguments]);

    private static T Start<T>(string[] command)
    {
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? JsonSerializer.Deserialize<T>(output, SpeedJson.Options)! : throw new InvalidOperationException($"the measured process ended with {process.ExitCode}");
    }

    /// <summary>How this program was started: by its own executable, or as an assembly that <c>dotnet</c> runs.</summary>
    private static string[] Self() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [Environment.ProcessPath!, Environment.GetCommandLineArgs()[0]] : [Environment.ProcessPath!];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

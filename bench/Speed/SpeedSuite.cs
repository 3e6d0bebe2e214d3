using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using NewsIngest.Bench.Runs;

namespace NewsIngest.Bench.Speed;

/// <summary>Runs ours and the peers in turn, each in a process of its own on one core, and then ours alone by length and by cores.</summary>
/// <param name="source">Where the texts come from.</param>
/// <param name="characters">Characters of text that all programs read.</param>
/// <param name="rounds">In each of which every program has its turn.</param>
/// <param name="passes">Measured passes over the texts in each round.</param>
/// <param name="warmupLimit">The longest a program works before it is measured.</param>
internal sealed class SpeedSuite(TextSource source, int characters, int rounds, int passes, TimeSpan warmupLimit)
{
    /// <summary>compromise reads some hundred thousand characters a second: it gets this much of the text.</summary>
    private const int CompromiseCharacters = 100_000;

    private const int MostCores = 4;

    private static readonly int[] Lengths = [10_000, 30_000, 100_000, 300_000, 1_000_000];

    public SpeedResult Run()
    {
        var commit = Runs.Commit.Describe();
        var texts = source.Read(characters);
        using var all = new TextFile(texts);
        using var first = new TextFile(texts[0]);
        var cores = Math.Min(MostCores, Environment.ProcessorCount);
        var published = Published.Publish();
        var byCores = Worker(cores, all);
        OneCore.Pin();
        List<PassResult> ours = [], wink = [], compromise = [];
        List<ColdResult> cold = [];
        for (var round = 0; round < rounds; round++)
        {
            ours.Add(Worker(1, all)[0]);
            if (Peer("wink.mjs", all.Path, int.MaxValue) is { } winkPasses) wink.Add(winkPasses);
            if (Peer("compromise.mjs", all.Path, CompromiseCharacters) is { } compromisePasses) compromise.Add(compromisePasses);
            if (published is not null) cold.Add(Start<ColdResult>(new ProcessStartInfo(published, SpeedWorker.Cold(first))));
        }

        var last = ours[^1];
        return new SpeedResult
        {
            Commit = commit,
            Texts = texts.Count,
            Characters = last.Characters,
            Ours = new ProgramSpeed(ours),
            Wink = new ProgramSpeed(wink),
            Compromise = new ProgramSpeed(compromise),
            RatioWink = new Spread([.. ours.Zip(wink, (a, b) => a.Median / b.Median)]),
            FirstArticleMs = new Spread([.. cold.Select(c => c.FirstArticleMs)]),
            LoadMs = new Spread([.. cold.Select(c => c.LoadMs)]),
            PeakMegabytes = last.PeakBytes / 1e6,
            AllocatedPerResultByte = (double)last.AllocatedBytes / last.ResultBytes,
            Cores = cores,
            CoreSpeedup = byCores[0].Median / byCores[^1].Median,
            ByLength = ByLength(),
        };
    }

    /// <summary>
    /// Texts of each length, cut from the same characters, in one process: what the runtime has compiled is the same for all. No line is there twice,
    /// because a paragraph that repeats another is not analysed.
    /// </summary>
    private IReadOnlyList<LengthResult> ByLength()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var whole = string.Join('\n', source.Read(2 * Lengths[^1]).SelectMany(text => text.Split('\n').Append("")).Where(line => line.Length == 0 || seen.Add(line)));
        var lengths = Lengths.Where(length => length <= whole.Length).ToList();
        var files = lengths.Select(length => new TextFile([.. Enumerable.Range(0, lengths[^1] / length).Select(i => whole.Substring(i * length, length))])).ToList();
        try
        {
            return [.. lengths.Zip(Worker(1, [.. files]), (length, result) => new LengthResult(length, result.Median))];
        }
        finally
        {
            files.ForEach(file => file.Dispose());
        }
    }

    private PassResult? Peer(string script, string file, int limit) =>
        NodeScript.Run("speed", script, file, Text(warmupLimit.TotalSeconds), Text(passes), Text(limit)) is { } output ? JsonSerializer.Deserialize<PassResult>(output, SpeedJson.Options) : null;

    private PassResult[] Worker(int threads, params IEnumerable<TextFile> files) => Start<PassResult[]>(ThisProgram.Start(SpeedWorker.Pass(warmupLimit, passes, threads, files)));

    private static T Start<T>(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? JsonSerializer.Deserialize<T>(output, SpeedJson.Options)! : throw new InvalidOperationException($"the measured process ended with {process.ExitCode}");
    }

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}

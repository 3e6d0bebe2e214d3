using System.Diagnostics;
using CsCheck;

namespace NewsIngest.Bench.Hostile;

/// <summary>One parser with all that follows it, or the extraction alone: generated inputs, how many were run, and how long one may take.</summary>
internal sealed class FuzzTarget
{
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(35);
    private readonly Intake intake;
    private readonly IReadOnlyList<HostileFile> samples;
    private long executions;
    private long refused;

    private FuzzTarget(string name, IReadOnlyList<HostileFile> samples, Intake intake)
    {
        Name = name;
        this.samples = samples;
        this.intake = intake;
    }

    public string Name { get; }

    public long Executions => executions;

    public long Refused => refused;

    /// <summary>A target for every folder of samples, one for the samples beside them, and one for the extraction.</summary>
    public static IReadOnlyList<FuzzTarget> All(string seedFolder)
    {
        var intake = new Intake();
        var samples = Directory.EnumerateFiles(seedFolder, "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => (Format: Path.GetRelativePath(seedFolder, Path.GetDirectoryName(path)!), File: new HostileFile("seed", Path.GetFileName(path), File.ReadAllBytes(path))))
            .GroupBy(sample => sample.Format, sample => sample.File, StringComparer.Ordinal);
        return [.. samples.Select(format => new FuzzTarget(format.Key == "." ? "plain text" : format.Key, [.. format], intake)), new FuzzTarget("extraction", [], intake)];
    }

    /// <summary>Runs inputs until one fails or the time or number is reached, whichever is given.</summary>
    /// <param name="seed">CsCheck's name of the first input, null for any.</param>
    /// <param name="seconds">How long, -1 for as many as <paramref name="count"/>.</param>
    /// <param name="count">How many inputs, -1 for as long as <paramref name="seconds"/>.</param>
    /// <param name="threads">How many at once.</param>
    /// <exception cref="CsCheckException">An input did harm; the message has it, shrunk, and its seed.</exception>
    public void Run(string? seed, int seconds, int count, int threads)
    {
        if (samples.Count > 0) FuzzInputs.Changed(samples).Sample(file => Count(() => intake.Take(file).Refusal is not null, file), seed: seed, iter: count, time: seconds, threads: threads, print: Print);
        else FuzzInputs.Texts().Sample(text => Count(() => !Extracted(text), text), seed: seed, iter: count, time: seconds, threads: threads);
    }

    /// <summary>Runs so many inputs, always the same ones.</summary>
    public void Replay(int count)
    {
        var random = new Random(count);
        for (var i = 0; i < count; i++)
        {
            if (samples.Count > 0)
            {
                var file = FuzzInputs.Changed(samples, random);
                Count(() => intake.Take(file).Refusal is not null, file);
            }
            else
            {
                var text = FuzzInputs.Text(random);
                Count(() => !Extracted(text), text);
            }
        }
    }

    private bool Extracted(string text)
    {
        if (string.IsNullOrWhiteSpace(text)) return false;
        return intake.Take(new HostileFile("text", "text.txt", text)).Refusal is null;
    }

    private void Count(Func<bool> isRefused, object input)
    {
        var started = Stopwatch.GetTimestamp();
        if (isRefused()) Interlocked.Increment(ref refused);
        Interlocked.Increment(ref executions);
        if (Stopwatch.GetElapsedTime(started) is var took && took > MostTime) throw new TimeoutException($"{Name}: {input} took {took.TotalSeconds:0} s");
    }

    private static string Print(HostileFile file) => $"{file.Name}: {Convert.ToBase64String(file.Content)}";
}

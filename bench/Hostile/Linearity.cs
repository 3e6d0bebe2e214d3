using System.Diagnostics;
using NewsIngest.Parsing;

namespace NewsIngest.Bench.Hostile;

/// <summary>Time per character of a shape, in nanoseconds; null where nothing could be read or it took too long.</summary>
internal sealed record ShapeTime(string Shape, double Short, double? Long, string? Note)
{
    public double? Ratio => Long / Short;
}

/// <summary>Compares the time per character of a long text with that of a short one of the same shape: parsing as a plain text file, and all of the extraction.</summary>
internal sealed class Linearity(int shortLength, int longLength, TimeSpan limit)
{
    private const int ShortRounds = 9;
    private const int LongRounds = 2;
    private readonly Intake intake = new();

    public ShapeTime Measure(TextShape shape)
    {
        var brief = shape.Of(shortLength);
        var full = shape.Of(longLength);
        try
        {
            _ = intake.AsArticle(brief);
        }
        catch (ParseException refusal)
        {
            return new ShapeTime(shape.Name, 0, null, $"refused: {refusal.Reason}");
        }

        // The same amount of text before either measurement, so that the runtime has compiled the same.
        for (var i = 0; i < ShortRounds; i++) intake.Extract(brief);
        var perShort = Best(ShortRounds, brief) / shortLength;
        var running = Task.Factory.StartNew(() => Best(LongRounds, full) / longLength, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        return running.Wait(limit)
            ? new ShapeTime(shape.Name, perShort, running.Result, null)
            : new ShapeTime(shape.Name, perShort, null, $"more than {limit.TotalSeconds:0} s");
    }

    private double Best(int rounds, string text)
    {
        var best = double.MaxValue;
        for (var i = 0; i < rounds; i++)
        {
            var started = Stopwatch.GetTimestamp();
            intake.Extract(text);
            best = Math.Min(best, Stopwatch.GetElapsedTime(started).TotalNanoseconds);
        }

        return best;
    }
}

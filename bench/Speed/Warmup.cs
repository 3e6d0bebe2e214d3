using System.Diagnostics;

namespace NewsIngest.Bench.Speed;

/// <summary>
/// Works until it no longer gets faster: the runtime compiles what is hot beside the work, which on one core takes long. The rule is that of
/// bench/peers/texts.mjs, so that every program is measured in its steady state.
/// </summary>
internal static class Warmup
{
    /// <summary>A window is this long, so that a short interruption does not count for much.</summary>
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1);

    /// <summary>So many windows without a new best one end it.</summary>
    private const int Patience = 6;

    /// <summary>A window is a new best one when it is faster by this part.</summary>
    private const double Gain = 0.02;

    /// <summary>Repeats the work, which returns how many characters it read, at most for <paramref name="limit"/>. Returns the seconds it took.</summary>
    public static double Run(Func<long> work, TimeSpan limit)
    {
        var started = Stopwatch.GetTimestamp();
        var best = 0.0;
        for (var sinceBest = 0; sinceBest < Patience && Stopwatch.GetElapsedTime(started) < limit; sinceBest++)
        {
            var speed = Speed(work);
            if (speed <= best * (1 + Gain)) continue;
            best = speed;
            sinceBest = -1;
        }

        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static double Speed(Func<long> work)
    {
        var characters = 0L;
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < Window) characters += work();
        return characters / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}

using static System.FormattableString;

namespace NewsIngest.Bench.Scale;

/// <summary>Draws what the simulation found.</summary>
internal static class ScalePicture
{
    private const int Width = 860;
    private const int Height = 900;
    private const double Left = 60;
    private const double PlotWidth = 740;
    private const double PlotHeight = 210;

    /// <summary>Where the names of curves stand that do not end within the picture.</summary>
    private const int LeftName = 3;

    private static readonly string[] Colours = ["#b3261e", "#1a5fb4", "#26734d"];

    public static string Draw(IReadOnlyList<ScalePoint> points, IReadOnlyList<ScaleMoment> burst, double rate)
    {
        var svg = new Svg(Width, Height, "Delay and instances by articles a second and number of storage accounts, and a burst of news");
        var rates = new Axis(points.Min(point => point.Rate), points.Max(point => point.Rate), true, [1.0 / 60, 0.1, 1, 12, 100, 1000]);
        var delay = new Plot(svg, (Left, 40, PlotWidth, PlotHeight), "Drop to answer, 95th percentile, seconds, by articles a second", rates, new Axis(1, 1000, true, [1, 3, 10, 30, 100, 300, 1000]), RateText);
        var instances = new Plot(svg, (Left, 330, PlotWidth, PlotHeight), "Instances on average, by articles a second", rates, new Axis(0.1, 1000, true, [0.1, 1, 10, 100, 1000]), RateText);
        var groups = points.GroupBy(point => point.Accounts).ToList();
        for (var i = 0; i < groups.Count; i++)
        {
            var group = groups[i].ToList();
            var name = group[0].Accounts == 1 ? "1 account" : Invariant($"{group[0].Accounts} accounts");
            delay.Curve([.. group.Select(point => (point.Rate, point.P95))], Colours[i], name, i == groups.Count - 1 ? LeftName : group.FindLastIndex(point => point.KeepsUp));
            instances.Curve([.. group.Select(point => (point.Rate, Math.Max(point.MeanInstances, 0.1)))], Colours[i], name, LeftName);
        }

        var most = burst.Max(moment => moment.Waiting);
        var minutes = new Axis(0, burst[^1].Seconds, false, [0, 120, 240, 360, 480, 600]);
        var time = new Plot(svg, (Left, 620, PlotWidth, PlotHeight), Invariant($"{rate:0} articles a second on one account, fifteen times as many for two minutes; each curve against its own maximum"), minutes, new Axis(0, 1, false, [0, 0.5, 1]), seconds => Invariant($"{seconds / 60:0} min"));
        Curve(moment => moment.Waiting / most, Colours[0], Invariant($"waiting (at most {most:0})"), 0.37);
        var fleet = burst.Max(moment => moment.Instances);
        Curve(moment => (double)moment.Instances / fleet, Colours[1], Invariant($"instances (at most {fleet})"), 0.85);
        Curve(moment => moment.Throttled, Colours[2], Invariant($"turned away by the storage (at most {burst.Max(moment => moment.Throttled):0%})"), 0.551);
        svg.Text(Left, Height - 16, "Simulated: bench simulate. Limits as published, an article as measured by bench cost; docs/scale.md has the assumptions.", colour: "#666");
        return svg.ToString();

        void Curve(Func<ScaleMoment, double> value, string colour, string name, double named) =>
            time.Curve([.. burst.Where((_, i) => i % 4 == 0).Select(moment => (moment.Seconds, value(moment)))], colour, name, (int)(burst.Count / 4 * named));
    }

    private static string RateText(double rate) => rate < 0.05 ? "1 a minute" : Invariant($"{rate:0.##}");
}

namespace NewsIngest.Bench.Scale;

/// <summary>An axis from one value to another, straight or by powers of ten.</summary>
internal sealed record Axis(double From, double To, bool Log, IReadOnlyList<double> Marks)
{
    /// <summary>Where a value lies, from 0 to 1; what lies outside is moved to the end.</summary>
    public double At(double value) => Math.Clamp(Log ? Math.Log(value / From) / Math.Log(To / From) : (value - From) / (To - From), 0, 1);
}

/// <summary>A plot with two axes at a place of a drawing.</summary>
internal sealed class Plot
{
    private const string Grid = "#e4e4e4";
    private readonly Svg svg;
    private readonly (double Left, double Top, double Width, double Height) box;
    private readonly Axis across;
    private readonly Axis up;

    public Plot(Svg svg, (double Left, double Top, double Width, double Height) box, string title, Axis across, Axis up, Func<double, string> acrossText)
    {
        (this.svg, this.box, this.across, this.up) = (svg, box, across, up);
        svg.Text(box.Left, box.Top - 14, title, weight: "bold");
        foreach (var mark in across.Marks)
        {
            svg.Line(X(mark), box.Top, X(mark), box.Top + box.Height, Grid);
            svg.Text(X(mark), box.Top + box.Height + 16, acrossText(mark), "middle");
        }

        foreach (var mark in up.Marks)
        {
            svg.Line(box.Left, Y(mark), box.Left + box.Width, Y(mark), Grid);
            svg.Text(box.Left - 6, Y(mark) + 4, FormattableString.Invariant($"{mark:0.##}"), "end");
        }
    }

    /// <summary>Draws a curve; its name stands at the point of <paramref name="named"/>, counted from the start.</summary>
    public void Curve(IReadOnlyList<(double X, double Y)> points, string colour, string name, int named)
    {
        svg.Path(points.Select(point => (X(point.X), Y(point.Y))), colour);
        svg.Text(X(points[named].X) + 6, Y(points[named].Y) - 6, name, colour: colour);
    }

    private double X(double value) => box.Left + (across.At(value) * box.Width);

    private double Y(double value) => box.Top + ((1 - up.At(value)) * box.Height);
}

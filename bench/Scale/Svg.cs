using System.Net;
using System.Text;
using static System.FormattableString;

namespace NewsIngest.Bench.Scale;

/// <summary>A drawing in SVG.</summary>
internal sealed class Svg
{
    private readonly StringBuilder text = new();

    public Svg(int width, int height, string title)
    {
        text.Append(Invariant($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" font-family=\"system-ui, sans-serif\" font-size=\"12\" role=\"img\">\n<title>{WebUtility.HtmlEncode(title)}</title>\n"));
        text.Append(Invariant($"<rect width=\"{width}\" height=\"{height}\" fill=\"#fff\"/>\n"));
    }

    public void Text(double x, double y, string words, string anchor = "start", string colour = "#333", string weight = "normal") =>
        text.Append(Invariant($"<text x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"{anchor}\" fill=\"{colour}\" font-weight=\"{weight}\">{WebUtility.HtmlEncode(words)}</text>\n"));

    public void Line(double x1, double y1, double x2, double y2, string colour) =>
        text.Append(Invariant($"<line x1=\"{x1:0.#}\" y1=\"{y1:0.#}\" x2=\"{x2:0.#}\" y2=\"{y2:0.#}\" stroke=\"{colour}\"/>\n"));

    public void Path(IEnumerable<(double X, double Y)> points, string colour) =>
        text.Append(Invariant($"<polyline fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\" points=\"{string.Join(' ', points.Select(point => Invariant($"{point.X:0.#},{point.Y:0.#}")))}\"/>\n"));

    public override string ToString() => text + "</svg>\n";
}

using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace NewsIngest.Functions.Http.Formats;

/// <summary>A form that lists come in. <paramref name="MediaTypes"/> are all by which it may be asked for, the one it is sent as first.</summary>
internal sealed record ListFormat(string Name, IReadOnlyList<string> MediaTypes)
{
    public static readonly ListFormat Json = new("json", ["application/json"]);

    public static readonly ListFormat NdJson = new("ndjson", ["application/x-ndjson", "application/ndjson", "application/jsonl"]);

    public static readonly ListFormat Csv = new("csv", ["text/csv"]);

    public static readonly ListFormat JsonLd = new("jsonld", ["application/ld+json"]);

    private const string Parameter = "format";

    /// <summary>In the order of preference where a caller has none.</summary>
    public static IReadOnlyList<ListFormat> All { get; } = [Json, NdJson, Csv, JsonLd];

    public string MediaType => MediaTypes[0];

    /// <summary>The form that the request asks for: by <c>?format=</c>, else by <c>Accept</c>.</summary>
    /// <returns>Exactly one of the two: a form, or the answer that says what is accepted.</returns>
    public static (ListFormat? Format, Microsoft.AspNetCore.Mvc.IActionResult? Refusal) Of(HttpRequest request)
    {
        if (request.Query.TryGetValue(Parameter, out var asked) && asked.ToString() is { Length: > 0 } name)
        {
            var named = All.FirstOrDefault(format => string.Equals(format.Name, name, StringComparison.OrdinalIgnoreCase));
            return named is null ? (null, Answers.BadRequest(Parameter, $"accepted are {string.Join(", ", All.Select(format => format.Name))}")) : (named, null);
        }

        var accepted = request.GetTypedHeaders().Accept;
        if (accepted.Count == 0) return (Json, null);
        var best = All.Select(format => (Format: format, Quality: format.QualityIn(accepted))).MaxBy(pair => pair.Quality);
        return best.Quality > 0 ? (best.Format, null) : (null, Answers.NotAcceptable($"This list comes as {string.Join(", ", All.Select(format => format.MediaType))}."));
    }

    /// <summary>RFC 9110, 12.5.1: the most specific range that covers the type says how welcome it is.</summary>
    private double QualityIn(IList<MediaTypeHeaderValue> accepted) => MediaTypes.Max(type =>
    {
        var media = new MediaTypeHeaderValue(type);
        var range = accepted.Where(range => media.IsSubsetOf(range) || range.MatchesMediaType(type)).MaxBy(Specificity);
        return range is null ? 0 : range.Quality ?? 1;
    });

    private static int Specificity(MediaTypeHeaderValue range) => range.MatchesAllTypes ? 0 : range.MatchesAllSubTypes ? 1 : 2;
}

using System.Text.Json.Serialization;
using NewsIngest.Query;

namespace NewsIngest.Functions.Http;

/// <summary>What went wrong, as RFC 9457 puts it. <paramref name="Errors"/> names each parameter that was not understood.</summary>
internal sealed record Problem(string Title, int Status, string? Detail, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<QueryProblem>? Errors)
{
    /// <summary>The status says it all.</summary>
    public string Type { get; } = "about:blank";
}

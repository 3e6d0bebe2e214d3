using System.Text.Json.Serialization.Metadata;
using NewsIngest.Query;

namespace NewsIngest.Functions.Http.OpenApi;

/// <summary>What the attributes of a function do not say: <paramref name="Answer"/> is null where the answer has no JSON body.</summary>
internal sealed record Operation(string Summary, int Status, JsonTypeInfo? Answer)
{
    public IReadOnlyList<QueryParameter> Parameters { get; init; } = [];

    /// <summary>What it answers to some parameters instead.</summary>
    public JsonTypeInfo? OtherAnswer { get; init; }

    /// <summary>Whether it is a list, which comes in several formats.</summary>
    public bool IsList { get; init; }

    /// <summary>Whether the request has a body: one file, or a form with files.</summary>
    public bool TakesFiles { get; init; }
}

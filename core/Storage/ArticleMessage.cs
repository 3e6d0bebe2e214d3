using System.Text.Json.Serialization;

namespace NewsIngest.Storage;

/// <summary>A pointer to a parsed article, as it travels through the queue: never its text.</summary>
public sealed record ArticleMessage(
    [property: JsonPropertyName("articleId")] string ArticleId,
    [property: JsonPropertyName("revision")] string Revision)
{
    /// <summary>The trace that the message continues (W3C Trace Context); absent from messages of nobody who traces, and of earlier versions.</summary>
    [JsonPropertyName("traceparent")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TraceParent { get; init; }
}

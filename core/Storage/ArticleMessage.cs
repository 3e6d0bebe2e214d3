using System.Text.Json.Serialization;

namespace NewsIngest.Storage;

/// <summary>A pointer to a parsed article, as it travels through the queue: never its text.</summary>
public sealed record ArticleMessage(
    [property: JsonPropertyName("articleId")] string ArticleId,
    [property: JsonPropertyName("revision")] string Revision);

using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsIngest.Local.Hosting;

/// <summary>A message of the internal queue, of the same form as the real host's.</summary>
internal sealed record BlobMessage(string FunctionId, string ContainerName, string BlobName, string ETag)
{
    [JsonInclude]
    public string Type { get; private init; } = "BlobTrigger";

    [JsonInclude]
    public string BlobType { get; private init; } = "BlockBlob";

    public string ToJson() => JsonSerializer.Serialize(this);

    /// <exception cref="JsonException">The text is no such message.</exception>
    public static BlobMessage Parse(string json) => JsonSerializer.Deserialize<BlobMessage>(json) ?? throw new JsonException("the message is empty");
}

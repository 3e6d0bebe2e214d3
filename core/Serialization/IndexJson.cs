using System.Text.Json.Serialization;
using NewsIngest.Storage.Index;

namespace NewsIngest.Serialization;

/// <summary>JSON of the rows of the index, with the options of <see cref="NewsIngestJson.Stored"/>.</summary>
[JsonSerializable(typeof(IndexDocument))]
internal sealed partial class IndexJson : JsonSerializerContext
{
    public static IndexJson Stored { get; } = new(NewsIngestJson.NewOptions());
}

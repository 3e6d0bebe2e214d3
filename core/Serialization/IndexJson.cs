using System.Text.Json.Serialization;
using NewsIngest.Storage;
using NewsIngest.Storage.Index;

namespace NewsIngest.Serialization;

/// <summary>JSON of the rows of the index and of stored analyses, with the options of <see cref="NewsIngestJson.Stored"/>.</summary>
[JsonSerializable(typeof(IndexPage))]
[JsonSerializable(typeof(IndexDocument))]
[JsonSerializable(typeof(EntityOutline))]
[JsonSerializable(typeof(EntityProfile))]
[JsonSerializable(typeof(StoredAnalysis))]
internal sealed partial class IndexJson : JsonSerializerContext
{
    public static IndexJson Stored { get; } = new(NewsIngestJson.NewOptions());
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using NewsIngest.Query;
using NewsIngest.Storage;

namespace NewsIngest.Functions.Http;

/// <summary>JSON as the API writes it.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Listing<ArticleLine>))]
[JsonSerializable(typeof(Listing<ClaimLine>))]
[JsonSerializable(typeof(Listing<EntitySummary>))]
[JsonSerializable(typeof(EntityDetail))]
[JsonSerializable(typeof(ArticleAnswer))]
[JsonSerializable(typeof(StatusReport))]
[JsonSerializable(typeof(FileStatus))]
[JsonSerializable(typeof(UploadsAnswer))]
[JsonSerializable(typeof(ReprocessAnswer))]
[JsonSerializable(typeof(ReprocessResult))]
[JsonSerializable(typeof(HealthReport))]
[JsonSerializable(typeof(PoisonList))]
[JsonSerializable(typeof(PoisonRetry))]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class ApiJson : JsonSerializerContext
{
    /// <summary>Text stays readable; the answers are never part of a page, so HTML needs no escaping here.</summary>
    public static JsonWriterOptions Writer { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}

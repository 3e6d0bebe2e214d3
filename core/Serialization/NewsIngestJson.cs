using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NewsIngest.Analysis;
using NewsIngest.Articles;
using NewsIngest.Query;
using NewsIngest.Storage;

namespace NewsIngest.Serialization;

/// <summary>
/// JSON as it is stored and sent: camelCase, nothing that is null, text as it is rather than escaped.
/// A lone surrogate is written as U+FFFD, one for one, so that offsets stay right.
/// </summary>
[JsonSerializable(typeof(Article))]
[JsonSerializable(typeof(ArticleAnalysis))]
[JsonSerializable(typeof(ArticleMessage))]
[JsonSerializable(typeof(ArticleDetail))]
[JsonSerializable(typeof(EntityDetail))]
[JsonSerializable(typeof(Page<ClaimLine>))]
[JsonSerializable(typeof(Page<EntitySummary>))]
[JsonSerializable(typeof(Page<ArticleLine>))]
[JsonSerializable(typeof(StatusReport))]
[JsonSerializable(typeof(FileStatus))]
public sealed partial class NewsIngestJson : JsonSerializerContext
{
    /// <summary>The context with the options above.</summary>
    public static NewsIngestJson Stored { get; } = new(NewOptions());

    internal static JsonSerializerOptions NewOptions() => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}

using System.Collections.Frozen;
using NewsIngest.Query;

namespace NewsIngest.Functions.Http.OpenApi;

/// <summary>The operations of the API by the name of their function.</summary>
internal static class Operations
{
    public static readonly FrozenDictionary<string, Operation> All = new Dictionary<string, Operation>(StringComparer.Ordinal)
    {
        [nameof(ListClaims)] = new("Who said what, newest first", 200, ApiJson.Default.ListingClaimLine) { Parameters = ClaimQuery.Parameters, IsList = true },
        [nameof(ListEntities)] = new("Entities by name or alias", 200, ApiJson.Default.ListingEntitySummary) { Parameters = EntityQuery.Parameters, IsList = true },
        [nameof(ListArticles)] = new("Articles, newest first", 200, ApiJson.Default.ListingArticleLine) { Parameters = ArticleListQuery.Parameters, IsList = true },
        [nameof(GetEntity)] = new("All that is known of one entity", 200, ApiJson.Default.EntityDetail),
        [nameof(GetArticle)] = new("One article: text, blocks, entities and claims, all with spans", 200, ApiJson.Default.ArticleAnswer),
        [nameof(DeleteArticle)] = new("Takes out an article, its claims and its file", 204, null),
        [nameof(PostArticle)] = new("Uploads files; Location is where to ask for the first", 202, ApiJson.Default.UploadsAnswer)
        {
            Parameters = [new("name", "Name of the file when the body is one file.")],
            TakesFiles = true,
        },
        [nameof(ReprocessArticle)] = new("Extracts one article again", 202, ApiJson.Default.ReprocessAnswer),
        [nameof(ReprocessOlder)] = new("Extracts again what an older version extracted", 202, ApiJson.Default.ReprocessResult)
        {
            Parameters = ReprocessQuery.Parameters,
        },
        [nameof(GetStatus)] = new("What became of the files; of one file with file", 200, ApiJson.Default.StatusReport)
        {
            Parameters = StatusQuery.Parameters,
            OtherAnswer = ApiJson.Default.FileStatus,
        },
        [nameof(ListPoison)] = new("What the host has given up on", 200, ApiJson.Default.PoisonList),
        [nameof(RetryPoison)] = new("Has what was given up tried again", 200, ApiJson.Default.PoisonRetry),
        [nameof(RetryPoisonMessage)] = new("Has one message that was given up tried again", 200, ApiJson.Default.PoisonRetry),
        [nameof(GetHealth)] = new("Whether the storage answers; 503 when it does not", 200, ApiJson.Default.HealthReport),
        [nameof(GetOpenApi)] = new("This document", 200, ApiJson.Default.JsonObject),
        [nameof(GetUi)] = new("The page", 200, null),
    }.ToFrozenDictionary(StringComparer.Ordinal);
}

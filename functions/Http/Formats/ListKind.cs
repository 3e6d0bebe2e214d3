using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using NewsIngest.Query;

namespace NewsIngest.Functions.Http.Formats;

/// <summary>A column of a table.</summary>
internal sealed record Column<T>(string Name, Func<T, object?> Value);

/// <summary>How the items of one kind of list are written in each format.</summary>
internal sealed record ListKind<T>(
    JsonTypeInfo<Listing<T>> Listing, JsonTypeInfo<T> Item, IReadOnlyList<Column<T>> Columns, Action<Utf8JsonWriter, T> WriteLinked);

/// <summary>The lists of the API.</summary>
internal static class ListKinds
{
    public static readonly ListKind<ClaimLine> Claims = new(ApiJson.Default.ListingClaimLine, ApiJson.Default.ClaimLine,
    [
        new("id", claim => claim.Id),
        new("publishedAt", claim => claim.Article.PublishedAt.Value),
        new("speaker", claim => claim.Speaker?.Name),
        new("speakerId", claim => claim.Speaker?.Id),
        new("speakerRole", claim => claim.Speaker?.Role),
        new("cue", claim => claim.Cue?.Lemma),
        new("form", claim => Name(claim.Form)),
        new("modality", claim => Name(claim.Modality)),
        new("negated", claim => claim.Negated ? "true" : "false"),
        new("text", claim => claim.Text),
        new("about", claim => string.Join("; ", claim.About.Select(entity => entity.Name))),
        new("addressee", claim => claim.Addressee?.Name),
        new("time", claim => claim.Time?.Value),
        new("articleId", claim => claim.Article.Id),
        new("articleTitle", claim => claim.Article.Title),
        new("articleFile", claim => claim.Article.Blob),
        new("articleUrl", claim => claim.Article.Url),
        new("ruleId", claim => claim.RuleId),
    ],
    LinkedData.WriteClaim);

    public static readonly ListKind<EntitySummary> Entities = new(ApiJson.Default.ListingEntitySummary, ApiJson.Default.EntitySummary,
    [
        new("id", entity => entity.Id),
        new("name", entity => entity.Name),
        new("type", entity => entity.Type.ToString()),
        new("aliases", entity => string.Join("; ", entity.Aliases)),
        new("roles", entity => string.Join("; ", entity.Roles.Select(role => role.Of is { Length: > 0 } of ? $"{role.Title}, {of}" : role.Title))),
        new("latestArticleId", entity => entity.LatestArticle.Id),
        new("latestArticleTitle", entity => entity.LatestArticle.Title),
        new("latestPublishedAt", entity => entity.LatestArticle.PublishedAt.Value),
    ],
    LinkedData.WriteEntity);

    public static readonly ListKind<ArticleLine> Articles = new(ApiJson.Default.ListingArticleLine, ApiJson.Default.ArticleLine,
    [
        new("id", article => article.Id),
        new("publishedAt", article => article.PublishedAt.Value),
        new("title", article => article.Title),
        new("publisher", article => article.Publisher),
        new("language", article => article.Language),
        new("claims", article => article.Claims),
        new("notExtracted", article => article.NotExtracted),
        new("duplicateOf", article => article.DuplicateOf?.Id),
        new("file", article => article.Blob),
        new("url", article => article.Url),
    ],
    LinkedData.WriteArticle);

    private static string Name(Enum value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}

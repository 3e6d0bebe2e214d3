using System.Text.Json;
using NewsIngest.Articles;
using NewsIngest.Claims;
using NewsIngest.Entities;
using NewsIngest.Query;

namespace NewsIngest.Functions.Http.Formats;

/// <summary>
/// JSON-LD 1.1: claims as schema.org <see href="https://schema.org/Claim">Claim</see> or <see href="https://schema.org/Quotation">Quotation</see>
/// (what stands wholly between quote marks), each with a <see href="https://www.w3.org/TR/annotation-model/">W3C Web Annotation</see> that points at its
/// passages: a TextPositionSelector in code points and a TextQuoteSelector, with what stands around it, for the same passage. Addresses are relative to the answer's own.
/// </summary>
internal static class LinkedData
{
    public const string Context = "https://schema.org";

    private const string AnnotationContext = "http://www.w3.org/ns/anno.jsonld";

    public static void WriteClaim(Utf8JsonWriter json, ClaimLine claim)
    {
        var id = $"{AddressOf(claim.Article)}#claim-{claim.Id}";
        var quoted = claim.Form == ClaimForm.Direct;
        json.WriteStartObject();
        json.WriteString("@type", quoted ? "Quotation" : "Claim");
        json.WriteString("@id", id);
        json.WriteString("text", claim.Text);
        if (claim.Speaker is { } speaker) WriteNamed(json, "creator", speaker);
        if (claim.About.Count > 0)
        {
            json.WriteStartArray("about");
            foreach (var entity in claim.About) WriteNamed(json, null, entity);
            json.WriteEndArray();
        }

        if (claim.Article.PublishedAt.Value is { } date) json.WriteString("datePublished", date);
        if (claim.Addressee is { } addressee) WriteNamed(json, "audience", addressee);
        json.WriteString("genre", JsonNamingPolicy.CamelCase.ConvertName(claim.Modality.ToString()));
        json.WritePropertyName(quoted ? "isPartOf" : "appearance");
        WriteArticle(json, claim.Article);
        json.WritePropertyName("subjectOf");
        WriteAnnotation(json, id, claim);
        json.WriteEndObject();
    }

    public static void WriteArticle(Utf8JsonWriter json, ArticleLine article)
    {
        json.WriteStartObject();
        json.WriteString("@type", "NewsArticle");
        json.WriteString("@id", AddressOf(article));
        if (article.Title is { } title) json.WriteString("headline", title);
        if (article.PublishedAt.Value is { } date) json.WriteString("datePublished", date);
        if (article.Language != "und") json.WriteString("inLanguage", article.Language);
        if (article.Url is { } url) json.WriteString("url", url);
        if (article.Publisher is { } publisher)
        {
            json.WriteStartObject("publisher");
            json.WriteString("@type", "Organization");
            json.WriteString("name", publisher);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    public static void WriteEntity(Utf8JsonWriter json, EntitySummary entity)
    {
        json.WriteStartObject();
        json.WriteString("@type", TypeOf(entity.Type));
        json.WriteString("@id", AddressOf(entity.Id));
        json.WriteString("name", entity.Name);
        WriteTexts(json, "alternateName", entity.Aliases);
        if (entity.Type == EntityType.Person) WriteTexts(json, "jobTitle", [.. entity.Roles.Select(role => role.Title).Distinct(StringComparer.Ordinal)]);
        json.WritePropertyName("subjectOf");
        WriteArticle(json, entity.LatestArticle);
        json.WriteEndObject();
    }

    private static void WriteAnnotation(Utf8JsonWriter json, string claimId, ClaimLine claim)
    {
        json.WriteStartObject();
        json.WriteString("@context", AnnotationContext);
        json.WriteString("type", "Annotation");
        json.WriteString("motivation", "identifying");
        json.WriteString("body", claimId);
        json.WriteStartArray("target");
        var at = 0;
        for (var i = 0; i < claim.Content.Count; i++)
        {
            var length = claim.Content[i].Length;
            var exact = at + length <= claim.Text.Length ? claim.Text.Substring(at, length) : null;
            WriteTarget(json, claim.Article, (claim.ContentCodePoints ?? claim.Content)[i], exact, claim.Around.ElementAtOrDefault(i));
            at += length + 1;
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Two ways to find one passage. The quote is left out where the list shows only the beginning of the claim.</summary>
    private static void WriteTarget(Utf8JsonWriter json, ArticleLine article, TextSpan codePoints, string? exact, Surroundings? around)
    {
        json.WriteStartObject();
        json.WriteString("type", "SpecificResource");
        json.WriteString("source", AddressOf(article));
        json.WriteStartArray("selector");
        json.WriteStartObject();
        json.WriteString("type", "TextPositionSelector");
        json.WriteNumber("start", codePoints.Start);
        json.WriteNumber("end", codePoints.End);
        json.WriteEndObject();
        if (exact is not null)
        {
            json.WriteStartObject();
            json.WriteString("type", "TextQuoteSelector");
            json.WriteString("exact", exact);
            if (around is { Before.Length: > 0 }) json.WriteString("prefix", around.Before);
            if (around is { After.Length: > 0 }) json.WriteString("suffix", around.After);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteNamed(Utf8JsonWriter json, string? property, EntityLine entity)
    {
        if (property is null) json.WriteStartObject();
        else json.WriteStartObject(property);
        json.WriteString("@type", TypeOf(entity.Type));
        json.WriteString("@id", AddressOf(entity.Id));
        json.WriteString("name", entity.Name);
        if (entity.Role is { } role) json.WriteString("description", role);
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string property, IReadOnlyList<string> texts)
    {
        if (texts.Count == 0) return;
        json.WriteStartArray(property);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static string AddressOf(ArticleLine article) => $"{ApiRoutes.Prefix}/articles/{article.Id}";

    private static string AddressOf(string entityId) => $"{ApiRoutes.Prefix}/entities/{Uri.EscapeDataString(entityId)}";

    private static string TypeOf(EntityType type) => type switch
    {
        EntityType.Person or EntityType.UnnamedSource => "Person",
        EntityType.Organization => "Organization",
        EntityType.Place => "Place",
        _ => "Thing",
    };
}

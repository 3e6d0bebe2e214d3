using NewsIngest.Articles;

namespace NewsIngest.Parsing;

/// <summary>
/// What a format found, before what all formats have in common is added (language, date from the text, sketch, ids).
/// </summary>
internal sealed class ArticleDraft
{
    /// <summary>No article has so many authors or keywords.</summary>
    private const int MostValues = 200;

    private readonly Dictionary<string, string> provenance = new(StringComparer.Ordinal);
    private readonly List<string> authors = [];
    private readonly List<string> keywords = [];

    /// <summary>Names the article among the others of its file; null when the file is one article.</summary>
    public string? ItemId { get; set; }

    /// <summary>The bytes of the item inside the file; empty when the article is the whole file.</summary>
    public ReadOnlyMemory<byte> ItemContent { get; set; }

    public string Text { get; set; } = "";

    /// <summary>The blocks of <see cref="Text"/>, or null when they are still to be found as in plain text.</summary>
    public IReadOnlyList<Block>? Blocks { get; set; }

    public string? Title { get; private set; }

    public string? Publisher { get; private set; }

    public string? Language { get; private set; }

    public string? Url { get; private set; }

    public string? Section { get; private set; }

    public PublishedAt PublishedAt { get; private set; } = PublishedAt.Unknown;

    public IReadOnlyList<string> Authors => authors;

    public IReadOnlyList<string> Keywords => keywords;

    public IReadOnlyDictionary<string, string> Provenance => provenance;

    public List<string> Warnings { get; } = [];

    // The first source of a field wins: a format asks its most trustworthy source first.
    public void SetTitle(string? value, string source) => Title = First("title", Title, value, source);

    /// <summary>A title that the page shows is worth more than one that a program left in the properties.</summary>
    public void ReplaceTitle(string? value, string source)
    {
        if (TextCleaner.Line(value) is not { } clean) return;
        Title = clean;
        provenance["title"] = source;
    }

    public void SetPublisher(string? value, string source) => Publisher = First("publisher", Publisher, value, source);

    public void SetUrl(string? value, string source)
    {
        if (Uri.TryCreate(value?.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
            Url = First("url", Url, uri.OriginalString, source);
    }

    public void SetSection(string? value, string source) => Section = First("section", Section, value, source);

    public void SetLanguage(string? value, string source) =>
        Language = First("language", Language, Languages.LanguageCode.Normalize(value), source);

    /// <summary>
    /// Sets the language detected in the text. When sure it outweighs the tag of the metadata: templates copy tags, words do not lie.
    /// </summary>
    public void ResolveLanguage(string? detected, bool sure)
    {
        if (detected is null || detected == Language || (Language is not null && !sure)) return;
        if (Language is not null) Warnings.Add($"metadata says language {Language}, the text reads as {detected}");
        Language = detected;
        provenance["language"] = "text";
    }

    public void SetPublishedAt(PublishedAt value, string source)
    {
        if (PublishedAt.Basis != DateBasis.Unknown || value.Basis == DateBasis.Unknown) return;
        PublishedAt = value;
        provenance["publishedAt"] = source;
    }

    /// <summary>Reads a date as metadata gives it; one that cannot be read is left out with a warning.</summary>
    public void SetPublishedAt(string? value, string source)
    {
        if (PublishedAt.Basis != DateBasis.Unknown || string.IsNullOrWhiteSpace(value)) return;
        if (Dates.MetadataDate.TryParse(value, out var iso)) SetPublishedAt(new PublishedAt(iso, DateBasis.Given), source);
        else Warnings.Add($"the date “{Shorten(value.Trim())}” ({source}) cannot be read");
    }

    public void SetAuthors(IEnumerable<string> values, string source) => Fill("authors", authors, values, source);

    public void SetKeywords(IEnumerable<string> values, string source) => Fill("keywords", keywords, values, source);

    private static string Shorten(string value) => value.Length <= 60 ? value : value[..60] + "…";

    private void Fill(string field, List<string> list, IEnumerable<string> values, string source)
    {
        if (list.Count > 0) return;
        foreach (var value in values)
        {
            // Each is compared with all before it.
            if (list.Count == MostValues) break;
            if (TextCleaner.Line(value) is { } clean && !list.Contains(clean, StringComparer.OrdinalIgnoreCase)) list.Add(clean);
        }

        if (list.Count > 0) provenance[field] = source;
    }

    private string? First(string field, string? current, string? value, string source)
    {
        if (current is not null || TextCleaner.Line(value) is not { } clean) return current;
        provenance[field] = source;
        return clean;
    }
}

using System.Text;
using NewsIngest.Analysis;
using NewsIngest.Articles;
using NewsIngest.Claims;
using NewsIngest.Entities;
using NewsIngest.Parsing;

namespace NewsIngest.Tests.Storage;

/// <summary>
/// A small language of news for tests: items separated by a line "---"; the first line of an item is <c>date|title</c> or <c>date|title|publisher</c> (the date may be empty),
/// a line <c>Speaker: content</c> is a claim of that person, and a word in [brackets] is a place the claim is about. "!" as a title cannot be parsed.
/// </summary>
internal static class ScriptedNews
{
    public static IReadOnlyList<Article> Parse(SourceFile file)
    {
        var items = Encoding.UTF8.GetString(file.Content.Span).Split("\n---\n");
        return [.. items.Select((item, i) => Article(file, item, items.Length == 1 ? null : item.Split('\n')[0] + i))];
    }

    private static Article Article(SourceFile file, string text, string? item)
    {
        var head = text.Split('\n')[0].Split('|');
        if (head.Length is not (2 or 3) || head[1] == "!") throw new ParseException(file.Blob, "the first line is not date|title");
        var hash = ArticleId.ContentHash(Encoding.UTF8.GetBytes(text));
        Block[] blocks = [new Block(BlockRole.Body, 0, text.Length)];
        return new Article
        {
            Id = ArticleId.From(file.Container, file.Blob, item),
            Revision = ArticleId.Revision(hash),
            Source = new ArticleSource(file.Container, file.Blob, file.ETag, file.ContentType, item),
            Title = head[1],
            Publisher = head.ElementAtOrDefault(2),
            PublishedAt = head[0].Length > 0 ? new PublishedAt(head[0], DateBasis.Given) : PublishedAt.Unknown,
            Language = "en",
            Text = text,
            Blocks = blocks,
            Sketch = ArticleSketch.Of(text, blocks),
            ContentHash = hash,
        };
    }

    public static ArticleAnalysis Analyze(Article article)
    {
        var entities = new Dictionary<string, Entity>(StringComparer.Ordinal);
        var claims = new List<Claim>();
        var at = 0;
        foreach (var line in article.Text.Split('\n'))
        {
            var colon = line.IndexOf(": ", StringComparison.Ordinal);
            if (colon > 0) claims.Add(Claim(article, line, at, colon, entities));
            at += line.Length + 1;
        }

        return new ArticleAnalysis
        {
            Id = article.Id,
            Revision = article.Revision,
            ExtractorVersion = ArticleAnalyzer.Version,
            NotExtracted = article.Title == "foreign" ? "language xx" : null,
            Entities = [.. entities.Values],
            Claims = claims,
        };
    }

    private static Claim Claim(Article article, string line, int at, int colon, Dictionary<string, Entity> entities)
    {
        var name = line[..colon];
        var speaker = Entity(entities, name, EntityType.Person, at, at + colon);
        var start = at + colon + 2;
        var end = at + line.Length;
        var about = new List<string>();
        for (var open = line.IndexOf('[', colon); open >= 0; open = line.IndexOf('[', open + 1))
        {
            var close = line.IndexOf(']', open);
            about.Add(Entity(entities, line[(open + 1)..close], EntityType.Place, at + open + 1, at + close).Id);
        }

        var content = article.Text[start..end];
        return new Claim
        {
            Id = ArticleId.From(article.Id, start.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            Speaker = new Speaker(speaker.Id, speaker.Name, at, at + colon),
            Content = [new TextSpan(start, end)],
            Text = content,
            Form = ClaimForm.Direct,
            Modality = content.StartsWith("no ", StringComparison.Ordinal) ? Modality.Deny : Modality.Assert,
            About = about,
            RuleId = "scripted",
        };
    }

    private static Entity Entity(Dictionary<string, Entity> entities, string name, EntityType type, int start, int end)
    {
        var id = ArticleId.From(type.ToString(), name);
        var mention = new Mention(start, end, MentionKind.Name, "scripted");
        entities[id] = entities.TryGetValue(id, out var known)
            ? known with { Mentions = [.. known.Mentions, mention] }
            : new Entity { Id = id, Name = name, Type = type, Mentions = [mention] };
        return entities[id];
    }
}

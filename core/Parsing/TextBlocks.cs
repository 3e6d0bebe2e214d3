using NewsIngest.Articles;
using NewsIngest.Parsing.Blocks;

namespace NewsIngest.Parsing;

/// <summary>
/// Finds the blocks of a plain text: title, byline, dateline and body, and what is no part of the story (captions, credits,
/// "Read more", repeated paragraphs). The text is only marked, never changed.
/// </summary>
public static class TextBlocks
{
    /// <summary>Bylines and date lines stand at the head: among this many paragraphs.</summary>
    private const int HeadParagraphs = 8;

    /// <summary>Shorter paragraphs ("“Yes.”") may well be said twice.</summary>
    private const int ShortestRepeat = 40;

    /// <summary>
    /// The blocks of <paramref name="text"/> in order: UTF-16 offsets, end-exclusive, not overlapping, without surrounding white space.
    /// </summary>
    /// <param name="text">The text as it was given.</param>
    /// <param name="title">The title when it is known from elsewhere: then only a first paragraph that repeats it is the title block.</param>
    public static IReadOnlyList<Block> Find(string text, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Mark(text, title, [.. Paragraphs.Find(text).Select(span => new MarkedSpan(span))]);
    }

    /// <summary>The blocks of paragraphs, some of which are known by their markup.</summary>
    internal static IReadOnlyList<Block> Mark(string text, string? title, List<MarkedSpan> paragraphs)
    {
        var blocks = new List<Block>(paragraphs.Count + 1);
        var seen = new HashSet<string>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        var datelineMayCome = true;
        for (var i = 0; i < paragraphs.Count; i++)
        {
            var (span, known, why) = paragraphs[i];
            var paragraph = span.In(text);
            if (known is { } role)
            {
                blocks.Add(new Block(role, span.Start, span.End, why));
                continue;
            }

            if (i == 0 && IsTitle(paragraph, title, paragraphs.Count))
            {
                blocks.Add(new Block(BlockRole.Title, span.Start, span.End));
                continue;
            }

            if (CanBeRepeat(paragraph) && !seen.Add(paragraph))
                blocks.Add(new Block(IsCaption(paragraph) ? BlockRole.Caption : BlockRole.Boilerplate, span.Start, span.End, "repeated paragraph"));
            else if (i < HeadParagraphs && HeadRole(paragraph) is { } head)
                blocks.Add(new Block(head, span.Start, span.End));
            else if (Excluded(paragraph) is var (found, reason))
                blocks.Add(new Block(found, span.Start, span.End, reason));
            else
                AddBody(blocks, text, span, ref datelineMayCome);

            if (i == HeadParagraphs) datelineMayCome = false;
        }

        return blocks;
    }

    private static bool IsTitle(ReadOnlySpan<char> first, string? title, int paragraphs) => title is null
        ? paragraphs > 1 && Excluded(first) is null && HeadRole(first) is null && DatelineRule.Length(first) == 0 && TitleRule.ReadsLikeOne(first)
        : TitleRule.IsSame(first, title);

    /// <summary>Interviews ask the same question of many, and lists name the same thing twice.</summary>
    private static bool CanBeRepeat(ReadOnlySpan<char> paragraph) =>
        paragraph.Length >= ShortestRepeat && paragraph.TrimEnd("\"”’»") is [.., '.' or '!' or ')' or '。' or '…'];

    private static BlockRole? HeadRole(ReadOnlySpan<char> paragraph)
    {
        if (BylineRule.IsByline(paragraph)) return BlockRole.Byline;
        return BylineRule.IsDateLine(paragraph) || DatelineRule.IsWhole(paragraph) ? BlockRole.Dateline : null;
    }

    /// <summary>The role and the reason of a paragraph that is no part of the story; null for a part of it.</summary>
    internal static (BlockRole Role, string Reason)? Excluded(ReadOnlySpan<char> paragraph)
    {
        if (!HasLetterOrDigit(paragraph)) return (BlockRole.Boilerplate, "no words");
        if (paragraph.StartsWith("http", StringComparison.OrdinalIgnoreCase) && !paragraph.ContainsAny(' ', '\n') && paragraph.Contains("://", StringComparison.Ordinal)) return (BlockRole.Boilerplate, "link");
        if (SignOffRule.IsOne(paragraph)) return (BlockRole.Boilerplate, "sign-off");
        if (PhraseLines.Find(paragraph) is { } phrase) return phrase;
        return CaptionRule.Find(paragraph) is { } caption ? (BlockRole.Caption, caption) : null;
    }

    private static bool IsCaption(ReadOnlySpan<char> paragraph) => Excluded(paragraph) is (BlockRole.Caption, _);

    private static void AddBody(List<Block> blocks, string text, TextSpan span, ref bool datelineMayCome)
    {
        var dateline = datelineMayCome ? DatelineRule.Length(span.In(text)) : 0;
        if (dateline > 0)
        {
            datelineMayCome = false;
            blocks.Add(new Block(BlockRole.Dateline, span.Start, span.Start + dateline));
            span = Paragraphs.Trim(text, span.Start + dateline, span.End);
            if (span.Length == 0) return;
        }

        blocks.Add(new Block(BlockRole.Body, span.Start, span.End));
    }

    private static bool HasLetterOrDigit(ReadOnlySpan<char> paragraph)
    {
        foreach (var c in paragraph)
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c)) return true;
        }

        return false;
    }
}

/// <summary>A paragraph and, where markup tells, its role and why it is left out.</summary>
internal readonly record struct MarkedSpan(TextSpan Span, BlockRole? Role = null, string? Reason = null);

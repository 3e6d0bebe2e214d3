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

    /// <summary>"For immediate release" and the sender may stand before the title.</summary>
    private const int LinesBeforeTitle = 3;

    private const string RelatedLink = "related link";

    private const int LongestListHeading = 100;

    private const int LongestLink = 100;

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
        return Mark(text, title, Paragraphs.Find(text).ConvertAll(span => new MarkedSpan(span)));
    }

    /// <summary>The blocks of paragraphs, some of which are known by their markup.</summary>
    internal static IReadOnlyList<Block> Mark(string text, string? title, List<MarkedSpan> paragraphs)
    {
        var blocks = new List<Block>(paragraphs.Count + 1);
        var seen = new HashSet<TextSpan>(new SameText(text));
        var datelineMayCome = true;
        var titleMayCome = true;
        var hasBody = false;
        string? ending = null;
        for (var i = 0; i < paragraphs.Count; i++)
        {
            var (span, known, why) = paragraphs[i];
            var paragraph = span.In(text);
            if (ending is null && known is null && hasBody)
                ending = EndSections.Reason(text, span, i + 1 < paragraphs.Count ? paragraphs[i + 1].Span : null);
            if (ending is not null && known is null)
            {
                var (endRole, endReason) = Excluded(paragraph) ?? (BlockRole.Boilerplate, ending);
                blocks.Add(new Block(endRole, span.Start, span.End, endReason));
                continue;
            }

            if (known is { } role)
            {
                blocks.Add(new Block(role, span.Start, span.End, why));
                continue;
            }

            if (titleMayCome && title is null && i + 2 < paragraphs.Count && TitleRule.IsKicker(paragraph) && paragraphs[i + 1].Role is null && IsTitle(paragraphs[i + 1].Span.In(text), title, paragraphs.Count - i - 1))
            {
                blocks.Add(new Block(BlockRole.Boilerplate, span.Start, span.End, "kicker"));
                continue;
            }

            if (titleMayCome && IsTitle(paragraph, title, paragraphs.Count - i))
            {
                titleMayCome = false;
                AddTitle(blocks, text, span);
                continue;
            }

            if (CanBeRepeat(paragraph) && !seen.Add(span))
                blocks.Add(new Block(IsCaption(paragraph) ? BlockRole.Caption : BlockRole.Boilerplate, span.Start, span.End, "repeated paragraph"));
            else if (i < HeadParagraphs && HeadRole(paragraph) is { } head)
                blocks.Add(new Block(head, span.Start, span.End));
            else if (!hasBody && blocks is [.., { Role: BlockRole.Title }] && i + 1 < paragraphs.Count && BylineRule.IsBareName(paragraph))
                blocks.Add(new Block(BlockRole.Byline, span.Start, span.End));
            else if (Excluded(paragraph) is var (found, reason))
                blocks.Add(new Block(found, span.Start, span.End, reason));
            else if (title is null && IsLinkInList(paragraph, blocks))
                blocks.Add(new Block(BlockRole.Boilerplate, span.Start, span.End, RelatedLink));
            else
                hasBody |= AddBody(blocks, text, span, ref datelineMayCome);

            if (i == HeadParagraphs) datelineMayCome = false;
            titleMayCome = titleMayCome && i < LinesBeforeTitle && blocks[^1].Role is BlockRole.Boilerplate or BlockRole.Dateline && blocks[^1].Reason != "no words";
        }

        return blocks;
    }

    /// <summary>"Subject: Harbour opens": the name of the field is no part of the headline.</summary>
    private static void AddTitle(List<Block> blocks, string text, TextSpan span)
    {
        var label = TitleRule.LabelLength(span.In(text));
        if (label > 0) blocks.Add(new Block(BlockRole.Boilerplate, span.Start, Paragraphs.Trim(text, span.Start, span.Start + label).End, "label"));
        var title = Paragraphs.Trim(text, span.Start + label, span.End);
        blocks.Add(new Block(BlockRole.Title, title.Start, title.End));
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
        if (SignOffRule.IsUpdateNote(paragraph)) return (BlockRole.Boilerplate, "wire note");
        if (MailLines.Reason(paragraph) is { } mail) return (BlockRole.Boilerplate, mail);
        if (PhraseLines.Find(paragraph) is { } phrase) return phrase;
        return CaptionRule.Find(paragraph) is { } caption ? (BlockRole.Caption, caption) : null;
    }

    private static bool IsCaption(ReadOnlySpan<char> paragraph) => Excluded(paragraph) is (BlockRole.Caption, _);

    /// <summary>A headline below "Read more:", or below another that stands there.</summary>
    private static bool IsLinkInList(ReadOnlySpan<char> paragraph, List<Block> blocks) =>
        blocks is [.., { Reason: RelatedLink } before] && before.Span.Length <= LongestListHeading && paragraph.Length <= LongestLink
        && !paragraph.Contains('\n') && paragraph.TrimEnd("\"”’»)") is [.., not ('.' or '!' or '?' or ':' or ',' or ';')] && !paragraph.ContainsAny("\"“”«»");

    private static bool AddBody(List<Block> blocks, string text, TextSpan span, ref bool datelineMayCome)
    {
        var dateline = datelineMayCome ? DatelineRule.Length(span.In(text)) : 0;
        if (dateline > 0)
        {
            datelineMayCome = false;
            blocks.Add(new Block(BlockRole.Dateline, span.Start, span.Start + dateline));
            span = Paragraphs.Trim(text, span.Start + dateline, span.End);
            if (span.Length == 0) return false;
        }

        var tail = span.Start + TailRule.Start(span.In(text));
        var story = Paragraphs.Trim(text, span.Start, tail);
        if (story.Length > 0) blocks.Add(new Block(BlockRole.Body, story.Start, story.End));
        if (tail < span.End) blocks.Add(new Block(BlockRole.Boilerplate, tail, span.End, "reporting credit"));
        return true;
    }

    private static bool HasLetterOrDigit(ReadOnlySpan<char> paragraph)
    {
        foreach (var c in paragraph)
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c)) return true;
        }

        return false;
    }

    /// <summary>Spans are equal that hold the same characters.</summary>
    private sealed class SameText(string text) : IEqualityComparer<TextSpan>
    {
        public bool Equals(TextSpan x, TextSpan y) => x.In(text).SequenceEqual(y.In(text));

        public int GetHashCode(TextSpan obj) => string.GetHashCode(obj.In(text), StringComparison.Ordinal);
    }
}

/// <summary>A paragraph and, where markup tells, its role and why it is left out.</summary>
internal readonly record struct MarkedSpan(TextSpan Span, BlockRole? Role = null, string? Reason = null);

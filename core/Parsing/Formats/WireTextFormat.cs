using System.Text;
using System.Text.RegularExpressions;

namespace NewsIngest.Parsing.Formats;

/// <summary>
/// Wire copy from before XML: IPTC 7901 and ANPA 1312. Both frame the text with control characters: SOH header, STX text ETX.
/// </summary>
internal sealed partial class WireTextFormat : IArticleFormat
{
    private const int HeadBytes = 300;

    private const byte Soh = 1;

    private const byte Stx = 2;

    private const byte Etx = 3;

    public string Name => "IPTC 7901 and ANPA 1312 wire copy";

    public bool Recognizes(FileContent file)
    {
        var head = file.Bytes.Span[..Math.Min(file.Bytes.Length, HeadBytes)];
        var start = head.IndexOf(Soh);
        return start is >= 0 and < 16 && head[start..].IndexOf(Stx) > 0;
    }

    public IEnumerable<ArticleDraft> Read(FileContent file, ParseContext context)
    {
        var bytes = file.Bytes.Span;
        var start = bytes.IndexOf(Stx);
        var length = bytes[(start + 1)..].LastIndexOf(Etx);
        var content = length < 0 ? bytes[(start + 1)..] : bytes.Slice(start + 1, length);
        var decoded = TextDecoder.Decode(Clean(content)) ?? throw context.Refuse("its text cannot be decoded");
        var draft = new ArticleDraft();
        var composer = new ArticleComposer();
        var text = decoded.Text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        var isAnpa = bytes[..start].IndexOf((byte)0x16) >= 0 || text.Contains("\n^", StringComparison.Ordinal) || text.StartsWith('^');
        if (isAnpa) ReadAnpa(text, draft, composer);
        else Read7901(text, draft, composer);
        SetDate(Encoding.Latin1.GetString(bytes[(start + Math.Max(0, length))..]), draft);
        if (!composer.HasBody) throw context.Refuse("the wire message holds no text");
        composer.ApplyTo(draft);
        yield return draft;
    }

    /// <summary>Typesetting controls (bell, shift, device controls) are no text.</summary>
    private static byte[] Clean(ReadOnlySpan<byte> content)
    {
        var kept = new List<byte>(content.Length);
        foreach (var b in content)
        {
            if (b >= 0x20 || b is (byte)'\n' or (byte)'\r' or (byte)'\t') kept.Add(b);
        }

        return [.. kept];
    }

    /// <summary>Lines of ANPA 1312 that begin with ^ are headline, byline and notes; a tab or two spaces begin a paragraph.</summary>
    private static void ReadAnpa(string text, ArticleDraft draft, ArticleComposer composer)
    {
        var marked = new List<string>();
        var story = new StringBuilder();
        foreach (var line in text.Split('\n'))
        {
            var trimmed = line.Trim(' ', '\t');
            if (trimmed.StartsWith('^')) marked.Add(trimmed.Trim('^', '<', '=', ' '));
            else story.Append(line.Replace("<", "", StringComparison.Ordinal)).Append('\n');
        }

        var headline = marked.FirstOrDefault(m => m.Length > 0 && !Slug().IsMatch(m) && !Blocks.BylineRule.IsByline(m));
        draft.SetTitle(headline, "anpa headline");
        composer.Title(draft.Title);
        foreach (var line in marked.Where(m => m != headline))
        {
            if (Blocks.BylineRule.IsByline(line)) composer.Byline(line);
            else composer.Boilerplate(line, "wire note");
        }

        WriteLines(story.ToString(), composer);
    }

    /// <summary>IPTC 7901: the first line or two of the text are the headline, an empty or indented line begins the story.</summary>
    private static void Read7901(string text, ArticleDraft draft, ArticleComposer composer)
    {
        var lines = text.Split('\n');
        var at = 0;
        while (at < lines.Length && string.IsNullOrWhiteSpace(lines[at])) at++;
        var headline = new List<string>();
        while (at < lines.Length && headline.Count < 3 && !string.IsNullOrWhiteSpace(lines[at]) && !Blocks.BylineRule.IsByline(lines[at].Trim()) && (headline.Count == 0 || !IsIndented(lines[at]))) headline.Add(lines[at++].Trim());
        draft.SetTitle(string.Join(' ', headline), "first line");
        composer.Title(draft.Title);
        WriteLines(string.Join('\n', lines[at..]), composer);
    }

    private static void WriteLines(string text, ArticleComposer composer)
    {
        var paragraph = new StringBuilder();
        foreach (var line in text.Split('\n'))
        {
            if (string.IsNullOrWhiteSpace(line) || IsIndented(line))
            {
                composer.Paragraph(paragraph.ToString());
                paragraph.Clear();
            }

            if (!string.IsNullOrWhiteSpace(line)) paragraph.Append(paragraph.Length == 0 ? "" : " ").Append(line.Trim());
        }

        composer.Paragraph(paragraph.ToString());
    }

    private static bool IsIndented(string line) => line.StartsWith('\t') || line.StartsWith("  ", StringComparison.Ordinal);

    /// <summary>The time of sending behind the text: "151030 FEB 22" in IPTC 7901, "02-15-22 1030GMT" in ANPA 1312.</summary>
    private static void SetDate(string trailer, ArticleDraft draft)
    {
        if (SentIptc().Match(trailer) is { Success: true } iptc)
            draft.SetPublishedAt($"{iptc.Groups["d"].Value} {iptc.Groups["m"].Value} 20{iptc.Groups["y"].Value} {iptc.Groups["h"].Value}:{iptc.Groups["min"].Value} UTC", "iptc 7901 trailer");
        else if (SentAnpa().Match(trailer) is { Success: true } anpa)
            draft.SetPublishedAt($"20{anpa.Groups["y"].Value}-{anpa.Groups["m"].Value}-{anpa.Groups["d"].Value}T{anpa.Groups["h"].Value}:{anpa.Groups["min"].Value}Z", "anpa 1312 trailer");
    }

    [GeneratedRegex(@"\b(?<d>\d\d)(?<h>[0-2]\d)(?<min>[0-5]\d)\s*(?:GMT|UTC|Z)?\s+(?<m>[A-Z]{3})\s+(?:20)?(?<y>\d\d)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SentIptc();

    [GeneratedRegex(@"\b(?<m>\d\d)-(?<d>\d\d)-(?<y>\d\d) (?<h>[0-2]\d)(?<min>[0-5]\d)(?:GMT|UTC)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SentAnpa();

    [GeneratedRegex(@"^(?:[A-Z]{2}-{1,2}|(?:am|pm|bc)-)[\w ,.-]{2,60}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Slug();
}

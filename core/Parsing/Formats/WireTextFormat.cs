using System.Text;
using System.Text.RegularExpressions;
using NewsIngest.Parsing.Wire;

namespace NewsIngest.Parsing.Formats;

/// <summary>
/// Wire copy from before XML: IPTC 7901 and ANPA 1312, which frame the text with control characters (SOH header, STX text ETX),
/// and telex copy between ZCZC and NNNN. A gateway may have taken the control characters out.
/// </summary>
internal sealed partial class WireTextFormat : IArticleFormat
{
    private const int HeadBytes = 300;

    private const byte Soh = 1;

    private const byte Stx = 2;

    private const byte Etx = 3;

    private const byte Syn = 0x16;

    public string Name => "IPTC 7901, ANPA 1312 and telex wire copy";

    public bool Recognizes(FileContent file)
    {
        var head = file.Bytes.Span[..Math.Min(file.Bytes.Length, HeadBytes)];
        var start = head.IndexOf(Soh);
        if (start is >= 0 and < 16 && head[start..].IndexOf(Stx) > 0) return true;
        var text = Encoding.Latin1.GetString(Clean(head)).TrimStart();
        return text.StartsWith("ZCZC", StringComparison.OrdinalIgnoreCase) || BareHeader().IsMatch(text);
    }

    public IEnumerable<ArticleDraft> Read(FileContent file, ParseContext context)
    {
        var bytes = file.Bytes.Span;
        var start = bytes.IndexOf(Stx);
        var end = bytes[(start + 1)..].LastIndexOf(Etx);
        var content = end < 0 ? bytes[(start + 1)..] : bytes.Slice(start + 1, end);
        var text = Decode(content, context);
        if (start < 0) text = BareHeader().Replace(text.TrimStart(), "", 1);
        var draft = new ArticleDraft();
        var composer = new ArticleComposer(context);
        string? slug = null;
        SetDate(end < 0 ? "" : Encoding.Latin1.GetString(bytes[(start + 1 + end)..]), draft);
        text = TakeTrailer(text, draft);
        if (text.TrimStart().StartsWith("ZCZC", StringComparison.OrdinalIgnoreCase)) Telex.Read(text, draft, composer);
        else if ((bytes[..Math.Max(0, start)].IndexOf(Syn) >= 0 || start < 0) && (text.StartsWith('^') || text.Contains("\n^", StringComparison.Ordinal))) slug = Anpa.Read(text, draft, composer);
        else Iptc7901.Read(text, draft, composer);
        if (!composer.HasBody && draft.Title is null) throw context.Refuse("the wire message holds no text");
        composer.ApplyTo(draft);
        LeadTitle.Set(draft, slug);
        yield return draft;
    }

    private static string Decode(ReadOnlySpan<byte> content, ParseContext context)
    {
        var decoded = TextDecoder.Decode(Clean(content)) ?? throw context.Refuse("its text cannot be decoded");
        context.CheckLength(decoded.Text.Length);
        return decoded.Text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
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

    /// <summary>Cuts off the last line when it tells the time of sending, which belongs behind the text.</summary>
    private static string TakeTrailer(string text, ArticleDraft draft)
    {
        var end = text.AsSpan().TrimEnd();
        var at = end.LastIndexOf('\n') + 1;
        var line = end[at..].Trim().ToString();
        if (line.Length is 0 or > LongestTrailer || !(SentIptc().IsMatch(line) || SentAnpa().IsMatch(line) || SentByDesk().IsMatch(line))) return text;
        SetDate(line, draft);
        return text[..at];
    }

    private const int LongestTrailer = 40;

    /// <summary>The time of sending: "151030 FEB 22" in IPTC 7901, "02-15-22 1030GMT" in ANPA 1312.</summary>
    private static void SetDate(string trailer, ArticleDraft draft)
    {
        if (SentIptc().Match(trailer) is { Success: true } iptc)
            draft.SetPublishedAt($"{iptc.Groups["d"].Value} {iptc.Groups["m"].Value} 20{iptc.Groups["y"].Value} {iptc.Groups["h"].Value}:{iptc.Groups["min"].Value} UTC", "iptc 7901 trailer");
        else if (SentAnpa().Match(trailer) is { Success: true } anpa)
        {
            draft.SetPublisher(Publishers.Agency(anpa.Groups["agency"].Value), "anpa 1312 trailer");
            draft.SetPublishedAt($"20{anpa.Groups["y"].Value}-{anpa.Groups["m"].Value}-{anpa.Groups["d"].Value}T{anpa.Groups["h"].Value}:{anpa.Groups["min"].Value}Z", "anpa 1312 trailer");
        }
    }

    [GeneratedRegex(@"\b(?<d>\d\d)(?<h>[0-2]\d)(?<min>[0-5]\d)\s*(?:GMT|UTC|Z)?\s+(?<m>[A-Z]{3})\s+(?:20)?(?<y>\d\d)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SentIptc();

    [GeneratedRegex(@"\b(?:(?<agency>[A-Z]{2,5})-[A-Z]{2,3}-)?(?<m>\d\d)-(?<d>\d\d)-(?<y>\d\d) (?<h>[0-2]\d)(?<min>[0-5]\d)(?:GMT|UTC)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SentAnpa();

    /// <summary>"NWS-21:37-09-12-18": desk, time and a day that may be read in two ways.</summary>
    [GeneratedRegex(@"^[A-Z]{2,5}-\d\d:\d\d-\d\d-\d\d-\d\d$", RegexOptions.CultureInvariant)]
    private static partial Regex SentByDesk();

    /// <summary>"ecd0007 4 i 850  dpa 0908" begins IPTC 7901; "w2870----- / f l BC-Title 11-13 1049" begins ANPA 1312.</summary>
    [GeneratedRegex(@"\A(?:[a-z]{2,4}\d{3,5} \d [a-z]{1,3} {1,3}\d{1,5} +[a-z][a-z -]{1,20}\d{3,4}\s*\n|[a-z]\d{4}\S{0,12} *\r?\n[a-z] [a-z] (?:bc|am|pm|ap)-[^\n]{0,60}\d\d-\d\d [\d ]{0,5}\s*\n)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex BareHeader();
}

using System.Text.RegularExpressions;

namespace NewsIngest.Parsing.Blocks;

/// <summary>
/// Knows a picture caption in plain text by its credit: in brackets at the end ("(Jane Doe/Reuters)"), after a label
/// ("Image: Jane Doe."), or as the whole line ("AP Photo/Jane Doe").
/// </summary>
internal static partial class CaptionRule
{
    private const int LongestCaption = 600;

    private const int LongestCredit = 90;

    private const int LongestBareCredit = 60;

    /// <summary>Why the paragraph is a caption, or null.</summary>
    public static string? Find(ReadOnlySpan<char> paragraph)
    {
        if (paragraph.Length > LongestCaption) return null;
        if (paragraph.Length <= LongestBareCredit && IsBareCredit(paragraph)) return "photo credit";
        if (paragraph.Contains(':') && LabelledCredit().IsMatch(paragraph)) return "caption with a credit";
        return BracketedCredit(paragraph);
    }

    private static bool IsBareCredit(ReadOnlySpan<char> line)
    {
        line = line.Trim(" .()[]|");
        if (GalleryCount().IsMatch(line)) return true;
        if (Agencies.IsName(line)) return true;
        var slash = line.IndexOfAny('/', '|');
        return slash > 0 && Agencies.IsIn(line) && IsNames(line);
    }

    private static string? BracketedCredit(ReadOnlySpan<char> paragraph)
    {
        var end = paragraph.TrimEnd(" .");
        if (end.Length == 0 || end[^1] is not (')' or ']')) return null;
        var open = end.LastIndexOfAny('(', '[');
        if (open < 0 || end.Length - open > LongestCredit) return null;
        var credit = end[(open + 1)..^1].Trim();
        var before = end[..open].TrimEnd();
        if (PictureCredit().IsMatch(credit)) return "caption with a credit in brackets";
        if (end[open] == '[' || !(Agencies.IsIn(credit) || (credit.Contains('/') && IsNames(credit)))) return null;
        return PictureWords().IsMatch(before) || (credit.Contains('/') && !Speech().IsMatch(before)) || IsShortCaption(before)
            ? "caption with a credit in brackets"
            : null;
    }

    /// <summary>A line that only names who is shown ("Jane Doe (Reuters)") or tells it in one sentence of the present.</summary>
    private static bool IsShortCaption(ReadOnlySpan<char> before) =>
        before.Length <= 250 && !Speech().IsMatch(before) && !before.ContainsAny("\"“”") && (before.Length < 60 || PresentTense().IsMatch(before));

    private static bool IsNames(ReadOnlySpan<char> credit)
    {
        var start = true;
        foreach (var range in credit.SplitAny(" /|,"))
        {
            var word = credit[range];
            if (word.IsEmpty) continue;
            if (!char.IsUpper(word[0]) && !char.IsDigit(word[0]) && !Agencies.IsName(word) && word is not ("via" or "for" or "and" or "by" or "of" or "de" or "the" or "van" or "von" or "al" or "pool" or "file")) return false;
            start = false;
        }

        return !start;
    }

    [GeneratedRegex(@"^(?:Image|Photo|Picture|Slide|Bild|Foto|Photo:) ?\d{1,3} ?(?:of|/|von|de|di|av) ?\d{1,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex GalleryCount();

    [GeneratedRegex(@"(?:^|[.!?)”""’'\]]\s+|\s{2,})(?:Image|Images|Photo|Photos|Photograph|Photographs|Picture|Pictures|Illustration|Composite|Video|Credit|Image credit|Photo credit|Picture credit|Image source|Photo courtesy|Image courtesy)(?: by| of)?: ?\S[^.!?]{1,80}\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex LabelledCredit();

    [GeneratedRegex(@"(?:\b(?:photos?|photograph|images|pictures?|handout|screengrab|screenshot|getty|file pic|file image|image credit|credits?|courtesy)\b|\bimage:|\bcredit:|\bvia (?:AP|REUTERS|Getty)|\bAP/)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PictureCredit();

    [GeneratedRegex(@"(?:\b(?:file photo|file picture|pictured|infographic|graphic shows|map shows|chart shows|photo (?:taken|shows)|image shows|picture (?:taken|shows)|seen here|seen (?:in|on|at|during|after|before|with|near|outside|inside)|looks? on|poses?|posing|left\)|right\)|\(L\)|\(R\)|\(C\)|handout|screengrab|aerial view|general view|satellite image)|^(?:This|The) (?:infographic|photo|picture|image|photograph|graphic|chart|map|illustration)\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PictureWords();

    [GeneratedRegex(@"\b(?:said|says|told|added|according to|announced|insisted|claimed|warned|stated|reported|argued|noted|replied|denied)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Speech();

    [GeneratedRegex(@"\b(?:is|are|walks?|stands?|speaks?|arrives?|leaves?|attends?|gestures?|waves?|holds?|shakes?|meets?|sits?|gathers?|gather|takes? part|carr(?:y|ies)|addresses|address|listens?|smiles?|reacts?|delivers?|rides?|passes|pass|watches|watch|during|celebrates?|marches|march|protests?)\b", RegexOptions.CultureInvariant)]
    private static partial Regex PresentTense();
}

using System.Text.RegularExpressions;
using NewsIngest.Articles;

namespace NewsIngest.Parsing;

/// <summary>What to call a wire story that has no headline, as flashes have none: its first sentence, or else its slug.</summary>
internal static partial class LeadTitle
{
    private const int Longest = 250;

    /// <summary>Gives a draft whose text is composed a title, if it has none. The title is no block of the text, where the sentence stands already.</summary>
    public static void Set(ArticleDraft draft, string? slug)
    {
        if (draft.Title is not null) return;
        if (draft.Blocks?.FirstOrDefault(b => b.Role == BlockRole.Body) is { } lead) draft.SetTitle(FirstSentence(lead.Span.In(draft.Text).ToString()), "first sentence");
        draft.SetTitle(slug, "slug");
    }

    /// <summary>Up to the first full stop that ends a sentence; null when that is too long for a title.</summary>
    private static string? FirstSentence(string paragraph)
    {
        var end = SentenceEnd().Match(paragraph, 0, Math.Min(paragraph.Length, Longest + 1));
        if (end.Success) return paragraph[..(end.Index + end.Length)];
        return paragraph.Length <= Longest ? paragraph : null;
    }

    // A short word in capitals before the stop is more likely an abbreviation: "U.S.", "Mr.", "Gen.".
    [GeneratedRegex(@"(?<=\p{Ll}{3}|\d|[)”""])(?<!\b\p{Lu}\p{Ll}{1,3})[.!?][”""]?(?=\s+[\p{Lu}“""])", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();
}

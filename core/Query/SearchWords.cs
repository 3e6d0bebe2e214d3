using NewsIngest.Storage.Index;

namespace NewsIngest.Query;

/// <summary>What a search asks for: folded words and phrases that must all be there.</summary>
internal sealed record SearchWords(IReadOnlyList<string> Phrases)
{
    /// <summary>The word whose rows are read: the longest, as likely the rarest. Null when there are only words too common to be indexed.</summary>
    public string? Key { get; } = Phrases.SelectMany(SearchTerms.Of).OrderByDescending(word => word.Length).ThenBy(word => word, StringComparer.Ordinal).FirstOrDefault();

    /// <summary>Splits at blanks; what stands in double quotes, also typographic ones, is one phrase.</summary>
    public static SearchWords Parse(string text)
    {
        var phrases = new List<string>();
        var parts = text.Split('"', '“', '”', '„');
        for (var i = 0; i < parts.Length; i++)
        {
            // Every second part stands between quotes.
            string[] found = i % 2 == 1 ? [parts[i]] : parts[i].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            phrases.AddRange(found.Select(NameFolding.Fold).Where(phrase => phrase.Length > 0));
        }

        return new SearchWords([.. phrases.Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>Whether each phrase stands in one of the texts.</summary>
    public bool In(params ReadOnlySpan<string> folded)
    {
        foreach (var phrase in Phrases)
        {
            var found = false;
            foreach (var text in folded) found |= NameFolding.HoldsWords(text, phrase);
            if (!found) return false;
        }

        return true;
    }
}

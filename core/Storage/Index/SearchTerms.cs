using System.Collections.Frozen;

namespace NewsIngest.Storage.Index;

/// <summary>The words of a text that can be searched.</summary>
internal static class SearchTerms
{
    private const int MinLength = 2;
    private static readonly Lazy<FrozenSet<string>> StopWords =
        new(() => ResourceLines.Read("stopwords.txt").ToFrozenSet(StringComparer.Ordinal));

    /// <summary>The searchable words of folded text, in order, with repeats.</summary>
    public static IEnumerable<string> Of(string folded) => folded.Split(' ').Where(IsSearchable);

    public static bool IsSearchable(string word) => word.Length >= MinLength && !StopWords.Value.Contains(word);
}

using NewsIngest.Entities.Lexicon;

namespace NewsIngest.Entities.Coreference;

/// <summary>Finds the honorific or capitalised title that stands before a name.</summary>
internal static class HonorificFinder
{
    private const int LongestHonorific = 3;

    public static Honorific? Before(EntityText text, int firstToken) => Read(text, firstToken).Honorific;

    /// <summary>First token of the honorific before a name, or the name's own first token when it has none.</summary>
    public static int FirstBefore(EntityText text, int firstToken) => firstToken - Read(text, firstToken).Length;

    private static (Honorific? Honorific, int Length) Read(EntityText text, int firstToken)
    {
        for (var length = LongestHonorific; length >= 1; length--)
        {
            var first = firstToken - length;
            if (first < 0 || text.Sentence(firstToken).FirstToken > first) continue;
            if (!char.IsUpper(text.Form(first)[0])) continue;
            if (text.Lexicon.HonorificOf(text.Text.Text.AsSpan(text.StartOf(first), text.EndOf(firstToken - 1) - text.StartOf(first))) is { } found) return (found, length);
        }

        return default;
    }
}

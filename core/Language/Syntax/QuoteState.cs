using NewsIngest.Language.Tokens;

namespace NewsIngest.Language.Syntax;

/// <summary>Which words of a sentence stand inside double quote marks, as far as the sentence alone tells.</summary>
internal static class QuoteState
{
    private static readonly uint Open = FormHash.Of("“");
    private static readonly uint Close = FormHash.Of("”");

    public static void Mark(Span<ParseState.Node> nodes, ReadOnlySpan<uint> forms)
    {
        var inside = StartsInside(forms);
        for (var i = 0; i < nodes.Length; i++)
        {
            if (forms[i] == Open) inside = true;
            nodes[i].Quoted = inside ? (byte)1 : (byte)0;
            if (forms[i] == Close) inside = false;
        }
    }

    /// <summary>A sentence whose first quote mark closes was quoted from its start.</summary>
    private static bool StartsInside(ReadOnlySpan<uint> forms)
    {
        foreach (var form in forms)
        {
            if (form == Open) return false;
            if (form == Close) return true;
        }

        return false;
    }
}

namespace NewsIngest.Claims.Quotes;

/// <summary>What a character may do as a quote mark. Low-9 marks open; the German closing mark “ and the reversed guillemets » « are told by their context.</summary>
internal static class QuoteMarks
{
    public const string Double = "\"“”„‟«»＂";
    public const string Single = "'‘’‚‛‹›`";

    public static bool IsDouble(char c) => Double.Contains(c, StringComparison.Ordinal);

    public static bool IsSingle(char c) => Single.Contains(c, StringComparison.Ordinal);

    public static bool IsAny(char c) => IsDouble(c) || IsSingle(c);

    /// <summary>Length of the double mark at <paramref name="i"/>: 2 for the typewriter pairs `` and '', 1 for a single character, 0 for none.</summary>
    public static int DoubleLength(string text, int i, int end)
    {
        if (IsDouble(text[i])) return 1;
        return i + 1 < end && text[i] is '`' or '\'' && i + 1 < end && text[i + 1] == text[i] ? 2 : 0;
    }
}

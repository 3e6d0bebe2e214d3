using System.Buffers;

namespace NewsIngest.Claims.Quotes;

/// <summary>What a character may do as a quote mark. Low-9 marks open; the German closing mark “ and the reversed guillemets » « are told by their context.</summary>
internal static class QuoteMarks
{
    private const string Double = "\"“”„‟«»＂";
    private const string Single = "'‘’‚‛‹›`";

    private static readonly SearchValues<char> Doubles = SearchValues.Create(Double);
    private static readonly SearchValues<char> Singles = SearchValues.Create(Single);
    private static readonly SearchValues<char> All = SearchValues.Create(Double + Single);

    public static bool IsDouble(char c) => Doubles.Contains(c);

    public static bool IsSingle(char c) => Singles.Contains(c);

    /// <summary>Where the next mark of any kind stands, or <paramref name="end"/>.</summary>
    public static int Next(string text, int start, int end) => Next(text, start, end, All);

    /// <summary>Where the next single mark stands, or <paramref name="end"/>.</summary>
    public static int NextSingle(string text, int start, int end) => Next(text, start, end, Singles);

    public static bool IsAny(char c) => IsDouble(c) || IsSingle(c);

    private static int Next(string text, int start, int end, SearchValues<char> marks)
    {
        var at = text.AsSpan(start, end - start).IndexOfAny(marks);
        return at < 0 ? end : start + at;
    }

    /// <summary>Length of the double mark at <paramref name="i"/>: 2 for the typewriter pairs `` and '', 1 for a single character, 0 for none.</summary>
    public static int DoubleLength(string text, int i, int end)
    {
        if (IsDouble(text[i])) return 1;
        return i + 1 < end && text[i] is '`' or '\'' && i + 1 < end && text[i + 1] == text[i] ? 2 : 0;
    }
}

namespace NewsIngest.Language;

/// <summary>Hands out one string for the same letters, most of the time: a fixed number of places, the newest entry wins. Safe for concurrent use.</summary>
internal sealed class StringPool
{
    private const int Size = 1 << 14;

    /// <summary>Longer strings are seldom seen twice.</summary>
    private const int Longest = 48;

    private readonly string?[] places = new string?[Size];

    public string Get(ReadOnlySpan<char> letters)
    {
        if (letters.Length > Longest) return letters.ToString();
        var hash = string.GetHashCode(letters);
        ref var place = ref places[hash & (Size - 1)];
        var there = place;
        if (there is not null && letters.SequenceEqual(there)) return there;
        return place = letters.ToString();
    }
}

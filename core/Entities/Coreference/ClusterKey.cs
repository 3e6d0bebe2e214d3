using NewsIngest.Entities.Lexicon;

namespace NewsIngest.Entities.Coreference;

/// <summary>What two names can have in common.</summary>
internal enum ClusterKeyKind
{
    /// <summary>The whole name, folded; the first or last word, or the initials, of an organisation's.</summary>
    Folded,

    /// <summary>The canonical name of the lexicon.</summary>
    Known,

    /// <summary>The last word of a person's full name.</summary>
    Last,

    /// <summary>The first two words of a person's name.</summary>
    Beginning,

    /// <summary>Any word of a person's name.</summary>
    Word,

    /// <summary>A group of given names that are forms of one.</summary>
    Nickname,
}

/// <summary>Keys of the <see cref="ClusterIndex"/>: hashes, for what two names with one key have in common the rules look at anyway.</summary>
internal static class ClusterKey
{
    private const int KindBits = 3;

    public static ulong Of(ClusterKeyKind kind, ReadOnlySpan<char> words) => WithKind(kind, Fold.Hash(words));

    public static ulong Of(ClusterKeyKind kind, ReadOnlySpan<char> first, ReadOnlySpan<char> second) => WithKind(kind, Fold.Hash(second, Fold.Hash(first) + 1));

    public static ulong OfNumber(ClusterKeyKind kind, int number) => WithKind(kind, (ulong)number);

    private static ulong WithKind(ClusterKeyKind kind, ulong hash) => (hash << KindBits) | (ulong)kind;
}

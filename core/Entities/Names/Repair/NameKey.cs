using NewsIngest.Entities.Lexicon;
using NewsIngest.Language;

namespace NewsIngest.Entities.Names.Repair;

/// <summary>The exact words of a span as one number.</summary>
internal static class NameKey
{
    public const ulong Seed = Fold.Seed;

    public static ulong Of(AnnotatedText text, int first, int end)
    {
        var key = Seed;
        for (var i = first; i < end; i++) key = Add(key, text.Form(i));
        return key;
    }

    /// <summary>The key of the words before and this one.</summary>
    public static ulong Add(ulong key, ReadOnlySpan<char> word) => Fold.ExactHash(word, (key * 31) + 1);
}

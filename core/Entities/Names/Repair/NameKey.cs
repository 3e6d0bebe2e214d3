using NewsIngest.Entities.Lexicon;
using NewsIngest.Language;

namespace NewsIngest.Entities.Names.Repair;

/// <summary>The exact words of a span as one number.</summary>
internal static class NameKey
{
    public static ulong Of(AnnotatedText text, int first, int end)
    {
        var key = Fold.Seed;
        for (var i = first; i < end; i++) key = Fold.ExactHash(text.Form(i), (key * 31) + 1);
        return key;
    }
}

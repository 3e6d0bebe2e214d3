using NewsIngest.Language.Model;
using NewsIngest.Language.Tokens;

namespace NewsIngest.Language.Tagging;

/// <summary>
/// The features of one tagging decision (after Ratnaparkhi 1996 and Toutanova et al. 2003). Most belong to one word alone, the tagged one
/// or one beside it: those are looked up once for each word, not for each decision.
/// </summary>
internal static class TagFeatures
{
    /// <summary>Features of the tagged word.</summary>
    public const int OwnCount = 11;

    /// <summary>Features that a word gives when it stands beside the tagged one.</summary>
    public const int PlaceCount = 7;

    /// <summary>Features of several words and of the tags before.</summary>
    public const int ContextCount = 4;

    // Where the features of each place begin among those of Places, in this order.
    public const int Before = 0;
    public const int Before2 = 1;
    public const int After = 2;
    public const int After2 = 5;

    /// <summary>Every decision has it: how frequent a tag is.</summary>
    private static readonly uint Always = Features.Key(31, 0);

    private static readonly uint EdgeForm = FormHash.Of("\0edge");

    /// <summary>What stands beyond the first and the last word.</summary>
    public static WordFeatures Edge { get; } = new(EdgeForm, 0, 0, EdgeForm, 0, 0, 0, EdgeForm);

    public static uint EdgeAmbiguity => EdgeForm;

    /// <summary><paramref name="at"/> is 1 for the first word of a sentence, else 0.</summary>
    public static void Own(in WordFeatures word, uint at, Span<uint> into)
    {
        into[0] = Features.Key(1, word.Form);
        into[1] = Features.Key(2, word.Suffix1);
        into[2] = Features.Key(3, word.Suffix2);
        into[3] = Features.Key(4, word.Suffix3);
        into[4] = Features.Key(5, word.Suffix4);
        into[5] = Features.Key(6, word.Prefix2);
        into[6] = Features.Key(7, word.Prefix3);
        into[7] = Features.Key(8, word.Shape, at);
        into[8] = Features.Key(26, word.Shape, word.Suffix2, at);
        into[9] = Features.Key(29, word.Form, word.Shape, at);
        into[10] = Always;
    }

    public static void Places(in WordFeatures word, uint ambiguity, Span<uint> into)
    {
        into[0] = Features.Key(12, word.Form);
        into[1] = Features.Key(13, word.Form);
        into[2] = Features.Key(14, word.Form);
        into[3] = Features.Key(18, word.Suffix3);
        into[4] = Features.Key(20, ambiguity);
        into[5] = Features.Key(15, word.Form);
        into[6] = Features.Key(21, ambiguity);
    }

    /// <summary><paramref name="tag1"/> is 1 + the tag of the word before, <paramref name="tag2"/> of the one before that; 0 beyond the edge.</summary>
    public static void Context(in TagContext before, in TagContext word, in TagContext after, uint tag1, uint tag2, Span<uint> into)
    {
        into[0] = Features.Key(10, tag1, tag2);
        into[1] = Features.Key(22, word.Ambiguity, tag1);
        into[2] = Features.Key(23, word.Shape, before.Shape, after.Shape);
        into[3] = Features.Key(24, word.Suffix3, tag1);
    }
}

/// <summary>What a word gives to features of several words and tags.</summary>
internal readonly record struct TagContext(uint Form, uint Shape, uint Suffix3, uint Ambiguity);

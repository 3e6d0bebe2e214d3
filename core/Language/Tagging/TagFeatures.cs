using NewsIngest.Language.Model;
using NewsIngest.Language.Tokens;

namespace NewsIngest.Language.Tagging;

/// <summary>The features of one tagging decision (after Ratnaparkhi 1996 and Toutanova et al. 2003).</summary>
internal static class TagFeatures
{
    public const int Count = 30;

    private static readonly uint Edge = FormHash.Of("\0edge");

    /// <summary>Fills <paramref name="into"/> with the keys for word <paramref name="i"/> of a sentence whose earlier words carry <paramref name="tags"/>.</summary>
    public static void Extract(ReadOnlySpan<WordFeatures> words, ReadOnlySpan<TagDictionary.Entry> known, ReadOnlySpan<byte> tags, int i, Span<uint> into)
    {
        ref readonly var word = ref words[i];
        var before = i > 0 ? words[i - 1].Form : Edge;
        var before2 = i > 1 ? words[i - 2].Form : Edge;
        var after = i + 1 < words.Length ? words[i + 1].Form : Edge;
        var after2 = i + 2 < words.Length ? words[i + 2].Form : Edge;
        var tag1 = i > 0 ? tags[i - 1] + 1u : 0;
        var tag2 = i > 1 ? tags[i - 2] + 1u : 0;
        var ambiguity = known[i].Ambiguity;
        var nextAmbiguity = i + 1 < words.Length ? known[i + 1].Ambiguity : Edge;
        var next2Ambiguity = i + 2 < words.Length ? known[i + 2].Ambiguity : Edge;
        var nextSuffix = i + 1 < words.Length ? words[i + 1].Suffix3 : Edge;
        var nextShape = i + 1 < words.Length ? words[i + 1].Shape : Edge;
        var previousShape = i > 0 ? words[i - 1].Shape : Edge;
        var at = i == 0 ? 1u : 0u;

        into[0] = Features.Key(1, word.Form);
        into[1] = Features.Key(2, word.Suffix1);
        into[2] = Features.Key(3, word.Suffix2);
        into[3] = Features.Key(4, word.Suffix3);
        into[4] = Features.Key(5, word.Suffix4);
        into[5] = Features.Key(6, word.Prefix2);
        into[6] = Features.Key(7, word.Prefix3);
        into[7] = Features.Key(8, word.Shape, at);
        into[8] = Features.Key(9, tag1);
        into[9] = Features.Key(10, tag1, tag2);
        into[10] = Features.Key(11, word.Form, tag1);
        into[11] = Features.Key(12, before);
        into[12] = Features.Key(13, before2);
        into[13] = Features.Key(14, after);
        into[14] = Features.Key(15, after2);
        into[15] = Features.Key(16, before, word.Form);
        into[16] = Features.Key(17, word.Form, after);
        into[17] = Features.Key(18, nextSuffix);
        into[18] = Features.Key(19, nextAmbiguity, tag1);
        into[19] = Features.Key(20, nextAmbiguity);
        into[20] = Features.Key(21, next2Ambiguity);
        into[21] = Features.Key(22, ambiguity, tag1);
        into[22] = Features.Key(23, word.Shape, previousShape, nextShape);
        into[23] = Features.Key(24, word.Suffix3, tag1);
        into[24] = Features.Key(25, ambiguity, nextAmbiguity, tag1);
        into[25] = Features.Key(26, word.Shape, word.Suffix2, at);
        into[26] = Features.Key(27, ambiguity, tag1, tag2);
        into[27] = Features.Key(28, before, after);
        into[28] = Features.Key(29, word.Form, word.Shape, at);
        into[29] = Features.Key(30, tag2, word.Form);
    }
}

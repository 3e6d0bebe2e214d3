using NewsIngest.Entities.Lexicon;
using NewsIngest.Language.Model;
using NewsIngest.Language.Tagging;

namespace NewsIngest.Entities.Names;

/// <summary>What the name tagger needs of a word in its sentence, apart from its sums.</summary>
internal readonly struct NameWord
{
    public readonly WordFeatures Features;
    public readonly WordClass Classes;

    /// <summary>See <see cref="NameFeatures.At"/>.</summary>
    public readonly uint At;

    private readonly uint before2Small;
    private readonly uint before2Capital;
    private readonly uint after2Small;
    private readonly uint after2Capital;

    public NameWord(in WordFeatures features, WordClass classes, uint at, ByteRows rows)
    {
        Features = features;
        Classes = classes;
        At = at;
        before2Small = rows.Find(Language.Model.Features.Key(NameFeatures.Before2, features.Form, 0));
        before2Capital = rows.Find(Language.Model.Features.Key(NameFeatures.Before2, features.Form, 1));
        after2Small = rows.Find(Language.Model.Features.Key(NameFeatures.After2, features.Form, 0));
        after2Capital = rows.Find(Language.Model.Features.Key(NameFeatures.After2, features.Form, 1));
    }

    /// <summary>The row that the word gives to the token two after it, which starts with a capital or not.</summary>
    public uint Before2(bool capital) => capital ? before2Capital : before2Small;

    /// <summary>The row that the word gives to the token two before it.</summary>
    public uint After2(bool capital) => capital ? after2Capital : after2Small;
}

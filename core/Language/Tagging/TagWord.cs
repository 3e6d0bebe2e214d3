using System.Runtime.CompilerServices;
using NewsIngest.Language.Model;

namespace NewsIngest.Language.Tagging;

/// <summary>What the tagger needs of a word in its sentence, apart from the sum of its own rows.</summary>
internal readonly struct TagWord
{
    public TagWord(in WordFeatures word, TagDictionary.Entry known, bool isFirst, SparseRows rows)
    {
        Context = new TagContext(word.Form, word.Shape, word.Suffix3, known.Ambiguity);
        IsFirst = isFirst;
        OnlyTag = known.OnlyTag;
        TagFeatures.Places(word, known.Ambiguity, Rows);
        rows.FindAll(Rows);
    }

    public readonly TagContext Context;

    /// <summary>The rows of <see cref="TagFeatures.Places"/>.</summary>
    public readonly PlaceRows Rows;

    /// <summary>Whether it opens its sentence.</summary>
    public readonly bool IsFirst;

    /// <summary><see cref="TagDictionary.NoTag"/> when the word can have several.</summary>
    public readonly sbyte OnlyTag;
}

/// <summary>One row number for each feature of <see cref="TagFeatures.Places"/>.</summary>
[InlineArray(TagFeatures.PlaceCount)]
internal struct PlaceRows
{
    private uint first;
}

using NewsIngest.Entities.Lexicon;
using NewsIngest.Language;
using NewsIngest.Language.Tagging;
using NewsIngest.Language.Tokens;

namespace NewsIngest.Entities.Names;

/// <summary>
/// The features of one token for the name tagger (after Ratinov and Roth 2009, and Krishnan and Manning 2006 for the second pass). Those
/// that belong to one word alone, the token's or one beside it, are apart: they are looked up once for each word.
/// </summary>
internal static class NameFeatures
{
    /// <summary>No token has more.</summary>
    public const int MaxCount = 256;

    /// <summary>Templates of the word two before and two after, each with whether the token starts with a capital.</summary>
    public const uint Before2 = 9;
    public const uint After2 = 10;

    public const int CompanyBits = 10;

    private const int WordBits = 400;
    private const int PreviousBits = 440;
    private const int NextBits = 480;
    private const int PhraseBits = 520;
    private const int NextPhraseBits = 560;
    private const uint EdgeTag = 99;

    /// <summary>What stands beyond the edges of a sentence.</summary>
    public static WordFeatures Edge { get; } = EdgeOf(FormHash.Of("\0edge"));

    /// <summary>Where a token stands: 1 for the first of its sentence, 2 in a sentence in title case.</summary>
    public static uint At(NameDocument document, Sentence sentence, int i) =>
        (i == sentence.FirstToken ? 1u : 0u) | (document.IsTitleCase(sentence.FirstToken) ? 2u : 0u);

    public static void AddOwn(ref FeatureList list, in WordFeatures word, WordClass classes, uint at)
    {
        list.Add(1, word.Form);
        list.Add(2, word.Shape, at);
        list.Add(3, word.Suffix3, Capital(word));
        list.Add(4, word.Suffix4);
        list.Add(5, word.Prefix3, Capital(word));
        list.Add(6, word.Suffix2, word.Shape);
        list.Add(26, word.Form, word.Shape, at & 1u);
        list.Add(27, word.Prefix2, word.Suffix2);
        list.AddBits(WordBits, classes);
        list.Add(28, (uint)classes);
    }

    /// <summary>What a word gives to the token after it.</summary>
    public static void AddBefore(ref FeatureList list, in WordFeatures word, WordClass classes)
    {
        list.Add(7, word.Form);
        list.AddBits(PreviousBits, classes);
    }

    /// <summary>What a word gives to the token before it.</summary>
    public static void AddAfter(ref FeatureList list, in WordFeatures word, WordClass classes)
    {
        list.Add(8, word.Form);
        list.AddBits(NextBits, classes);
    }

    public static void AddCompany(ref FeatureList list, uint company)
    {
        for (var bit = 0; bit < CompanyBits; bit++) list.Add(41, (uint)bit, (company >> bit) & 1u);
    }

    /// <summary>What depends on several words, on tags, on phrases and on the whole text.</summary>
    public static void AddContext(ref FeatureList into, NameDocument document, Sentence sentence, int i, in NameNeighbours words)
    {
        int first = sentence.FirstToken, end = sentence.EndToken;
        ref readonly var word = ref words.Word;
        ref readonly var before = ref words.Before;
        ref readonly var after = ref words.After;
        var tag = (uint)document.Text.Tokens[i].Penn;
        var tagBefore = i > first ? (uint)document.Text.Tokens[i - 1].Penn : EdgeTag;
        var tagAfter = i + 1 < end ? (uint)document.Text.Tokens[i + 1].Penn : EdgeTag;
        var at = At(document, sentence, i);

        // A copy, which the compiler keeps in registers.
        var list = into;
        list.Add(11, before.Form, word.Form);
        list.Add(12, word.Form, after.Form);
        list.Add(13, tag, at);
        list.Add(16, tagBefore, tag);
        list.Add(17, tag, tagAfter);
        list.Add(20, before.Shape, word.Shape, after.Shape);
        list.Add(25, document.Case.Of(i), word.Shape, at);
        var isInRun = document.RunEnd[i] - document.RunFirst[i] > 1;
        if (word.StartsUpper) list.Add(40, (uint)document.Profile.Of(i), isInRun ? 0u : 1u);
        into = list;
        AddPhrases(ref into, document.Lexicon, i, end);
        if (word.StartsUpper || isInRun) RunFeatures.Add(ref into, document, i, first, end);
    }

    public static uint Capital(in WordFeatures word) => word.StartsUpper ? 1u : 0u;

    private static void AddPhrases(ref FeatureList list, LexiconMatches lexicon, int i, int end)
    {
        if (lexicon.PhraseLength(i) > 0)
        {
            var position = lexicon.PhraseLength(i) == 1 ? 3u : lexicon.PhraseOffset(i) == 0 ? 0u : lexicon.PhraseOffset(i) == lexicon.PhraseLength(i) - 1 ? 2u : 1u;
            list.AddBits(PhraseBits, lexicon.Phrase(i), position);
            list.Add(29, (uint)lexicon.Phrase(i), position);
        }

        if (i + 1 < end && lexicon.PhraseLength(i + 1) > 0) list.AddBits(NextPhraseBits, lexicon.Phrase(i + 1), lexicon.PhraseOffset(i + 1) == 0 ? 0u : 1u);
    }

    private static WordFeatures EdgeOf(uint hash) => new(hash, 0, 0, 0, 0, 0, 0, hash);
}

/// <summary>A token's word and those around it, beyond the edges of its sentence <see cref="NameFeatures.Edge"/>.</summary>
internal readonly ref struct NameNeighbours(ref readonly WordFeatures before, ref readonly WordFeatures word, ref readonly WordFeatures after)
{
    public readonly ref readonly WordFeatures Before = ref before;
    public readonly ref readonly WordFeatures Word = ref word;
    public readonly ref readonly WordFeatures After = ref after;
}

using NewsIngest.Entities.Lexicon;
using NewsIngest.Language;
using NewsIngest.Language.Tokens;

namespace NewsIngest.Entities.Names;

/// <summary>The features of one token for the name tagger (after Ratinov and Roth 2009, and Krishnan and Manning 2006 for the second pass).</summary>
internal static class NameFeatures
{
    /// <summary>No token has more.</summary>
    public const int MaxCount = 256;

    private const int CompanyBits = 10;
    private const int WordBits = 400;
    private const int PreviousBits = 440;
    private const int NextBits = 480;
    private const int PhraseBits = 520;
    private const int NextPhraseBits = 560;
    private const int RunLastBits = 600;
    private const int RunFirstBits = 640;
    private const int BeforeRunBits = 680;
    private const int AfterRunBits = 720;
    private const int BeforeRun2Bits = 760;
    private const int BeforeOfBits = 840;

    private static readonly uint Edge = FormHash.Of("\0edge");

    /// <summary>Fills <paramref name="into"/> and returns how many features there are.</summary>
    public static int Extract(NameDocument document, Sentence sentence, bool titleCase, int i, DocumentVotes? votes, Span<uint> into)
    {
        var list = new FeatureList(into);
        var words = document.Words;
        int first = sentence.FirstToken, end = sentence.EndToken;
        var word = words[i];
        uint Form(int k) => k >= first && k < end ? words[k].Form : Edge;
        uint Shape(int k) => k >= first && k < end ? words[k].Shape : Edge;
        uint Tag(int k) => k >= first && k < end ? (uint)document.Text.Tokens[k].Penn : 99;
        var at = (i == first ? 1u : 0u) | (titleCase ? 2u : 0u);

        list.Add(1, word.Form);
        list.Add(2, word.Shape, at);
        list.Add(3, word.Suffix3, word.StartsUpper ? 1u : 0u);
        list.Add(4, word.Suffix4);
        list.Add(5, word.Prefix3, word.StartsUpper ? 1u : 0u);
        list.Add(6, word.Suffix2, word.Shape);
        list.Add(7, Form(i - 1));
        list.Add(8, Form(i + 1));
        list.Add(9, Form(i - 2), word.StartsUpper ? 1u : 0u);
        list.Add(10, Form(i + 2), word.StartsUpper ? 1u : 0u);
        list.Add(11, Form(i - 1), word.Form);
        list.Add(12, word.Form, Form(i + 1));
        list.Add(13, Tag(i), at);
        list.Add(14, Tag(i - 1), word.Shape);
        list.Add(15, Tag(i + 1), word.Shape);
        list.Add(16, Tag(i - 1), Tag(i));
        list.Add(17, Tag(i), Tag(i + 1));
        list.Add(18, Shape(i - 1), word.Shape);
        list.Add(19, word.Shape, Shape(i + 1));
        list.Add(20, Shape(i - 1), word.Shape, Shape(i + 1));
        list.Add(21, Form(i - 1), word.Shape);
        list.Add(22, word.Shape, Form(i + 1));
        list.Add(23, Form(i - 2), Form(i - 1), word.StartsUpper ? 1u : 0u);
        list.Add(24, Form(i + 1), Form(i + 2), word.StartsUpper ? 1u : 0u);
        list.Add(25, document.Case.Of(word.Form), word.Shape, at);
        list.Add(26, word.Form, word.Shape, at & 1u);
        list.Add(27, word.Prefix2, word.Suffix2);
        if (word.StartsUpper)
        {
            var company = (uint)document.Profile.Of(word.Form);
            list.Add(40, company, document.RunEnd[i] - document.RunFirst[i] == 1 ? 1u : 0u);
            for (var bit = 0; bit < CompanyBits; bit++) list.Add(41, (uint)bit, (company >> bit) & 1u);
        }

        AddLexicon(ref list, document.Lexicon, i, first, end);
        if (word.StartsUpper || document.RunEnd[i] - document.RunFirst[i] > 1) AddRun(ref list, document, i, first, end);
        votes?.Add(ref list, document, i);
        return list.Count;
    }

    private static void AddLexicon(ref FeatureList list, LexiconMatches lexicon, int i, int first, int end)
    {
        list.AddBits(WordBits, lexicon.Word(i));
        list.Add(28, (uint)lexicon.Word(i));
        if (i > first) list.AddBits(PreviousBits, lexicon.Word(i - 1));
        if (i + 1 < end) list.AddBits(NextBits, lexicon.Word(i + 1));
        if (lexicon.PhraseLength(i) > 0)
        {
            var position = lexicon.PhraseLength(i) == 1 ? 3u : lexicon.PhraseOffset(i) == 0 ? 0u : lexicon.PhraseOffset(i) == lexicon.PhraseLength(i) - 1 ? 2u : 1u;
            list.AddBits(PhraseBits, lexicon.Phrase(i), position);
            list.Add(29, (uint)lexicon.Phrase(i), position);
        }

        if (i + 1 < end && lexicon.PhraseLength(i + 1) > 0) list.AddBits(NextPhraseBits, lexicon.Phrase(i + 1), lexicon.PhraseOffset(i + 1) == 0 ? 0u : 1u);
    }

    /// <summary>The run of capitalised words around the token: its last and first word, its length, and the words beside it.</summary>
    private static void AddRun(ref FeatureList list, NameDocument document, int i, int first, int end)
    {
        int runFirst = document.RunFirst[i], runEnd = document.RunEnd[i];
        var length = (uint)Math.Min(runEnd - runFirst, 5);
        var position = (uint)Math.Min(i - runFirst, 3) | (i == runEnd - 1 ? 4u : 0u);
        var words = document.Words;
        var lexicon = document.Lexicon;
        list.Add(30, length, position);
        list.Add(31, words[runEnd - 1].Form, position);
        list.Add(32, words[runFirst].Form, position);
        list.AddBits(RunLastBits, lexicon.Word(runEnd - 1), position);
        list.AddBits(RunFirstBits, lexicon.Word(runFirst), position);
        var before = runFirst > first ? words[runFirst - 1].Form : Edge;
        var after = runEnd < end ? words[runEnd].Form : Edge;
        list.Add(33, before, length, position);
        list.Add(34, after, length, position);
        list.Add(35, before, after);
        list.Add(36, runFirst - 1 > first ? words[runFirst - 2].Form : Edge, before);
        list.Add(37, after, runEnd + 1 < end ? words[runEnd + 1].Form : Edge);
        list.Add(38, runEnd < end ? (uint)document.Text.Tokens[runEnd].Penn : 99, length, position);
        list.Add(39, runFirst > first ? (uint)document.Text.Tokens[runFirst - 1].Penn : 99, length, position);
        if (runFirst > first) list.AddBits(BeforeRunBits, lexicon.Word(runFirst - 1), position);
        if (runFirst - 1 > first) list.AddBits(BeforeRun2Bits, lexicon.Word(runFirst - 2), position);
        if (runEnd < end) list.AddBits(AfterRunBits, lexicon.Word(runEnd), position);
        for (var k = runFirst + 1; k < runEnd; k++)
        {
            if (document.Text.Form(k) is not "of") continue;
            // "Bank of Ruritania": what stands before "of" says what it is.
            list.AddBits(BeforeOfBits, lexicon.Word(k - 1), i < k ? 0u : i == k ? 1u : 2u);
            break;
        }
    }
}

using NewsIngest.Language.Tokens;

namespace NewsIngest.Entities.Names;

/// <summary>Features of the run of capitalised words around a token: its last and first word, its length, and the words beside it.</summary>
internal static class RunFeatures
{
    private const int RunLastBits = 600;
    private const int RunFirstBits = 640;
    private const int BeforeRunBits = 680;
    private const int AfterRunBits = 720;
    private const int BeforeRun2Bits = 760;
    private const int BeforeOfBits = 840;

    private static readonly uint Edge = FormHash.Of("\0edge");

    /// <summary><paramref name="first"/> and <paramref name="end"/> are those of the sentence.</summary>
    public static void Add(ref FeatureList into, NameDocument document, int i, int first, int end)
    {
        int runFirst = document.RunFirst[i], runEnd = document.RunEnd[i];
        var length = (uint)Math.Min(runEnd - runFirst, 5);
        var position = (uint)Math.Min(i - runFirst, 3) | (i == runEnd - 1 ? 4u : 0u);
        var lexicon = document.Lexicon;

        // A copy, which the compiler keeps in registers.
        var list = into;
        list.Add(30, length, position);
        list.Add(31, document.Text.FormHash(runEnd - 1), position);
        list.Add(32, document.Text.FormHash(runFirst), position);
        list.AddBits(RunLastBits, lexicon.Word(runEnd - 1), position);
        list.AddBits(RunFirstBits, lexicon.Word(runFirst), position);
        var before = runFirst > first ? document.Text.FormHash(runFirst - 1) : Edge;
        var after = runEnd < end ? document.Text.FormHash(runEnd) : Edge;
        list.Add(33, before, length, position);
        list.Add(34, after, length, position);
        list.Add(35, before, after);
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

        into = list;
    }
}

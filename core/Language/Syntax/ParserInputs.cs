namespace NewsIngest.Language.Syntax;

/// <summary>
/// What the parser's network looks at in a state (after Chen and Manning 2014): words around the top of the stack and the front of the
/// buffer, then pairs of values for which one table has a row each: tags of neighbours, tags and relations of children, distances. An
/// input is the number of a row of the network's first layer.
/// </summary>
internal static class ParserInputs
{
    public const int WordCount = 8;

    /// <summary>The first of the pairs of tags: those of words that stand side by side, until one between others has found its head.</summary>
    public const int NeighbourCount = 5;

    public const int Count = WordCount + TagPairCount + RelationPairCount + 3;
    public const int Rows = QuotePairs + (Quotes * ParseState.MaxChildren);

    private const int TagPairCount = 9;
    private const int RelationPairCount = 4;
    private const int Words = ParserVocabulary.Words;
    private const int Tags = ParserVocabulary.Tags;

    // A relation is stored plus one.
    private const int Relations = Parser.RelationCount + 1;
    private const int Distances = 9;
    private const int Families = ParseState.MaxChildren * ParseState.MaxChildren;
    private const int Quotes = 8;

    private const int TagPairs = WordCount * Words;
    private const int RelationPairs = TagPairs + (TagPairCount * Tags * Tags);
    private const int DistancePairs = RelationPairs + (RelationPairCount * Relations * Relations);
    private const int FamilyPairs = DistancePairs + (Distances * Distances);
    private const int QuotePairs = FamilyPairs + (Families * Families);

    /// <summary>For every input its first row and how many values its two parts have; a word is one part alone.</summary>
    public static IReadOnlyList<(int First, int Left, int Right)> Tables { get; } =
    [
        .. Enumerable.Range(0, WordCount).Select(i => (Word(i, 0), Words, 1)),
        .. Enumerable.Range(0, TagPairCount).Select(i => (TagPair(i, 0, 0), Tags, Tags)),
        .. Enumerable.Range(0, RelationPairCount).Select(i => (RelationPair(i, 0, 0), Relations, Relations)),
        (DistancePairs, Distances, Distances),
        (FamilyPairs, Families, Families),
        (QuotePairs, Quotes, ParseState.MaxChildren),
    ];

    /// <summary>Fills <paramref name="into"/> with the rows of the state.</summary>
    public static void Extract(ParseState state, Span<int> into)
    {
        into = into[..Count];
        var nodes = state.Nodes;
        int top = state.Stack(0), second = state.Stack(1), front = state.Next;
        ref readonly var s0 = ref nodes[top];
        ref readonly var s1 = ref nodes[second];
        ref readonly var s2 = ref nodes[state.Stack(2)];
        ref readonly var before = ref nodes[front - 1];
        ref readonly var b0 = ref nodes[front];
        ref readonly var b1 = ref nodes[state.Buffer(1)];
        ref readonly var b2 = ref nodes[state.Buffer(2)];
        ref readonly var b3 = ref nodes[state.Buffer(3)];
        ref readonly var s0l = ref nodes[s0.LeftChild];
        ref readonly var s0l2 = ref nodes[s0.LeftChild2];
        ref readonly var s0r = ref nodes[s0.RightChild];
        ref readonly var s0r2 = ref nodes[s0.RightChild2];
        ref readonly var s1l = ref nodes[s1.LeftChild];
        ref readonly var s1r = ref nodes[s1.RightChild];
        ref readonly var b0l = ref nodes[b0.LeftChild];
        ref readonly var b0l2 = ref nodes[b0.LeftChild2];

        into[0] = Word(0, s0.Word);
        into[1] = Word(1, s1.Word);
        into[2] = Word(2, b0.Word);
        into[3] = Word(3, b1.Word);
        into[4] = Word(4, before.Word);
        into[5] = Word(5, s0l.Word);
        into[6] = Word(6, s0r.Word);
        into[7] = Word(7, b0l.Word);

        into[8] = TagPair(0, s0.Tag, b0.Tag);
        into[9] = TagPair(1, s1.Tag, s0.Tag);
        into[10] = TagPair(2, b0.Tag, b1.Tag);
        into[11] = TagPair(3, s2.Tag, s1.Tag);
        into[12] = TagPair(4, b2.Tag, b3.Tag);
        into[13] = TagPair(5, before.Tag, s0l.Tag);
        into[14] = TagPair(6, s0r.Tag, s1r.Tag);
        into[15] = TagPair(7, s1l.Tag, b0l.Tag);
        into[16] = TagPair(8, s0l2.Tag, s0r2.Tag);

        into[17] = RelationPair(0, s0l.Relation, s0r.Relation);
        into[18] = RelationPair(1, s1l.Relation, s1r.Relation);
        into[19] = RelationPair(2, b0l.Relation, b0l2.Relation);
        into[20] = RelationPair(3, s0l2.Relation, s0r2.Relation);

        into[21] = DistancePairs + (Distance(top, front) * Distances) + Distance(second, top);
        into[22] = FamilyPairs + (((s0.LeftCount * ParseState.MaxChildren) + s0.RightCount) * Families) + (s1.LeftCount * ParseState.MaxChildren) + s1.RightCount;
        into[23] = QuotePairs + (((s1.Quoted * 4) + (s0.Quoted * 2) + b0.Quoted) * ParseState.MaxChildren) + b0.LeftCount;
    }

    public static int Word(int table, int word) => (table * Words) + word;

    public static int TagPair(int table, int left, int right) => TagPairs + (((table * Tags) + left) * Tags) + right;

    private static int RelationPair(int table, int left, int right) => RelationPairs + (((table * Relations) + left) * Relations) + right;

    private static int Distance(int left, int right) => (right - left) switch
    {
        <= 4 => right - left,
        <= 6 => 5,
        <= 10 => 6,
        <= 20 => 7,
        _ => 8,
    };
}

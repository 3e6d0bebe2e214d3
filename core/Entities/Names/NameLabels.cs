namespace NewsIngest.Entities.Names;

/// <summary>
/// The labels of the name tagger: 0 is outside; each type has begin, inside, last and unit (BILOU, Ratinov and Roth 2009).
/// </summary>
internal static class NameLabels
{
    public const int Outside = 0;
    public const int Count = 1 + (Types * Positions);
    public const int Types = 4;
    private const int Positions = 4;
    private const int Begin = 0;
    private const int Inside = 1;
    private const int Last = 2;
    private const int Unit = 3;

    private static readonly bool[] Allowed = AllowedPairs();

    /// <summary>The label of a token at <paramref name="offset"/> in a name of <paramref name="length"/> tokens.</summary>
    public static int Of(NameType type, int offset, int length) =>
        1 + ((int)type * Positions) + (length == 1 ? Unit : offset == 0 ? Begin : offset == length - 1 ? Last : Inside);

    public static NameType TypeOf(int label) => (NameType)((label - 1) / Positions);

    /// <summary>The label that begins a name of the type of this one, which is not outside; the one inside it is the next.</summary>
    public static int FirstOf(int label) => 1 + ((int)TypeOf(label) * Positions);

    public static bool CanFollow(int label, int previous) => Allowed[(previous * Count) + label];

    public static bool CanStart(int label) => label == Outside || Position(label) is Begin or Unit;

    public static bool CanEnd(int label) => label == Outside || Position(label) is Last or Unit;

    /// <summary>Reads the names off a sequence of labels; <paramref name="offset"/> is added to the token indexes.</summary>
    public static void AddSpans(ReadOnlySpan<byte> labels, int offset, List<NameSpan> into)
    {
        for (var i = 0; i < labels.Length; i++)
        {
            if (labels[i] == Outside) continue;
            var end = i + 1;
            if (Position(labels[i]) == Begin)
            {
                while (Position(labels[end]) != Last) end++;
                end++;
            }

            into.Add(new NameSpan(offset + i, offset + end, TypeOf(labels[i])));
            i = end - 1;
        }
    }

    private static int Position(int label) => (label - 1) % Positions;

    private static bool[] AllowedPairs()
    {
        var allowed = new bool[Count * Count];
        for (var previous = 0; previous < Count; previous++)
        {
            for (var label = 0; label < Count; label++)
            {
                var open = previous != Outside && Position(previous) is Begin or Inside && previous != Outside;
                allowed[(previous * Count) + label] = open
                    ? label != Outside && TypeOf(label) == TypeOf(previous) && Position(label) is Inside or Last && label != Outside
                    : label == Outside || Position(label) is Begin or Unit;
            }
        }

        return allowed;
    }
}

using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NewsIngest.Entities.Names;

/// <summary>
/// The best labels of a stretch of tokens by Viterbi's algorithm, all labels of a token at once; what stands before and behind the
/// stretch is outside of names. Read-only after construction, so safe for concurrent use.
/// </summary>
internal sealed class NameDecoder
{
    private const int Lanes = NameSums.Labels;
    private const int Impossible = int.MinValue / 4;

    private readonly int[] transitions;
    private readonly Vector512<int> fromOutside;
    private readonly Vector512<int> fromBegin;
    private readonly Vector512<int> fromInside;
    private readonly Vector512<int> atStart;
    private readonly int[] closers;
    private readonly Vector512<int>[] fromCloser;

    /// <param name="transitions">The weight of each pair of labels, by the first and then the second.</param>
    public NameDecoder(int[] transitions)
    {
        this.transitions = transitions;
        fromOutside = Vector(label => Weight(NameLabels.Outside, label));
        fromBegin = Vector(label => Weight(NameLabels.FirstOf(label), label));
        fromInside = Vector(label => Weight(NameLabels.FirstOf(label) + 1, label));
        atStart = Vector(label => NameLabels.CanStart(label) ? 0 : Impossible);
        closers = [.. Enumerable.Range(1, Lanes).Where(NameLabels.CanEnd)];
        fromCloser = [.. closers.Select(closer => Vector(label => Weight(closer, label)))];
    }

    public IReadOnlyList<int> Transitions => transitions;

    /// <summary>
    /// The labels of <paramref name="count"/> tokens, whose scores stand <paramref name="stride"/> apart. The sentence begins, or ends, with
    /// the stretch, or it has a token there that is outside.
    /// </summary>
    public ReadOnlySpan<byte> Decode(ReadOnlySpan<short> scores, int stride, int count, bool opensSentence, bool closesSentence, Scratch scratch)
    {
        scratch.Reserve(count);
        var back = scratch.Back;
        Span<int> best = stackalloc int[Lanes];
        best.Fill(Impossible);
        var outside = 0;
        var state = Vector512.Create(Impossible);
        for (var i = 0; i < count; i++)
        {
            var (low, high) = Vector256.Widen(Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(scores[(i * stride)..])));
            var emission = Vector512.Create(low, high);
            if (i == 0 && opensSentence)
            {
                state = atStart + emission;
                state.CopyTo(best);
                continue;
            }

            var reached = Vector512.Create(outside) + fromOutside;
            var origin = Vector512<int>.Zero;
            Improve(Vector512.Shuffle(state, FirstLanes) + fromBegin, FirstLanes + Vector512<int>.One, ref reached, ref origin);
            Improve(Vector512.Shuffle(state, FirstLanes + Vector512<int>.One) + fromInside, FirstLanes + Vector512.Create(2), ref reached, ref origin);
            for (var k = 0; k < closers.Length; k++) Improve(Vector512.Create(best[closers[k] - 1]) + fromCloser[k], Vector512.Create(closers[k]), ref reached, ref origin);
            origin.CopyTo(back.AsSpan(i * NameLabels.Count + 1));
            (back[i * NameLabels.Count], outside) = ToOutside(best, outside, true);
            state = reached + emission;
            state.CopyTo(best);
        }

        var (label, _) = ToOutside(best, outside, !closesSentence);
        var labels = scratch.Labels.AsSpan(0, count);
        for (var i = count - 1; i >= 0; i--)
        {
            labels[i] = (byte)label;
            label = back[(i * NameLabels.Count) + label];
        }

        return labels;
    }

    /// <summary>The lane of the label that begins a name of the same type.</summary>
    private static Vector512<int> FirstLanes { get; } = Vector(label => NameLabels.FirstOf(label) - 1);

    private static void Improve(Vector512<int> candidate, Vector512<int> label, ref Vector512<int> reached, ref Vector512<int> origin)
    {
        var better = Vector512.GreaterThan(candidate, reached);
        reached = Vector512.ConditionalSelect(better, candidate, reached);
        origin = Vector512.ConditionalSelect(better, label, origin);
    }

    /// <summary>The best label before one that is outside, or before the end of the sentence.</summary>
    private (int Label, int Score) ToOutside(ReadOnlySpan<int> best, int outside, bool weighs)
    {
        var score = outside + (weighs ? transitions[0] : 0);
        var from = NameLabels.Outside;
        foreach (var closer in closers)
        {
            var candidate = best[closer - 1] + (weighs ? transitions[closer * NameLabels.Count] : 0);
            if (candidate > score) (from, score) = (closer, candidate);
        }

        return (from, score);
    }

    private int Weight(int previous, int label) => NameLabels.CanFollow(label, previous) ? transitions[(previous * NameLabels.Count) + label] : Impossible;

    private static Vector512<int> Vector(Func<int, int> ofLabel) => Vector512.Create<int>([.. Enumerable.Range(1, Lanes).Select(ofLabel)]);

    /// <summary>Buffers of one run. Not safe for concurrent use.</summary>
    internal sealed class Scratch
    {
        private const int LongestKept = 1 << 12;

        public int[] Back { get; private set; } = [];

        public byte[] Labels { get; private set; } = [];

        public void Reserve(int count)
        {
            if (Labels.Length >= count && (Labels.Length <= LongestKept || count > LongestKept)) return;
            var size = Math.Max(64, Math.Max(count, Math.Min(LongestKept, count * 2)));
            Back = new int[size * NameLabels.Count];
            Labels = new byte[size];
        }
    }
}

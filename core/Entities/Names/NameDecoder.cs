using System.Runtime.CompilerServices;
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
    private const int Half = Lanes / 2;
    private const int Impossible = int.MinValue / 4;

    private readonly int[] transitions;
    private readonly int[] closers;

    // A number for each label but the one outside. Not vectors: a class that has such is not compiled ahead.
    private readonly int[] fromOutside;
    private readonly int[] fromBegin;
    private readonly int[] fromInside;
    private readonly int[] atStart;
    private readonly int[][] fromCloser;

    /// <param name="transitions">The weight of each pair of labels, by the first and then the second.</param>
    public NameDecoder(int[] transitions)
    {
        this.transitions = transitions;
        fromOutside = Of(label => Weight(NameLabels.Outside, label));
        fromBegin = Of(label => Weight(NameLabels.FirstOf(label), label));
        fromInside = Of(label => Weight(NameLabels.FirstOf(label) + 1, label));
        atStart = Of(label => NameLabels.CanStart(label) ? 0 : Impossible);
        closers = Array.FindAll(Of(label => label), NameLabels.CanEnd);
        fromCloser = Array.ConvertAll(closers, closer => Of(label => Weight(closer, label)));
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
        var state = new Scores(Vector256.Create(Impossible), Vector256.Create(Impossible));
        for (var i = 0; i < count; i++)
        {
            var (low, high) = Vector256.Widen(Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(scores.Slice(i * stride, Lanes))));
            var emission = new Scores(low, high);
            if (i == 0 && opensSentence)
            {
                state = new Scores(atStart) + emission;
                state.CopyTo(best);
                continue;
            }

            var all = Vector256.Create(outside);
            var reached = new Scores(all, all) + new Scores(fromOutside);
            var origin = default(Scores);
            Improve(state.FirstOfFour() + new Scores(fromBegin), new Scores(BeginLabels), ref reached, ref origin);
            Improve(state.SecondOfFour() + new Scores(fromInside), new Scores(InsideLabels), ref reached, ref origin);
            for (var k = 0; k < closers.Length; k++)
            {
                var (closed, label) = (Vector256.Create(best[closers[k] - 1]), Vector256.Create(closers[k]));
                Improve(new Scores(closed, closed) + new Scores(fromCloser[k]), new Scores(label, label), ref reached, ref origin);
            }

            origin.CopyTo(back.AsSpan(i * NameLabels.Count + 1));
            (back[i * NameLabels.Count], outside) = ToOutside(best, outside, true);
            state = reached + emission;
            state.CopyTo(best);
        }

        var (last, _) = ToOutside(best, outside, !closesSentence);
        var labels = scratch.Labels.AsSpan(0, count);
        for (var i = count - 1; i >= 0; i--)
        {
            labels[i] = (byte)last;
            last = back[(i * NameLabels.Count) + last];
        }

        return labels;
    }

    /// <summary>The label that begins a name of the type of each lane.</summary>
    private static readonly int[] BeginLabels = Of(NameLabels.FirstOf);

    private static readonly int[] InsideLabels = Of(label => NameLabels.FirstOf(label) + 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Improve(Scores candidate, Scores label, ref Scores reached, ref Scores origin)
    {
        var (low, high) = (Vector256.GreaterThan(candidate.Low, reached.Low), Vector256.GreaterThan(candidate.High, reached.High));
        reached = new Scores(Vector256.ConditionalSelect(low, candidate.Low, reached.Low), Vector256.ConditionalSelect(high, candidate.High, reached.High));
        origin = new Scores(Vector256.ConditionalSelect(low, label.Low, origin.Low), Vector256.ConditionalSelect(high, label.High, origin.High));
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

    private static int[] Of(Func<int, int> ofLabel)
    {
        var numbers = new int[Lanes];
        for (var i = 0; i < Lanes; i++) numbers[i] = ofLabel(i + 1);
        return numbers;
    }

    /// <summary>A number for each label but the one outside; those of a type are four neighbours.</summary>
    private readonly struct Scores(Vector256<int> low, Vector256<int> high)
    {
        public readonly Vector256<int> Low = low;
        public readonly Vector256<int> High = high;

        public Scores(int[] numbers)
            : this(Vector256.Create(numbers), Vector256.Create(numbers, Half))
        {
        }

        public static Scores operator +(Scores left, Scores right) => new(left.Low + right.Low, left.High + right.High);

        public void CopyTo(Span<int> into)
        {
            Low.CopyTo(into);
            High.CopyTo(into[Half..]);
        }

        /// <summary>In each lane the number of the label that begins its type.</summary>
        public Scores FirstOfFour() => new(Vector256.Shuffle(Low, Vector256.Create(0, 0, 0, 0, 4, 4, 4, 4)), Vector256.Shuffle(High, Vector256.Create(0, 0, 0, 0, 4, 4, 4, 4)));

        /// <summary>In each lane the number of the label inside its type.</summary>
        public Scores SecondOfFour() => new(Vector256.Shuffle(Low, Vector256.Create(1, 1, 1, 1, 5, 5, 5, 5)), Vector256.Shuffle(High, Vector256.Create(1, 1, 1, 1, 5, 5, 5, 5)));
    }

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

using System.Runtime.Intrinsics;
using NewsIngest.Language.Model;

namespace NewsIngest.Entities.Names;

/// <summary>
/// Scores of tokens whose weights the memory still fetches: the rows of a token are asked for, found and added up in turn with those of the
/// tokens after it. Not safe for concurrent use.
/// </summary>
internal sealed class PendingScores(ByteRows rows)
{
    /// <summary>So many tokens later the places of its features are there, and after as many again their rows.</summary>
    private const int Delay = 2;

    // A power of two above both delays.
    private const int Size = 8;

    private readonly uint[] features = new uint[Size * NameFeatures.MaxCount];
    private readonly uint[] slots = new uint[Size * NameFeatures.MaxCount];
    private readonly int[] counts = new int[Size];
    private int asked;

    /// <summary>Where the features of the next token go.</summary>
    public Span<uint> Features => features.AsSpan(Place(asked), NameFeatures.MaxCount);

    /// <summary>Begins a text.</summary>
    public void Start() => asked = 0;

    /// <summary>Asks for the rows of the first <paramref name="count"/> of <see cref="Features"/>; they are added to the next token of <paramref name="scores"/>.</summary>
    public void Ask(int count, Span<short> scores)
    {
        var place = Place(asked);
        rows.WillFind(features.AsSpan(place, count), slots.AsSpan(place, count));
        counts[asked & (Size - 1)] = count;
        asked++;
        Find(asked - 1 - Delay);
        Add(asked - 1 - (2 * Delay), scores);
    }

    /// <summary>Adds up what is still pending.</summary>
    public void Finish(Span<short> scores)
    {
        for (var late = 1; late <= 2 * Delay; late++)
        {
            if (late <= Delay) Find(asked - 1 - Delay + late);
            Add(asked - 1 - (2 * Delay) + late, scores);
        }
    }

    private static int Place(int token) => (token & (Size - 1)) * NameFeatures.MaxCount;

    /// <summary>Replaces the features of a token by the rows of those that have weights.</summary>
    private void Find(int token)
    {
        if (token < 0) return;
        ref var count = ref counts[token & (Size - 1)];
        count = rows.FindAll(features.AsSpan(Place(token), count), slots.AsSpan(Place(token), count));
    }

    private void Add(int token, Span<short> scores)
    {
        if (token < 0) return;
        var of = scores.Slice(token * NameSums.Width, NameSums.Width);
        Vector256<short> low = default, high = default;
        NameSums.Add(of, ref low, ref high);
        NameSums.AddRows(rows, features.AsSpan(Place(token), counts[token & (Size - 1)]), ref low, ref high);
        low.CopyTo(of);
        high.CopyTo(of[NameSums.Labels..]);
    }
}

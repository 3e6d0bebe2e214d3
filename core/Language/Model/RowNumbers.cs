using System.Runtime.CompilerServices;

namespace NewsIngest.Language.Model;

/// <summary>Numbers of <see cref="SparseRows"/> whose weights will be added, those that have a row apart from the others.</summary>
/// <param name="dense">Room for those that have a row.</param>
/// <param name="sparse">Room for the others. Both lists have room for one more than is ever added, as a number is written to both before one of them counts it.</param>
/// <param name="denseCount">How many there are already.</param>
/// <param name="sparseCount">How many there are already.</param>
internal ref struct RowNumbers(Span<uint> dense, Span<uint> sparse, int denseCount, int sparseCount)
{
    private readonly Span<uint> dense = dense;
    private readonly Span<uint> sparse = sparse;

    public int DenseCount { get; private set; } = denseCount;

    public int SparseCount { get; private set; } = sparseCount;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(uint number)
    {
        var hasRow = SparseRows.HasRow(number);
        dense[DenseCount] = number;
        sparse[SparseCount] = number;
        DenseCount += hasRow ? 1 : 0;
        SparseCount += hasRow ? 0 : 1;
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NewsIngest.Language.Model;

/// <summary>
/// A table of numbers that never moves and begins at a page of 2 MB. Look-ups are spread over all of it: with pages of 4 KB the processor would
/// have to find out for most of them where the page lies. Linux is asked for large pages, elsewhere the table is as any other.
/// </summary>
internal sealed unsafe class FixedTable<T>
    where T : unmanaged
{
    private readonly byte[] memory;

    /// <param name="count">How many numbers it holds, all zero.</param>
    public FixedTable(int count)
    {
        Count = count;
        var bytes = checked(count * Unsafe.SizeOf<T>());
        memory = GC.AllocateUninitializedArray<byte>(checked(bytes + LargePages.Size), pinned: true);
        First = (T*)((Marshal.UnsafeAddrOfPinnedArrayElement(memory, 0) + LargePages.Size - 1) & ~(LargePages.Size - 1));
        LargePages.AskFor(First, bytes);
        Span.Clear();
    }

    public FixedTable(ReadOnlySpan<T> numbers)
        : this(numbers.Length) => numbers.CopyTo(Span);

    public int Count { get; }

    /// <summary>Where the table begins; good as long as the table is referenced.</summary>
    public T* First { get; }

    public Span<T> Span => new(First, Count);
}

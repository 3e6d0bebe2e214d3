using System.Buffers;

namespace NewsIngest.Language;

/// <summary>
/// The arrays that one analysis works in, one entry for each token; they go back to a pool at its end, but for those of a text as long as few are: the pool
/// would hold them for minutes. Not safe for concurrent use.
/// </summary>
internal sealed class WorkArrays : IDisposable
{
    /// <summary>In entries.</summary>
    private const int LongestKept = 1 << 16;

    private readonly List<Rental> rentals = [];

    /// <summary>An array whose first <paramref name="count"/> entries are default; it may be longer.</summary>
    public T[] Rent<T>(int count)
    {
        if (count > LongestKept) return new T[count];
        var array = ArrayPool<T>.Shared.Rent(count);
        Array.Clear(array, 0, count);
        rentals.Add(new Rental<T>(array));
        return array;
    }

    /// <summary>Whoever still holds one of the arrays must not use it any more.</summary>
    public void Dispose()
    {
        foreach (var rental in rentals) rental.Return();
        rentals.Clear();
    }

    private abstract class Rental
    {
        public abstract void Return();
    }

    private sealed class Rental<T>(T[] array) : Rental
    {
        public override void Return() => ArrayPool<T>.Shared.Return(array, clearArray: typeof(T) == typeof(string));
    }
}

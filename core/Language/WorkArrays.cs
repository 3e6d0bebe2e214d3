using System.Buffers;
using NewsIngest.Language.Model;

namespace NewsIngest.Language;

/// <summary>The arrays that one analysis works in, one entry for each token; they go back to a pool at its end. Not safe for concurrent use.</summary>
internal sealed class WorkArrays : IDisposable
{
    private readonly List<Rental> rentals = [];

    /// <summary>An array whose first <paramref name="count"/> entries are default; it may be longer.</summary>
    public T[] Rent<T>(int count)
    {
        var array = ArrayPool<T>.Shared.Rent(count);
        Array.Clear(array, 0, count);
        rentals.Add(new Rental<T>(array));
        return array;
    }

    /// <summary>What an earlier analysis worked with, as that left it, or something new.</summary>
    public T Borrow<T>(ScratchPool<T> pool)
    {
        var scratch = pool.Rent();
        rentals.Add(new Loan<T>(pool, scratch));
        return scratch;
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

    private sealed class Loan<T>(ScratchPool<T> pool, T scratch) : Rental
    {
        public override void Return() => pool.Return(scratch);
    }

    private sealed class Rental<T>(T[] array) : Rental
    {
        public override void Return() => ArrayPool<T>.Shared.Return(array, clearArray: typeof(T) == typeof(string));
    }
}

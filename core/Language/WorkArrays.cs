using System.Numerics;
using NewsIngest.Language.Model;

namespace NewsIngest.Language;

/// <summary>The arrays that one analysis works in, one entry for each token; they go back to a pool at its end. Not safe for concurrent use.</summary>
internal sealed class WorkArrays : IDisposable
{
    /// <summary>In entries; longer arrays are kept for the next text only until the garbage collector wants them.</summary>
    private const int LongestKept = 1 << 16;

    /// <summary>In entries; longer arrays are not kept at all.</summary>
    private const int Longest = 1 << 20;

    private readonly List<Rental> rentals = [];

    /// <summary>An array whose first <paramref name="count"/> entries are default; it may be longer.</summary>
    public T[] Rent<T>(int count)
    {
        var array = RentUncleared<T>(count);
        if (typeof(T) != typeof(string)) Array.Clear(array, 0, count);
        return array;
    }

    /// <summary>An array for one who writes its first <paramref name="count"/> entries before reading them: they hold anything.</summary>
    public T[] RentUncleared<T>(int count)
    {
        if (count > Longest) return new T[count];
        var array = Pool<T>.Rent(count);
        rentals.Add(new Rental<T>(array));
        return array;
    }

    /// <summary>What an earlier analysis worked with, as that left it, or something new.</summary>
    public T Borrow<T>(ScratchPool<T> pool)
        where T : class
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
        where T : class
    {
        public override void Return() => pool.Return(scratch);
    }

    private sealed class Rental<T>(T[] array) : Rental
    {
        public override void Return() => Pool<T>.Return(array);
    }

    /// <summary>Arrays by the logarithm of their length. The pools of the framework would be compiled anew for each type in each process.</summary>
    private static class Pool<T>
    {
        private const int Smallest = 16;

        private static readonly ScratchPool<T[]>[] BySize = Create();

        public static T[] Rent(int count) => BySize[BitOperations.Log2(BitOperations.RoundUpToPowerOf2((uint)Math.Max(Smallest, count)))].Rent();

        public static void Return(T[] array)
        {
            // Strings would be kept alive; so these are clear when they are rented.
            if (typeof(T) == typeof(string)) Array.Clear(array);
            BySize[BitOperations.Log2((uint)array.Length)].Return(array);
        }

        private static ScratchPool<T[]>[] Create()
        {
            var pools = new ScratchPool<T[]>[BitOperations.Log2(Longest) + 1];
            for (var i = 0; i < pools.Length; i++)
            {
                var length = 1 << i;
                pools[i] = new ScratchPool<T[]>(() => new T[length], isForGiants: length > LongestKept);
            }

            return pools;
        }
    }
}

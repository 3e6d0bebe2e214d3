namespace NewsIngest.Lookup;

/// <summary>Searches what is in order by halves.</summary>
internal static class Ordered
{
    /// <summary>
    /// The first place in [<paramref name="low"/>, <paramref name="high"/>) that does not lie before what is asked for, or <paramref name="high"/>.
    /// All that lie before it come first. Logarithmic in the number of places.
    /// </summary>
    public static int FirstNotBefore<T>(int low, int high, T asked, Func<int, T, bool> isBefore)
    {
        while (low < high)
        {
            var middle = (int)((uint)(low + high) >> 1);
            if (isBefore(middle, asked)) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}

using NewsIngest.Lookup;

namespace NewsIngest.Entities.Lexicon;

/// <summary>Values by names, whatever case, marks and diacritics these are written with: see <see cref="Fold"/>. Safe for concurrent use once nothing is added any more.</summary>
internal sealed class FoldedTable<T>
    where T : class
{
    /// <summary>One more than the number of a value.</summary>
    private readonly BitTable numbers = new();
    private readonly List<T> values = [];

    /// <summary>Gives a name that has no value one.</summary>
    public void TryAdd(string name, T value)
    {
        var key = Fold.Hash(name);
        if (numbers[key] != 0) return;
        values.Add(value);
        numbers.Add(key, (uint)values.Count);
    }

    /// <summary>The value of a name; null when it has none.</summary>
    public T? Find(ReadOnlySpan<char> name) => numbers[Fold.Hash(name)] is var number and not 0 ? values[(int)number - 1] : null;
}

namespace NewsIngest.Lookup;

/// <summary>The values of an enumeration by their names in any case. The framework's parser is compiled anew for each enumeration in each process.</summary>
internal sealed class EnumNames<T>
    where T : struct, Enum
{
    private readonly WordTable<T> values = new(ignoresCase: true);

    public EnumNames()
    {
        var (names, all) = (Enum.GetNames<T>(), Enum.GetValues<T>());
        for (var i = 0; i < names.Length; i++) values[names[i]] = all[i];
    }

    public bool TryGetValue(ReadOnlySpan<char> name, out T value) => values.TryGetValue(name, out value);
}

using System.Diagnostics.CodeAnalysis;

namespace NewsIngest.Lookup;

/// <summary>Values by words: see <see cref="WordSet"/>.</summary>
internal sealed class WordTable<T>(bool ignoresCase)
{
    private const int Smallest = 16;

    private readonly WordSet words = new(ignoresCase);
    private T[] values = new T[Smallest];

    public IReadOnlyList<string> Words => words.Words;

    /// <summary>Sets the value of a word, whether or not it has one.</summary>
    public T this[string word]
    {
        set
        {
            var number = words.Add(word);
            if (number == values.Length) Array.Resize(ref values, values.Length * 2);
            values[number] = value;
        }
    }

    /// <summary>Gives a word that has no value one.</summary>
    public void TryAdd(string word, T value)
    {
        if (!words.Contains(word)) this[word] = value;
    }

    public bool Contains(ReadOnlySpan<char> word) => words.Contains(word);

    /// <summary>The value of the shortest word that <paramref name="text"/> begins with.</summary>
    public bool TryGetBeginning(ReadOnlySpan<char> text, [MaybeNullWhen(false)] out T value) => TryGetValue(words.FindBeginning(text), out value);

    public bool TryGetValue(ReadOnlySpan<char> word, [MaybeNullWhen(false)] out T value) => TryGetValue(words.Find(word), out value);

    private bool TryGetValue(int number, [MaybeNullWhen(false)] out T value)
    {
        value = number < 0 ? default : values[number];
        return number >= 0;
    }
}

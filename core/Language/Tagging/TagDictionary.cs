using NewsIngest.Language.Model;
using NewsIngest.Language.Tokens;

namespace NewsIngest.Language.Tagging;

/// <summary>Frequent words of the training corpus: which tags each was seen with, and the only tag of those that have one.</summary>
internal sealed class TagDictionary
{
    public const int NoTag = -1;

    private readonly Dictionary<uint, Entry> entries;

    public TagDictionary(IReadOnlyDictionary<uint, Entry> entries) => this.entries = new Dictionary<uint, Entry>(entries);

    /// <summary><paramref name="Ambiguity"/> names the set of tags; <paramref name="OnlyTag"/> is <see cref="NoTag"/> when there are several.</summary>
    public readonly record struct Entry(uint Ambiguity, sbyte OnlyTag);

    /// <summary>What is known of a word, whose <see cref="FormHash"/> is <paramref name="hash"/>.</summary>
    public Entry Of(ReadOnlySpan<char> form, uint hash)
    {
        var key = KeyOf(form, hash);
        return entries.TryGetValue(key, out var entry) || (key != hash && entries.TryGetValue(hash, out entry)) ? entry : new Entry(0, NoTag);
    }

    /// <summary>Under what the corpus counts a word: in capitals only it is another one, as "US" is not "us".</summary>
    public static uint KeyOf(ReadOnlySpan<char> form, uint hash) => IsCapitals(form) ? FormHash.Step(hash, '^') : hash;

    private static bool IsCapitals(ReadOnlySpan<char> form)
    {
        foreach (var c in form)
        {
            if (!char.IsUpper(c)) return false;
        }

        return form.Length > 1;
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(entries.Count);
        foreach (var (form, entry) in entries.OrderBy(e => e.Key))
        {
            writer.Write(form);
            writer.Write(entry.Ambiguity);
            writer.Write(entry.OnlyTag);
        }
    }

    public static TagDictionary Read(ModelReader reader)
    {
        var count = reader.ReadInt32();
        if (count is < 0 or > 1_000_000) throw new InvalidDataException("The tag dictionary's size is out of range.");
        var entries = new Dictionary<uint, Entry>(count);
        for (var i = 0; i < count; i++) entries.Add(reader.ReadUInt32(), new Entry(reader.ReadUInt32(), reader.ReadSByte()));
        return new TagDictionary(entries);
    }
}

using System.Text;
using System.Text.Json;
using NewsIngest.Entities.Lexicon;

namespace NewsIngest.Entities;

/// <summary>
/// A user's own knowledge of names: canonical name, type, aliases and external ids. It wins over what the text alone suggests. Read-only
/// after loading, safe for concurrent use. The format is in docs/gazetteer.md.
/// </summary>
public sealed class Gazetteer
{
    private readonly Dictionary<ulong, GazetteerEntry> folded = [];
    private readonly Dictionary<ulong, GazetteerEntry> exact = [];

    private Gazetteer(IReadOnlyList<GazetteerEntry> entries)
    {
        Entries = entries;
        foreach (var entry in entries)
        {
            foreach (var name in entry.Aliases.Prepend(entry.Name))
            {
                var (table, key) = WordClassTable.IsAcronym(name) ? (exact, Fold.ExactHash(name)) : (folded, Fold.Hash(name));
                if (!table.TryAdd(key, entry) && table[key] != entry)
                    throw new GazetteerException($"\"{name}\" names both \"{table[key].Name}\" and \"{entry.Name}\".");
            }
        }
    }

    public static Gazetteer Empty { get; } = new([]);

    public IReadOnlyList<GazetteerEntry> Entries { get; }

    /// <summary>Reads UTF-8 JSON (an array of {name, type, aliases?, ids?}) or TSV (name, type, aliases with ;, ids with ;).</summary>
    /// <exception cref="GazetteerException">An entry cannot be read or contradicts another; the message says which.</exception>
    public static Gazetteer Load(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var reader = new StreamReader(stream, new UTF8Encoding(false), detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        var content = reader.ReadToEnd();
        return new Gazetteer([.. content.AsSpan().TrimStart() is ['[', ..] ? FromJson(content) : FromTsv(content)]);
    }

    /// <summary>The entry whose name or alias has these hashes; see <see cref="Fold"/>.</summary>
    internal GazetteerEntry? Find(ulong foldedHash, ulong exactHash) => folded.GetValueOrDefault(foldedHash) ?? exact.GetValueOrDefault(exactHash);

    internal GazetteerEntry? Find(string name) => Find(Fold.Hash(name), Fold.ExactHash(name));

    private static IEnumerable<GazetteerEntry> FromJson(string content)
    {
        GazetteerLine[] lines;
        try
        {
            lines = JsonSerializer.Deserialize(content, GazetteerJson.Default.GazetteerLineArray) ?? [];
        }
        catch (JsonException e)
        {
            throw new GazetteerException($"The gazetteer is no valid JSON: {e.Message}", e);
        }

        for (var i = 0; i < lines.Length; i++) yield return Entry($"entry {i + 1}", lines[i].Name, lines[i].Type, lines[i].Aliases, lines[i].Ids);
    }

    private static IEnumerable<GazetteerEntry> FromTsv(string content)
    {
        var number = 0;
        foreach (var line in content.Split('\n'))
        {
            number++;
            var row = line.TrimEnd('\r');
            if (row.Length == 0 || row[0] == '#') continue;
            var columns = row.Split('\t');
            yield return Entry($"line {number}", columns[0], columns.Length > 1 ? columns[1] : null, EntityData.List(columns, 2), EntityData.List(columns, 3));
        }
    }

    private static GazetteerEntry Entry(string where, string? name, string? type, IReadOnlyList<string>? aliases, IReadOnlyList<string>? ids)
    {
        if (string.IsNullOrWhiteSpace(name)) throw new GazetteerException($"The gazetteer's {where} has no name.");
        if (!Enum.TryParse<EntityType>(type, ignoreCase: true, out var parsed) || parsed == EntityType.UnnamedSource || !Enum.IsDefined(parsed))
            throw new GazetteerException($"The gazetteer's {where} ({name.Trim()}) has the type \"{type}\": it must be Person, Organization, Place or Other.");
        return new GazetteerEntry(name.Trim(), parsed, [.. (aliases ?? []).Where(a => !string.IsNullOrWhiteSpace(a)).Select(a => a.Trim())], ids ?? []);
    }
}

/// <summary>One thing a user knows: <paramref name="Ids"/> are its ids elsewhere, such as a Wikidata id.</summary>
public sealed record GazetteerEntry(string Name, EntityType Type, IReadOnlyList<string> Aliases, IReadOnlyList<string> Ids);

/// <summary>A gazetteer file cannot be used.</summary>
public sealed class GazetteerException(string message, Exception? inner = null) : Exception(message, inner);

namespace NewsIngest.Entities.Lexicon;

/// <summary>Reads the data files of this folder: UTF-8, one entry per line, the first line (#) says what the file holds.</summary>
internal static class EntityData
{
    public static IEnumerable<string[]> Rows(string file) => Lines(file).Select(line => line.Split('\t'));

    public static IEnumerable<string> Words(string file) =>
        Lines(file).SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Lines of the form "key: word word word".</summary>
    public static IEnumerable<(string Key, string Words)> Keyed(string file)
    {
        foreach (var line in Lines(file))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            yield return (line[..colon], line[(colon + 1)..]);
        }
    }

    /// <summary>The lines of one key.</summary>
    public static IEnumerable<string> Keyed(string file, string key) =>
        Lines(file).Where(line => line.StartsWith($"{key}:", StringComparison.Ordinal)).Select(line => line[(key.Length + 1)..]);

    public static IEnumerable<string> Lines(string file)
    {
        using var reader = new StreamReader(Open(file));
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#') yield return line;
        }
    }

    public static string[] List(string[] row, int column) =>
        row.Length > column ? row[column].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : [];

    private static Stream Open(string file) =>
        typeof(EntityData).Assembly.GetManifestResourceStream($"NewsIngest.Entities.Data.{file}")
        ?? throw new InvalidOperationException($"The data file Entities/Data/{file} is not part of this build.");
}

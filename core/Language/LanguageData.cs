using NewsIngest.Lookup;

namespace NewsIngest.Language;

/// <summary>Reads the data files of this folder: UTF-8, one entry per line, tab-separated fields, lines that start with # are remarks.</summary>
internal static class LanguageData
{
    private static readonly char[] FieldSeparator = ['\t'];

    public static WordSet Set(string file) =>
        new(Lines(file).Select(fields => fields[0]), ignoresCase: true);

    public static IEnumerable<string[]> Lines(string file)
    {
        using var reader = new StreamReader(Open(file));
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#') yield return line.Split(FieldSeparator);
        }
    }

    private static Stream Open(string file) =>
        typeof(LanguageData).Assembly.GetManifestResourceStream($"NewsIngest.Language.Data.{file}")
        ?? throw new InvalidOperationException($"The data file Language/Data/{file} is not part of this build.");
}

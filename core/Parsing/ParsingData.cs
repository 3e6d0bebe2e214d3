using System.Text;

namespace NewsIngest.Parsing;

/// <summary>Reads the data files of Parsing/Data, which are embedded in the assembly.</summary>
internal static class ParsingData
{
    /// <summary>The lines of a data file without comments (<c>#</c>) and blank lines.</summary>
    public static IEnumerable<string> Lines(string name) => Read($"NewsIngest.Parsing.Data.{name}");

    /// <summary>The given names of people, which the recognizer of names keeps: lines of a gender, a colon and names.</summary>
    public static IEnumerable<string> GivenNames() =>
        Read("NewsIngest.Entities.Data.given-names.txt").SelectMany(line => line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<string> Read(string resource)
    {
        using var stream = typeof(ParsingData).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The assembly holds no data file {resource}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#') yield return line;
        }
    }
}

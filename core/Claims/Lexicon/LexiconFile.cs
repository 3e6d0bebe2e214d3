namespace NewsIngest.Claims.Lexicon;

/// <summary>The lines of an embedded data file that are not comments.</summary>
internal static class LexiconFile
{
    public static IEnumerable<string> Lines(string resource)
    {
        using var stream = typeof(LexiconFile).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The data file {resource} is not in the assembly.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#') yield return line;
        }
    }
}

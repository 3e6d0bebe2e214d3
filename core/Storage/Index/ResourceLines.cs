namespace NewsIngest.Storage.Index;

/// <summary>Word lists that ship with the storage: one entry per line, comments start with #.</summary>
internal static class ResourceLines
{
    public static string[] Read(string file)
    {
        var name = "NewsIngest.Storage.Data." + file;
        using var stream = typeof(ResourceLines).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"resource {name} is missing");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#')];
    }
}

using System.Text.Json;

namespace NewsIngest.Bench.Parse;

/// <summary>One saved page and, where it is known, its text as a person marked it.</summary>
internal sealed record Page(string Id, string Set, string File, string? Text)
{
    /// <summary>The pages of a folder with articles_dev.jsonl, or all pages of a folder without gold texts.</summary>
    public static IReadOnlyList<Page> Read(string folder)
    {
        var index = Directory.EnumerateFiles(folder, "articles*.jsonl").Order(StringComparer.Ordinal).FirstOrDefault();
        if (index is null)
        {
            return [.. Directory.EnumerateFiles(folder, "*.html", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
                .Select(file => new Page(Path.GetFileName(file), "pages", file, null))];
        }

        var pages = new List<Page>();
        foreach (var line in System.IO.File.ReadLines(index))
        {
            using var row = JsonDocument.Parse(line);
            string Field(string name) => row.RootElement.GetProperty(name).GetString()!;
            pages.Add(new Page(Field("id"), Field("set"), Path.GetFullPath(Path.Combine(folder, Field("html"))), Field("text")));
        }

        return pages;
    }
}

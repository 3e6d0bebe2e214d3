using System.Text.Json;

namespace NewsIngest.Bench.Speed;

/// <summary>Texts as a file that all measured processes read: a JSON array, or one text as it is. Deleted afterwards.</summary>
internal sealed class TextFile : IDisposable
{
    public TextFile(IReadOnlyList<string> texts) => File.WriteAllText(Path, JsonSerializer.Serialize(texts));

    public TextFile(string text) => File.WriteAllText(Path, text);

    public string Path { get; } = System.IO.Path.GetTempFileName();

    public static string[] Read(string path) => JsonSerializer.Deserialize<string[]>(File.ReadAllText(path))!;

    public void Dispose() => File.Delete(Path);
}

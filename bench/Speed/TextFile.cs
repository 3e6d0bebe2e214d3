using System.Text.Json;

namespace NewsIngest.Bench.Speed;

/// <summary>Texts as a JSON file that all measured processes read; deleted afterwards.</summary>
internal sealed class TextFile : IDisposable
{
    public TextFile(IReadOnlyList<string> texts) => File.WriteAllText(Path, JsonSerializer.Serialize(texts));

    public string Path { get; } = System.IO.Path.GetTempFileName();

    public void Dispose() => File.Delete(Path);
}

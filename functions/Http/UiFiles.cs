using System.Collections.Frozen;
using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;

namespace NewsIngest.Functions.Http;

/// <summary>A file of the page, plain and compressed.</summary>
internal sealed record UiFile(string ContentType, byte[] Content, byte[] Compressed, string Hash);

/// <summary>The files of the page, which the assembly carries. Only these exist: a request names one of them or none.</summary>
internal static class UiFiles
{
    private const string Prefix = "ui/";
    private const string Start = "index.html";
    private const int HashCharacters = 16;

    private static readonly FrozenDictionary<string, Lazy<UiFile>> Files = Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .ToFrozenDictionary(name => name[Prefix.Length..], name => new Lazy<UiFile>(() => Load(name)), StringComparer.Ordinal);

    /// <summary>The file of a name relative to the page's folder, the start page for an empty one; null when there is none.</summary>
    public static UiFile? Find(string name) => Files.TryGetValue(name.Length == 0 ? Start : name, out var file) ? file.Value : null;

    private static UiFile Load(string resource)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.SmallestSize, leaveOpen: true)) gzip.Write(content);
        return new UiFile(ContentType(resource), content, compressed.ToArray(), Convert.ToHexStringLower(SHA256.HashData(content))[..HashCharacters]);
    }

    private static string ContentType(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        var other => throw new InvalidOperationException($"The page has a file of a kind without a content type: {other}."),
    };
}

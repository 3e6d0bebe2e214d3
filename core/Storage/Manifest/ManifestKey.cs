using System.Buffers;

namespace NewsIngest.Storage.Manifest;

/// <summary>Keys of the table of manifests: sixteen partitions by the first digit of the id; the row of a file and of its only article share one.</summary>
internal static class ManifestKey
{
    private static readonly SearchValues<char> IdCharacters = SearchValues.Create("0123456789abcdef");

    /// <summary>The partitions of files and articles.</summary>
    public static IReadOnlyList<string> Partitions { get; } = [.. "0123456789abcdef".Select(digit => digit.ToString())];

    public const string FailedPartition = "failed";

    public static string Partition(string id) => id[..1];

    public static string File(string fileId) => "file~" + fileId;

    public static string Article(string articleId) => "article~" + articleId;

    /// <summary>Whether <paramref name="id"/> has the form of an article id; anything else is in no table.</summary>
    public static bool IsId(string? id) =>
        id is { Length: 20 } && !id.AsSpan().ContainsAnyExcept(IdCharacters);
}

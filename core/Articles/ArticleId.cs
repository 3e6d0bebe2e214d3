using System.Security.Cryptography;
using System.Text;

namespace NewsIngest.Articles;

/// <summary>Deterministic ids: the same input always has the same id, so every stage can be run again.</summary>
public static class ArticleId
{
    private const int IdBytes = 10;

    /// <summary>20 lower-case hex characters from container, blob path and, in a file of many articles, the item's own id.</summary>
    public static string From(string container, string blob, string? itemId = null) =>
        Short(itemId is null ? $"{container}\n{blob}" : $"{container}\n{blob}\n{itemId}");

    /// <summary>SHA-256 of <paramref name="content"/>, lower-case hex.</summary>
    public static string ContentHash(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>The first 16 hex characters of a content hash.</summary>
    public static string Revision(string contentHash) => contentHash[..16];

    /// <summary>20 lower-case hex characters of the SHA-256 of <paramref name="key"/> (lone surrogates count as U+FFFD).</summary>
    public static string Short(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, IdBytes));
}

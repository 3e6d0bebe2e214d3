using System.Security.Cryptography;
using System.Text;

namespace NewsIngest.Articles;

/// <summary>Deterministic ids: the same input always has the same id, so every stage can be run again.</summary>
public static class ArticleId
{
    /// <summary>Of an id as it is before it is written in hex.</summary>
    internal const int IdBytes = 10;

    /// <summary>20 lower-case hex characters from container, blob path and, in a file of many articles, the item's own id.</summary>
    public static string From(string container, string blob, string? itemId = null) =>
        Short(itemId is null ? $"{container}\n{blob}" : $"{container}\n{blob}\n{itemId}");

    /// <summary>SHA-256 of <paramref name="content"/>, lower-case hex.</summary>
    public static string ContentHash(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>The first 16 hex characters of a content hash.</summary>
    public static string Revision(string contentHash) => contentHash[..16];

    /// <summary>20 lower-case hex characters of the SHA-256 of <paramref name="key"/> (lone surrogates count as U+FFFD).</summary>
    public static string Short(ReadOnlySpan<char> key)
    {
        const int mostOnStack = 1024;
        var most = Encoding.UTF8.GetMaxByteCount(key.Length);
        var bytes = most <= mostOnStack ? stackalloc byte[mostOnStack] : new byte[most];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes[..Encoding.UTF8.GetBytes(key, bytes)], hash);
        return Convert.ToHexStringLower(hash[..IdBytes]);
    }
}

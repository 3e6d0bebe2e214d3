using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;
using NewsIngest.Articles;

namespace NewsIngest.Claims.Building;

/// <summary>Ids of claims: the same article and content give the same id.</summary>
internal static class ClaimId
{
    private const int HashBytes = 16;
    private const int MostOnStack = 512;

    /// <summary>
    /// 20 lower-case hex characters: the first 80 bits of the XXH128 (Y. Collet, "XXH3", 2019) of the article's id in UTF-8 and the start and end of each span,
    /// 32 bits little-endian. It need not withstand an attack, as the ids of articles do: it only tells the claims of one article apart.
    /// </summary>
    public static string Of(string articleId, IReadOnlyList<TextSpan> content)
    {
        var most = Encoding.UTF8.GetMaxByteCount(articleId.Length) + (content.Count * 2 * sizeof(int));
        var key = most <= MostOnStack ? stackalloc byte[MostOnStack] : new byte[most];
        var length = Encoding.UTF8.GetBytes(articleId, key);
        for (var i = 0; i < content.Count; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(key[length..], content[i].Start);
            BinaryPrimitives.WriteInt32LittleEndian(key[(length + sizeof(int))..], content[i].End);
            length += 2 * sizeof(int);
        }

        Span<byte> hash = stackalloc byte[HashBytes];
        XxHash128.Hash(key[..length], hash);
        return Convert.ToHexStringLower(hash[..ArticleId.IdBytes]);
    }
}

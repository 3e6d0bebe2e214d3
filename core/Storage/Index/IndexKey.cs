using System.Globalization;
using System.IO.Hashing;
using System.Text;
using NewsIngest.Articles;

namespace NewsIngest.Storage.Index;

/// <summary>
/// Keys of the index: the partition is a hash bucket of the key, the row key is <c>{kind}~{key}~{reverse date}~{articleId}~{n}</c>,
/// so that one range read gives all rows of a key, newest article first.
/// </summary>
internal static class IndexKey
{
    /// <summary>
    /// Ten partitions at 2,000 rows a second each make the 20,000 a second at which the account ends; more would only add
    /// transactions to every article, one for each partition.
    /// </summary>
    public const int Partitions = 10;

    /// <summary>All claims of an article.</summary>
    public const char Claims = 'c';

    /// <summary>The article itself.</summary>
    public const char Articles = 'd';

    /// <summary>An entity by one of its names, with the claims by and about it.</summary>
    public const char EntityName = 'e';

    /// <summary>An entity by its id, with the claims by and about it.</summary>
    public const char EntityId = 'i';

    /// <summary>A word of claims or of the title.</summary>
    public const char Term = 't';

    /// <summary>An article by what its copies have in common with it, see <see cref="CopyKeys"/>.</summary>
    public const char Copies = 's';

    /// <summary>How many parts of a row key stand before the article.</summary>
    private const int ArticlePart = 3;

    private const int MaxKeyLength = 240;
    private const int MaxRowKeyLength = 400;
    private const long LastSecond = 315537897599;
    private const string Undated = "999999999999";

    /// <summary>The partitions, in order.</summary>
    public static IReadOnlyList<string> AllPartitions { get; } =
        [.. Enumerable.Range(0, Partitions).Select(i => i.ToString(CultureInfo.InvariantCulture))];

    /// <summary>Start of all row keys of a key.</summary>
    public static string Prefix(char kind, string key) => $"{kind}~{Encode(key)}~";

    /// <summary>The partition of a key.</summary>
    public static string Partition(string prefix) => AllPartitions[(int)(XxHash32.HashToUInt32(Encoding.UTF8.GetBytes(prefix)) % Partitions)];

    public static string Row(string prefix, string reverseDate, string articleId, int n) =>
        string.Create(CultureInfo.InvariantCulture, $"{prefix}{reverseDate}~{articleId}~{n:x4}");

    /// <summary>The article of a row key.</summary>
    /// <exception cref="FormatException"><paramref name="rowKey"/> has too few parts to name one.</exception>
    public static string ArticleOf(string rowKey)
    {
        var parts = rowKey.AsSpan().Split('~');
        for (var part = 0; part <= ArticlePart; part++)
        {
            if (!parts.MoveNext()) throw new FormatException($"“{rowKey}” is no row key of an article");
        }

        return rowKey[parts.Current];
    }

    /// <summary>Whether every character of a row key that came from outside is one that <see cref="Encode"/> writes.</summary>
    public static bool IsWellFormed(string rowKey) =>
        rowKey.Length <= MaxRowKeyLength && rowKey.All(c => char.IsAsciiLetterOrDigit(c) || c is '~' or '_' or '!' or '-');

    /// <summary>Key of the row that says what an article has in a partition; sorts apart from all others.</summary>
    public static string Contents(string articleId) => "!~" + articleId;

    /// <summary>Falls as time goes by: seconds to the end of year 9999, twelve digits. Undated articles come last.</summary>
    public static string ReverseDate(PublishedAt published) =>
        Instant(published) is { } instant ? ReverseDate(instant) : Undated;

    public static string ReverseDate(DateTimeOffset instant) =>
        (LastSecond - (instant.UtcTicks / TimeSpan.TicksPerSecond)).ToString("D12", CultureInfo.InvariantCulture);

    /// <summary>The instant of an ISO day (its start, UTC) or ISO instant; null when undated.</summary>
    public static DateTimeOffset? Instant(PublishedAt published) =>
        DateTimeOffset.TryParse(published.Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)
            ? instant
            : null;

    /// <summary>Rows of a prefix from <paramref name="from"/> (inclusive) to <paramref name="before"/> (exclusive) as row keys: lower inclusive, upper exclusive.</summary>
    public static (string Lower, string Upper) Range(string prefix, DateTimeOffset? from, DateTimeOffset? before)
    {
        var lower = before is { } end ? prefix + ReverseDate(end.AddSeconds(-1)) : prefix;
        // '~' comes after all digits of the article id that follows the date, ':' after all digits of a date; dated rows start with 0 to 3.
        var upper = from is { } start ? prefix + ReverseDate(start) + "~~" : before is null ? prefix + ":" : prefix + "4";
        return (lower, upper);
    }

    /// <summary>A key as part of a row key: ASCII letters and digits stay, a blank is _, all else is hex of UTF-8; a long key ends in its hash.</summary>
    public static string Encode(string key)
    {
        var encoded = new StringBuilder(key.Length);
        Span<byte> utf8 = stackalloc byte[4];
        foreach (var rune in key.EnumerateRunes())
        {
            if (rune.IsAscii && char.IsAsciiLetterOrDigit((char)rune.Value))
            {
                encoded.Append((char)rune.Value);
            }
            else if (rune.Value == ' ')
            {
                encoded.Append('_');
            }
            else
            {
                var length = rune.EncodeToUtf8(utf8);
                for (var i = 0; i < length; i++) encoded.Append('!').Append(utf8[i].ToString("x2", CultureInfo.InvariantCulture));
            }
        }

        if (encoded.Length <= MaxKeyLength) return encoded.ToString();
        encoded.Length = MaxKeyLength - ArticleId.Short(key).Length - 1;
        return encoded.Append('-').Append(ArticleId.Short(key)).ToString();
    }
}

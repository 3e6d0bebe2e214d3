using System.Buffers.Text;
using System.Globalization;
using System.IO.Hashing;
using System.Text;
using NewsIngest.Storage.Index;

namespace NewsIngest.Query;

/// <summary>
/// Where a list goes on: a row, how many entries of it were shown, and which generation they were of. It names the query it belongs to;
/// a forged one can at most move within the rows that its query reads anyway.
/// </summary>
internal sealed record Cursor(string Row, string Generation, int Skip)
{
    /// <summary>Skips all that a row can have.</summary>
    public const int WholeRow = 1_000_000;

    private const string Version = "2";
    private const int MaxLength = 4096;
    private const int MaxSkip = WholeRow;
    private const int Fields = 7;

    /// <summary>How many rows an entry of the page before took, so that the next page is likely one read; 0 where that is not known.</summary>
    public int RowsPerItem { get; init; }

    /// <summary>What a list of distinct things has shown already, as short hashes.</summary>
    public IReadOnlyList<string> Seen { get; init; } = [];

    /// <param name="query">All that the query depends on besides limit and cursor.</param>
    public string Encode(string query) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Join(
        '\n', Version, Fingerprint(query), Row, Generation, Skip.ToString(CultureInfo.InvariantCulture), RowsPerItem.ToString(CultureInfo.InvariantCulture), string.Join(',', Seen))));

    /// <summary>Null when there is no cursor.</summary>
    /// <exception cref="CursorException">It was not given out for this query.</exception>
    public static Cursor? Decode(string? text, string query)
    {
        if (string.IsNullOrEmpty(text)) return null;
        if (text.Length > MaxLength || !Base64Url.IsValid(text)) throw new CursorException();
        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split('\n');
        if (parts.Length != Fields || parts[0] != Version || parts[1] != Fingerprint(query)) throw new CursorException();
        if (!IndexKey.IsWellFormed(parts[2]) || !int.TryParse(parts[4], NumberStyles.None, CultureInfo.InvariantCulture, out var skip) || skip > MaxSkip)
            throw new CursorException();
        if (!int.TryParse(parts[5], NumberStyles.None, CultureInfo.InvariantCulture, out var rowsPerItem) || rowsPerItem > IndexReader.MaxRows) throw new CursorException();
        return new Cursor(parts[2], parts[3], skip) { RowsPerItem = rowsPerItem, Seen = parts[6].Split(',', StringSplitOptions.RemoveEmptyEntries) };
    }

    /// <summary>The row, if it lies in the range that the query reads.</summary>
    /// <exception cref="CursorException">It does not.</exception>
    public string RowIn(string lower, string upper) =>
        string.CompareOrdinal(Row, lower) >= 0 && string.CompareOrdinal(Row, upper) < 0 ? Row : throw new CursorException();

    public static string Short(string id) => Hex(XxHash32.HashToUInt32(Encoding.UTF8.GetBytes(id)));

    private static string Fingerprint(string query) => XxHash64.HashToUInt64(Encoding.UTF8.GetBytes(query)).ToString("x16", CultureInfo.InvariantCulture);

    private static string Hex(uint value) => value.ToString("x8", CultureInfo.InvariantCulture);
}

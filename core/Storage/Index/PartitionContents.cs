using System.IO.Compression;
using System.Text;
using Azure;
using Azure.Data.Tables;

namespace NewsIngest.Storage.Index;

/// <summary>
/// What an article has in one partition of the index. The row changes in the same transactions as the rows it lists, always on the condition
/// that nobody changed it since, so it is never wrong about them, and a writer that was overtaken cannot write.
/// </summary>
internal sealed record PartitionContents
{
    private const int MaxPropertyBytes = 64 * 1024;

    public required string Generation { get; init; }

    /// <summary>Row keys, without this row.</summary>
    public required IReadOnlyCollection<string> Rows { get; init; }

    /// <summary>Set between the transactions of a change that needs several: the rows listed may or may not be there.</summary>
    public bool Partial { get; init; }

    /// <summary>ETag of the row; default when there is none yet.</summary>
    public ETag Row { get; init; }

    public static PartitionContents From(TableEntity entity)
    {
        using var packed = new MemoryStream();
        for (var part = 0; entity.GetBinary("rows" + part) is { } bytes; part++) packed.Write(bytes);
        packed.Position = 0;
        using var reader = new StreamReader(new BrotliStream(packed, CompressionMode.Decompress), Encoding.UTF8);
        return new PartitionContents
        {
            Generation = entity.GetString("g"),
            Rows = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries),
            Partial = entity.GetBoolean("partial") ?? false,
            Row = entity.ETag,
        };
    }

    public TableEntity ToEntity(string partition, string articleId)
    {
        var entity = new TableEntity(partition, IndexKey.Contents(articleId)) { ["g"] = Generation };
        if (Partial) entity["partial"] = true;
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            brotli.Write(Encoding.UTF8.GetBytes(string.Join('\n', Rows.Order(StringComparer.Ordinal))));
        var bytes = packed.ToArray();
        for (var part = 0; part * MaxPropertyBytes < bytes.Length; part++)
            entity["rows" + part] = bytes[(part * MaxPropertyBytes)..Math.Min(bytes.Length, (part + 1) * MaxPropertyBytes)];
        return entity;
    }
}

using System.Buffers;
using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace NewsIngest.Storage.Index;

/// <summary>JSON compressed as Brotli (RFC 7932), as the rows of the index hold it. Without a stream: an answer unpacks up to thousands of rows.</summary>
internal static class PackedJson
{
    // Higher ones take three times as long, which was more than all of the analysis, for an eighth fewer bytes.
    private const int Quality = 2;
    private const int Window = 18;

    /// <summary>What most rows unpack to, as a multiple of their size.</summary>
    private const int UsualRatio = 6;
    private const int MinBuffer = 4096;

    /// <summary>No row is larger: its claims and texts are bounded before they are packed.</summary>
    private const int MaxUnpacked = 64 * 1024 * 1024;

    public static byte[] Pack<T>(T value, JsonTypeInfo<T> type)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(value, type);
        var target = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(json.Length));
        try
        {
            return BrotliEncoder.TryCompress(json, target, out var written, Quality, Window)
                ? target[..written]
                : throw new InvalidOperationException("a row of the index could not be compressed");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(target);
        }
    }

    /// <exception cref="InvalidDataException">These are not packed bytes.</exception>
    /// <exception cref="JsonException">What is packed is no <typeparamref name="T"/>.</exception>
    public static T Unpack<T>(byte[] data, JsonTypeInfo<T> type)
        where T : class =>
        Unpack(data, json => JsonSerializer.Deserialize(json, type) ?? throw new InvalidOperationException("a row of the index is empty"));

    /// <summary>What <paramref name="read"/> makes of the JSON, which it must not keep.</summary>
    /// <exception cref="InvalidDataException">These are not packed bytes.</exception>
    public static T Unpack<T>(byte[] data, Func<ReadOnlySpan<byte>, T> read)
    {
        for (var size = Math.Max(data.Length * UsualRatio, MinBuffer); ; size *= 2)
        {
            var target = ArrayPool<byte>.Shared.Rent(size);
            try
            {
                if (BrotliDecoder.TryDecompress(data, target, out var written)) return read(target.AsSpan(0, written));
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(target);
            }

            if (size > MaxUnpacked) throw new InvalidDataException("a row of the index cannot be unpacked");
        }
    }
}

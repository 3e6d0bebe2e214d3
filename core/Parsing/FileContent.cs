using System.Runtime.InteropServices;

namespace NewsIngest.Parsing;

/// <summary>One file, or one member of an archive, as the formats look at it.</summary>
internal sealed class FileContent(string name, ReadOnlyMemory<byte> bytes, string? contentType, string? itemId = null)
{
    private const int HeadChars = 4096;

    private bool decoded;
    private DecodedText? text;

    /// <summary>Path of the file, or of the member inside its archive.</summary>
    public string Name { get; } = name;

    public ReadOnlyMemory<byte> Bytes { get; } = bytes;

    public string? ContentType { get; } = contentType;

    /// <summary>Names the member inside the dropped file; null for the dropped file itself.</summary>
    public string? ItemId { get; } = itemId;

    /// <summary>Extension in lower case with its dot, or "".</summary>
    public string Extension { get; } = Path.GetExtension(name).ToLowerInvariant();

    /// <summary>The decoded text, or null when the bytes are no text.</summary>
    public DecodedText? Text
    {
        get
        {
            if (!decoded)
            {
                text = TextDecoder.Decode(Bytes.Span, CharsetOf(ContentType) ?? DeclaredCharset.In(Bytes.Span));
                decoded = true;
            }

            return text;
        }
    }

    /// <summary>Gives the decoded text away: it is twice the size of the file, and is not kept while what is made of it is in memory too.</summary>
    public string TakeText()
    {
        var taken = Text!.Text;
        (text, decoded) = (null, false);
        return taken;
    }

    /// <summary>The beginning of the text, without leading white space; empty when the bytes are no text.</summary>
    public ReadOnlySpan<char> Head
    {
        get
        {
            var all = (Text?.Text ?? "").AsSpan().TrimStart();
            return all[..Math.Min(all.Length, HeadChars)];
        }
    }

    /// <summary>Whether the bytes begin with <paramref name="magic"/>.</summary>
    public bool StartsWith(ReadOnlySpan<byte> magic) => Bytes.Span.StartsWith(magic);

    /// <summary>The bytes as a stream, without copying them where they are an array.</summary>
    public static MemoryStream Open(ReadOnlyMemory<byte> bytes) => MemoryMarshal.TryGetArray(bytes, out var segment)
        ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
        : new MemoryStream(bytes.ToArray(), writable: false);

    private static string? CharsetOf(string? contentType)
    {
        var at = contentType?.IndexOf("charset=", StringComparison.OrdinalIgnoreCase) ?? -1;
        if (at < 0) return null;
        var charset = contentType![(at + 8)..];
        var end = charset.IndexOf(';', StringComparison.Ordinal);
        return (end < 0 ? charset : charset[..end]).Trim(' ', '"', '\'');
    }
}

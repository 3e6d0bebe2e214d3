using System.Buffers.Binary;
using System.IO.Compression;

namespace NewsIngest.Parsing;

/// <summary>Unpacks .gz and .zip, file by file, within the limits of <see cref="ParsingOptions"/>.</summary>
internal static class ArchiveReader
{
    /// <summary>Small files of one repeated character compress a thousandfold and harm nobody.</summary>
    private const int AlwaysAllowed = 64 * 1024;

    /// <summary>The files to read: the file itself, or what is packed in it, archives inside archives included.</summary>
    /// <exception cref="ParseException">The archive is broken or goes beyond a limit.</exception>
    public static IEnumerable<FileContent> Unpack(FileContent file, ParseContext context)
    {
        if (file.StartsWith([0x1F, 0x8B])) return Inside(file, context, Gunzip);
        return IsPlainZip(file) ? Inside(file, context, Members) : [file];
    }

    private static bool IsPlainZip(FileContent file)
    {
        if (!file.StartsWith("PK\x03\x04"u8) && !file.StartsWith("PK\x05\x06"u8)) return false;
        return !OfficeFile.IsOne(file.Bytes);
    }

    private static IEnumerable<FileContent> Inside(FileContent file, ParseContext context, Func<FileContent, ParseContext, IEnumerable<FileContent>> open)
    {
        using var level = context.Enter();
        foreach (var member in open(file, context))
        {
            foreach (var content in Unpack(member, context)) yield return content;
        }
    }

    private static IEnumerable<FileContent> Gunzip(FileContent file, ParseContext context)
    {
        var name = file.Name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? file.Name[..^3] : file.Name;
        ReadOnlyMemory<byte> bytes;
        try
        {
            using var packed = FileContent.Open(file.Bytes);
            using var stream = new GZipStream(packed, CompressionMode.Decompress);
            bytes = ReadAll(stream, file.Bytes.Length, SaidLength(file.Bytes.Span), name, context);
        }
        catch (InvalidDataException e)
        {
            throw context.Refuse("it is a broken gzip file", e);
        }

        if (bytes.Length == 0) throw context.Refuse("the gzip file holds nothing");
        yield return new FileContent(name, bytes, null, file.ItemId);
    }

    /// <summary>What the last field of a gzip file says (RFC 1952, ISIZE).</summary>
    private static long SaidLength(ReadOnlySpan<byte> gzip) => gzip.Length < sizeof(uint) ? 0 : BinaryPrimitives.ReadUInt32LittleEndian(gzip[^sizeof(uint)..]);

    private static IEnumerable<FileContent> Members(FileContent file, ParseContext context)
    {
        using var packed = FileContent.Open(file.Bytes);
        using var zip = Open(packed, context);
        foreach (var entry in zip.Entries.OrderBy(e => e.FullName, StringComparer.Ordinal))
        {
            if (IsNoise(entry)) continue;
            context.CountMember();
            ReadOnlyMemory<byte> bytes;
            try
            {
                using var stream = entry.Open();
                bytes = ReadAll(stream, entry.CompressedLength, entry.Length, entry.FullName, context);
            }
            catch (InvalidDataException e)
            {
                throw context.Refuse($"its member {entry.FullName} is broken or encrypted", e);
            }

            if (bytes.Length > 0) yield return new FileContent(entry.FullName, bytes, null, file.ItemId is null ? entry.FullName : $"{file.ItemId}/{entry.FullName}");
        }
    }

    private static ZipArchive Open(MemoryStream packed, ParseContext context)
    {
        try
        {
            var zip = new ZipArchive(packed, ZipArchiveMode.Read);
            _ = zip.Entries.Count;
            return zip;
        }
        catch (InvalidDataException e)
        {
            throw context.Refuse("it is a broken zip file", e);
        }
    }

    private static bool IsNoise(ZipArchiveEntry entry) =>
        entry.FullName.EndsWith('/') || entry.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal) || entry.Name is ".DS_Store" or "Thumbs.db";

    /// <param name="stream">Unpacks it.</param>
    /// <param name="packedLength">How many bytes it takes packed.</param>
    /// <param name="saidLength">How many it is said to have; it may lie.</param>
    /// <param name="name">The file's name.</param>
    /// <param name="context">The limits.</param>
    private static ReadOnlyMemory<byte> ReadAll(Stream stream, long packedLength, long saidLength, string name, ParseContext context)
    {
        var most = Math.Min(context.Options.MaxBytes, Math.Max(AlwaysAllowed, packedLength * context.Options.MaxCompressionRatio));
        var unpacked = new MemoryStream((int)Math.Clamp(saidLength, 0, most));
        var buffer = new byte[64 * 1024];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            context.CountUnpacked(read);
            if (unpacked.Length + read > most)
            {
                throw context.Refuse(most == context.Options.MaxBytes
                    ? $"{name} in it is larger than the {ByteSize.Of(most)} allowed"
                    : $"{name} in it unpacks to more than {context.Options.MaxCompressionRatio} times its packed size");
            }

            unpacked.Write(buffer, 0, read);
        }

        return unpacked.GetBuffer().AsMemory(0, (int)unpacked.Length);
    }
}

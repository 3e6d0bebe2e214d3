using System.IO.Compression;

namespace NewsIngest.Tests.Parsing;

/// <summary>Packs test files.</summary>
internal static class Archives
{
    public static byte[] Gzip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(content);
        return packed.ToArray();
    }

    public static byte[] Zip(params (string Name, byte[] Content)[] members) => Zip(members, CompressionLevel.Fastest);

    public static byte[] Zip((string Name, byte[] Content)[] members, CompressionLevel level)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in members)
            {
                using var stream = zip.CreateEntry(name, level).Open();
                stream.Write(content);
            }
        }

        return packed.ToArray();
    }

    /// <summary>Letters that do not compress away.</summary>
    public static byte[] Noise(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        for (var i = 0; i < length; i++) bytes[i] = (byte)(' ' + bytes[i] % 95);
        return bytes;
    }
}

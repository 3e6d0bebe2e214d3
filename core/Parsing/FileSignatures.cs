namespace NewsIngest.Parsing;

/// <summary>Names the kinds of file that people drop by mistake, by their first bytes.</summary>
internal static class FileSignatures
{
    private static readonly (byte[] Magic, string Kind)[] Known =
    [
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "a PNG image"),
        ([0xFF, 0xD8, 0xFF], "a JPEG image"),
        ("GIF8"u8.ToArray(), "a GIF image"),
        ("II*\0"u8.ToArray(), "a TIFF image"),
        ("MM\0*"u8.ToArray(), "a TIFF image"),
        ("ID3"u8.ToArray(), "an MP3 recording"),
        ("OggS"u8.ToArray(), "an Ogg recording"),
        ("fLaC"u8.ToArray(), "a FLAC recording"),
        ([0x1A, 0x45, 0xDF, 0xA3], "a Matroska or WebM video"),
        ("WARC/"u8.ToArray(), "a WARC web archive, which is not read: extract the pages first"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old Office document (.doc, .xls, .ppt, .msg): save it as .docx first"),
        ("{\\rtf"u8.ToArray(), "an RTF document: save it as .docx first"),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF], "a 7-Zip archive"),
        ("Rar!"u8.ToArray(), "a RAR archive"),
        ([0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z'], "an xz archive"),
        ("BZh"u8.ToArray(), "a bzip2 archive"),
        ([0x28, 0xB5, 0x2F, 0xFD], "a Zstandard archive"),
        ("MZ"u8.ToArray(), "a Windows program"),
        ([0x7F, (byte)'E', (byte)'L', (byte)'F'], "a Linux program"),
        ("SQLite format 3"u8.ToArray(), "an SQLite database"),
        ("PAR1"u8.ToArray(), "a Parquet file"),
    ];

    /// <summary>"a PNG image" and the like, or null.</summary>
    public static string? Describe(ReadOnlySpan<byte> bytes)
    {
        foreach (var (magic, kind) in Known)
        {
            if (bytes.StartsWith(magic)) return kind;
        }

        if (bytes.Length > 12 && bytes[4..8].SequenceEqual("ftyp"u8)) return "an MP4 video or HEIC image";
        return bytes.Length > 12 && bytes.StartsWith("RIFF"u8) ? "a WAV, AVI or WebP file" : null;
    }
}

using System.Globalization;

namespace NewsIngest.Parsing;

/// <summary>Byte counts as people read them.</summary>
internal static class ByteSize
{
    /// <summary>"10 MiB", "512 KiB", "17 bytes".</summary>
    public static string Of(long bytes) => bytes switch
    {
        >= 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes / (1024.0 * 1024):0.#} MiB"),
        >= 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:0.#} KiB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes"),
    };
}

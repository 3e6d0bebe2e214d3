using System.Globalization;

namespace NewsIngest.Parsing.Pdf;

/// <summary>
/// Looks at the ranges of a character map (CMap) before PdfPig does, which makes an entry for each code of each range: one line of a hundred bytes can name
/// billions.
/// </summary>
internal static class CharacterMaps
{
    /// <summary>There are no more characters in Unicode.</summary>
    public const long MostCodes = 0x110000;

    /// <exception cref="ParseException">The map has more codes than there are characters.</exception>
    public static void Check(ReadOnlySpan<byte> stream, ParseContext context)
    {
        var codes = 0L;
        for (var rest = stream; Next(ref rest, out var ranges);)
        {
            while (Hex(ref ranges, out var first) && Hex(ref ranges, out var last))
            {
                codes += Math.Max(0, last - first);
                if (codes > MostCodes) throw context.Refuse("a font in it has more codes than there are characters");
                // Behind a range stands what its first code means: a code, a number, or a list for all of its codes.
                SkipMeaning(ref ranges);
            }
        }
    }

    /// <summary>The next block of ranges: between "beginbfrange" (or the like) and "end".</summary>
    private static bool Next(ref ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> ranges)
    {
        ranges = default;
        var begin = rest.IndexOf("range"u8);
        while (begin >= 0 && !rest[..begin].EndsWith("beginbf"u8) && !rest[..begin].EndsWith("begincid"u8) && !rest[..begin].EndsWith("beginnotdef"u8))
        {
            rest = rest[(begin + 5)..];
            begin = rest.IndexOf("range"u8);
        }

        if (begin < 0) return false;
        rest = rest[(begin + 5)..];
        var end = rest.IndexOf("end"u8);
        ranges = end < 0 ? rest : rest[..end];
        rest = rest[ranges.Length..];
        return true;
    }

    private static bool Hex(ref ReadOnlySpan<byte> ranges, out long value)
    {
        value = 0;
        var open = ranges.IndexOf((byte)'<');
        if (open < 0) return false;
        ranges = ranges[(open + 1)..];
        var close = ranges.IndexOf((byte)'>');
        if (close < 0) return false;
        foreach (var c in ranges[..close])
        {
            if (char.IsAsciiHexDigit((char)c)) value = (value << 4) | long.Parse([c], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (value > uint.MaxValue) value = uint.MaxValue;
        }

        ranges = ranges[(close + 1)..];
        return true;
    }

    private static void SkipMeaning(ref ReadOnlySpan<byte> ranges)
    {
        ranges = ranges.TrimStart(" \t\r\n\f\0"u8);
        if (ranges.IsEmpty || ranges[0] is not ((byte)'<' or (byte)'[')) return;
        var close = ranges.IndexOf(ranges[0] == '<' ? (byte)'>' : (byte)']');
        ranges = close < 0 ? default : ranges[(close + 1)..];
    }
}

using System.Buffers;
using System.Text;
using UtfUnknown;

namespace NewsIngest.Parsing;

/// <summary>Text as it was decoded, with what had to be repaired.</summary>
internal sealed record DecodedText(string Text, string Charset, IReadOnlyList<string> Warnings);

/// <summary>
/// From bytes to text: byte order marks, UTF-8, UTF-16 without a mark, else the charset that the bytes look like
/// (UTF.Unknown, Mozilla's detector), and windows-1252 when nothing speaks for another.
/// </summary>
internal static class TextDecoder
{
    private const int SampleBytes = 256 * 1024;

    /// <summary>Share of control characters above which bytes are no text.</summary>
    private const double MostControls = 0.02;

    /// <summary>Share of bytes that may be wrong in what is still UTF-8.</summary>
    private const double MostInvalid = 0.002;

    private static readonly SearchValues<char> Controls =
        SearchValues.Create([.. Enumerable.Range(0, 0x20).Append(0x7F).Select(c => (char)c).Except(['\t', '\n', '\r', '\f', '\v', '\u001A', '\u001B'])]);

    /// <summary>Share of characters that no charset means, above which the bytes are no text.</summary>
    private const double MostBroken = 0.1;

    private const float LeastConfidence = 0.5f;

    static TextDecoder() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>
    /// Decodes the bytes; null when they are no text. A byte order mark is not part of the text. NUL characters and lone
    /// surrogates are replaced by U+FFFD one for one, with a warning.
    /// </summary>
    /// <param name="bytes">The file.</param>
    /// <param name="declared">The charset that the file's envelope names, if any; believed when the bytes can be that.</param>
    public static DecodedText? Decode(ReadOnlySpan<byte> bytes, string? declared = null)
    {
        var warnings = new List<string>();
        var (encoding, skip, isValid) = Detect(bytes, declared);
        var text = encoding.GetString(bytes[skip..]);
        if (LooksBinary(text, isValid)) return null;
        if (encoding is UTF8Encoding && !isValid) warnings.Add("some bytes are not valid UTF-8 and were replaced by U+FFFD");
        if (text.Contains('\0'))
        {
            text = text.Replace('\0', '\uFFFD');
            warnings.Add("NUL characters were replaced by U+FFFD");
        }

        if (!isValid && TextCleaner.FindLoneSurrogate(text, 0) >= 0)
        {
            text = TextCleaner.ReplaceLoneSurrogates(text);
            warnings.Add("lone surrogates were replaced by U+FFFD");
        }

        return new DecodedText(text, encoding.WebName, warnings);
    }

    /// <summary>The encoding, how many bytes its mark takes, and whether the bytes are known to be valid in it.</summary>
    private static (Encoding Encoding, int Skip, bool IsValid) Detect(ReadOnlySpan<byte> bytes, string? declared)
    {
        if (bytes.StartsWith("\uFEFF"u8)) return (Encoding.UTF8, 3, IsUtf8(bytes[3..]));
        if (bytes is [0xFF, 0xFE, 0, 0, ..]) return (Encoding.UTF32, 4, false);
        if (bytes is [0xFF, 0xFE, ..]) return (Encoding.Unicode, 2, false);
        if (bytes is [0xFE, 0xFF, ..]) return (Encoding.BigEndianUnicode, 2, false);
        if (Utf16WithoutMark(bytes) is { } utf16) return (utf16, 0, false);
        if (IsUtf8(bytes)) return (Encoding.UTF8, 0, true);
        if (Named(declared) is { } named and not UTF8Encoding) return (named, 0, false);
        return InvalidShare(bytes) <= MostInvalid ? (Encoding.UTF8, 0, false) : (EightBit(bytes[..Math.Min(bytes.Length, SampleBytes)]), 0, false);
    }

    private static Encoding EightBit(ReadOnlySpan<byte> sample)
    {
        var windows1252 = Encoding.GetEncoding(1252);
        var high = 0;
        foreach (var b in sample)
        {
            if (b >= 0x80) high++;
        }

        // Few high bytes in much ASCII are quotes, dashes and accents of a western text; the detector knows too many other names for them.
        if (high <= 0.03 * sample.Length) return windows1252;
        var best = CharsetDetector.DetectFromBytes(sample.ToArray()).Detected;
        if (best?.Encoding is null || best.Confidence < LeastConfidence) return windows1252;
        return best.Encoding.CodePage is 28591 or 20127 or 28605 ? windows1252 : best.Encoding;
    }

    private static Encoding? Named(string? charset)
    {
        if (string.IsNullOrWhiteSpace(charset)) return null;
        try
        {
            var encoding = Encoding.GetEncoding(charset.Trim(' ', '"', '\''));
            return encoding.CodePage is 28591 or 20127 ? Encoding.GetEncoding(1252) : encoding;
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            // Unknown, or known and switched off, as UTF-7.
            return null;
        }
    }

    private static Encoding? Utf16WithoutMark(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length & ~1, SampleBytes)];
        if (sample.Length < 4 || bytes.Length % 2 != 0 || !sample[..Math.Min(sample.Length, 1024)].Contains((byte)0)) return null;
        int evenZeros = 0, oddZeros = 0;
        for (var i = 0; i < sample.Length; i += 2)
        {
            if (sample[i] == 0) evenZeros++;
            if (sample[i + 1] == 0) oddZeros++;
        }

        var pairs = sample.Length / 2;
        if (oddZeros > 0.4 * pairs && evenZeros < 0.05 * pairs) return Encoding.Unicode;
        return evenZeros > 0.4 * pairs && oddZeros < 0.05 * pairs ? Encoding.BigEndianUnicode : null;
    }

    private static bool IsUtf8(ReadOnlySpan<byte> bytes) => System.Text.Unicode.Utf8.IsValid(bytes);

    private static double InvalidShare(ReadOnlySpan<byte> bytes)
    {
        int invalid = 0, valid = 0;
        for (var rest = bytes; !rest.IsEmpty;)
        {
            var status = Rune.DecodeFromUtf8(rest, out _, out var consumed);
            if (status != System.Buffers.OperationStatus.Done) invalid++;
            else if (consumed > 1) valid++;
            rest = rest[consumed..];
        }

        return valid > invalid ? (double)invalid / bytes.Length : 1;
    }

    private static bool LooksBinary(ReadOnlySpan<char> text, bool isValid)
    {
        var sample = text[..Math.Min(text.Length, SampleBytes)];
        var controls = 0;
        for (var rest = sample; rest.IndexOfAny(Controls) is >= 0 and var at; rest = rest[(at + 1)..]) controls++;
        if (controls > MostControls * sample.Length + 1) return true;
        if (isValid) return false;
        var broken = 0;
        foreach (var c in sample)
        {
            if (c is '\uFFFD' or (>= '\u0080' and <= '\u009F') or (>= '\uE000' and <= '\uF8FF')) broken++;
        }

        return broken > MostBroken * sample.Length + 1;
    }
}

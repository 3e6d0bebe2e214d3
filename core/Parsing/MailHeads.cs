namespace NewsIngest.Parsing;

/// <summary>Looks at the header fields of a mail and of its parts before MimeKit does, whose time and memory grow with the square of their length.</summary>
internal static class MailHeads
{
    private const int MostBytes = 128 * 1024;

    /// <summary>MimeKit holds some hundred bytes for each part, and a part can be as short as the line that begins it.</summary>
    private const int MostParts = 5000;

    /// <exception cref="ParseException">A head is longer than any mail needs.</exception>
    public static void Check(ReadOnlySpan<byte> mail, ParseContext context)
    {
        var parts = 0;
        // A head runs from the start, or from the line that begins a part, to the first empty line.
        while (true)
        {
            if (EndOfHead(mail[..Math.Min(mail.Length, MostBytes + 1)]) > MostBytes)
                throw context.Refuse($"the header fields of the mail, or of a part of it, are longer than the {ByteSize.Of(MostBytes)} allowed");
            var part = mail.IndexOf("\n--"u8);
            if (part < 0) return;
            if (++parts > MostParts) throw context.Refuse($"the mail has more than the {MostParts} parts allowed");
            mail = mail[(part + 1)..];
        }
    }

    private static int EndOfHead(ReadOnlySpan<byte> head)
    {
        var unix = head.IndexOf("\n\n"u8);
        var dos = head.IndexOf("\n\r\n"u8);
        return Math.Min(unix < 0 ? head.Length : unix, dos < 0 ? head.Length : dos);
    }
}

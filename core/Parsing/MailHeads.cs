namespace NewsIngest.Parsing;

/// <summary>Looks at the header fields of a mail and of its parts before MimeKit does, whose time and memory grow with the square of their length.</summary>
internal static class MailHeads
{
    private const int MostBytes = 128 * 1024;

    /// <exception cref="ParseException">A head is longer than any mail needs.</exception>
    public static void Check(ReadOnlySpan<byte> mail, ParseContext context)
    {
        // A head runs from the start, or from the line that begins a part, to the first empty line.
        while (true)
        {
            if (EndOfHead(mail[..Math.Min(mail.Length, MostBytes + 1)]) > MostBytes)
                throw context.Refuse($"the header fields of the mail, or of a part of it, are longer than the {ByteSize.Of(MostBytes)} allowed");
            var part = mail.IndexOf("\n--"u8);
            if (part < 0) return;
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

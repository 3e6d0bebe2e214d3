using System.Text.Unicode;
using MimeKit;

namespace NewsIngest.Parsing.Formats;

/// <summary>Corrects the charsets that mail programs name wrongly: UTF-8 sent as Latin-1 or ASCII, and windows-1252 sent as any of the three.</summary>
internal static class MailCharsets
{
    private const string Utf8Name = "utf-8";

    private const string Windows = "windows-1252";

    public static void Correct(MimeMessage message)
    {
        foreach (var part in message.BodyParts.OfType<TextPart>())
        {
            if (part.Content is null || !IsDoubtful(part.ContentType.Charset)) continue;
            using var content = new MemoryStream();
            part.Content.DecodeTo(content);
            var bytes = content.GetBuffer().AsSpan(0, (int)content.Length);
            if (!bytes.ContainsAnyInRange((byte)0x80, (byte)0xFF)) continue;
            part.ContentType.Charset = Utf8.IsValid(bytes) ? Utf8Name : Windows;
        }
    }

    private static bool IsDoubtful(string? charset) =>
        charset is null || charset.Equals("us-ascii", StringComparison.OrdinalIgnoreCase) || charset.Equals("iso-8859-1", StringComparison.OrdinalIgnoreCase)
        || charset.Equals(Utf8Name, StringComparison.OrdinalIgnoreCase);
}
